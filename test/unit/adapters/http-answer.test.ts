import { expect } from 'chai';
import type { SsprErrorCode } from '../../../src/contract/error.js';
import { adapterOver, attempt, FakeClock, failureOf, json, startWith, step } from './builders.js';

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
