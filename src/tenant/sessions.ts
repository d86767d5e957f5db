import { SsprError } from '../contract/index.js';
import type { Account } from './account.js';
import type { Clock } from './clock.js';
import { type Random, randomToken } from './random.js';

/** Who asks has to sign in first. */
export const signedOut = () => new SsprError('unauthorized', 'Nobody is signed in, or no longer.');

/** Somebody signed in. */
export interface Session {
  readonly account: Account;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When the person last proved who they are, besides the password (rule REGISTER-6). */
  provenAt: number | undefined;
}

/** Who is signed in, by what a host page would keep in a cookie. */
export class Sessions {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #open = new Map<string, Session>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  open(account: Account): string {
    const id = randomToken(this.#random);
    this.#open.set(id, { account, since: this.#clock.now(), provenAt: undefined });
    return id;
  }

  /** The session, unless it was ended since. */
  find(id: string | undefined): Session | undefined {
    const session = id === undefined ? undefined : this.#open.get(id);
    return session?.account.person.enabled ? session : undefined;
  }

  /** Whether a session was not ended yet. */
  isOpen(session: Session): boolean {
    return session.account.person.enabled && [...this.#open.values()].includes(session);
  }

  close(id: string): void {
    this.#open.delete(id);
  }

  /** Ends all sessions of an account (rule SESSION-2), but for the one where that was asked for. */
  revoke(account: Account, but?: Session): void {
    account.sessionsRevokedAt = this.#clock.now();
    for (const [id, session] of this.#open)
      if (session.account === account && session !== but) this.#open.delete(id);
  }
}
