import {
  answer,
  answerQuestions,
  choose,
  choosePassword,
  times,
  typeAppCode,
  typeCode,
  typeNumber,
  typeWrongCode,
  wait,
} from './moves.js';
import type { Move, Scenario } from './scenario.js';

const blocked = { endsAt: 'refused', tells: 'blocked-until' } as const;
const phone = '+49 171 1234567';
const sendAgain: readonly Move[] = [wait({ seconds: 30 }), answer({ action: 'resend' })];

/** Each limit at its end (rules THROTTLE-1 to 6, SESSION-1). */
export const limitScenarios = {
  'blocked/wrong-proofs': {
    says: 'Five wrong codes in a day.',
    rules: ['THROTTLE-1'],
    moves: [choose('email'), ...times(3, typeWrongCode), ...sendAgain, ...times(2, typeWrongCode)],
    ...blocked,
  },
  'blocked/texts': {
    says: 'The sixth text in an hour.',
    rules: ['THROTTLE-2'],
    person: { phone },
    moves: [choose('text'), typeNumber(phone), ...times(5, ...sendAgain)],
    ...blocked,
  },
  'blocked/numbers': {
    says: 'The sixth number in an hour; the wrong ones block a little earlier.',
    rules: ['THROTTLE-1', 'PHONE-3'],
    person: { phone },
    moves: [choose('text'), ...times(5, typeNumber('+49 171 7654321'))],
    ...blocked,
  },
  'blocked/app-codes': {
    says: 'The sixth code of an app in an hour.',
    rules: ['THROTTLE-2'],
    policy: { throttles: { wrongProofs: { count: 100 } } },
    person: { app: true },
    moves: [choose('app-code'), ...times(6, answer({ action: 'enter-code', code: '000000' }))],
    ...blocked,
  },
  'blocked/questions': {
    says: 'The sixth page of questions in an hour.',
    rules: ['THROTTLE-2'],
    policy: {
      methods: { questions: { state: 'enabled' } },
      questions: { toRegister: 3, toReset: 3 },
      throttles: { wrongProofs: { count: 100 } },
    },
    person: {
      questions: [
        { question: 'question-01', answer: 'Lyon' },
        { question: 'question-02', answer: 'Marie' },
        { question: 'question-03', answer: 'Rue Basse' },
      ],
    },
    moves: [
      choose('questions'),
      ...times(
        6,
        answerQuestions(() => 'no idea'),
      ),
    ],
    ...blocked,
  },
  'blocked/mails': {
    says: 'The eleventh mail in ten minutes.',
    rules: ['THROTTLE-3'],
    policy: { codes: { resendAfterMs: 1_000 } },
    moves: [choose('email'), ...times(10, wait({ seconds: 1 }), answer({ action: 'resend' }))],
    ...blocked,
  },
  'blocked/resets': {
    says: 'The sixth reset in an hour.',
    rules: ['THROTTLE-4'],
    policy: { throttles: { resets: { count: 1 } } },
    before: async ({ tenant, username }) => {
      const attempt = (attemptId: string) => ({ attemptId, locale: 'en' });
      const first = await tenant.reset.start({ username }, attempt('earlier-1'));
      if (first.kind !== 'choose-method') return;
      const method = first.methods.find(({ type }) => type === 'email')?.id ?? '';
      const asked = await tenant.reset.advance(
        first.token,
        { action: 'choose-method', method },
        attempt('earlier-2'),
      );
      if (asked.kind !== 'enter-code') return;
      const code = await tenant.outbox.codeFor(username);
      const right = await tenant.reset.advance(
        asked.token,
        { action: 'enter-code', code },
        attempt('earlier-3'),
      );
      if (right.kind !== 'new-password') return;
      const password = 'Blue-Teapot-77';
      const answer = { action: 'set-password', password, confirmation: password } as const;
      await tenant.reset.advance(right.token, answer, attempt('earlier-4'));
    },
    moves: [],
    ...blocked,
  },
  'locked/sign-in': {
    says: 'Ten failed sign-ins have locked the account; the reset opens it.',
    rules: ['LOCK-1'],
    before: async ({ tenant, username }) => {
      for (let count = 0; count < 10; count += 1) await tenant.signIn(username, 'not this one');
    },
    moves: [choose('email'), typeCode, choosePassword('Blue-Teapot-77')],
    endsAt: 'done',
  },
  'session/warned': {
    says: 'Two minutes are left.',
    rules: ['SESSION-1'],
    moves: [wait({ minutes: 13 })],
    endsAt: 'choose-method',
  },
  'code/about-to-expire': {
    says: 'The code is good for half a minute more.',
    rules: ['CODE-1'],
    moves: [choose('email'), wait({ minutes: 4, seconds: 30 })],
    endsAt: 'enter-code',
    tells: 'code-sent',
  },
  'session/extended': {
    says: 'More time for the flow.',
    rules: ['SESSION-1'],
    moves: [choose('email'), answer({ action: 'extend' })],
    endsAt: 'enter-code',
    tells: 'extended',
  },
  'session/extended-too-often': {
    says: 'More time was given twice: no more.',
    rules: ['SESSION-1'],
    moves: [choose('email'), ...times(3, answer({ action: 'extend' }))],
    endsAt: 'enter-code',
    tells: 'extended-too-often',
  },
  'password/too-common': {
    says: 'A password that too many people would guess.',
    rules: ['BANNED-4'],
    moves: [choose('email'), typeCode, choosePassword('Contoso!1')],
    endsAt: 'new-password',
    tells: 'password-has-name',
  },
  'password/judged': {
    says: 'A password is judged while it is typed: too many people would guess it.',
    rules: ['BANNED-4'],
    moves: [choose('email'), typeCode],
    typed: 'P@ssword1',
    endsAt: 'new-password',
  },
  'password/one-field': {
    says: 'The new password is typed once.',
    rules: ['PASSWORD-6'],
    policy: { password: { confirmation: 'once' } },
    moves: [choose('email'), typeCode],
    endsAt: 'new-password',
  },
  'password/differs': {
    says: 'The two passwords are not the same.',
    rules: ['PASSWORD-6'],
    moves: [choose('email'), typeCode, choosePassword('Blue-Teapot-77', 'Blue-Teapot-78')],
    endsAt: 'new-password',
    tells: 'confirmation-differs',
  },
  'password/same-again': {
    says: 'A reset may bring back the last password.',
    rules: ['PASSWORD-5'],
    moves: [choose('email'), typeCode, choosePassword('Old-Saucer-11')],
    endsAt: 'done',
  },
  'app-code/second-gate': {
    says: 'The second of two proofs.',
    rules: ['GATE-2'],
    person: { app: true, roles: ['User Administrator'] },
    moves: [choose('email'), typeCode, choose('app-code'), typeAppCode],
    endsAt: 'new-password',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
