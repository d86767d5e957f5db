import { expect } from 'chai';
import type { SsprErrorCode } from '../../../src/contract/error.js';
import {
  adapterOver,
  attempt,
  discovery,
  FakeClock,
  failureOf,
  json,
  pictureCaptcha,
  startWith,
  step,
} from './builders.js';

const secret = 'hunter2-in-the-answer';

const html = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });

const textAs = (type: string, body: string) =>
  new Response(body, { headers: { 'content-type': type } });

describe('a good answer', () => {
  it('is handed on as it came', async () => {
    expect(await startWith(() => json(step()))).to.deep.equal(step());
  });

  it('may come as any kind of JSON', async () => {
    const answer = textAs('application/vnd.sspr.v1+json; charset=utf-8', JSON.stringify(step()));
    expect(await startWith(() => answer)).to.have.property('kind', 'choose-method');
  });

  it('may say more than this version knows', async () => {
    const answer = await startWith(() => json(step({ mood: 'sunny' })));
    expect(answer).to.have.property('kind', 'choose-method');
  });

  it('may use problem, notice, action and refusal codes that this version does not know', async () => {
    const refused = {
      ...step({ kind: 'refused', code: 'moon-is-full', text: 'Come back tomorrow.' }),
      problems: [{ code: 'odd' }],
      notices: [{ code: 'even' }],
      actions: [{ name: 'sing', label: 'Sing' }],
    };
    expect(await startWith(() => json(refused))).to.deep.include({
      code: 'moon-is-full',
      problems: [{ code: 'odd' }],
      notices: [{ code: 'even' }],
    });
  });

  it('may give a cancel any success, with or without a body', async () => {
    for (const response of [new Response(null, { status: 204 }), html('<p>Bye</p>')])
      await adapterOver(() => response).reset.cancel('token-1', attempt);
  });
});

