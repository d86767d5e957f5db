import { expect } from 'chai';
import {
  type Answer,
  answerSchema,
  type RegistrationIntent,
  type ResetIntent,
  registrationIntentSchema,
  resetIntentSchema,
} from '../../../src/contract/answer.js';
import { type Captcha, captchaSchema } from '../../../src/contract/discovery.js';
import { mismatch } from '../../../src/contract/schema.js';

type Named<K extends Answer['action']> = Extract<Answer, { readonly action: K }>;

/** One good answer of each action; typed, so that an action without one is an error. */
const good: { readonly [K in Answer['action']]: Named<K> } = {
  'choose-goal': { action: 'choose-goal', goal: 'unlock-account' },
  'choose-method': { action: 'choose-method', method: 'm1' },
  'enter-code': { action: 'enter-code', code: '123 456' },
  'confirm-target': { action: 'confirm-target', target: '+49 170 1234520' },
  'answer-questions': { action: 'answer-questions', answers: { q1: 'Lisbon', q2: 'Rex' } },
  'set-password': {
    action: 'set-password',
    password: 'Quiet-Harbour-72',
    confirmation: 'Quiet-Harbour-72',
  },
  'fill-form': { action: 'fill-form', values: { badge: '4711' } },
  'enrol-app': { action: 'enrol-app', proof: 'notification' },
  'enrol-phone': {
    action: 'enrol-phone',
    number: '0170 1234520',
    channel: 'whatsapp',
    country: 'DE',
    extension: '12',
  },
  'enrol-email': { action: 'enrol-email', address: 'alex@home.example' },
  'enrol-questions': {
    action: 'enrol-questions',
    answers: [
      { question: 'q1', answer: 'Lisbon' },
      { own: 'What do I call my bicycle?', answer: 'Rosinante' },
    ],
  },
  add: { action: 'add', type: 'phone' },
  change: { action: 'change', id: 'r1' },
  remove: { action: 'remove', id: 'r1' },
  'make-default': { action: 'make-default', id: 'r1' },
  confirm: { action: 'confirm', id: 'r1' },
  'use-different': { action: 'use-different' },
  skip: { action: 'skip' },
  'sign-out-everywhere': { action: 'sign-out-everywhere' },
  extend: { action: 'extend' },
  resend: { action: 'resend' },
  'other-method': { action: 'other-method' },
  'none-of-these': { action: 'none-of-these' },
  back: { action: 'back' },
  contact: { action: 'contact' },
};

describe('an answer of a person, as a server takes it', () => {
  for (const [action, answer] of Object.entries(good)) {
    it(`fits where it is ${action}, and takes no property that it does not name`, () => {
      expect(mismatch(answerSchema, answer, true)).to.equal(undefined);
      expect(mismatch(answerSchema, { ...answer, isAdmin: true }, true)).to.equal(
        "$: expected no property 'isAdmin'",
      );
    });
  }

  it('confirms all where it names none', () => {
    expect(mismatch(answerSchema, { action: 'confirm' }, true)).to.equal(undefined);
  });

  it('may add a type that this version does not know: the server decides', () => {
    expect(mismatch(answerSchema, { action: 'add', type: 'tattoo' }, true)).to.equal(undefined);
  });

  const bad: [why: string, answer: object, expected: string][] = [
    [
      'a goal of its own',
      { action: 'choose-goal', goal: 'become-administrator' },
      '$.goal: expected one of reset-password, unlock-account',
    ],
    ['a code as a number', { action: 'enter-code', code: 123_456 }, '$.code: expected string'],
    [
      'a target longer than a number',
      { action: 'confirm-target', target: '1'.repeat(101) },
      '$.target: expected a length of at most 100',
    ],
    [
      'answers in a list',
      { action: 'answer-questions', answers: ['Lisbon'] },
      '$.answers: expected object',
    ],
    [
      'an answer that is a number',
      { action: 'answer-questions', answers: { q1: 7 } },
      '$.answers.q1: expected string',
    ],
    [
      'an answer longer than a page',
      { action: 'answer-questions', answers: { q1: 'x'.repeat(1_001) } },
      '$.answers.q1: expected a length of at most 1000',
    ],
    [
      'a proof by handshake',
      { action: 'enrol-app', proof: 'handshake' },
      '$.proof: expected one of notification, code',
    ],
    ['no channel', { action: 'enrol-phone', number: '0170' }, '$.channel: expected, but missing'],
    [
      'a channel by pigeon',
      { action: 'enrol-phone', number: '0170', channel: 'pigeon' },
      '$.channel: expected one of text, whatsapp, call',
    ],
    [
      'a country in full',
      { ...good['enrol-phone'], country: 'Germany' },
      '$.country: expected a length of at most 2',
    ],
    [
      'an extension without end',
      { ...good['enrol-phone'], extension: '1'.repeat(21) },
      '$.extension: expected a length of at most 20',
    ],
    [
      'an address in a list',
      { action: 'enrol-email', address: ['a@b.example'] },
      '$.address: expected string',
    ],
    [
      'more questions than anyone registers',
      { action: 'enrol-questions', answers: Array(11).fill({ question: 'q', answer: 'a' }) },
      '$.answers: expected a length of at most 10',
    ],
    [
      'a question without an answer',
      { action: 'enrol-questions', answers: [{ question: 'q1' }] },
      '$.answers[0].answer: expected, but missing',
    ],
    ['nothing to remove', { action: 'remove' }, '$.id: expected, but missing'],
    ['an id as a number', { action: 'make-default', id: 1 }, '$.id: expected string'],
    ['an id that is null', { action: 'confirm', id: null }, '$.id: expected string'],
    [
      'an action that objects have',
      { action: 'constructor' },
      `$.action: expected one of ${Object.keys(good).join(', ')}`,
    ],
  ];
  for (const [why, answer, expected] of bad) {
    it(`is refused with ${why}`, () => {
      expect(mismatch(answerSchema, answer, true)).to.equal(expected);
    });
  }
});

