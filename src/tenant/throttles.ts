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
import { Strangers } from './strangers.js';

interface ThrottlesParts {
  readonly policy: () => TenantPolicy;
  readonly now: () => number;
  /** Whether an account has the key. */
  readonly isAccount: (key: string) => boolean;
  /** How many counts of other names, and of clients, are kept; of more, the oldest go. */
  readonly mostStrangers: number;
}

/** What is counted per account or client, those of unknown names too (rule THROTTLE-5). */
export class Throttles {
  readonly #known = new Map<string, Count>();
  readonly #strangers: Strangers<Count>;
  readonly #parts: ThrottlesParts;

  constructor(parts: ThrottlesParts) {
    this.#parts = parts;
    this.#strangers = new Strangers(parts.mostStrangers);
  }

  /** Counts one more. What it answers takes it back. */
  add(name: ThrottleName, key: string): () => void {
    const at = this.#parts.now();
    this.#set(name, key, counted(this.#count(name, key), this.#limit(name), at));
    return () => this.#set(name, key, takenBack(this.#count(name, key), at));
  }

  clear(name: ThrottleName, key: string): void {
    this.#set(name, key, []);
  }

  check(name: ThrottleName, key: string): Verdict<'blocked-until'> {
    return checkThrottle(name, this.#count(name, key), this.#limit(name), this.#parts.now());
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
    return left(this.#count(name, key), this.#limit(name), this.#parts.now());
  }

  #limit(name: ThrottleName) {
    return this.#parts.policy().throttles[name];
  }

  #count(name: ThrottleName, key: string): Count {
    return this.#countsOf(key).get(`${name} ${key}`) ?? [];
  }

  #set(name: ThrottleName, key: string, count: Count): void {
    this.#countsOf(key).set(`${name} ${key}`, count);
  }

  /** What is counted of accounts is never forgotten for what others make up. */
  #countsOf(key: string): Pick<Strangers<Count>, 'get' | 'set'> {
    return this.#parts.isAccount(key) ? this.#known : this.#strangers;
  }
}
