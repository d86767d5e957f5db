import { TOTP, URI } from 'otpauth';
import type { Tenant } from '../../tenant/index.js';
import { answer, approve, choose, press, typeCode } from './moves.js';
import type { Move, Scenario } from './scenario.js';

const prove = [choose('email'), typeCode] as const;
const number = '+49 171 9876543';
const enabled = { state: 'enabled' } as const;

/** What the app of a person has scanned, in each tenant. */
const scanned = new WeakMap<Tenant, string>();

/** Scans the picture, and says how the app shall show that it works. */
const scan =
  (proof: 'notification' | 'code'): Move =>
  ({ tenant, step }) => {
    if (step.kind === 'enrol-app') scanned.set(tenant, step.uri);
    return { action: 'enrol-app', proof };
  };

/** Types what the app shows that has scanned the picture. */
const typeFirstCode: Move = ({ tenant, clock }) => {
  const app = URI.parse(scanned.get(tenant) ?? '');
  const code = app instanceof TOTP ? app.generate({ timestamp: clock.now() }) : '';
  return { action: 'enter-code', code };
};

const questions = { methods: { questions: enabled }, questions: { toRegister: 3 } } as const;
const answers = (...given: readonly string[]): Move =>
  answer({
    action: 'enrol-questions',
    answers: given.map((one, index) => ({ question: `question-0${index + 1}`, answer: one })),
  });

/** What is typed to register something, to its end and to what is wrong with it (rule REGISTER-5). */
export const enrolmentScenarios = {
  'enrol/app': {
    says: 'The first code of an app is right.',
    rules: ['REGISTER-5'],
    registration: 'manage',
    moves: [answer({ action: 'add', type: 'app' }), ...prove, scan('code'), typeFirstCode],
    endsAt: 'manage',
    tells: 'registered',
  },
  'enrol/app-notification': {
    says: 'An app shows by a notification that it works.',
    rules: ['METHOD-1', 'REGISTER-5'],
    policy: { methodsRequired: 2 },
    registration: 'manage',
    moves: [answer({ action: 'add', type: 'app' }), ...prove, scan('notification'), approve],
    endsAt: 'manage',
    tells: 'registered',
  },
  'enrol/phone': {
    says: 'A number is proven by a text.',
    rules: ['PHONE-1', 'REGISTER-5'],
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'phone' }),
      ...prove,
      answer({ action: 'enrol-phone', number, channel: 'text' }),
      typeCode,
    ],
    endsAt: 'manage',
    tells: 'registered',
  },
  'enrol/phone-called': {
    says: 'A number is proven by a call.',
    rules: ['PHONE-1', 'REGISTER-5'],
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'phone' }),
      ...prove,
      answer({ action: 'enrol-phone', number, channel: 'call' }),
      press('#'),
    ],
    endsAt: 'manage',
    tells: 'registered',
  },
  'enrol/phone-malformed': {
    says: 'What is typed can be no number.',
    rules: ['PHONE-1'],
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'phone' }),
      ...prove,
      answer({ action: 'enrol-phone', number: '12', channel: 'text' }),
    ],
    endsAt: 'enrol-phone',
    tells: 'number-malformed',
  },
  'enrol/office-phone': {
    says: 'An office number is called without its extension.',
    rules: ['PHONE-2', 'PHONE-5'],
    policy: { methods: { 'office-call': enabled } },
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'office-phone' }),
      ...prove,
      answer({ action: 'enrol-phone', number, extension: '89', channel: 'call' }),
    ],
    endsAt: 'wait',
    tells: 'calling',
  },
  'enrol/own-address': {
    says: 'An address of the organisation is no help to who is locked out.',
    rules: ['EMAIL-1', 'GATE-3'],
    person: { email: undefined },
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'email' }),
      answer({ action: 'enrol-email', address: 'amira@contoso.example' }),
    ],
    endsAt: 'enrol-email',
    tells: 'address-own-domain',
  },
  'enrol/questions': {
    says: 'Questions are chosen and answered, and that is all.',
    rules: ['QUESTION-1', 'QUESTION-3'],
    policy: questions,
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'questions' }),
      ...prove,
      answers('Bergen', 'Mimi', 'Harbour Road'),
    ],
    endsAt: 'manage',
    tells: 'registered',
  },
  'enrol/questions-repeated': {
    says: 'Two questions have the same answer.',
    rules: ['QUESTION-4'],
    policy: questions,
    registration: 'manage',
    moves: [
      answer({ action: 'add', type: 'questions' }),
      ...prove,
      answers('Bergen', 'BERGEN', 'Harbour Road'),
    ],
    endsAt: 'enrol-questions',
    tells: 'answer-repeated',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
