import { expect } from 'chai';
import { createHttpAdapter } from '../../src/adapters/http.js';
import { conformance } from '../../src/conformance/index.js';
import { startMockBackend } from '../../src/mock/browser.js';
import { createFaults } from '../../src/mock/index.js';
import { failureOf } from '../unit/adapters/builders.js';
import { fabrikam, tenantWorld } from '../unit/conformance/tenant-world.js';

// The test page lies deep in a folder, the worker at the root.
const workerUrl = '/mockServiceWorker.js';
const scope = '/';
const endpoint = '/tenants/1/sspr';

describe('the mock backend in a browser', function () {
  // A worker is fetched, installed and activated first.
  this.timeout(20_000);
  let stop = async () => {};
  afterEach(() => stop());

  const start = async (tenant = fabrikam(), faults = createFaults()) => {
    ({ stop } = await startMockBackend(tenant, { endpoint, workerUrl, scope, faults }));
    return { tenant, faults, adapter: createHttpAdapter({ endpoint }) };
  };

  it('keeps the contract on the wire of this page', async () => {
    const world = await start(fabrikam({ methodsRequired: 2 }));
    const checks = conformance(() => tenantWorld(world.tenant, () => world.adapter));
    const walks = checks.filter(({ title }) => /leads from a username|never gave out/.test(title));
    expect(walks).to.have.length(2);
    for (const { run } of walks) await run();
    expect(world.tenant.people[0]?.passwordSetAt).to.be.a('number');
  });

  it('meets faults, network errors too', async () => {
    const { adapter, faults } = await start();
    const discover = () => adapter.discover({}, { locale: 'en' });
    faults.next('discover', { kind: 'offline' });
    faults.next('discover', { kind: 'html' });
    faults.next('discover', { kind: 'rate-limited', retryAfter: 3 });
    expect((await failureOf(discover())).code).to.equal('offline');
    expect((await failureOf(discover())).code).to.equal('malformed-answer');
    expect((await failureOf(discover())).retryAfterMs).to.equal(3_000);
    expect(await discover()).to.have.property('contract', 1);
  });

  it('ends a request that the page gives up, and stops although it was never answered', async () => {
    const { adapter, faults } = await start();
    faults.next('discover', { kind: 'drop' });
    const abort = new AbortController();
    const reason = new Error('The person left.');
    const call = adapter.discover({}, { locale: 'en', signal: abort.signal });
    const rejected = call.catch((error: unknown) => error);
    setTimeout(() => abort.abort(reason), 50);
    expect(await rejected).to.equal(reason);
  });

  it('lets all else pass, and everything once it is stopped', async () => {
    const inside = () =>
      fetch(`${endpoint}/v1/none`).then(({ headers }) => headers.get('content-type'));
    await start();
    expect((await fetch(workerUrl)).headers.get('content-type')).to.contain('javascript');
    expect(await inside()).to.equal('application/problem+json');
    await stop();
    stop = async () => {};
    expect(await inside()).not.to.equal('application/problem+json');
  });
});
