/** What a flow needs of the world around it. */
export interface FlowEnvironment {
  /** Milliseconds since 1970, as `Date.now` gives them: unlike timers, it goes on while a device sleeps. */
  now(): number;
  /** Calls back after so many milliseconds; returns what takes the wish back. */
  after(ms: number, callback: () => void): () => void;
  /** A fresh id for an attempt, never used before. */
  newAttemptId(): string;
}

/** The platform's own clock, timers and random numbers. */
export const platform: FlowEnvironment = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  // Not randomUUID: it is missing on pages without a secure context, where the widget still has to start.
  newAttemptId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
};
