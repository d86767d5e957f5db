import type { Adapter, Attempt, Call } from '../contract/adapter.js';
import { SsprError } from '../contract/error.js';
import type { Reader } from './http-answers.js';

/** The time that an adapter lives in. */
export interface HttpClock {
  /** Wall-clock milliseconds since 1970, for a `Retry-After` that is a date. */
  now(): number;
  /** Calls back after so many milliseconds; returns what takes the wish back. */
  after(ms: number, callback: () => void): () => void;
}

export interface HttpAdapterOptions {
  /** Where the reference contract is served, such as `/api/sspr`; relative to the page. */
  readonly endpoint: string;
  /** Default: the platform's, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every request, such as a token against forged requests. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Origins that an answer may lead to besides the endpoint's own, such as `https://login.example`. */
  readonly allowedOrigins?: readonly string[];
  /** Milliseconds until a call fails as `timeout`, reading its answer included. Default: 15,000. */
  readonly timeoutMs?: number;
  /** Which cookies travel. Default: `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Default: the platform's. */
  readonly clock?: HttpClock;
  /** Loads the code that reads answers. Default: a chunk of its own. @internal */
  readonly loadAnswers?: () => Promise<typeof import('./http-answers.js')>;
}

const platform: HttpClock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * An adapter for any backend that serves the reference HTTP contract (`sspr-elements/openapi.json`).
 * Every answer is checked before it is handed on. The code for that is a chunk of its own, which
 * starts to load with the first request, so that the first view does not carry it.
 */
export function createHttpAdapter({
  endpoint,
  fetch = (...request) => globalThis.fetch(...request),
  headers,
  allowedOrigins = [],
  timeoutMs = 15_000,
  credentials = 'same-origin',
  clock = platform,
  loadAnswers = () => import('./http-answers.js'),
}: HttpAdapterOptions): Adapter {
  const answers = () =>
    loadAnswers().catch((cause: unknown) => {
      throw new SsprError('offline', 'The code that reads answers did not load.', { cause });
    });

  const post = async <T>(
    path: string,
    body: object,
    { signal, locale, attemptId }: Call & Partial<Attempt>,
    pick: (readers: Awaited<ReturnType<typeof answers>>) => Reader<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const end = new AbortController();
    const abort = () => end.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    const stopTimer = clock.after(timeoutMs, () =>
      end.abort(new SsprError('timeout', `${path}: no answer within ${timeoutMs} ms.`)),
    );
    try {
      const sent = new Headers(headers);
      sent.set('content-type', 'application/json');
      sent.set('accept-language', locale);
      if (attemptId) sent.set('idempotency-key', attemptId);
      return await Promise.race([
        // For a `fetch` that does not listen to its signal, and for the chunk, which cannot.
        new Promise<never>((_, reject) => {
          end.signal.addEventListener('abort', () => reject(end.signal.reason));
        }),
        Promise.all([
          answers(),
          fetch(endpoint.replace(/\/+$/, '') + path, {
            method: 'POST',
            headers: sent,
            body: JSON.stringify(body),
            credentials,
            cache: 'no-store',
            // What was typed goes to the endpoint and nowhere else.
            redirect: 'error',
            signal: end.signal,
          }),
        ]).then(([readers, response]) =>
          pick(readers)(response, { path, endpoint, allowedOrigins, now: clock.now }),
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

  return {
    contract: 1,
    discover: (hint, call) => post('/v1/discover', hint, call, (answer) => answer.readDiscovery),
    reset: {
      start: (intent, attempt) =>
        post('/v1/reset/start', intent, attempt, (answer) => answer.readStep),
      advance: (token, answer, attempt) =>
        post('/v1/reset/advance', { token, answer }, attempt, ({ readStep }) => readStep),
      async *watch(token, call) {
        const { pollSteps } = await answers();
        yield* pollSteps(
          token,
          (token) => post('/v1/reset/watch', { token }, call, (answer) => answer.readNews),
          clock,
          call.signal,
        );
      },
      cancel: (token, call) =>
        post('/v1/reset/cancel', { token }, call, (answer) => answer.readNothing),
    },
  };
}
