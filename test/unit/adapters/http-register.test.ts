import { expect } from 'chai';
import type { Answer } from '../../../src/contract/answer.js';
import type { RegistrationStep } from '../../../src/contract/step.js';
import {
  type Answerer,
  attempt,
  endpoint,
  enrolApp,
  failureOf,
  json,
  manage,
  registered,
  registerOver,
  registerWith,
  startWith,
  step,
} from './builders.js';

const secret = 'hunter2-in-the-answer';

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a registration over http', () => {
  it('asks its own operations, by the same rules as a reset', async () => {
    const sent: { url: string; key: string | null; body: unknown }[] = [];
    const register = registerOver((url, { headers, body }) => {
      sent.push({
        url,
        key: new Headers(headers).get('idempotency-key'),
        body: JSON.parse(String(body)),
      });
      return json(manage());
    });
    const answer: Answer = { action: 'add', type: 'phone' };
    await register.start({ mode: 'manage' }, attempt);
    await register.advance('token-1', answer, { ...attempt, attemptId: 'attempt-2' });
    await register.cancel('token-1', { locale: 'en' });
    expect(sent).to.deep.equal([
      { url: `${endpoint}/v1/register/start`, key: 'attempt-1', body: { mode: 'manage' } },
      {
        url: `${endpoint}/v1/register/advance`,
        key: 'attempt-2',
        body: { token: 'token-1', answer },
      },
      { url: `${endpoint}/v1/register/cancel`, key: null, body: { token: 'token-1' } },
    ]);
  });

  it('is watched at its own operation, and its steps are its own', async () => {
    const urls: string[] = [];
    const answers = [
      () => json(enrolApp({ token: 'token-2' })),
      () => json(step({ kind: 'refused', code: 'flow-expired', token: undefined })),
    ];
    const register = registerOver((url) => {
      urls.push(url);
      return answers.shift()?.() ?? new Response(null, { status: 404 });
    });
    const kinds: RegistrationStep['kind'][] = [];
    for await (const { kind } of register.watch?.('token-1', { locale: 'en' }) ?? [])
      kinds.push(kind);
    expect(kinds).to.deep.equal(['enrol-app', 'refused']);
    expect(urls).to.deep.equal([`${endpoint}/v1/register/watch`, `${endpoint}/v1/register/watch`]);
  });

  it('hands a good step on as it came', async () => {
    expect(await registerWith(() => json(manage()))).to.deep.equal(asSent(manage()));
  });

  it('may know types, hindrances and suggestions that this version does not', async () => {
    const newer = manage({
      registered: [registered({ type: 'implant', label: 'Implant' })],
      registrable: [{ type: 'tattoo', label: 'Tattoo', may: 'not-at-full-moon' }],
      suggestion: 'tattoo',
    });
    expect(await registerWith(() => json(newer))).to.deep.equal(asSent(newer));
  });

  const unauthorized: Answerer = () => new Response(secret, { status: 401 });
  it('fails as unauthorized where nobody is signed in, at every operation', async () => {
    const register = registerOver(unauthorized);
    const watched = (async () => {
      for await (const _ of register.watch?.('token-1', { locale: 'en' }) ?? []);
    })();
    for (const [operation, call] of [
      ['start', register.start({}, attempt)],
      ['advance', register.advance('token-1', { action: 'skip' }, attempt)],
      ['watch', watched],
      ['cancel', register.cancel('token-1', attempt)],
    ] as const) {
      const failure = await failureOf(call);
      expect(failure.code, operation).to.equal('unauthorized');
      expect(failure.retryable, operation).to.equal(false);
      expect(failure.message).to.equal(`/v1/register/${operation}: HTTP 401.`);
    }
  });

  it('fails as not found where the backend registers nobody', async () => {
    const failure = await failureOf(registerWith(() => new Response(null, { status: 404 })));
    expect(failure.code).to.equal('not-found');
  });
});

describe('a step of the other kind of flow', () => {
  it('answered to a reset is unknown there, with what all steps have', async () => {
    const answer = await startWith(() =>
      json(manage({ actions: [{ name: 'cancel' }], registered: [registered({ hint: secret })] })),
    );
    expect(answer).to.deep.equal({
      kind: 'unknown',
      received: 'manage',
      token: 'token-1',
      actions: [{ name: 'cancel' }],
      problems: [],
      notices: [],
    });
  });

  it('answered to a reset hands the secret of an app on to nobody', async () => {
    const answer = await startWith(() => json(enrolApp()));
    expect(answer).to.include({ kind: 'unknown', received: 'enrol-app' });
    expect(JSON.stringify(answer)).not.to.match(/otpauth|JBSW/);
  });

  for (const kind of ['identify', 'choose-goal', 'new-password']) {
    it(`answered to a registration is unknown there: ${kind}`, async () => {
      const answer = await registerWith(() => json(step({ kind, rules: [], goals: [] })));
      expect(answer).to.include({ kind: 'unknown', received: kind });
      expect(answer).not.to.have.any.keys('rules', 'goals');
    });
  }

  for (const kind of ['constructor', '__proto__', 'toString', 'unknown']) {
    it(`is none because objects have a ${kind}`, async () => {
      const answer = await registerWith(() => json(step({ kind })));
      expect(answer).to.deep.include({ kind: 'unknown', received: kind });
    });
  }
});

