import type { Overrides } from '../../tenant/index.js';
import {
  answer,
  answerQuestions,
  approve,
  approveWrongly,
  choose,
  choosePassword,
  deny,
  hangUp,
  press,
  times,
  typeAppCode,
  typeCode,
  typeNumber,
  typeWrongAppCode,
  typeWrongCode,
  wait,
  watch,
} from './moves.js';
import type { Scenario } from './scenario.js';

const newPassword = 'Blue-Teapot-77';
const phone = '+49 171 1234567';
const officePhone = '+49 30 1234567x89';
const twoGates: Overrides = { methodsRequired: 2 };
const pushApp = { apps: [{ notifications: true }] } as const;
const on = (type: 'whatsapp' | 'office-call' | 'questions'): Overrides => ({
  methods: { [type]: { state: 'enabled' } },
});

const questions = [
  { question: 'question-01', answer: 'Lyon' },
  { question: 'question-04', answer: 'Minou' },
  { question: 'question-12', answer: 'Peugeot' },
] as const;
const askThree: Overrides = {
  ...on('questions'),
  questions: { toRegister: 3, toReset: 3 },
};
const answersByText: Readonly<Record<string, string>> = {
  'In which town did your parents first meet?': 'lyon',
  'What was the name of your first pet?': ' MINOU ',
  'What was the make of your first car or bicycle?': 'peugeot',
};

