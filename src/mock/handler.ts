import type { Adapter, Attempt, Call } from '../contract/adapter.js';
import type { DiscoveryHint, RegistrationIntent, ResetIntent } from '../contract/answer.js';
import { SsprError } from '../contract/error.js';
import {
  type AdvanceRequest,
  type Operation,
  type OperationName,
  operations,
  type PasswordCheckRequest,
  type ResumeRequest,
  type TokenRequest,
} from '../contract/http.js';
import { type Random, systemRandom } from '../tenant/random.js';
import { type BrowserJar, newBrowser, usualJar } from './browser-jar.js';
import { browserOf, clientOf, setBrowser } from './client.js';
import { privateHeaders, problemResponse } from './problem-response.js';
import { readRequest } from './request-body.js';

/** Answers the requests that are meant for it, and `undefined` to all others. Never rejects. */
export type RequestHandler = (request: Request) => Promise<Response | undefined>;

/** How the contract is served. */
export interface RequestHandlerOptions {
  /** The path below which the contract is served. Default: `/api/sspr`. */
  readonly basePath?: string;
  /** Seconds after which a client may ask `watch` again. Default: 2. */
  readonly watchRetryAfterSeconds?: number;
  /**
   * Where browsers keep their names, by which a reset is found again. Default: in a cookie where
   * requests come over a network (see `startServer`), else all requests are of one browser.
   */
  readonly browsers?: BrowserJar;
  /** What those names are drawn from. Default: the platform's, fit for secrets. */
  readonly random?: Random;
}

/** What tells clients and browsers apart by itself, as a simulated tenant does. */
interface ManyClients {
  forClient(client: string, known: { readonly browser?: string | undefined }): Adapter;
}

/**
 * A tenant, which is asked for each client and browser apart; an adapter for all; or one for each
 * request: by its client and browser (see `clientOf` and `browserOf`), its session, its host.
 */
export type Served = Adapter | (Adapter & ManyClients) | ((request: Request) => Adapter);

function adapterFor(served: Served, request: Request): Adapter {
  if (typeof served === 'function') return served(request);
  return 'forClient' in served
    ? served.forClient(clientOf(request), { browser: browserOf(request) })
    : served;
}

/**
 * Serves an adapter over the reference HTTP contract, whatever network it hangs on. What is counted, the
 * adapter counts, per account: how often one client may ask at all is for what stands before it.
 */
