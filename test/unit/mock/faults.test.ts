import { expect } from 'chai';
import { createHttpAdapter, type HttpAdapterOptions } from '../../../src/adapters/http.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import type { SsprErrorCode } from '../../../src/contract/error.js';
import { setClient } from '../../../src/mock/client.js';
import {
  clientOf,
  createFaults,
  createFetch,
  createRequestHandler,
  type Fault,
  withFaults,
} from '../../../src/mock/index.js';
import { FakeClock, failureOf, settle } from '../adapters/builders.js';
import { fabrikam } from '../conformance/tenant-world.js';

function connected(options: Partial<HttpAdapterOptions> = {}) {
  const faults = createFaults();
  const tenant = fabrikam();
  const clock = new FakeClock();
  const handler = withFaults(createRequestHandler(tenant), faults, clock.after);
  const adapter: Adapter = createHttpAdapter({
    endpoint: 'http://localhost/api/sspr',
    fetch: createFetch(handler),
    clock,
    ...options,
  });
  const start = (attemptId = 'a-1') =>
    adapter.reset.start({ username: 'alex.park@fabrikam.example' }, { locale: 'en', attemptId });
  return { adapter, clock, faults, start, tenant };
}

describe('a fault on the way', () => {
  const met: [fault: Fault, code: SsprErrorCode, served: boolean][] = [
    [{ kind: 'offline' }, 'offline', false],
    [{ kind: 'lost-answer' }, 'offline', true],
    [{ kind: 'html' }, 'malformed-answer', false],
    [{ kind: 'html', status: 502 }, 'server', false],
    [{ kind: 'truncated' }, 'malformed-answer', true],
    [{ kind: 'server-error' }, 'server', false],
    [{ kind: 'server-error', body: true }, 'server', false],
    [{ kind: 'rate-limited' }, 'rate-limited', false],
    [{ kind: 'rate-limited', retryAfter: 3, body: true }, 'rate-limited', false],
    [{ kind: 'redirect', location: 'https://login.example/' }, 'offline', false],
  ];
  for (const [fault, code, served] of met) {
    it(`${JSON.stringify(fault)} is met once as ${code}, and trying again ends well`, async () => {
      const { faults, start, tenant } = connected();
      faults.next('start', fault);
      expect((await failureOf(start())).code).to.equal(code);
      expect(tenant.audit.list()).to.have.length(served ? 2 : 0);
      expect(await start()).to.have.property('kind', 'choose-method');
      expect(tenant.audit.list()).to.have.length(2);
    });
  }

  it('duplicates a request, of which the backend takes one', async () => {
    const { faults, start, tenant } = connected();
    faults.next('start', { kind: 'duplicate' });
    expect(await start()).to.have.property('kind', 'choose-method');
    expect(tenant.audit.list()).to.have.length(2);
  });

  it('THROTTLE-6: a request that arrives twice is of one client', async () => {
    const seen: string[] = [];
    const faults = createFaults();
    faults.next('discover', { kind: 'duplicate' });
    const handler = withFaults(async (request) => {
      seen.push(clientOf(request));
      return new Response();
    }, faults);
    const address = 'http://localhost/api/sspr/v1/discover';
    await handler(setClient(new Request(address, { method: 'POST' }), '192.0.2.7'));
    expect(seen).to.deep.equal(['192.0.2.7', '192.0.2.7']);
  });

  it('lets the next request overtake one, and serves it then', async () => {
    const { faults, start, tenant } = connected();
    faults.next('start', { kind: 'reorder' });
    const [slow, fast] = await Promise.all([start('a-1'), start('a-2')]);
    const order = tenant.audit.list().map(({ correlationId }) => correlationId);
    expect(order).to.deep.equal(
      [fast, fast, slow, slow].map((step) => ('supportCode' in step ? step.supportCode : '')),
    );
  });

  it('holds a request that nothing overtakes for a second at most', async () => {
    const { clock, faults, start } = connected();
    faults.next('start', { kind: 'reorder' });
    const held = start();
    await settle();
    clock.wind(1_000);
    expect(await held).to.have.property('kind', 'choose-method');
  });

  it('may tell to wait, in seconds or until a date', async () => {
    const { clock, faults, start } = connected();
    faults.next('start', { kind: 'rate-limited', retryAfter: 3 });
    faults.next('start', { kind: 'rate-limited', retryAfter: new Date(clock.now() + 60_000) });
    expect((await failureOf(start())).retryAfterMs).to.equal(3_000);
    expect((await failureOf(start())).retryAfterMs).to.equal(60_000);
  });

  it('may be a step of an unknown kind', async () => {
    const { faults, start } = connected();
    faults.next('start', { kind: 'unknown-step', received: 'dance' });
    expect(await start()).to.include({ kind: 'unknown', received: 'dance' });
  });

  it('may be another version of the contract', async () => {
    const { adapter, faults } = connected();
    faults.next('discover', { kind: 'wrong-contract' });
    const failure = await failureOf(adapter.discover({}, { locale: 'en' }));
    expect(failure.code).to.equal('unsupported-contract');
  });

  it('may be slow, and then is an answer', async () => {
    const { clock, faults, start } = connected();
    faults.next('start', { kind: 'latency', ms: 4_000 });
    const call = start();
    await settle();
    expect(clock.nextInMs).to.equal(4_000);
    clock.wind(4_000);
    expect(await call).to.have.property('kind', 'choose-method');
  });

  it('may be silence, and then is a timeout', async () => {
    const { clock, faults, start } = connected();
    faults.next('start', { kind: 'drop' });
    const failed = failureOf(start());
    await settle();
    clock.wind(15_000);
    expect((await failed).code).to.equal('timeout');
  });

  it('waits for its operation and its turn', async () => {
    const { adapter, faults, start } = connected();
    faults.always('any', { kind: 'html' });
    faults.next('start', { kind: 'offline' }, 2);
    faults.next('start', { kind: 'server-error' });
    expect((await failureOf(adapter.discover({}, { locale: 'en' }))).code).to.equal(
      'malformed-answer',
    );
    const codes = [];
    for (const _ of [1, 2, 3, 4, 5]) codes.push((await failureOf(start())).code);
    expect(codes).to.deep.equal([
      'offline',
      'offline',
      'server',
      'malformed-answer',
      'malformed-answer',
    ]);
    faults.clear();
    expect(await start()).to.have.property('kind', 'choose-method');
  });
});

describe('a fetch that asks a handler', () => {
  const fetch = createFetch(createRequestHandler(fabrikam()));

  it('fails as a network does where nobody answers', async () => {
    const failure = await fetch('/elsewhere').catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });

  it('rejects with the reason of its signal', async () => {
    const reason = new Error('stop');
    const signal = AbortSignal.abort(reason);
    expect(
      await fetch('/api/sspr/v1/discover', { signal }).catch((error: unknown) => error),
    ).to.equal(reason);
  });
});
