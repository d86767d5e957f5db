/** Kept beside a request, not in its headers: those say what a client likes. */
const clients = new WeakMap<Request, string>();
const browsers = new WeakMap<Request, string>();

/** Notes who sent a request, as the network knows it. @internal */
export function setClient(request: Request, client: string): Request {
  clients.set(request, client);
  return request;
}

/** Notes which browser sent a request. @internal */
export const setBrowser = (request: Request, browser: string): void =>
  void browsers.set(request, browser);

/** Whether a server took the request from a network. @internal */
export const isFromNetwork = (request: Request): boolean => clients.has(request);

/** The same request once more, from the same client. @internal */
export function copyOf(request: Request): Request {
  const client = clients.get(request);
  const copy = request.clone();
  return client === undefined ? copy : setClient(copy, client);
}

/**
 * Who sent a request: the remote address, where a server knows it; else `local`. For a tenant that
 * counts per client (rule THROTTLE-6):
 *
 * ```ts
 * createRequestHandler((request) =>
 *   tenant.forClient(clientOf(request), { browser: browserOf(request), session: … }))
 * ```
 */
export const clientOf = (request: Request): string => clients.get(request) ?? 'local';

/** Which browser sent a request that a handler has; undefined for any other. For `tenant.forClient`. */
export const browserOf = (request: Request): string | undefined => browsers.get(request);