describe('a status that is not a success', () => {
  const meanings: [status: number, code: SsprErrorCode][] = [
    [400, 'rejected'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'not-found'],
    [409, 'rejected'],
    [413, 'rejected'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [304, 'malformed-answer'],
  ];
  for (const [status, code] of meanings) {
    it(`${status} means ${code}, whatever its body says`, async () => {
      const body = status === 304 ? null : secret;
      const failure = await failureOf(startWith(() => new Response(body, { status })));
      expect(failure.code).to.equal(code);
      expect(failure.message).to.equal(`/v1/reset/start: HTTP ${status}.`);
    });
  }

  const waits: [why: string, headers: Record<string, string>, ms: number | undefined][] = [
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['no seconds', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Tue, 24 Nov 2026 14:31:30 GMT' }, 90_000],
    ['a date that is over', { 'retry-after': 'Tue, 24 Nov 2026 14:00:00 GMT' }, 0],
    ['seconds under the other name', { 'x-retry-after': '7' }, 7_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['less than nothing', { 'retry-after': '-5' }, undefined],
    ['nothing', {}, undefined],
  ];
  for (const [why, headers, ms] of waits) {
    for (const status of [429, 503]) {
      it(`${status} that asks to wait with ${why} tells ${ms} ms`, async () => {
        const clock = new FakeClock();
        const call = startWith(() => new Response(null, { status, headers }), { clock });
        expect((await failureOf(call)).retryAfterMs).to.equal(ms);
      });
    }
  }
});

describe('a malformed answer', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const answers: [why: string, answer: () => Response, expected: string][] = [
    [
      'depth hidden where nobody looks',
      () => textAs('application/json', `{"kind":"dance","x":${deep(60)}}`),
      'complete JSON of sensible depth',
    ],
    ['a page', () => html(`<p>${secret}`), 'content of type application/json, HTTP 200'],
    [
      'JSON that calls itself text',
      () => textAs('text/plain', JSON.stringify(step())),
      'content of type',
    ],
    [
      'JSON that calls itself nothing',
      () => new Response(new Uint8Array([123, 125])),
      'content of type',
    ],
    ['JSON lines', () => textAs('application/jsonl', '{}'), 'content of type'],
    [
      'a truncated answer',
      () => textAs('application/json', `{"token":"${secret}`),
      'complete JSON of sensible depth',
    ],
    ['an empty body', () => textAs('application/json', ''), 'complete JSON of sensible depth'],
    [
      'a page that calls itself JSON',
      () => textAs('application/json', `<p>${secret}`),
      'complete JSON of sensible depth',
    ],
    [
      'no content',
      () => new Response(null, { status: 204 }),
      'content of type application/json, HTTP 204',
    ],
    ['a list', () => json([step()]), 'a JSON object'],
    ['null', () => json(null), 'a JSON object'],
    ['a string', () => json(secret), 'a JSON object'],
    ['no kind', () => json(step({ kind: undefined })), '$.kind: expected'],
    ['a kind that is a number', () => json(step({ kind: 7 })), '$.kind: expected string'],
    [
      'a kind longer than a name',
      () => json(step({ kind: secret.repeat(9) })),
      '$.kind: expected a length of at most 100',
    ],
    ['no token', () => json(step({ token: undefined })), '$.token: expected, but missing'],
    [
      'a token that is an object',
      () => json(step({ token: { secret } })),
      '$.token: expected string',
    ],
    [
      'a name of the wrong type',
      () => json(step({ methods: [{ id: secret, type: 9 }] })),
      '$.methods[0].type: expected string',
    ],
    [
      'a method that is null',
      () => json(step({ methods: [null] })),
      '$.methods[0]: expected object',
    ],
    [
      'methods that are an object',
      () => json(step({ methods: { length: 1 } })),
      '$.methods: expected array',
    ],
    [
      'an action without a name',
      () => json(step({ actions: [{ label: secret }] })),
      '$.actions[0].name: expected, but missing',
    ],
    ['negative time', () => json(step({ expiresInMs: -1 })), '$.expiresInMs: expected at least 0'],
    [
      'half a millisecond',
      () => json(step({ expiresInMs: 0.5 })),
      '$.expiresInMs: expected integer',
    ],
    [
      'a parameter that is an object',
      () => json(step({ problems: [{ code: 'x', params: { a: {} } }] })),
      '$.problems[0].params.a: expected string,integer',
    ],
    [
      'more methods than a page holds',
      () => json(step({ methods: Array(21).fill({ id: 'm', type: 'email' }) })),
      '$.methods: expected a length of at most 20',
    ],
    [
      'an answer nested beyond reason',
      () => textAs('application/json', deep(200_000)),
      'complete JSON of sensible depth',
    ],
    [
      'an answer larger than a megabyte',
      () => json(step({ padding: secret.repeat(50_000) })),
      'at most 1000000 bytes',
    ],
    [
      'an unknown kind with a wrong head',
      () => json({ kind: 'dance', actions: 'none', problems: [], notices: [] }),
      '$.actions: expected array',
    ],
    [
      'an unknown kind with no head',
      () => json({ kind: 'dance' }),
      '$.actions: expected, but missing',
    ],
  ];
  for (const [why, answer, expected] of answers) {
    it(`with ${why} is told by place and expectation, without a word of it`, async () => {
      const failure = await failureOf(startWith(answer));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message)
        .to.match(/^\/v1\/reset\/start: /)
        .and.contain(expected);
      expect(failure.message).not.to.contain(secret);
      expect(failure.cause).to.equal(undefined);
    });
  }

  it('is one that was redirected, should a fetch follow in spite of all', async () => {
    const response = json(step());
    Object.defineProperty(response, 'redirected', { value: true });
    const failure = await failureOf(startWith(() => response));
    expect(failure.code).to.equal('malformed-answer');
    expect(failure.message).to.contain('no redirect');
  });

  it('stops downloading where it is too large', async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const headers = { 'content-type': 'application/json' };
    const failure = await failureOf(startWith(() => new Response(endless, { headers })));
    expect(failure.code).to.equal('malformed-answer');
    expect(chunks).to.be.lessThan(20);
  });

  it('cannot reach the prototype of anything', async () => {
    const text = JSON.stringify(step()).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":1,',
    );
    const polluted = text.replace('"hint"', '"__proto__":{"polluted":1},"hint"');
    const answer = await startWith(() => textAs('application/json', polluted));
    const copy = Object.assign({}, answer, { methods: undefined });
    expect(copy).not.to.have.property('polluted');
    expect(Object.getPrototypeOf(answer)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    const inner = 'methods' in answer ? Object.assign({}, answer.methods[0]) : answer;
    expect(inner).not.to.have.property('polluted');
  });

  it('is not made good by a prototype that has what it lacks', async () => {
    const text = `{"__proto__":${JSON.stringify(step())}}`;
    const failure = await failureOf(startWith(() => textAs('application/json', text)));
    expect(failure.code).to.equal('malformed-answer');
  });

  for (const kind of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    it(`is not a known step because objects have a ${kind}`, async () => {
      const answer = await startWith(() => json(step({ kind })));
      expect(answer).to.deep.include({ kind: 'unknown', received: kind });
    });
  }
});

