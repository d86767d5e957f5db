import { afterFailure, deny, lockedForMs, openLock, type SignInLock } from '../policy/index.js';
import type { Account } from './account.js';
import type { Core } from './core.js';
import { Strangers } from './strangers.js';

/** What came of comparing a password (rule LOCK-1). */
export type PasswordCheck =
  | { readonly outcome: 'right'; readonly account: Account }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked'; readonly retryInMs: number };

/** Counts failed sign-ins and locks (rule LOCK-1), those of names that nobody has too. */
export class SignIns {
  readonly #core: Core;
  readonly #strangers: Strangers<SignInLock>;
  /** Stands in for an unknown name, so that it takes as long as a known one. */
  readonly #nobody: Account;

  /** @param mostStrangers how many names are remembered that nobody has; of more, the oldest go */
  constructor(core: Core, nobody: Account, mostStrangers: number) {
    this.#core = core;
    this.#strangers = new Strangers(mostStrangers);
    this.#nobody = nobody;
  }

  /** Compares a password; a right one opens the lock. */
  async check(username: string, password: string): Promise<PasswordCheck> {
    const { clock, journal, directory } = this.#core;
    const name = username.trim();
    const { signInLock, alternateSignInAddresses } = this.#core.policy();
    const account = directory.find(name, alternateSignInAddresses);
    const lock = account ? account.lock : (this.#strangers.get(name.toLowerCase()) ?? openLock);
    const now = clock.now();
    const set = (changed: SignInLock): void => {
      if (account) account.lock = changed;
      else this.#strangers.set(name.toLowerCase(), changed);
    };
    const locked = (retryInMs: number): PasswordCheck => {
      journal.decide({ username: name }, deny('LOCK-1', 'blocked-until', { retryInMs }));
      return { outcome: 'locked', retryInMs };
    };
    const already = lockedForMs(lock, now);
    if (already > 0) return locked(already);
    // Counted before anything is compared; a right password opens the lock.
    const failed = afterFailure(lock, signInLock, now);
    set(failed);
    const right = await this.#compare(account ?? this.#nobody, password);
    if (right === 'locked') return { outcome: 'locked', retryInMs: 0 };
    if (!right || !account) {
      const retryInMs = lockedForMs(failed, now);
      return retryInMs === 0 ? { outcome: 'wrong' } : locked(retryInMs);
    }
    set(openLock);
    return { outcome: 'right', account };
  }

  /** Where sign-in passes through to a domain, that decides (rule WRITEBACK-1). */
  async #compare(account: Account, password: string): Promise<boolean | 'locked'> {
    const { clock, onPremises } = this.#core;
    const facts = account.person.onPremises;
    const here =
      !facts || !onPremises || (facts.by ?? 'password-hash-sync') === 'password-hash-sync';
    if (here) return account.hasPassword(password, clock.now());
    const answer = await onPremises.signIn(account.person.username, password);
    return answer === 'locked' ? 'locked' : answer === 'right';
  }
}
