import { openLock } from '../policy/index.js';
import { Authenticator } from './authenticator.js';
import type { PasswordHash } from './password-hash.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** What of a person may be read: all but the password. */
export type PublicPerson = Omit<Person, 'password' | 'app'> & { readonly app: boolean };

const saltBytes = 16;

interface StoredPassword {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** The account of a person: the credentials and what became of them. */
export class Account {
  readonly person: PublicPerson;
  readonly authenticator: Authenticator | undefined;
  lock = openLock;
  /** Sessions begun before are over (rule SESSION-2); milliseconds since 1970. */
  sessionsRevokedAt: number | undefined;
  passwordSetAt: number | undefined;
  readonly #hash: PasswordHash;
  readonly #random: Random;
  #resets = 0;
  #password: Promise<StoredPassword> | undefined;

  constructor({ password, app, ...known }: Person, hash: PasswordHash, random: Random) {
    this.person = { ...known, app: Boolean(app) };
    this.#hash = hash;
    this.#random = random;
    if (app) this.authenticator = new Authenticator(app === true ? random : app);
    if (password !== undefined) this.#password = this.#hashed(password);
  }

  /** Names the account in counts and look-ups, however its username was typed. */
  get key(): string {
    return this.person.username.toLowerCase();
  }

  /** How many resets set the password: what was proven before the last one proves nothing more. */
  get resets(): number {
    return this.#resets;
  }

  /**
   * Stores a hash of the password when it is made; answers false, and stores nothing, where another
   * reset was completed since `resets` was read, so that of many at once one wins.
   */
  async resetPassword(password: string, resets: number): Promise<boolean> {
    const made = await this.#hashed(password);
    if (this.#resets !== resets) return false;
    this.#resets += 1;
    this.#password = Promise.resolve(made);
    return true;
  }

  /** Takes as long for an account without a password as for one with. */
  async hasPassword(password: string): Promise<boolean> {
    // WebKit derives nothing from an empty key, and nobody's password is empty.
    if (password === '') return false;
    const stored = await this.#password;
    const hash = await this.#hash(
      password.normalize('NFKC'),
      stored?.salt ?? new Uint8Array(saltBytes),
    );
    return hash === stored?.hash;
  }

  async #hashed(password: string): Promise<StoredPassword> {
    const salt = this.#random.bytes(saltBytes);
    return { salt, hash: await this.#hash(password.normalize('NFKC'), salt) };
  }
}
