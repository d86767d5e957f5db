import { expect } from 'chai';
import { createHttpAdapter } from '../../src/adapters/http.js';
import { conformance } from '../../src/conformance/index.js';
import { createFaults } from '../../src/mock/index.js';
import { startMockBackend } from '../../src/mock/node.js';
import { startServer } from '../../src/mock/server.js';
import { failureOf } from '../unit/adapters/builders.js';
import { fabrikam, tenantWorld } from '../unit/conformance/tenant-world.js';

const endpoint = 'https://id.fabrikam.example/tenants/1/sspr';

describe('the mock backend in Node', () => {
  let stop = async () => {};

  it('keeps the contract on the wire of this process', async () => {
    for (const { title, run } of conformance(async () => {
      const tenant = fabrikam({ methodsRequired: 2 });
      const backend = await startMockBackend(tenant, { endpoint });
      stop = backend.stop;
      return tenantWorld(tenant, () => createHttpAdapter({ endpoint }));
    })) {
      await run().catch((error: Error) => expect.fail(`${title}: ${error.message}`));
      await stop();
    }
  });

  it('has a shell for browsers that can be imported here, and says so when it is started', async () => {
    const shell = await import('../../src/mock/browser.js');
    const failure = await shell.startMockBackend(fabrikam()).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
  });

  it('meets faults, network errors too', async () => {
    const faults = createFaults();
    const backend = await startMockBackend(fabrikam(), { endpoint, faults });
    try {
      const adapter = createHttpAdapter({ endpoint });
      faults.next('discover', { kind: 'offline' });
      faults.next('discover', { kind: 'rate-limited', retryAfter: 3 });
      const discover = () => adapter.discover({}, { locale: 'en' });
      expect((await failureOf(discover())).code).to.equal('offline');
      expect((await failureOf(discover())).retryAfterMs).to.equal(3_000);
      expect(await discover()).to.have.property('contract', 1);
    } finally {
      await backend.stop();
    }
  });

  it('lets all else pass, and everything once it is stopped', async () => {
    const { fetch } = globalThis;
    // An address at which nobody listens any more.
    const { url, close } = await startServer(async () => undefined);
    await close();
    const backend = await startMockBackend(fabrikam(), { endpoint: `${url}/sspr` });
    const outside = () => globalThis.fetch(`${url}/other`).catch(() => 'network');
    const inside = () =>
      globalThis
        .fetch(`${url}/sspr/v1/none`)
        .then(({ status }) => status)
        .catch(() => 'network');
    expect(await outside()).to.equal('network');
    expect(await inside()).to.equal(404);
    await backend.stop();
    expect(await inside()).to.equal('network');
    expect(globalThis.fetch).to.equal(fetch);
  });
});
