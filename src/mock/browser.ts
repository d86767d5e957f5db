import type { Adapter } from '../contract/adapter.js';
import { type Faults, withFaults } from './faults.js';
import { createRequestHandler, type RequestHandlerOptions } from './handler.js';

export interface MockBackendOptions extends Omit<RequestHandlerOptions, 'basePath'> {
  /** Where the contract is served, as given to the element; relative to the page. Default: `/api/sspr`. */
  readonly endpoint?: string;
  /** What goes wrong on the way. */
  readonly faults?: Faults;
}

export interface BrowserMockBackendOptions extends MockBackendOptions {
  /** Where `mockServiceWorker.js` of msw lies. Default: beside the page's base address. */
  readonly workerUrl?: string;
  /** Which pages the worker serves. Default: those below the page's base address. */
  readonly scope?: string;
}

export interface MockBackend {
  /** Requests go to the network again. */
  stop(): Promise<void>;
}

/**
 * Puts an adapter, such as a simulated tenant, on this page's wire by a service worker (msw).
 * All other requests pass. Needs the package `msw` and a page that may register a worker.
 */
export async function startMockBackend(
  adapter: Adapter,
  {
    endpoint = '/api/sspr',
    faults,
    workerUrl = 'mockServiceWorker.js',
    scope,
    ...options
  }: BrowserMockBackendOptions = {},
): Promise<MockBackend> {
  // Only here, so that this module can be imported where no browser is.
  const [{ setupWorker }, { http }] = await Promise.all([import('msw/browser'), import('msw')]);
  const base = document.baseURI;
  const address = new URL(endpoint, base);
  const handler = createRequestHandler(adapter, { ...options, basePath: address.pathname });
  const serve = faults ? withFaults(handler, faults) : handler;
  const worker = setupWorker(
    http.all(`${address.href.replace(/\/+$/, '')}/*`, ({ request }) => serve(request)),
  );
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: {
      url: new URL(workerUrl, base).href,
      options: { scope: new URL(scope ?? '.', base).href },
    },
  });
  return { stop: async () => worker.stop() };
}
