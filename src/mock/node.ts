import { createWire, type MockBackend, type MockBackendOptions } from './backend.js';
import type { Served } from './handler.js';

export type { MockBackend } from './backend.js';

/** Where the mock is served. */
export interface NodeMockBackendOptions extends MockBackendOptions {
  /** Where the contract is served: an absolute address, as there is no page. */
  readonly endpoint: string;
}

/**
 * Puts an adapter, such as a simulated tenant, on the wire of this Node process (msw): requests to
 * `endpoint` are answered by it, all others pass. Needs the package `msw`.
 */
export async function startMockBackend(
  served: Served,
  { endpoint, ...options }: NodeMockBackendOptions,
): Promise<MockBackend> {
  // Only here, as in the browser's shell, so that `msw` is needed by those who start it.
  const [{ setupServer }, { http }] = await Promise.all([import('msw/node'), import('msw')]);
  const { pattern, serve, release } = createWire(served, new URL(endpoint), options);
  const server = setupServer(http.all(pattern, ({ request }) => serve(request)));
  server.listen({ onUnhandledFrame: 'bypass' });
  return {
    async stop() {
      release();
      server.close();
    },
  };
}
