import { expect } from 'chai';
import { createHttpAdapter, type HttpAdapterOptions } from '../../../src/adapters/http.js';
import { SsprError } from '../../../src/contract/error.js';
import {
  adapterOver,
  attempt,
  discovery,
  endpoint,
  FakeClock,
  failureOf,
  json,
  settle,
  step,
} from './builders.js';

const cause = new Error('The token could not be renewed.');

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: unknown;
}

function recording(answer: () => Response, options = {}) {
  const sent: Sent[] = [];
  const adapter = adapterOver((url, init) => {
    sent.push({
      url,
      init,
      headers: new Headers(init.headers),
      body: JSON.parse(String(init.body)),
    });
    return answer();
  }, options);
  return { adapter, sent };
}

describe('a request of the http adapter', () => {
  it('posts the hint of a discovery', async () => {
    const { adapter, sent } = recording(() => json(discovery()));
    await adapter.discover({ domain: 'fabrikam.example' }, { locale: 'en' });
    expect(sent[0]?.url).to.equal(`${endpoint}/v1/discover`);
    expect(sent[0]?.init.method).to.equal('POST');
    expect(sent[0]?.body).to.deep.equal({ domain: 'fabrikam.example' });
    expect(sent[0]?.headers.has('idempotency-key')).to.equal(false);
  });

  it('posts the username of a start under the name of the attempt, in the language asked for', async () => {
    const { adapter, sent } = recording(() => json(step()));
    await adapter.reset.start({ username: 'alex@fabrikam.example' }, attempt);
    expect(sent[0]?.url).to.equal(`${endpoint}/v1/reset/start`);
    expect(sent[0]?.body).to.deep.equal({ username: 'alex@fabrikam.example' });
    expect(sent[0]?.headers.get('idempotency-key')).to.equal('attempt-1');
    expect(sent[0]?.headers.get('accept-language')).to.equal('de-AT');
    expect(sent[0]?.headers.get('content-type')).to.equal('application/json');
  });

  it('carries a token and an answer in its body and never in its address or headers', async () => {
    const { adapter, sent } = recording(() => json(step()));
    const answer = { action: 'enter-code', code: '123456' } as const;
    await adapter.reset.advance('secret-token', answer, attempt);
    await adapter.reset.cancel('secret-token', attempt);
    expect(sent[0]?.body).to.deep.equal({ token: 'secret-token', answer });
    expect(sent[1]?.body).to.deep.equal({ token: 'secret-token' });
    for (const { url, headers } of sent) {
      expect(url).not.to.contain('secret');
      expect(JSON.stringify([...headers])).not.to.match(/secret|123456/);
    }
  });

  it('follows no redirect, is not cached, and sends cookies to its own origin only', async () => {
    const { adapter, sent } = recording(() => json(step()));
    await adapter.reset.start({ username: 'alex' }, attempt);
    expect(sent[0]?.init).to.include({
      redirect: 'error',
      cache: 'no-store',
      credentials: 'same-origin',
    });
  });

  it('sends the headers and the cookies that the page asked for', async () => {
    const { adapter, sent } = recording(() => json(step()), {
      headers: { 'X-CSRF': 'abc', 'Content-Type': 'text/plain' },
      credentials: 'include',
    });
    await adapter.reset.start({ username: 'alex' }, attempt);
    expect(sent[0]?.headers.get('x-csrf')).to.equal('abc');
    expect(sent[0]?.init.credentials).to.equal('include');
  });

  it('cannot be given another content type by the page', async () => {
    const { adapter, sent } = recording(() => json(step()), {
      headers: { 'Content-Type': 'text/plain' },
    });
    await adapter.reset.start({ username: 'alex' }, attempt);
    expect(sent[0]?.headers.get('content-type')).to.equal('application/json');
  });

  it('does not mind a slash at the end of the endpoint', async () => {
    const { adapter, sent } = recording(() => json(step()), { endpoint: `${endpoint}/` });
    await adapter.reset.start({ username: 'alex' }, attempt);
    expect(sent[0]?.url).to.equal(`${endpoint}/v1/reset/start`);
  });

  it('goes through the fetch that the platform has when it is sent', async () => {
    const adapter = createHttpAdapter({ endpoint });
    const { fetch } = globalThis;
    globalThis.fetch = async () => json(discovery());
    try {
      expect((await adapter.discover({}, { locale: 'en' })).contract).to.equal(1);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('reaches its address again when it is repeated', async () => {
    const { adapter, sent } = recording(() => json(step()));
    await adapter.reset.start({ username: 'alex' }, attempt);
    await adapter.reset.start({ username: 'alex' }, attempt);
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).to.deep.equal([
      'attempt-1',
      'attempt-1',
    ]);
  });
});

describe('the headers that a page gives', () => {
  const start = (headers: HttpAdapterOptions['headers'], options = {}) => {
    const recorded = recording(() => json(step()), { headers, ...options });
    return {
      ...recorded,
      call: () => recorded.adapter.reset.start({ username: 'alex' }, attempt),
    };
  };

  for (const [why, headers] of [
    ['a record', { Authorization: 'Bearer one' }],
    ['pairs', [['Authorization', 'Bearer one']]],
    ['headers', new Headers({ Authorization: 'Bearer one' })],
    ['a function', () => ({ Authorization: 'Bearer one' })],
    ['a function that promises them', async () => new Headers({ Authorization: 'Bearer one' })],
  ] satisfies [string, HttpAdapterOptions['headers']][]) {
    it(`may be ${why}`, async () => {
      const { call, sent } = start(headers);
      await call();
      expect(sent[0]?.headers.get('authorization')).to.equal('Bearer one');
      expect(sent[0]?.headers.get('content-type')).to.equal('application/json');
    });
  }

  it('are asked for at each request, so that a token can be renewed', async () => {
    let asked = 0;
    const { call, sent } = start(() => ({ Authorization: `Bearer ${++asked}` }));
    await call();
    await call();
    expect(sent.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer 1',
      'Bearer 2',
    ]);
  });

  it('are not changed where they are an object of the page', async () => {
    const headers = new Headers({ 'X-CSRF': 'abc' });
    await start(headers).call();
    expect([...headers]).to.deep.equal([['x-csrf', 'abc']]);
  });

  it('cannot rename the attempt or the language', async () => {
    const { call, sent } = start(() => ({ 'Idempotency-Key': 'mine', 'Accept-Language': 'xx' }));
    await call();
    expect(sent[0]?.headers.get('idempotency-key')).to.equal('attempt-1');
    expect(sent[0]?.headers.get('accept-language')).to.equal('de-AT');
  });

  it('send nothing where the page says that nobody is signed in', async () => {
    const { call, sent } = start(() => {
      throw new SsprError('unauthorized', 'Signed out.');
    });
    const failure = await failureOf(call());
    expect(failure.code).to.equal('unauthorized');
    expect(failure.message).to.equal('Signed out.');
    expect(sent).to.deep.equal([]);
  });

  for (const [why, headers] of [
    [
      'throws',
      () => {
        throw cause;
      },
    ],
    ['rejects', () => Promise.reject(cause)],
  ] satisfies [string, HttpAdapterOptions['headers']][]) {
    it(`send nothing where the page ${why}, and say why`, async () => {
      const { call, sent } = start(headers);
      const failure = await failureOf(call());
      expect(failure.code).to.equal('offline');
      expect(failure.cause).to.equal(cause);
      expect(failure.message).to.equal("/v1/reset/start: the page's headers could not be had.");
      expect(sent).to.deep.equal([]);
    });
  }

  it('that never come end as a timeout, and late ones send nothing', async () => {
    const clock = new FakeClock();
    const late = Promise.withResolvers<HeadersInit>();
    const { call, sent } = start(() => late.promise, { clock });
    const failed = failureOf(call());
    await settle();
    clock.wind(15_000);
    expect((await failed).code).to.equal('timeout');
    late.resolve({});
    await settle();
    expect(sent).to.deep.equal([]);
  });
});
