import { expect } from 'chai';
import type { Adapter } from '../../../src/contract/adapter.js';
import { SsprError } from '../../../src/contract/error.js';
import { problemDetailsSchema } from '../../../src/contract/http.js';
import { mismatch } from '../../../src/contract/schema.js';
import type { Step } from '../../../src/contract/step.js';
import { createRequestHandler } from '../../../src/mock/index.js';

const step: Step = {
  kind: 'refused',
  code: 'flow-expired',
  actions: [],
  problems: [],
  notices: [],
};

/** An adapter that notes what it is asked. */
function noting(reset: Partial<Adapter['reset']> = {}) {
  const calls: unknown[][] = [];
  const note =
    <T>(name: string, value: T) =>
    async (...call: unknown[]) => {
      calls.push([name, ...call]);
      return value;
    };
  const adapter: Adapter = {
    contract: 1,
    discover: note('discover', { contract: 1, captcha: { kind: 'none' } }),
    reset: {
      start: note('start', step),
      advance: note('advance', step),
      cancel: note('cancel', undefined),
      ...reset,
    },
  };
  return { adapter, calls };
}

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit | null;
}

const ask = (
  adapter: Adapter,
  { path = '/api/sspr/v1/reset/start', method = 'POST', headers = {}, body }: Asked,
) =>
  createRequestHandler(adapter)(
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'a-1',
        'accept-language': 'de-AT',
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: body ?? '{"username":"alex"}' }),
    }),
  );

const answer = async (adapter: Adapter, asked: Asked) => {
  const response = await ask(adapter, asked);
  if (!response) throw new Error('The handler did not answer.');
  return response;
};

describe('the request handler', () => {
  it('hands a start on with its attempt and its language', async () => {
    const { adapter, calls } = noting();
    const response = await answer(adapter, {});
    expect(response.status).to.equal(200);
    expect(await response.json()).to.deep.equal(step);
    const [[name, intent, attempt] = []] = calls;
    expect([name, intent]).to.deep.equal(['start', { username: 'alex' }]);
    expect(attempt).to.include({ attemptId: 'a-1', locale: 'de-AT' });
  });

  it('hands an answer on with its token', async () => {
    const { adapter, calls } = noting();
    const body = { token: 't', answer: { action: 'enter-code', code: '123456' } };
    const path = '/api/sspr/v1/reset/advance';
    await answer(adapter, { path, body: JSON.stringify(body) });
    expect(calls[0]?.slice(0, 3)).to.deep.equal(['advance', body.token, body.answer]);
  });

  it('needs no attempt for what changes nothing', async () => {
    for (const operation of ['discover', 'reset/watch', 'reset/cancel']) {
      const response = await answer(noting({ async *watch() {} }).adapter, {
        path: `/api/sspr/v1/${operation}`,
        headers: { 'idempotency-key': '' },
        body: operation === 'discover' ? '{}' : '{"token":"t"}',
      });
      expect(response.status).not.to.equal(400);
    }
  });

  it('answers a cancel without content', async () => {
    const path = '/api/sspr/v1/reset/cancel';
    const response = await answer(noting().adapter, { path, body: '{"token":"t"}' });
    expect(response.status).to.equal(204);
    expect(await response.text()).to.equal('');
  });

  it('leaves what is not below its path to others', async () => {
    for (const path of [
      '/',
      '/api/sspr',
      '/api/ssprv1/discover',
      '/v1/discover',
      '/other/api/sspr/v1/discover',
    ])
      expect(await ask(noting().adapter, { path })).to.equal(undefined);
  });

  it('is kept by nobody on the way', async () => {
    for (const asked of [{}, { body: 'no JSON' }, { path: '/api/sspr/v1/none' }]) {
      const { headers } = await answer(noting().adapter, asked);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
    }
  });

  for (const [languages, locale] of [
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr-CH'],
    ['zh-Hant', 'zh-Hant'],
    ['*', 'en'],
    ['../../etc/passwd', 'en'],
    ['', 'en'],
  ] as const) {
    it(`takes "${languages}" for ${locale}`, async () => {
      const { adapter, calls } = noting();
      await answer(adapter, { headers: { 'accept-language': languages } });
      expect(calls[0]?.[2]).to.have.property('locale', locale);
    });
  }
});

