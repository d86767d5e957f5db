import type { RequestHandler } from './handler.js';

/**
 * A `fetch` that asks a handler and never the network: for tests, and for pages where no service
 * worker may run. What no handler answers, a network error and a redirect reject as in a browser.
 */
export function createFetch(
  handler: RequestHandler,
  /** What relative addresses are relative to. */
  base = 'http://localhost',
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(
      input instanceof Request ? input : new URL(input, base),
      // `credentials` and the rest are the network's business; a handler has none.
      init,
    );
    request.signal.throwIfAborted();
    const response = await Promise.race([handler(request), whenAborted(request.signal)]);
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    if (response.status >= 300 && response.status < 400 && init?.redirect === 'error')
      throw new TypeError('Failed to fetch');
    return response;
  };
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