export function createRequestHandler(
  served: Served,
  {
    basePath = '/api/sspr',
    watchRetryAfterSeconds = 2,
    random = systemRandom,
    browsers,
  }: RequestHandlerOptions = {},
): RequestHandler {
  const base = basePath.replace(/\/+$/, '');
  const jar = browsers ?? usualJar(base || '/', random);
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${base}/v1/`)) return undefined;
    const path = pathname.slice(base.length);
    const found = Object.entries(operations).find(([, operation]) => operation.path === path);
    if (!found) return problemResponse(404, 'There is no such operation.');
    const [name, operation] = found as [OperationName, Operation];
    if (request.method !== 'POST')
      return problemResponse(405, 'Every operation is a POST.', { allow: 'POST' });
    const attemptId = request.headers.get('idempotency-key') ?? '';
    if (operation.idempotencyKey && !/^[\x21-\x7e]{1,200}$/.test(attemptId))
      return problemResponse(
        400,
        'The header Idempotency-Key must name the attempt in 1 to 200 visible ASCII characters.',
      );
    try {
      const body = await readRequest(request, operation.request);
      if (body instanceof Response) return body;
      const call = { signal: request.signal, locale: localeOf(request), attemptId };
      const known = jar.read(request);
      const browser = known ?? newBrowser(random);
      setBrowser(request, browser);
      const answer = await serve[name](adapterFor(served, request), body, call);
      if (answer === 'unavailable') return problemResponse(404, 'There is nothing of this kind.');
      return answer === undefined
        ? new Response(null, {
            status: 204,
            headers: {
              ...privateHeaders,
              ...((name === 'watch' || name === 'registerWatch') && {
                'retry-after': `${watchRetryAfterSeconds}`,
              }),
            },
          })
        : new Response(JSON.stringify(answer), {
            headers: {
              ...privateHeaders,
              'content-type': 'application/json',
              // Only once there is something to come back to.
              ...(known === undefined && 'resumable' in answer && jar.keep(browser, request)),
            },
          });
    } catch (error) {
      return failureResponse(error);
    }
  };
}

/** What each operation asks of the adapter; `undefined` is an answer without content. */
const serve: {
  readonly [N in OperationName]: (
    adapter: Adapter,
    body: unknown,
    attempt: Attempt,
  ) => Promise<object | 'unavailable' | undefined>;
} = {
  // `readRequest` has held each body against the schema that its type is made of.
  discover: (adapter, body, call) => adapter.discover(body as DiscoveryHint, call),
  start: ({ reset }, body, attempt) => reset.start(body as ResetIntent, attempt),
  advance({ reset }, body, attempt) {
    const { token, answer } = body as AdvanceRequest;
    return reset.advance(token, answer, attempt);
  },
  async watch({ reset }, body, call) {
    return reset.watch
      ? newest(reset.watch.bind(reset), (body as TokenRequest).token, call)
      : 'unavailable';
  },
  cancel: async ({ reset }, body, call) => {
    await reset.cancel((body as TokenRequest).token, call);
    return undefined;
  },
  resume: async ({ reset }, body, attempt) =>
    reset.resume ? reset.resume((body as ResumeRequest).at, attempt) : 'unavailable',
  async checkPassword({ reset }, body, call) {
    const { token, password } = body as PasswordCheckRequest;
    if (!reset.checkPassword) return 'unavailable';
    return { problems: await reset.checkPassword(token, password, call) };
  },
  registerStart: async ({ register }, body, attempt) =>
    register ? register.start(body as RegistrationIntent, attempt) : 'unavailable',
  async registerAdvance({ register }, body, attempt) {
    const { token, answer } = body as AdvanceRequest;
    return register ? register.advance(token, answer, attempt) : 'unavailable';
  },
  registerWatch: async ({ register }, body, call) =>
    register?.watch
      ? newest(register.watch.bind(register), (body as TokenRequest).token, call)
      : 'unavailable',
  async registerCancel({ register }, body, call) {
    if (!register) return 'unavailable';
    await register.cancel((body as TokenRequest).token, call);
    return undefined;
  },
};

/** The step that `watch` has at hand, without waiting for one to come; unavailable where none can. */
async function newest(
  watch: (token: string, call: Call) => AsyncIterable<object>,
  token: string,
  { signal, locale }: Call,
): Promise<object | 'unavailable' | undefined> {
  const enough = new AbortController();
  const steps = watch(token, {
    locale,
    signal: signal ? AbortSignal.any([signal, enough.signal]) : enough.signal,
  })[Symbol.asyncIterator]();
  const first = steps.next();
  // Once told to stop it may reject, which is nobody's failure then.
  first.catch(() => {});
  try {
    const settled = await Promise.race([first, aMoment()]);
    return settled?.done ? 'unavailable' : settled?.value;
  } finally {
    enough.abort();
  }
}

/** Long enough for all that needs no outside event; steps that come later are had at the next poll. */
const aMoment = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined)));

/** The first language that a client names; what is not a language tag counts as none. */
function localeOf({ headers }: Request): string {
  const [first = ''] = (headers.get('accept-language') ?? '').split(/[,;]/);
  return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i.test(first.trim()) ? first.trim() : 'en';
}

/** No word of what happened: an unexpected error may quote what was typed. */
function failureResponse(error: unknown): Response {
  if (error instanceof SsprError && error.code === 'rate-limited')
    return problemResponse(429, 'Too many requests.', {
      ...(error.retryAfterMs !== undefined && {
        'retry-after': `${Math.ceil(error.retryAfterMs / 1_000)}`,
      }),
    });
  if (error instanceof SsprError && error.code === 'unauthorized')
    return problemResponse(401, 'Signed in no longer.');
  return problemResponse(500, undefined);
}
