/** Time as a tenant sees it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when that aborts first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

/** A clock that stands still until it is wound. */
export interface ManualClock extends Clock {
  /** Winds it on, and ends the waits whose time has come. */
  advance(by: {
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
    readonly milliseconds?: number;
  }): void;
}

/** @param start a date, or milliseconds since 1970; default 2026-11-24T14:30Z */
export function manualClock(start: string | number = '2026-11-24T14:30:00Z'): ManualClock {
  let now = typeof start === 'string' ? Date.parse(start) : start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (ms <= 0) {
          resolve();
          return;
        }
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance({ hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) {
      now += ((hours * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds;
      const due = [...sleepers].filter(({ until }) => until <= now);
      for (const { wake } of due.toSorted((a, b) => a.until - b.until)) wake();
    },
  };
}
