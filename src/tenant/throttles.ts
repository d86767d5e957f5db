import {
  accountThrottles,
  allow,
  type Count,
  checkThrottle,
  counted,
  left,
  type TenantPolicy,
  type ThrottleName,
  takenBack,
  type Verdict,
} from '../policy/index.js';

/** What is counted per account or client, those of unknown names too (rule THROTTLE-5). */
export class Throttles {
  readonly #counts = new Map<string, Count>();
  readonly #policy: () => TenantPolicy;
  readonly #now: () => number;

  constructor(policy: () => TenantPolicy, now: () => number) {
    this.#policy = policy;
    this.#now = now;
  }

  /** Counts one more. What it answers takes it back. */
  add(name: ThrottleName, key: string): () => void {
    const at = this.#now();
    this.#set(name, key, counted(this.#count(name, key), this.#limit(name), at));
    return () => this.#set(name, key, takenBack(this.#count(name, key), at));
  }

  clear(name: ThrottleName, key: string): void {
    this.#set(name, key, []);
  }

  check(name: ThrottleName, key: string): Verdict<'blocked-until'> {
    return checkThrottle(name, this.#count(name, key), this.#limit(name), this.#now());
  }

  /** Whether anything blocks resets of an account; where more than one does, the one that lasts longest. */
  checkAccount(key: string): Verdict<'blocked-until'> {
    const blocks = accountThrottles
      .map((name) => this.check(name, key))
      .filter((verdict) => !verdict.allowed)
      .toSorted((a, b) => Number(b.params?.retryInMs) - Number(a.params?.retryInMs));
    return blocks[0] ?? allow('THROTTLE-1');
  }

  /** How many more are served. */
  left(name: ThrottleName, key: string): number {
    return left(this.#count(name, key), this.#limit(name), this.#now());
  }

  #limit(name: ThrottleName) {
    return this.#policy().throttles[name];
  }

  #count(name: ThrottleName, key: string): Count {
    return this.#counts.get(`${name} ${key}`) ?? [];
  }

  #set(name: ThrottleName, key: string, count: Count): void {
    this.#counts.set(`${name} ${key}`, count);
  }
}
