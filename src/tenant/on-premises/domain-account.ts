import { type DomainPasswordPolicy, longestHistory } from '../../policy/domain-password.js';
import type { PasswordCheckedBy } from '../../policy/writeback.js';
import type { PasswordHash } from '../password-hash.js';
import type { Random } from '../random.js';
import type { OnPremisesPerson } from './definition.js';

const saltBytes = 16;

/** Locked until somebody unlocks. */
const forever = Number.POSITIVE_INFINITY;

/** An account as a domain has it: its passwords, as hashes, and its lock. */
export class DomainAccount {
  readonly accountName: string;
  readonly displayName: string;
  readonly names: readonly string[];
  readonly by: PasswordCheckedBy;
  readonly adminCount: 0 | 1;
  readonly disabled: boolean;
  readonly matches: number;
  readonly writable: boolean;
  readonly #hash: PasswordHash;
  /** One for all passwords of the account: its whole history is compared by one hash. */
  readonly #salt: Uint8Array<ArrayBuffer>;
  /** The newest first. */
  #hashes: Promise<readonly string[]>;
  #passwordSetAt: number | undefined;
  #lockedUntil: number;
  /** When a wrong password was tried, milliseconds since 1970. */
  #failures: readonly number[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(person: OnPremisesPerson, hash: PasswordHash, random: Random) {
    const { username, firstName, lastName, password, onPremises: facts = {} } = person;
    this.accountName = username.slice(0, username.lastIndexOf('@'));
    this.displayName = `${firstName} ${lastName}`;
    this.names = [firstName, lastName];
    this.by = facts.by ?? 'password-hash-sync';
    this.adminCount = facts.adminCount ?? 0;
    this.disabled = facts.disabled ?? false;
    this.matches = facts.matches ?? 1;
    this.writable = facts.writable ?? true;
    this.#hash = hash;
    this.#salt = random.bytes(saltBytes);
    this.#passwordSetAt = facts.passwordSetAt;
    this.#lockedUntil = facts.locked ? forever : 0;
    this.#hashes =
      password === undefined ? Promise.resolve([]) : this.hashed(password).then((first) => [first]);
    // Who asks for the hashes gets the rejection; without anybody asking it would end the process.
    this.#hashes.catch(() => undefined);
  }

  get passwordSetAt(): number | undefined {
    return this.#passwordSetAt;
  }

  /** Runs `work` when all that was begun before is over, so that of two at once each sees the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine;
    return mine;
  }

  async hashed(password: string): Promise<string> {
    // WebKit derives nothing from an empty key, and nobody's password is empty.
    return password === '' ? '' : this.#hash(password.normalize('NFKC'), this.#salt);
  }

  async isPassword(password: string): Promise<boolean> {
    const [current] = await this.#hashes;
    return (await this.hashed(password)) === current;
  }

  /** Whether it is among the last `count` passwords, the one in use included. */
  async remembers(hash: string, count: number): Promise<boolean> {
    return (await this.#hashes).slice(0, count).includes(hash);
  }

  /** Takes a password into use and opens the lock (rule WRITEBACK-3). */
  async take(hash: string, now: number): Promise<void> {
    const before = await this.#hashes;
    this.#hashes = Promise.resolve([hash, ...before].slice(0, longestHistory));
    this.#passwordSetAt = now;
    this.unlock();
  }

  /** Milliseconds until the lock opens by itself; 0: it is open; infinite: somebody has to unlock. */
  lockedForMs(now: number): number {
    return Math.max(0, this.#lockedUntil - now);
  }

  lock(): void {
    this.#lockedUntil = forever;
  }

  unlock(): void {
    this.#lockedUntil = 0;
    this.#failures = [];
  }

  /** Counts a wrong password, and locks where it is one too many (rule LOCK-1). */
  fail({ failures, windowMs, lockMs }: DomainPasswordPolicy['lockout'], now: number): void {
    this.#failures = [...this.#failures.filter((at) => at > now - windowMs), now];
    if (failures === 0 || this.#failures.length < failures) return;
    this.#lockedUntil = lockMs === 0 ? forever : now + lockMs;
    this.#failures = [];
  }

  /** A right password: wrong ones before it no longer count. */
  succeed(): void {
    this.#failures = [];
  }
}
