/** How many names and clients are remembered that no account belongs to, unless a tenant is told otherwise. */
export const usualStrangers = 100_000;

/**
 * What is remembered of names that nobody has: anybody can make up more of them than there is memory
 * for, so of too many the one that was touched least lately is forgotten.
 *
 * A known consequence: who makes up more names than that can see which blocked name is forgotten with
 * them, and so is nobody's (rule REFUSAL-2). It takes a try for each, a captcha before it, and memory is
 * cheap: keep more than captchas let through in a day.
 */
export class Strangers<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  set(name: string, value: Value): void {
    this.#values.delete(name);
    this.#values.set(name, value);
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size > this.#most) this.#values.delete(oldest);
  }
}
