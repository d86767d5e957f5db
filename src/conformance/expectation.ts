/** A promise that a backend does not keep: what was expected, and what was seen instead. */
export class Broken extends Error {
  override readonly name = 'Broken';

  constructor(
    readonly expected: string,
    readonly seen?: string,
  ) {
    super(seen === undefined ? `Expected ${expected}.` : `Expected ${expected}, not ${seen}.`);
  }
}

/** The backend does not offer what a rule is about, or the world cannot bring it about. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

/**
 * Throws what was expected, in words that fit after "Expected".
 * @param seen what came instead; never a code, an answer, a password or a whole number
 */
export function require(holds: boolean, expected: string, seen?: string): asserts holds {
  if (!holds) throw new Broken(expected, seen);
}

/** The same value, or else what the check needs and is not there. */
export function offered<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotOffered(what);
  return value;
}
