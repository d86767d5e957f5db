import { createWire, type MockBackend, type MockBackendOptions } from './backend.js';
import type { Served } from './handler.js';

export type { MockBackend } from './backend.js';

/** Where the mock is served, and by which worker. */
export interface BrowserMockBackendOptions extends MockBackendOptions {
  /** Where the contract is served, as given to the element; relative to the page. Default: `/api/sspr`. */
  readonly endpoint?: string;
  /** Where `mockServiceWorker.js` of msw lies. Default: beside the page's base address. */
  readonly workerUrl?: string;
  /** Which pages the worker serves. Default: those below the page's base address. */
  readonly scope?: string;
}

/**
 * Puts an adapter, such as a simulated tenant, on this page's wire by a service worker (msw).
 * All other requests pass. Needs the package `msw` and a page that may register a worker.
 */
export async function startMockBackend(
  served: Served,
  {
    endpoint = '/api/sspr',
    workerUrl = 'mockServiceWorker.js',
    scope = '.',
    ...options
  }: BrowserMockBackendOptions = {},
): Promise<MockBackend> {
  // Only here, so that this module can be imported where no browser is.
  const [{ setupWorker }, { http }] = await Promise.all([import('msw/browser'), import('msw')]);
  const base = document.baseURI;
  const { pattern, serve, release } = createWire(served, new URL(endpoint, base), options);
  const worker = setupWorker(http.all(pattern, ({ request }) => serve(request)));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: {
      url: new URL(workerUrl, base).href,
      options: { scope: new URL(scope, base).href },
    },
  });
  return {
    async stop() {
      release();
      await worker.stop();
    },
  };
}