describe('a malformed step of a registration', () => {
  const many = (count: number, value: unknown) => Array(count).fill(value);
  const enrol = (kind: string, values: object) => step({ kind, methods: undefined, ...values });
  const question = { id: 'q1', text: 'What was your first street?' };
  const questions = (values: object) =>
    enrol('enrol-questions', {
      questions: [question],
      count: 3,
      answerLength: { min: 3, max: 40 },
      ...values,
    });

  const steps: [why: string, step: object, expected: string][] = [
    ['a number of proofs as text', manage({ required: '2' }), '$.required: expected integer'],
    ['no proof at all', manage({ required: 0 }), '$.required: expected at least 1'],
    [
      'more registered than a page holds',
      manage({ registered: many(51, registered()) }),
      '$.registered: expected a length of at most 50',
    ],
    [
      'more to register than a page holds',
      manage({ registrable: many(21, { type: 'phone', may: 'yes' }) }),
      '$.registrable: expected a length of at most 20',
    ],
    [
      'a limit as text',
      manage({ registrable: [{ type: 'phone', may: 'yes', limit: '1' }] }),
      '$.registrable[0].limit: expected integer',
    ],
    [
      'a default that is a word',
      manage({ registered: [registered({ isDefault: 'true' })] }),
      '$.registered[0].isDefault: expected boolean',
    ],
    [
      'a source that nobody knows',
      manage({ registered: [registered({ source: secret })] }),
      '$.registered[0].source: expected one of registered, directory',
    ],
    [
      'permissions that are a list',
      manage({ registered: [registered({ may: ['yes'] })] }),
      '$.registered[0].may: expected object',
    ],
    [
      'no word on what a loss costs',
      manage({ registered: [registered({ ifLost: undefined })] }),
      '$.registered[0].ifLost: expected, but missing',
    ],
    [
      'a date as text',
      manage({ registered: [registered({ addedAt: '2026-11-24' })] }),
      '$.registered[0].addedAt: expected integer',
    ],
    [
      'a removal of nothing',
      enrol('confirm-removal', { registered: null }),
      '$.registered: expected object',
    ],
    [
      'missing types that are numbers',
      enrol('registration-needed', { missing: [7] }),
      '$.missing[0]: expected string',
    ],
    [
      'a reconfirmation in half a day',
      enrol('reconfirm', { registered: [], againInDays: 0.5 }),
      '$.againInDays: expected integer',
    ],
    ['an app without a key', enrolApp({ key: undefined }), '$.key: expected, but missing'],
    [
      'an app with a proof of its own',
      enrolApp({ proofs: ['handshake'] }),
      '$.proofs[0]: expected one of notification, code',
    ],
    [
      'a country that is a name',
      enrol('enrol-phone', { type: 'phone', channels: ['text'], country: 'Germany' }),
      '$.country: expected a length of at most 2',
    ],
    [
      'a channel that nobody has',
      enrol('enrol-phone', { type: 'phone', channels: ['pigeon'] }),
      '$.channels[0]: expected one of text, whatsapp, call',
    ],
    [
      'a telephone of an unknown type',
      enrol('enrol-phone', { type: 'fax', channels: ['call'] }),
      '$.type: expected one of phone, alternate-phone, office-phone',
    ],
    [
      'more questions than anyone reads',
      questions({ questions: many(61, question) }),
      '$.questions: expected a length of at most 60',
    ],
    [
      'a question without words',
      questions({ questions: [{ id: 'q1' }] }),
      '$.questions[0].text: expected, but missing',
    ],
    [
      'a length of answers as text',
      questions({ answerLength: { min: '3', max: 40 } }),
      '$.answerLength.min: expected integer',
    ],
    [
      'a summary that is no list',
      enrol('done', { outcome: 'registered', unlocked: false, told: [], registered: {} }),
      '$.registered: expected array',
    ],
    ['no token', manage({ token: undefined }), '$.token: expected, but missing'],
  ];
  for (const [why, malformed, expected] of steps) {
    it(`with ${why} is told by place and expectation, without a word of it`, async () => {
      const failure = await failureOf(registerWith(() => json(malformed)));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.equal(`/v1/register/start: ${expected}.`);
    });
  }
});

describe('the new steps that both flows have', () => {
  const method = { id: 'm1', type: 'questions' };
  const malformed: [why: string, step: object, expected: string][] = [
    [
      'six questions at once',
      step({ kind: 'answer-questions', method, questions: Array(6).fill({ id: 'q', text: 'Q?' }) }),
      '$.questions: expected a length of at most 5',
    ],
    [
      'tries as text',
      step({ kind: 'answer-questions', method, questions: [], triesLeft: '3' }),
      '$.triesLeft: expected integer',
    ],
    [
      'a number to type that is one',
      step({ kind: 'wait', for: 'notification', number: 42 }),
      '$.number: expected string',
    ],
    [
      'a wait for nobody',
      step({ kind: 'wait', for: 'godot' }),
      '$.for: expected one of notification, call, writeback',
    ],
    ['no method', step({ kind: 'confirm-target' }), '$.method: expected, but missing'],
    [
      'a purpose of its own',
      step({ purpose: 'fun' }),
      '$.purpose: expected one of fresh-proof, registration',
    ],
  ];
  for (const [why, answer, expected] of malformed) {
    it(`are malformed with ${why}, whichever flow they come to`, async () => {
      for (const [path, opening] of [
        ['/v1/reset/start', startWith],
        ['/v1/register/start', registerWith],
      ] as const) {
        const failure = await failureOf(opening(() => json(answer)));
        expect(failure.code).to.equal('malformed-answer');
        expect(failure.message).to.equal(`${path}: ${expected}.`);
      }
    });
  }

  it('a choice of goals has no goal that nobody knows', async () => {
    const goals = ['reset-password', 'become-administrator'];
    const failure = await failureOf(startWith(() => json(step({ kind: 'choose-goal', goals }))));
    expect(failure.message).to.equal(
      '/v1/reset/start: $.goals[1]: expected one of reset-password, unlock-account.',
    );
  });
});