describe('a step of an unknown kind', () => {
  const future = {
    kind: 'wave-at-camera',
    token: 'token-9',
    title: 'Wave at the camera',
    fields: [{ name: 'waved', type: 'text', label: 'How often', required: true }],
    actions: [{ name: 'cancel' }],
    problems: [],
    notices: [],
    supportCode: 'ABC',
    camera: { secret },
  };

  it('keeps what all steps have, and its fields', async () => {
    const { kind, camera, ...kept } = future;
    expect(await startWith(() => json(future))).to.deep.equal({
      kind: 'unknown',
      received: kind,
      ...kept,
    });
  });

  it('loses fields and title that mean something else there', async () => {
    const answer = await startWith(() => json({ ...future, fields: { left: 1 }, title: 7 }));
    expect(answer).to.include({ kind: 'unknown', token: 'token-9' });
    expect(answer).not.to.have.any.keys('fields', 'title');
  });

  it('is what a backend sends that calls it unknown itself', async () => {
    const answer = await startWith(() => json({ ...future, kind: 'unknown' }));
    expect(answer).to.include({ kind: 'unknown', received: 'unknown' });
  });
});

describe('a password step of a newer backend', () => {
  const passwordStep = (rules: unknown[]) =>
    startWith(() => json(step({ kind: 'new-password', methods: undefined, rules })));

  it('shows a rule of an unknown kind in its own words, and leaves out one without', async () => {
    const length = { kind: 'length', min: 8, max: 256 };
    const answer = await passwordStep([
      length,
      { kind: 'not-breached', label: 'Not leaked' },
      { kind: 'lucky' },
    ]);
    expect(answer).to.deep.include({ rules: [length, { kind: 'other', label: 'Not leaked' }] });
  });

  for (const [why, rule, place] of [
    ['null', null, '$.rules[0].kind'],
    ['without a kind', { label: 'x' }, '$.rules[0].kind'],
    ['a known one gone wrong', { kind: 'length', min: 'eight', max: 9 }, '$.rules[0].min'],
    ['whose words are too long', { kind: 'new', label: 'x'.repeat(201) }, '$.rules[0].label'],
  ] as const) {
    it(`still may not have a rule that is ${why}`, async () => {
      const failure = await failureOf(passwordStep([rule]));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(place);
    });
  }
});

describe('a discovery', () => {
  const discover = (answer: unknown) =>
    adapterOver(() => json(answer)).discover({}, { locale: 'en' });

  it('is handed on', async () => {
    expect(await discover(discovery())).to.deep.equal(discovery());
  });

  it('of another version of the contract is refused, whatever else it says', async () => {
    for (const answer of [discovery({ contract: 2 }), { contract: 2, captchas: [secret] }]) {
      const failure = await failureOf(discover(answer));
      expect(failure.code).to.equal('unsupported-contract');
      expect(failure.retryable).to.equal(false);
      expect(failure.message).to.equal('/v1/discover: expected version 1 of the contract.');
    }
  });

  for (const [why, answer, expected] of [
    ['no version', discovery({ contract: undefined }), '$.contract: expected'],
    ['a version that is text', discovery({ contract: '1' }), '$.contract: expected integer'],
    ['a nameless brand', discovery({ branding: {} }), '$.branding.name: expected'],
  ] as const) {
    it(`with ${why} is malformed`, async () => {
      const failure = await failureOf(discover(answer));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(expected);
    });
  }

  it('with a captcha of a newer backend is not asked for again: this version cannot show it', async () => {
    const failure = await failureOf(discover(discovery({ captcha: { kind: 'riddle', secret } })));
    expect(failure.code).to.equal('unsupported-contract');
    expect(failure.retryable).to.equal(false);
    expect(failure.message).to.equal(
      '/v1/discover: $.captcha.kind: expected one of none, proof-of-work, picture, external.',
    );
  });

  for (const [why, captcha, expected] of [
    ['without a kind', {}, '$.captcha.kind: expected one of none'],
    ['that is null', null, '$.captcha.kind: expected one of none'],
    ['whose kind is a list', { kind: ['none'] }, '$.captcha.kind: expected one of none'],
    [
      'whose time is text',
      pictureCaptcha({ expiresInMs: '300000' }),
      '$.captcha.expiresInMs: expected integer',
    ],
    [
      'whose work is of another hash',
      { ...pictureCaptcha({ work: { ...pictureCaptcha().work, algorithm: 'MD5' } }) },
      '$.captcha.work.algorithm: expected SHA-256',
    ],
    [
      'whose picture is larger than one',
      pictureCaptcha({ picture: `data:image/png;base64,${'A'.repeat(200_000)}` }),
      '$.captcha.picture: expected a length of at most 200000',
    ],
    ['without a recording', pictureCaptcha({ audio: undefined }), '$.captcha.audio: expected'],
  ] as const) {
    it(`with a captcha ${why} is malformed`, async () => {
      const failure = await failureOf(discover(discovery({ captcha })));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(expected);
    });
  }
});
