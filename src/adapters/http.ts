import type { Adapter, Attempt, Call, FlowDriver } from '../contract/adapter.js';
import { SsprError } from '../contract/error.js';
import type { RegistrationStep, Step } from '../contract/step.js';
import type { FlowReaders, Reader } from './http-answers.js';

/** The time that an adapter lives in. */
export interface HttpClock {
  /** Wall-clock milliseconds since 1970, for a `Retry-After` that is a date. */
  now(): number;
  /** Calls back after so many milliseconds; returns what takes the wish back. */
  after(ms: number, callback: () => void): () => void;
}

/** As the platform types them, in browsers and in Node. */
type GivenHeaders = NonNullable<RequestInit['headers']>;

/** Where the backend is, and what goes along with each request. */
export interface HttpAdapterOptions {
  /** Where the reference contract is served, such as `/api/sspr`; relative to the page. */
  readonly endpoint: string;
  /** Default: the platform's, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * Sent with every request, such as a token against forged requests or that of the page's own
   * session, which a registration needs. A function is asked anew for each request, so that a page
   * can renew its token. It may throw an `SsprError`, such as `unauthorized` where nobody is signed
   * in; anything else it throws makes the call fail as `offline`, with what was thrown as the cause.
   */
  readonly headers?: GivenHeaders | (() => GivenHeaders | Promise<GivenHeaders>);
  /** Origins that an answer may lead to besides the endpoint's own, such as `https://login.example`. */
  readonly allowedOrigins?: readonly string[];
  /** Milliseconds until a call fails as `timeout`, reading its answer included. Default: 15,000. */
  readonly timeoutMs?: number;
  /** Which cookies travel. Default: `same-origin`. */
  readonly credentials?: NonNullable<RequestInit['credentials']>;
  /** Default: the platform's. */
  readonly clock?: HttpClock;
  /** Loads the code that reads answers. Default: a chunk of its own. @internal */
  readonly loadAnswers?: () => Promise<typeof import('./http-answers.js')>;
}

const platform: HttpClock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    // A timer of more than that many milliseconds is up at once.
    const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

type Answers = typeof import('./http-answers.js');

/**
 * An adapter for any backend that serves the reference HTTP contract (`sspr-elements/openapi.json`).
 * `register` is there whether or not the backend serves it: one that does not answers `not-found`.
 * Every answer is checked before it is handed on. The code for that is a chunk of its own, which
 * starts to load with the first request, so that the first view does not carry it.
 */
export function createHttpAdapter(options: HttpAdapterOptions): Adapter {
  // Not in the signature: the published types would name what they leave out as internal.
  const {
    endpoint,
    fetch = (...request) => globalThis.fetch(...request),
    headers,
    allowedOrigins = [],
    timeoutMs = 15_000,
    credentials = 'same-origin',
    clock = platform,
    loadAnswers = () => import('./http-answers.js'),
  } = options;
  const answers = () =>
    loadAnswers().catch((cause: unknown) => {
      throw new SsprError('offline', 'The code that reads answers did not load.', { cause });
    });

  const send = async (
    path: string,
    body: object,
    { locale, attemptId }: Call & Partial<Attempt>,
    signal: AbortSignal,
  ): Promise<Response> => {
    // Only a page that has to think about them is waited for.
    const sent =
      typeof headers === 'function'
        ? await headersFrom(headers).catch((cause: unknown) => {
            throw cause instanceof SsprError
              ? cause
              : new SsprError('offline', `${path}: the page's headers could not be had.`, {
                  cause,
                });
          })
        : new Headers(headers);
    sent.set('content-type', 'application/json');
    sent.set('accept-language', locale);
    if (attemptId) sent.set('idempotency-key', attemptId);
    // The call may have ended while the page thought about its headers.
    signal.throwIfAborted();
    return fetch(endpoint.replace(/\/+$/, '') + path, {
      method: 'POST',
      headers: sent,
      body: JSON.stringify(body),
      credentials,
      cache: 'no-store',
      // What was typed goes to the endpoint and nowhere else.
      redirect: 'error',
      signal,
    });
  };

  const post = async <T>(
    path: string,
    body: object,
    call: Call & Partial<Attempt>,
    pick: (answers: Answers) => Reader<T>,
  ): Promise<T> => {
    const { signal } = call;
    signal?.throwIfAborted();
    const end = new AbortController();
    const abort = () => end.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    const stopTimer = clock.after(timeoutMs, () =>
      end.abort(new SsprError('timeout', `${path}: no answer within ${timeoutMs} ms.`)),
    );
    try {
      return await Promise.race([
        // For a `fetch` that does not listen to its signal; the chunk and the page's headers cannot.
        new Promise<never>((_, reject) => {
          end.signal.addEventListener('abort', () => reject(end.signal.reason));
        }),
        Promise.all([answers(), send(path, body, call, end.signal)]).then(([answers, response]) =>
          pick(answers)(response, { path, endpoint, allowedOrigins, now: clock.now }),
        ),
      ]);
    } catch (cause) {
      if (end.signal.aborted) throw end.signal.reason;
      throw cause instanceof SsprError
        ? cause
        : new SsprError('offline', `${path}: no network, or refused by CORS, or redirected.`, {
            cause,
          });
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', abort);
      // Lets go of a body that nobody will read.
      end.abort();
    }
  };

  /** A flow whose operations lie below `base`. */
  const driver = <Intent extends object, S extends Step | RegistrationStep>(
    base: string,
    readers: (answers: Answers) => FlowReaders<S>,
  ): FlowDriver<Intent, S> => ({
    start: (intent, attempt) =>
      post(`${base}/start`, intent, attempt, (answers) => readers(answers).readStep),
    advance: (token, answer, attempt) =>
      post(`${base}/advance`, { token, answer }, attempt, (answers) => readers(answers).readStep),
    async *watch(token, call) {
      const { pollSteps } = await answers();
      yield* pollSteps(
        token,
        (token) => post(`${base}/watch`, { token }, call, (answers) => readers(answers).readNews),
        clock,
        call.signal,
      );
    },
    cancel: (token, call) =>
      post(`${base}/cancel`, { token }, call, (answers) => answers.readNothing),
  });

  return {
    contract: 1,
    discover: (hint, call) => post('/v1/discover', hint, call, (answers) => answers.readDiscovery),
    reset: {
      ...driver('/v1/reset', (answers) => answers.reset),
      resume: (at, attempt) =>
        post('/v1/reset/resume', { at }, attempt, (answers) => answers.reset.readResumed),
      checkPassword: (token, password, call) =>
        post(
          '/v1/reset/check-password',
          { token, password },
          call,
          (answers) => answers.readPasswordCheck,
        ),
    },
    register: driver('/v1/register', (answers) => answers.register),
  };
}

const headersFrom = async (
  ask: Extract<HttpAdapterOptions['headers'], (...none: never) => unknown>,
) => new Headers(await ask());
