import { SsprError } from '../contract/error.js';
import type { RegistrationStep, Step } from '../contract/step.js';
import type { HttpClock } from './http.js';
import type { News } from './http-answers.js';

/** Milliseconds between two questions where the backend names none. */
const usualWaitMs = 2_000;
/** A backend that holds the question open itself may ask for no wait at all; a broken one may too. */
const shortestWaitMs = 500;
/** More makes timers of platforms go off at once, and a question of each turn. */
const longestWaitMs = 2 ** 31 - 1;
/** So many failures in a row are not a hiccup. */
const maxFailures = 3;

/**
 * Asks again and again for a step that comes without an answer. Ends with `signal`, after a step
 * without a token, and where the backend does not offer it (404); throws the last `SsprError` after
 * three failures in a row, and at once one that asking again cannot mend.
 */
export async function* pollSteps<S extends Step | RegistrationStep>(
  token: string,
  ask: (token: string) => Promise<News<S>>,
  clock: HttpClock,
  signal: AbortSignal | undefined,
): AsyncGenerator<S, void, void> {
  let failures = 0;
  for (let current: string | undefined = token; current !== undefined; ) {
    let waitMs: number | undefined;
    try {
      const news = await ask(current);
      failures = 0;
      if ('step' in news) {
        yield news.step;
        current = 'token' in news.step ? news.step.token : undefined;
        continue;
      }
      waitMs = news.waitMs;
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof SsprError)) throw error;
      if (error.code === 'not-found') return;
      if (!error.retryable || ++failures === maxFailures) throw error;
      waitMs = error.retryAfterMs;
    }
    const wanted = Math.max(waitMs ?? usualWaitMs, shortestWaitMs);
    await pause(Math.min(wanted, longestWaitMs), clock, signal);
    if (signal?.aborted) return;
  }
}

/** Ends early with `signal`, without a rejection. */
function pause(ms: number, clock: HttpClock, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(ms, done);
    function done() {
      stop();
      signal?.removeEventListener('abort', done);
      resolve();
    }
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done);
  });
}
