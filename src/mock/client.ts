/** Kept beside a request, not in its headers: those say what a client likes. */
const clients = new WeakMap<Request, string>();

/** Notes who sent a request, as the network knows it. @internal */
export function setClient(request: Request, client: string): Request {
  clients.set(request, client);
  return request;
}

/**
 * Who sent a request: the remote address, where a server knows it; else `local`. For a tenant that
 * counts per client (rule THROTTLE-6): `createRequestHandler((request) => tenant.forClient(clientOf(request)))`.
 */
export const clientOf = (request: Request): string => clients.get(request) ?? 'local';
