import {
  checkDomainPassword,
  type DomainPasswordCode,
  type DomainPasswordPolicy,
} from '../../policy/domain-password.js';
import { allow, type Denied, deny, type Verdict } from '../../policy/index.js';
import {
  checkProtected,
  type EventMeaning,
  type PasswordCheckedBy,
  type WritebackCode,
  type WriteFailureCode,
  writeFailure,
} from '../../policy/writeback.js';
import type { Clock } from '../clock.js';
import { Log, type ReadableLog } from '../log.js';
import type { PasswordHash } from '../password-hash.js';
import type { Random } from '../random.js';
import { BannedAgent, type BannedWordsFeed } from './banned-agent.js';
import type { ControllerDefinition, OnPremisesPerson } from './definition.js';
import { DomainAccount } from './domain-account.js';

/** What a controller answers to a write. */
export type DomainAnswer =
  | { readonly kind: 'done' }
  /** The domain does not take this password. */
  | { readonly kind: 'refused'; readonly verdict: Denied<DomainPasswordCode> }
  /** No password would have helped. */
  | {
      readonly kind: 'failed';
      readonly meaning: Exclude<EventMeaning, 'policy'>;
      readonly verdict: Denied<WriteFailureCode>;
    };

/** A password that the agent for banned words would not have; never the password itself. */
export interface BannedFinding {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly username: string;
  /** `audit`: the password was let through all the same. */
  readonly mode: 'audit' | 'enforce';
  readonly code: 'password-has-name' | 'password-too-common';
  /** How old the copy was that found it, milliseconds since 1970. */
  readonly downloadedAt: number;
}

/** What may be read of an account in a domain. */
export interface DomainAccountView {
  /** Who checks the password at sign-in. */
  readonly by: PasswordCheckedBy;
  readonly disabled: boolean;
  /** Milliseconds until the lock opens; 0: it is open; infinite: somebody has to unlock. */
  readonly lockedForMs: number;
  readonly passwordSetAt: number | undefined;
  readonly adminCount: 0 | 1;
}

/** Whether the line from the tenant to the controller holds; asked again before anything is stored. */
export type Line = () => Verdict<WritebackCode>;

export type DomainSignIn = 'right' | 'wrong' | 'locked' | 'disabled' | 'unknown';

export interface DomainWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: PasswordHash;
  readonly feed: BannedWordsFeed;
}

const done: DomainAnswer = { kind: 'done' };
const failed = (meaning: keyof typeof writeFailure): DomainAnswer => ({
  kind: 'failed',
  meaning,
  verdict: writeFailure[meaning],
});

/** What becomes of a write where the line does not hold. */
export const lineCut = (verdict: Denied<WritebackCode>): DomainAnswer => ({
  kind: 'failed',
  meaning: verdict.code === 'SSPR_0030' ? 'unknown' : 'configuration',
  verdict,
});

/** Keeps the passwords of one domain and decides on them (rule WRITEBACK-2). */
export class DomainController {
  /** In lower case. */
  readonly domain: string;
  /** What it asks of passwords; what is set counts for the next one. */
  policy: DomainPasswordPolicy;
  /** Whether its agent reaches it; what is set counts from now on. */
  reachable: boolean;
  /** Its agent for banned words; the policy says whether that is asked. */
  readonly bannedAgent: BannedAgent;
  readonly #accounts: ReadonlyMap<string, DomainAccount>;
  readonly #findings = new Log<BannedFinding>();
  readonly #clock: Clock;

