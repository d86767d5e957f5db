import type { OperationName } from '../contract/http.js';
import { operations } from '../contract/http.js';
import { copyOf } from './client.js';
import type { RequestHandler } from './handler.js';
import { problemResponse } from './problem-response.js';

/** What a network or a server can do to one request. */
export type Fault =
  /** The answer comes after so many milliseconds. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** The request is lost on the way without a trace: no answer ever, only giving up ends it. */
  | { readonly kind: 'drop' }
  /** The request does not arrive. */
  | { readonly kind: 'offline' }
  /** The request is served, and its answer lost on the way back. */
  | { readonly kind: 'lost-answer' }
  /** The request arrives twice; the second answer is returned. */
  | { readonly kind: 'duplicate' }
  /** The request waits until the next one was answered, or so many milliseconds (default 1,000). */
  | { readonly kind: 'reorder'; readonly ms?: number }
  /** A page in place of an answer, as from a proxy or a sign-in. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The request is served, and half of its answer arrives. */
  | { readonly kind: 'truncated' }
  /** HTTP 500, with problem details or with no body at all (the default). */
  | { readonly kind: 'server-error'; readonly body?: boolean }
  /** HTTP 429, with seconds or a date to wait, and with problem details or no body (the default). */
  | { readonly kind: 'rate-limited'; readonly retryAfter?: number | Date; readonly body?: boolean }
  | { readonly kind: 'redirect'; readonly location: string }
  /** The request is served, and its answer comes under another `kind`, as from a newer backend. */
  | { readonly kind: 'unknown-step'; readonly received?: string }
  /** The discovery speaks another version of the contract. Default: 2. */
  | { readonly kind: 'wrong-contract'; readonly version?: number };

/** What goes wrong on the way, and when. */
export interface Faults {
  /** The next `count` requests (default 1) of this operation meet the fault, after earlier ones. */
  next(operation: OperationName | 'any', fault: Fault, count?: number): void;
  /** Every request of this operation meets the fault, once those of `next` are used up. */
  always(operation: OperationName | 'any', fault: Fault): void;
  /** All is well again. */
  clear(): void;
  /** Takes the fault that the next request of this operation meets. @internal */
  take(operation: OperationName): Fault | undefined;
}

/** A list of faults to come; hand it to `withFaults`. */
export function createFaults(): Faults {
  let coming: { operation: OperationName | 'any'; fault: Fault; left: number }[] = [];
  return {
    next(operation, fault, count = 1) {
      const lasting = coming.findIndex(({ left }) => left === Infinity);
      coming.splice(lasting < 0 ? coming.length : lasting, 0, { operation, fault, left: count });
    },
    always(operation, fault) {
      coming.push({ operation, fault, left: Infinity });
    },
    clear() {
      coming = [];
    },
    take(operation) {
      const entry = coming.find((one) => one.operation === 'any' || one.operation === operation);
      if (entry) entry.left -= 1;
      coming = coming.filter(({ left }) => left > 0);
      return entry?.fault;
    },
  };
}

/** Calls back after so many milliseconds; returns what takes the wish back. */
export type After = (ms: number, callback: () => void) => () => void;

const realAfter: After = (ms, callback) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** A handler whose requests meet the faults to come. */
export function withFaults(
  handler: RequestHandler,
  faults: Faults,
  after: After = realAfter,
): RequestHandler {
  /** Lets go of the requests that wait for the next one to be answered. */
  let held: (() => void)[] = [];
  const overtaken = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const stop = after(ms, resolve);
      held.push(() => {
        stop();
        resolve();
      });
    });
  const serve = async (request: Request): Promise<Response | undefined> => {
    const overtakes = held;
    held = [];
    try {
      return await handler(request);
    } finally {
      for (const letGo of overtakes) letGo();
    }
  };
  return async (request) => {
    const operation = operationOf(request);
    const fault = operation && faults.take(operation);
    if (fault?.kind === 'reorder') {
      await overtaken(fault.ms ?? 1_000);
      return handler(request);
    }
    return fault ? meet(fault, request, serve, after) : serve(request);
  };
}

function operationOf(request: Request): OperationName | undefined {
  const { pathname } = new URL(request.url);
  return (Object.keys(operations) as OperationName[]).find((name) =>
    pathname.endsWith(operations[name].path),
  );
}

async function meet(
  fault: Exclude<Fault, { readonly kind: 'reorder' }>,
  request: Request,
  handler: RequestHandler,
  after: After,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'latency':
      await new Promise<void>((resolve) => {
        const stop = after(fault.ms, resolve);
        request.signal.addEventListener('abort', stop);
      });
      return handler(request);
    case 'drop':
      return new Promise(() => {});
    case 'offline':
      return Response.error();
    case 'lost-answer':
      await handler(request);
      return Response.error();
    case 'duplicate':
      await handler(copyOf(request));
      return handler(request);
    case 'html':
      return new Response('<!doctype html><title>Please sign in</title>', {
        status: fault.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'truncated': {
      const response = await handler(request);
      const text = (await response?.text()) ?? '';
      return response && new Response(text.slice(0, text.length / 2), response);
    }
    case 'server-error':
      return fault.body ? problemResponse(500, undefined) : new Response(null, { status: 500 });
    case 'rate-limited': {
      const { retryAfter, body } = fault;
      const headers: Record<string, string> =
        retryAfter === undefined
          ? {}
          : {
              'retry-after':
                retryAfter instanceof Date ? retryAfter.toUTCString() : `${retryAfter}`,
            };
      return body
        ? problemResponse(429, 'Too many requests.', headers)
        : new Response(null, { status: 429, headers });
    }
    case 'redirect':
      return new Response(null, { status: 302, headers: { location: fault.location } });
    case 'unknown-step':
      return changed(await handler(request), { kind: fault.received ?? 'from-the-future' });
    case 'wrong-contract':
      return changed(await handler(request), { contract: fault.version ?? 2 });
  }
}

/** The same answer with other values on top; one that is not JSON stays as it is. */
async function changed(
  response: Response | undefined,
  values: object,
): Promise<Response | undefined> {
  if (response?.headers.get('content-type') !== 'application/json') return response;
  const json: object = await response.json();
  return new Response(JSON.stringify({ ...json, ...values }), response);
}