describe('a bad request', () => {
  const secret = 'hunter2';
  const notUtf8 = new TextEncoder().encode('{"username":"?"}');
  notUtf8[notUtf8.indexOf(63)] = 0xff;
  const big = JSON.stringify({ username: 'x'.repeat(70_000) });
  const bad: [why: string, status: number, detail: RegExp, asked: Asked][] = [
    ['an unknown operation', 404, /no such operation/, { path: '/api/sspr/v1/reset/steal' }],
    [
      'an operation that objects have',
      404,
      /no such operation/,
      { path: '/api/sspr/v1/constructor' },
    ],
    ['another method', 405, /POST/, { method: 'GET' }],
    [
      'another content type',
      415,
      /application\/json/,
      { headers: { 'content-type': 'text/plain' } },
    ],
    [
      'a form',
      415,
      /application\/json/,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['no attempt', 400, /Idempotency-Key/, { headers: { 'idempotency-key': '' } }],
    [
      'an attempt too long',
      400,
      /Idempotency-Key/,
      { headers: { 'idempotency-key': 'a'.repeat(201) } },
    ],
    ['an attempt with spaces', 400, /Idempotency-Key/, { headers: { 'idempotency-key': 'a b' } }],
    ['no JSON', 400, /must be JSON/, { body: `{"username":"${secret}` }],
    ['an empty body', 400, /must be JSON/, { body: '' }],
    ['text that is not UTF-8', 400, /UTF-8/, { body: notUtf8 }],
    ['a list', 400, /\$: expected object/, { body: `["${secret}"]` }],
    ['null', 400, /\$: expected object/, { body: 'null' }],
    ['no username', 400, /\$\.username: expected/, { body: '{}' }],
    [
      'a username that is a number',
      400,
      /\$\.username: expected string/,
      { body: '{"username":7}' },
    ],
    [
      'a username without end',
      400,
      /length of at most 1000/,
      { body: JSON.stringify({ username: secret.repeat(200) }) },
    ],
    [
      'a field nobody asked for',
      400,
      /no property 'admin'/,
      { body: '{"username":"a","admin":true}' },
    ],
    [
      'a prototype',
      400,
      /no property '__proto__'/,
      { body: '{"username":"a","__proto__":{"admin":true}}' },
    ],
    ['a body beyond reason', 413, /65536 bytes/, { body: big }],
    [
      'an unknown answer',
      400,
      /\$\.answer\.action: expected one of/,
      { path: '/api/sspr/v1/reset/advance', body: `{"token":"t","answer":{"action":"${secret}"}}` },
    ],
    [
      'an answer with more than belongs to it',
      400,
      /\$\.answer: expected no property 'token'/,
      {
        path: '/api/sspr/v1/reset/advance',
        body: '{"token":"t","answer":{"action":"back","token":"u"}}',
      },
    ],
    [
      'a cancel without a token',
      400,
      /\$\.token/,
      { path: '/api/sspr/v1/reset/cancel', body: '{}' },
    ],
  ];
  for (const [why, status, detail, asked] of bad) {
    it(`with ${why} is told so as problem details and reaches nobody`, async () => {
      const { adapter, calls } = noting();
      const response = await answer(adapter, asked);
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.equal('application/problem+json');
      const problem = await response.json();
      expect(mismatch(problemDetailsSchema, problem, true)).to.equal(undefined);
      expect(problem).to.include({ status, code: status === 404 ? 'not-found' : 'rejected' });
      expect(problem.detail).to.match(detail).and.not.contain(secret);
      expect(calls).to.deep.equal([]);
    });
  }

  it('that streams without end is given up on', async () => {
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(8_192).fill(32));
      },
    });
    let request: Request;
    try {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'a' };
      const url = 'http://localhost/api/sspr/v1/reset/start';
      request = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    } catch {
      // An engine without streaming requests cannot be sent one either.
      return;
    }
    if (!request.body) return;
    const response = await createRequestHandler(noting().adapter)(request);
    expect(response?.status).to.equal(413);
    expect(chunks).to.be.lessThan(20);
  });

  it('names the method that is allowed', async () => {
    const response = await answer(noting().adapter, { method: 'GET' });
    expect(response.headers.get('allow')).to.equal('POST');
  });
});

describe('an adapter that fails', () => {
  const failing = (error: unknown) =>
    noting({
      start: async () => {
        throw error;
      },
    }).adapter;

  for (const error of [
    new TypeError('alex has the password hunter2'),
    new SsprError('offline', 'alex has the password hunter2'),
    'hunter2',
    undefined,
  ]) {
    it(`with ${error} is a 500 that says nothing of it`, async () => {
      const response = await answer(failing(error), {});
      expect(response.status).to.equal(500);
      expect(await response.json()).to.deep.equal({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        code: 'server',
      });
    });
  }

  it('because it is asked too often says how long to wait', async () => {
    const error = new SsprError('rate-limited', 'x', { retryAfterMs: 1_500 });
    const response = await answer(failing(error), {});
    expect(response.status).to.equal(429);
    expect(response.headers.get('retry-after')).to.equal('2');
  });

  it('because nobody is signed in any more is a 401', async () => {
    expect((await answer(failing(new SsprError('unauthorized', 'x')), {})).status).to.equal(401);
  });
});

describe('watching through the handler', () => {
  const path = '/api/sspr/v1/reset/watch';
  const body = '{"token":"t"}';
  const watch = (reset: Partial<Adapter['reset']>) => answer(noting(reset).adapter, { path, body });

  it('gives the step that is there', async () => {
    const response = await watch({
      async *watch() {
        yield step;
      },
    });
    expect(await response.json()).to.deep.equal(step);
  });

  it('says that there is none yet and when to ask again, and lets go of the adapter', async () => {
    let released = false;
    const response = await watch({
      async *watch(_, { signal }) {
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
        released = true;
      },
    });
    expect(response.status).to.equal(204);
    expect(response.headers.get('retry-after')).to.equal('2');
    await Promise.resolve();
    expect(released).to.equal(true);
  });

  it('says that none will come where the adapter says so, or cannot watch', async () => {
    expect((await watch({ async *watch() {} })).status).to.equal(404);
    expect((await watch({})).status).to.equal(404);
  });

  it('is a 500 where the adapter fails', async () => {
    const response = await watch({
      // biome-ignore lint/correctness/useYield: it fails before it yields.
      async *watch() {
        throw new Error('hunter2');
      },
    });
    expect(response.status).to.equal(500);
  });
});