/** Each way to prove who one is, and each of its ends. */
export const methodScenarios = {
  'email/reset': {
    says: 'A code by mail leads to a new password.',
    rules: ['CODE-1', 'GATE-1'],
    moves: [choose('email'), typeCode, choosePassword(newPassword)],
    endsAt: 'done',
  },
  'email/wrong': {
    says: 'The code is wrong: two tries are left.',
    rules: ['CODE-2'],
    moves: [choose('email'), typeWrongCode],
    endsAt: 'enter-code',
    tells: 'code-wrong',
  },
  'email/used-up': {
    says: 'The third wrong try kills the code.',
    rules: ['CODE-2'],
    moves: [choose('email'), ...times(3, typeWrongCode)],
    endsAt: 'enter-code',
    tells: 'code-used-up',
  },
  'email/expired': {
    says: 'The code came too late: five minutes are over.',
    rules: ['CODE-1'],
    moves: [choose('email'), wait({ minutes: 5 }), typeCode],
    endsAt: 'enter-code',
    tells: 'code-expired',
  },
  'email/resent': {
    says: 'A new code was sent, and the old one is dead.',
    rules: ['CODE-1', 'CODE-2'],
    moves: [choose('email'), wait({ seconds: 30 }), answer({ action: 'resend' })],
    endsAt: 'enter-code',
    tells: 'new-code-sent',
  },
  'app-code/reset': {
    says: 'What the app shows leads to a new password.',
    rules: ['METHOD-1'],
    person: { app: true },
    moves: [choose('app-code'), typeAppCode, choosePassword(newPassword)],
    endsAt: 'done',
  },
  'app-code/wrong': {
    says: 'That is not what the app shows.',
    rules: ['THROTTLE-2'],
    person: { app: true },
    moves: [choose('app-code'), typeWrongAppCode],
    endsAt: 'enter-code',
    tells: 'code-wrong',
  },
  'app-code/reused': {
    says: 'What the app shows was used for the first reset already.',
    rules: ['METHOD-1'],
    person: { app: true },
    before: async ({ tenant, username }) => {
      const first = await tenant.reset.start(
        { username },
        { attemptId: 'earlier-1', locale: 'en' },
      );
      if (first.kind !== 'choose-method') return;
      const method = first.methods.find(({ type }) => type === 'app-code')?.id ?? '';
      const attempt = { attemptId: 'earlier-2', locale: 'en' };
      const asked = await tenant.reset.advance(
        first.token,
        { action: 'choose-method', method },
        attempt,
      );
      const code = tenant.appCodeOf(username)?.code ?? '';
      if (asked.kind === 'enter-code')
        await tenant.reset.advance(
          asked.token,
          { action: 'enter-code', code },
          { attemptId: 'earlier-3', locale: 'en' },
        );
    },
    moves: [choose('app-code'), typeAppCode],
    endsAt: 'enter-code',
    tells: 'code-reused',
  },
  'notification/waiting': {
    says: 'The app asks for the number of this screen.',
    rules: ['CODE-3', 'METHOD-1'],
    policy: twoGates,
    person: pushApp,
    moves: [choose('app-notification')],
    endsAt: 'wait',
    tells: 'notification-sent',
  },
  'notification/approved': {
    says: 'The right number was typed in the app: one more proof.',
    rules: ['METHOD-1'],
    policy: twoGates,
    person: pushApp,
    moves: [choose('app-notification'), approve],
    endsAt: 'choose-method',
    tells: 'proof-accepted',
  },
  'notification/denied': {
    says: 'Somebody said no in the app.',
    rules: ['CODE-3', 'THROTTLE-1'],
    policy: twoGates,
    person: pushApp,
    moves: [choose('app-notification'), deny],
    endsAt: 'wait',
    tells: 'notification-denied',
  },
  'notification/wrong-number': {
    says: 'Another number was typed in the app.',
    rules: ['CODE-3', 'THROTTLE-1'],
    policy: twoGates,
    person: pushApp,
    moves: [choose('app-notification'), approveWrongly],
    endsAt: 'wait',
    tells: 'notification-wrong-number',
  },
  'notification/expired': {
    says: 'Nobody answered in the app for a minute.',
    rules: ['CODE-3'],
    policy: twoGates,
    person: pushApp,
    moves: [choose('app-notification'), wait({ seconds: 60 }), watch],
    endsAt: 'wait',
    tells: 'notification-expired',
  },
  'text/number': {
    says: 'The whole number comes first: only its end is shown.',
    rules: ['PHONE-3', 'METHOD-7'],
    person: { phone },
    moves: [choose('text')],
    endsAt: 'confirm-target',
  },
  'text/other-number': {
    says: 'That is not the number.',
    rules: ['PHONE-3'],
    person: { phone },
    moves: [choose('text'), typeNumber('+49 171 7654321')],
    endsAt: 'confirm-target',
    tells: 'target-differs',
  },
  'text/reset': {
    says: 'A code by text leads to a new password.',
    rules: ['PHONE-3', 'CODE-1'],
    person: { phone },
    moves: [
      choose('text'),
      typeNumber('0049 171 123 45 67'),
      typeCode,
      choosePassword(newPassword),
    ],
    endsAt: 'done',
  },
  'whatsapp/reset': {
    says: 'A code by WhatsApp leads to a new password.',
    rules: ['CODE-1'],
    person: { phone },
    policy: on('whatsapp'),
    moves: [choose('whatsapp'), typeNumber(phone), typeCode, choosePassword(newPassword)],
    endsAt: 'done',
  },
  'call/ringing': {
    says: 'The phone rings.',
    rules: ['CODE-3'],
    person: { phone },
    moves: [choose('call'), typeNumber(phone)],
    endsAt: 'wait',
    tells: 'calling',
  },
  'call/reset': {
    says: 'The hash key on the phone leads to a new password.',
    rules: ['CODE-3'],
    person: { phone },
    moves: [choose('call'), typeNumber(phone), press('#'), choosePassword(newPassword)],
    endsAt: 'done',
  },
  'call/not-answered': {
    says: 'The call was not taken.',
    rules: ['CODE-3'],
    person: { phone },
    moves: [choose('call'), typeNumber(phone), hangUp],
    endsAt: 'wait',
    tells: 'call-not-answered',
  },
  'office-call/reset': {
    says: 'The phone in the office does it too; its extension is not dialled.',
    rules: ['PHONE-2', 'CODE-3'],
    person: { officePhone },
    policy: on('office-call'),
    moves: [
      choose('office-call'),
      typeNumber('+49 30 1234567'),
      press('#'),
      choosePassword(newPassword),
    ],
    endsAt: 'done',
  },
  'questions/asked': {
    says: 'Three questions, all on one page.',
    rules: ['QUESTION-5'],
    person: { questions },
    policy: askThree,
    moves: [choose('questions')],
    endsAt: 'answer-questions',
  },
  'questions/wrong': {
    says: 'Not all answers are right; nobody says which.',
    rules: ['QUESTION-5'],
    person: { questions },
    policy: askThree,
    moves: [choose('questions'), answerQuestions(() => 'no idea')],
    endsAt: 'answer-questions',
    tells: 'answers-wrong',
  },
  'questions/reset': {
    says: 'Right answers lead to a new password, however they are spaced.',
    rules: ['QUESTION-4'],
    person: { questions },
    policy: askThree,
    moves: [
      choose('questions'),
      answerQuestions((text) => answersByText[text] ?? ''),
      choosePassword(newPassword),
    ],
    endsAt: 'done',
  },
  'two-gates/reset': {
    says: 'Two proofs of two kinds, then a new password.',
    rules: ['GATE-1', 'GATE-4'],
    policy: twoGates,
    person: { ...pushApp, phone },
    moves: [
      choose('app-notification'),
      approve,
      choose('email'),
      typeCode,
      choosePassword(newPassword),
    ],
    endsAt: 'done',
  },
  'retiring/text': {
    says: 'Texts end soon, and the picker says when.',
    rules: ['METHOD-4'],
    person: { phone },
    before: ({ clock }) => clock.advance({ hours: 24 * 60 }),
    moves: [],
    endsAt: 'choose-method',
  },
  'retired/text': {
    says: 'Texts and calls have ended: the mail is left.',
    rules: ['METHOD-4', 'GATE-5'],
    person: { phone },
    before: ({ clock }) => clock.advance({ hours: 24 * 70 }),
    moves: [],
    endsAt: 'choose-method',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