describe('what starts a flow', () => {
  const reset: ResetIntent = {
    username: 'alex@fabrikam.example',
    captcha: { answer: 'K7Q2', challenge: 'c1' },
  };
  const registrations: RegistrationIntent[] = [
    {},
    { mode: 'interrupt' },
    { mode: 'manage' },
    { mode: 'reconfirm' },
  ];

  it('may answer the captcha of the discovery (rule CAPTCHA-1)', () => {
    expect(mismatch(resetIntentSchema, reset, true)).to.equal(undefined);
    expect(mismatch(resetIntentSchema, { ...reset, captcha: 'K7Q2' }, true)).to.equal(
      '$.captcha: expected object',
    );
    expect(mismatch(resetIntentSchema, { ...reset, captcha: { challenge: 'c1' } }, true)).to.equal(
      '$.captcha.answer: expected, but missing',
    );
  });

  it('may say for what a registration is, but never whose it is', () => {
    for (const intent of registrations)
      expect(mismatch(registrationIntentSchema, intent, true)).to.equal(undefined);
    expect(mismatch(registrationIntentSchema, { mode: 'erase' }, true)).to.equal(
      '$.mode: expected one of interrupt, manage, reconfirm',
    );
    expect(mismatch(registrationIntentSchema, { username: 'somebody-else' }, true)).to.equal(
      "$: expected no property 'username'",
    );
  });
});

describe('a captcha (rule CAPTCHA-2)', () => {
  const work = {
    algorithm: 'SHA-256',
    challenge: 'ab12',
    salt: 'cd34?expires=1795528200',
    maxNumber: 50_000,
    signature: 'ef56',
  } as const;
  const captchas: { readonly [K in Captcha['kind']]: Extract<Captcha, { readonly kind: K }> } = {
    none: { kind: 'none' },
    'proof-of-work': { kind: 'proof-of-work', work, expiresInMs: 300_000 },
    picture: {
      kind: 'picture',
      challenge: 'c1',
      picture: 'data:image/svg+xml;base64,PHN2Zy8+',
      audio: 'data:audio/wav;base64,UklGRg==',
      work,
      expiresInMs: 300_000,
    },
    external: { kind: 'external', provider: 'guard.example', siteKey: 'k1' },
  };
  for (const [kind, captcha] of Object.entries(captchas)) {
    it(`fits where it is ${kind}`, () => {
      expect(mismatch(captchaSchema, captcha, true)).to.equal(undefined);
    });
  }

  it('beside a picture always offers work instead, so that nobody has to read or hear', () => {
    const { work: _, ...without } = captchas.picture;
    expect(mismatch(captchaSchema, without)).to.equal('$.work: expected, but missing');
  });

  it('sets work that can be done', () => {
    const none = { ...captchas['proof-of-work'], work: { ...work, maxNumber: 0 } };
    expect(mismatch(captchaSchema, none)).to.equal('$.work.maxNumber: expected at least 1');
  });
});