  /** @param people those whose password is kept in this domain */
  constructor(
    { domain, policy, reachable }: ControllerDefinition,
    people: readonly OnPremisesPerson[],
    { clock, random, hash, feed }: DomainWorld,
  ) {
    this.domain = domain.toLowerCase();
    this.policy = policy;
    this.reachable = reachable;
    this.bannedAgent = new BannedAgent(feed, clock);
    this.#clock = clock;
    this.#accounts = new Map(
      people.map((one) => [one.username.toLowerCase(), new DomainAccount(one, hash, random)]),
    );
  }

  /** What the agent for banned words found, let through or not. */
  get findings(): ReadableLog<BannedFinding> {
    return this.#findings;
  }

  view(username: string): DomainAccountView | undefined {
    const account = this.#find(username);
    if (!account) return undefined;
    const { by, disabled, passwordSetAt, adminCount } = account;
    const lockedForMs = account.lockedForMs(this.#clock.now());
    return { by, disabled, lockedForMs, passwordSetAt, adminCount };
  }

  /** Whether writeback may touch the account (rule ADMIN-3). */
  checkProtected(username: string): Verdict<'protected-admin'> {
    return checkProtected(this.#find(username)?.adminCount ?? 0);
  }

  /** Locks an account, as an administrator of the domain does. */
  lock(username: string): void {
    this.#find(username)?.lock();
  }

  /** Sets another password, and unlocks (rule WRITEBACK-3). */
  reset(username: string, password: string, line: Line): Promise<DomainAnswer> {
    return this.#write(username, line, (account) =>
      this.#byRightOfAgent(account, () => this.#set(username, account, password, line)),
    );
  }

  /** Opens the lock of the account and leaves its password as it is (rules WRITEBACK-3, LOCK-1). */
  unlock(username: string, line: Line): Promise<DomainAnswer> {
    return this.#write(username, line, (account) =>
      this.#byRightOfAgent(account, async () => {
        account.unlock();
        return done;
      }),
    );
  }

  /**
   * Sets another password for somebody who knows the one in use (rule PASSWORD-5). It is done by the
   * person's own right, so protected administrators can, and a locked account cannot.
   */
  change(username: string, current: string, password: string, line: Line): Promise<DomainAnswer> {
    return this.#write(username, line, async (account) => {
      const proven = await this.#prove(account, current);
      if (proven === 'locked') {
        const retryInMs = account.lockedForMs(this.#clock.now());
        if (!Number.isFinite(retryInMs)) return failed('locked');
        const verdict = deny('LOCK-1', 'blocked-until', { retryInMs });
        return { kind: 'failed', meaning: 'locked', verdict };
      }
      if (proven === 'wrong') return failed('wrong-current-password');
      return this.#set(username, account, password, line);
    });
  }

  /** For pass-through and federation, where the domain decides who signs in (rule WRITEBACK-1). */
  async signIn(username: string, password: string): Promise<DomainSignIn> {
    const account = this.#find(username);
    if (!account) return 'unknown';
    return account.inTurn(async () => {
      const proven = await this.#prove(account, password);
      return proven === 'right' && account.disabled ? 'disabled' : proven;
    });
  }

  #find(username: string): DomainAccount | undefined {
    const account = this.#accounts.get(username.toLowerCase());
    return account?.matches === 0 ? undefined : account;
  }

  async #write(
    username: string,
    line: Line,
    work: (account: DomainAccount) => Promise<DomainAnswer>,
  ): Promise<DomainAnswer> {
    const account = this.#find(username);
    if (!account) return failed('user-not-found');
    if (account.matches > 1) return failed('several-matches');
    return account.inTurn(async () => {
      try {
        const reached = line();
        if (!reached.allowed) return lineCut(reached);
        return account.disabled ? failed('disabled') : await work(account);
      } catch {
        // Whatever broke, such as the hash: nothing was stored, and nobody may be told it was.
        return failed('unknown');
      }
    });
  }

  /** A reset and an unlock need the right of the agent, which protected accounts never grant. */
  async #byRightOfAgent(
    account: DomainAccount,
    work: () => Promise<DomainAnswer>,
  ): Promise<DomainAnswer> {
    const verdict = checkProtected(account.adminCount);
    if (!verdict.allowed) return { kind: 'failed', meaning: 'permissions', verdict };
    return account.writable ? work() : failed('permissions');
  }

  async #prove(account: DomainAccount, password: string): Promise<'right' | 'wrong' | 'locked'> {
    if (account.lockedForMs(this.#clock.now()) > 0) return 'locked';
    if (await account.isPassword(password)) {
      account.succeed();
      return 'right';
    }
    account.fail(this.policy.lockout, this.#clock.now());
    return 'wrong';
  }

  async #set(
    username: string,
    account: DomainAccount,
    password: string,
    line: Line,
  ): Promise<DomainAnswer> {
    const hash = await account.hashed(password);
    const now = this.#clock.now();
    const { accountName, displayName, passwordSetAt: setAt } = account;
    const remembered = await account.remembers(hash, this.policy.history);
    const asked = { password, accountName, displayName, setAt, remembered, now };
    const verdict = checkDomainPassword(this.policy, asked);
    if (!verdict.allowed) return { kind: 'refused', verdict };
    const banned = this.#checkBanned(username, account, password);
    if (!banned.allowed) return { kind: 'refused', verdict: banned };
    const reached = line();
    if (!reached.allowed) return lineCut(reached);
    await account.take(hash, now);
    return done;
  }

  #checkBanned(
    username: string,
    { names }: DomainAccount,
    password: string,
  ): Verdict<BannedFinding['code']> {
    const { bannedAgent: mode } = this.policy;
    if (mode === 'off') return allow('WRITEBACK-2');
    const verdict = this.bannedAgent.check(password, names);
    if (verdict.allowed) return allow('WRITEBACK-2');
    const { downloadedAt } = this.bannedAgent;
    const { code } = verdict;
    this.#findings.add({ at: this.#clock.now(), username, mode, code, downloadedAt });
    return mode === 'audit' ? allow('WRITEBACK-2') : deny('WRITEBACK-2', code);
  }
}
