import { expect } from 'chai';
import { createHttpAdapter } from '../../../src/adapters/http.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import { setClient } from '../../../src/mock/client.js';
import {
  type BrowserJar,
  browserOf,
  createFaults,
  createFetch,
  createRequestHandler,
  type RequestHandlerOptions,
  type Served,
  withFaults,
} from '../../../src/mock/index.js';
import { fabrikam } from '../conformance/tenant-world.js';

const username = 'alex.park@fabrikam.example';
let attempts = 0;
const attempt = () => ({ attemptId: `a-${attempts++}`, locale: 'en' });

/** What cookies do, with a header in their place: pages and workers can make no cookies of requests. */
function jarOf(kept = new Map<string, string>()): BrowserJar {
  const page = ({ headers }: Request) => headers.get('x-page') ?? '';
  return {
    read: (request) => kept.get(page(request)),
    keep: (browser, request) => {
      kept.set(page(request), browser);
      return { 'x-kept': browser };
    },
  };
}

const overHttp = (served: Served, options: RequestHandlerOptions = {}, faults = createFaults()) => {
  const fetch = createFetch(withFaults(createRequestHandler(served, options), faults));
  const at = (page: string): Adapter =>
    createHttpAdapter({
      endpoint: 'http://localhost/api/sspr',
      fetch,
      headers: { 'x-page': page },
    });
  return { at, faults };
};

const nameOf = (step: { readonly resumable?: string | undefined }): string => {
  if (step.resumable === undefined) throw new Error('The step has no name.');
  return step.resumable;
};

const started = (adapter: Adapter, call = attempt()) => adapter.reset.start({ username }, call);
const resumed = ({ reset }: Adapter, name: string) => reset.resume?.(name, attempt());

describe('resuming through the handler', () => {
  it('SESSION-1: one handler is one browser, where nothing else is known', async () => {
    const { at } = overHttp(fabrikam());
    const step = await started(at('any'));
    expect(await resumed(at('other'), nameOf(step))).to.include({ kind: 'choose-method' });
  });

  it('SESSION-1: two handlers over one tenant are two browsers', async () => {
    const tenant = fabrikam();
    const step = await started(overHttp(tenant).at('any'));
    expect(await resumed(overHttp(tenant).at('any'), nameOf(step))).to.equal(undefined);
    expect(await resumed(tenant, nameOf(step))).to.equal(undefined);
  });

  it('SESSION-1: who brings the name of a flow, and not that of its browser, gets nothing', async () => {
    const { at } = overHttp(fabrikam(), { browsers: jarOf() });
    const step = await started(at('hers'));
    await started(at('his'));
    for (const page of ['his', 'of nobody'])
      expect(await resumed(at(page), nameOf(step))).to.equal(undefined);
    expect(await resumed(at('hers'), nameOf(step))).to.include({ kind: 'choose-method' });
  });

  it('SESSION-1: a browser gets one name, with the first start that there is something to come back to', async () => {
    const kept = new Map<string, string>();
    const { at } = overHttp(fabrikam(), { browsers: jarOf(kept) });
    await at('hers').discover({}, attempt());
    await at('hers').reset.start({ username: 'no name' }, attempt());
    await resumed(at('hers'), 'made-up');
    expect(kept.size).to.equal(0);
    const first = await started(at('hers'));
    const name = kept.get('hers');
    expect(name).to.match(/^[\w-]{22}$/);
    const second = await started(at('hers'));
    expect(kept.get('hers')).to.equal(name);
    for (const step of [first, second])
      expect(nameOf((await resumed(at('hers'), nameOf(step))) ?? {})).to.equal(nameOf(step));
  });

  it('SESSION-1: a start whose answer was lost, and the name with it, is resumed all the same', async () => {
    const kept = new Map<string, string>();
    const { at, faults } = overHttp(fabrikam(), { browsers: jarOf(kept) });
    const call = attempt();
    faults.next('start', { kind: 'lost-answer' });
    await started(at('hers'), call).catch(() => undefined);
    kept.clear();
    const step = await started(at('hers'), call);
    expect(await resumed(at('hers'), nameOf(step))).to.include({ kind: 'choose-method' });
  });

  it('tells an adapter for each request which browser sends it', async () => {
    const tenant = fabrikam();
    const seen: (string | undefined)[] = [];
    const { at } = overHttp(
      (request) => {
        seen.push(browserOf(request));
        return tenant.forClient('local', { browser: browserOf(request) });
      },
      { browsers: jarOf() },
    );
    const step = await started(at('hers'));
    await resumed(at('hers'), nameOf(step));
    expect(new Set(seen).size).to.equal(1);
    expect(browserOf(new Request('http://localhost/'))).to.equal(undefined);
  });

  it('THROTTLE-6: tells the clients of a tenant apart by itself', async () => {
    const tenant = fabrikam();
    const handler = createRequestHandler(tenant);
    for (const client of ['192.0.2.7', '192.0.2.8'])
      await handler(
        setClient(
          new Request('http://localhost/api/sspr/v1/reset/start', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
            body: JSON.stringify({ username }),
          }),
          client,
        ),
      );
    expect(new Set(tenant.audit.list().map(({ client }) => client))).to.deep.equal(
      new Set(['192.0.2.7', '192.0.2.8']),
    );
  });

  it('says that nobody finds flows again where the adapter does not', async () => {
    const tenant = fabrikam();
    const { resume: _, ...reset } = tenant.reset;
    const adapter: Adapter = { contract: 1, discover: tenant.discover, reset };
    const response = await createRequestHandler(adapter)(
      new Request('http://localhost/api/sspr/v1/reset/resume', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
        body: '{"at":"any"}',
      }),
    );
    expect(response?.status).to.equal(404);
  });
});
