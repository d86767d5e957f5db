/** Keeps values until their time is over, and no more than `most` of them: then the oldest goes first. */
export class Expiring<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #now: () => number;
  readonly #most: number;

  constructor(now: () => number, most = Number.POSITIVE_INFINITY) {
    this.#now = now;
    this.#most = most;
  }

  /** How many are kept, those whose time is over not counted. */
  get size(): number {
    this.#forget();
    return this.#entries.size;
  }

  /** @param until milliseconds since 1970 */
  set(key: string, value: Value, until: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until });
    this.#forget();
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > this.#most) this.#entries.delete(oldest);
  }

  has(key: string): boolean {
    this.#forget();
    return this.#entries.has(key);
  }

  /** The value, which is forgotten with that; undefined where there is none, or not any more. */
  take(key: string): Value | undefined {
    this.#forget();
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    return entry?.value;
  }

  #forget(): void {
    const now = this.#now();
    for (const [key, { until }] of this.#entries) if (until <= now) this.#entries.delete(key);
  }
}
