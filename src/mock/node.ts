import type { Adapter } from '../contract/adapter.js';
import type { MockBackend, MockBackendOptions } from './browser.js';
import { withFaults } from './faults.js';
import { createRequestHandler } from './handler.js';

/**
 * Puts an adapter, such as a simulated tenant, on the wire of this Node process (msw): `fetch` and
 * `http` requests to `endpoint` are answered by it, all others pass.
 */
export async function startMockBackend(
  adapter: Adapter,
  {
    endpoint,
    faults,
    ...options
  }: MockBackendOptions & {
    /** Where the contract is served: an absolute address, as there is no page. */
    readonly endpoint: string;
  },
): Promise<MockBackend> {
  // Only here, as in the browser's shell, so that the package `msw` is needed by those who start it.
  const [{ setupServer }, { http }] = await Promise.all([import('msw/node'), import('msw')]);
  const address = new URL(endpoint);
  const handler = createRequestHandler(adapter, { ...options, basePath: address.pathname });
  const serve = faults ? withFaults(handler, faults) : handler;
  const server = setupServer(
    http.all(`${address.href.replace(/\/+$/, '')}/*`, ({ request }) => serve(request)),
  );
  server.listen({ onUnhandledFrame: 'bypass' });
  return { stop: async () => server.close() };
}
