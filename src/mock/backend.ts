import { type Faults, withFaults } from './faults.js';
import {
  createRequestHandler,
  type RequestHandler,
  type RequestHandlerOptions,
  type Served,
} from './handler.js';

export interface MockBackendOptions extends Omit<RequestHandlerOptions, 'basePath'> {
  /** What goes wrong on the way. */
  readonly faults?: Faults;
}

/** A mock that is on the wire, until it is stopped. */
export interface MockBackend {
  /** Requests go to the network again; those that still wait for an answer fail. */
  stop(): Promise<void>;
}

/** What both shells over msw put on the wire. */
export interface Wire {
  /** The addresses to answer, as a pattern of msw. */
  readonly pattern: string;
  readonly serve: RequestHandler;
  /** Fails the requests that still wait: msw does not stop before each has been answered. */
  release(): void;
}

export function createWire(
  served: Served,
  address: URL,
  { faults, ...options }: MockBackendOptions,
): Wire {
  const handler = createRequestHandler(served, { ...options, basePath: address.pathname });
  const faulty = faults ? withFaults(handler, faults) : handler;
  const waiting = new Set<() => void>();
  return {
    pattern: `${address.origin}${address.pathname.replace(/\/+$/, '')}/*`,
    serve: (request) =>
      new Promise((resolve, reject) => {
        const fail = () => resolve(Response.error());
        waiting.add(fail);
        faulty(request)
          .then(resolve, reject)
          .finally(() => waiting.delete(fail));
      }),
    release() {
      for (const fail of waiting) fail();
    },
  };
}
