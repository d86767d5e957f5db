/** Milliseconds between two looks at all that is kept: one with each call would cost more the more there is. */
const sweepEvery = 60_000;

/** Keeps values until their time is over, and no more than `most` of them: then the oldest goes first. */
export class Expiring<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #now: () => number;
  readonly #most: number;
  #sweepAt = 0;

  constructor(now: () => number, most = Number.POSITIVE_INFINITY) {
    this.#now = now;
    this.#most = most;
  }

  /** How many are kept, those whose time is over not counted. */
  get size(): number {
    this.#sweep();
    return this.#entries.size;
  }

  /** @param until milliseconds since 1970 */
  set(key: string, value: Value, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until });
    if (this.#now() >= this.#sweepAt) this.#sweep();
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > this.#most) this.#entries.delete(oldest);
  }

  has(key: string): boolean {
    return this.#isKept(this.#entries.get(key));
  }

  /** The value, which is forgotten with that; undefined where there is none, or not any more. */
  take(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    return this.#isKept(entry) ? entry?.value : undefined;
  }

  #isKept(entry: { readonly until: number } | undefined): boolean {
    return entry !== undefined && this.#now() < entry.until;
  }

  #sweep(): void {
    this.#sweepAt = this.#now() + sweepEvery;
    for (const [key, entry] of this.#entries) if (!this.#isKept(entry)) this.#entries.delete(key);
  }
}
