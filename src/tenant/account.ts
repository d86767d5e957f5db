import { openLock } from '../policy/index.js';
import type { PasswordHash } from './password-hash.js';
import type { Person } from './person.js';
import type { Random } from './random.js';
import { Registrations } from './registrations.js';

/** What of a person may be read: all but what proves who they are. */
export type PublicPerson = Omit<
  Person,
  | 'password'
  | 'app'
  | 'apps'
  | 'email'
  | 'phone'
  | 'alternatePhone'
  | 'officePhone'
  | 'questions'
  | 'others'
  | 'directory'
  | 'confirmedAt'
>;

const saltBytes = 16;

interface StoredPassword {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** The account of a person: the credentials and what became of them. */
export class Account {
  readonly person: PublicPerson;
  readonly registrations: Registrations;
  lock = openLock;
  /** Sessions begun before are over (rule SESSION-2); milliseconds since 1970. */
  sessionsRevokedAt: number | undefined;
  passwordSetAt: number | undefined;
  /** When the person last said that all that is registered is right (rule REGISTER-2). */
  confirmedAt: number;
  readonly #madeAt: number;
  readonly #hash: PasswordHash;
  readonly #random: Random;
  #resets = 0;
  #password: Promise<StoredPassword> | undefined;
  /** What the cloud does not know yet (rule WRITEBACK-5). */
  #coming: { readonly from: number; readonly password: StoredPassword } | undefined;
  #line: Promise<unknown> = Promise.resolve();

  /** @param now milliseconds since 1970 */
  constructor(known: Person, hash: PasswordHash, random: Random, now: number) {
    this.person = publicOf(known);
    this.registrations = new Registrations(known, hash, random);
    this.confirmedAt = known.confirmedAt ?? now;
    this.#madeAt = now;
    this.#hash = hash;
    this.#random = random;
    if (known.password !== undefined) this.#password = this.#hashed(known.password);
  }

  /** When the password in use was set, milliseconds since 1970; at first, when the account was made. */
  get passwordFrom(): number {
    return this.passwordSetAt ?? this.#madeAt;
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
   * @param from when the cloud knows it, milliseconds since 1970; default: at once (rule WRITEBACK-5)
   */
  async resetPassword(password: string, resets: number, from?: number): Promise<boolean> {
    const made = await this.#hashed(password);
    if (this.#resets !== resets) return false;
    this.#resets += 1;
    this.#set(made, from);
    return true;
  }

  /** A signed-in change (rule PASSWORD-5); nothing of a reset is over by it. */
  async changePassword(password: string, from?: number): Promise<void> {
    this.#set(await this.#hashed(password), from);
  }

  /** Does one thing after the other, whatever comes of each. */
  oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#line.then(work, work);
    this.#line = mine.catch(() => {});
    return mine;
  }

  /** Takes as long for an account without a password as for one with. */
  async hasPassword(password: string, now: number): Promise<boolean> {
    // WebKit derives nothing from an empty key, and nobody's password is empty.
    if (password === '') return false;
    if (this.#coming && now >= this.#coming.from) this.#set(this.#coming.password);
    const stored = await this.#password;
    const hash = await this.#hash(
      password.normalize('NFKC'),
      stored?.salt ?? new Uint8Array(saltBytes),
    );
    return hash === stored?.hash;
  }

  #set(password: StoredPassword, from?: number): void {
    this.#coming = from === undefined ? undefined : { from, password };
    if (from === undefined) this.#password = Promise.resolve(password);
  }

  async #hashed(password: string): Promise<StoredPassword> {
    const salt = this.#random.bytes(saltBytes);
    return { salt, hash: await this.#hash(password.normalize('NFKC'), salt) };
  }
}

function publicOf({
  password: _password,
  app: _app,
  apps: _apps,
  email: _email,
  phone: _phone,
  alternatePhone: _alternatePhone,
  officePhone: _officePhone,
  questions: _questions,
  others: _others,
  directory: _directory,
  confirmedAt: _confirmedAt,
  ...known
}: Person): PublicPerson {
  return known;
}
