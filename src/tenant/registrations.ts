import { type Enrolled, normalizeAnswer } from '../policy/index.js';
import { type NormalizedPhone, normalizePhone } from '../policy/phone.js';
import { Authenticator } from './authenticator.js';
import type { PasswordHash } from './password-hash.js';
import type { AnsweredQuestion, Person } from './person.js';
import { type Random, randomText } from './random.js';

/** A question with what is kept of its answer (rule QUESTION-4). */
export interface StoredQuestion {
  /** The code of a predefined one, or the question itself. */
  readonly question: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: Promise<string>;
}

/** Something that is registered for a person, told apart by `type`. */
export type Registration = {
  readonly id: string;
  /** Typed in by the person, or filled in by the organisation (rule GATE-3). */
  readonly source: 'registered' | 'directory';
  /** Milliseconds since 1970; absent where it was there from the start. */
  readonly addedAt?: number;
} & (
  | { readonly type: 'app'; readonly authenticator: Authenticator }
  | {
      readonly type: 'email' | 'phone' | 'alternate-phone' | 'office-phone';
      /** An address, or a number as it is stored (rule PHONE-1). */
      readonly address: string;
    }
  | { readonly type: 'questions'; readonly questions: readonly StoredQuestion[] }
  | { readonly type: 'passkey' | 'windows-hello' | 'temporary-pass' | 'certificate' }
);

/** A registration that has no name yet. */
export type Unnamed = Registration extends infer R
  ? R extends Registration
    ? Omit<R, 'id'>
    : never
  : never;

const saltBytes = 16;
const idAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** What a person has registered, and what the organisation has filled in. */
export class Registrations {
  readonly #random: Random;
  readonly #hash: PasswordHash;
  #list: readonly Registration[] = [];
  #defaultId: string | undefined;

  constructor(person: Person, hash: PasswordHash, random: Random) {
    this.#random = random;
    this.#hash = hash;
    for (const one of this.#given(person)) this.add(one);
  }

  /** Everything, most secure first (rule METHOD-5). */
  get list(): readonly Registration[] {
    return this.#list;
  }

  /** What is offered first. */
  get defaultId(): string | undefined {
    return this.#defaultId;
  }

  get apps(): readonly Authenticator[] {
    return this.#list.flatMap((one) => (one.type === 'app' ? [one.authenticator] : []));
  }

  get questions(): readonly StoredQuestion[] {
    return this.#list.flatMap((one) => (one.type === 'questions' ? one.questions : []));
  }

  /** The alternate address: the registered one before the directory's. */
  get email(): string | undefined {
    return addressesOf(this.#list, 'email')[0];
  }

  add(registration: Unnamed): Registration {
    const id = randomText(this.#random, idAlphabet, 10);
    // `Unnamed` is each member of the union without its id, which is put back here.
    const added = { ...registration, id } as Registration;
    this.#list = [...this.#list, added];
    return added;
  }

  remove(id: string): void {
    this.#list = this.#list.filter((one) => one.id !== id);
    if (this.#defaultId === id) this.#defaultId = undefined;
  }

  makeDefault(id: string): void {
    this.#defaultId = id;
  }

  /** Salted hashes of answers; nobody can read an answer back (rules QUESTION-4, QUESTION-6). */
  hashed(answered: readonly AnsweredQuestion[]): readonly StoredQuestion[] {
    return answered.map(({ question, answer }) => {
      const salt = this.#random.bytes(saltBytes);
      return { question, salt, hash: this.#hash(normalizeAnswer(answer), salt) };
    });
  }

  /** As the rules see it. */
  get enrolled(): readonly Enrolled[] {
    return enrolledBy(this.#list);
  }

  #given({
    app,
    apps = [],
    email,
    phone,
    alternatePhone,
    officePhone,
    questions,
    others = [],
    directory = {},
  }: Person): readonly Unnamed[] {
    const all = [...(app ? [typeof app === 'string' ? { secret: app } : {}] : []), ...apps];
    const registered = { source: 'registered' } as const;
    const addresses: readonly (readonly [
      AddressType,
      'registered' | 'directory',
      string | undefined,
    ])[] = [
      ['email', 'registered', email],
      ['email', 'directory', directory.email],
      ['phone', 'registered', phone],
      ['phone', 'directory', directory.phone],
      ['alternate-phone', 'registered', alternatePhone],
      ['office-phone', 'registered', officePhone],
      ['office-phone', 'directory', directory.officePhone],
    ];
    return [
      ...all.map(
        (data): Unnamed => ({
          type: 'app',
          ...registered,
          authenticator: new Authenticator(data, this.#random),
        }),
      ),
      ...addresses.flatMap(([type, source, address]): readonly Unnamed[] =>
        address === undefined ? [] : [{ type, source, address: stored(type, address) }],
      ),
      ...(questions && questions.length > 0
        ? [{ type: 'questions', ...registered, questions: this.hashed(questions) } as const]
        : []),
      ...others.map((type): Unnamed => ({ type, ...registered })),
    ];
  }
}

type AddressType = 'email' | 'phone' | 'alternate-phone' | 'office-phone';

/** What is registered comes before what the directory holds (rule PHONE-4). */
const addressesOf = (list: readonly Registration[], type: AddressType): readonly string[] =>
  list
    .flatMap((one) => (one.type === type ? [one] : []))
    .toSorted((a, b) => Number(a.source === 'directory') - Number(b.source === 'directory'))
    .map(({ address }) => address);

/** Each way to prove who one is that registrations are data for (rule GATE-3). */
export function enrolledBy(list: readonly Registration[]): readonly Enrolled[] {
  const apps = list.flatMap((one) => (one.type === 'app' ? [one.authenticator] : []));
  const count = list.flatMap((one) => (one.type === 'questions' ? one.questions : [])).length;
  const [email] = addressesOf(list, 'email');
  const ways: readonly (readonly Enrolled[])[] = [
    apps.some(({ notifications }) => notifications) ? [{ type: 'app-notification' }] : [],
    apps.length > 0 ? [{ type: 'app-code' }] : [],
    email === undefined ? [] : [{ type: 'email', address: email }],
    addressesOf(list, 'phone').flatMap((address): readonly Enrolled[] => [
      { type: 'text', address },
      { type: 'whatsapp', address },
      { type: 'call', address },
    ]),
    addressesOf(list, 'office-phone').map((address) => ({ type: 'office-call', address })),
    count > 0 ? [{ type: 'questions', count }] : [],
  ];
  return ways.flat();
}

/** Numbers as rule PHONE-1 stores them; what is no number stays as the organisation typed it. */
function stored(type: Registration['type'], address: string): string {
  const number = type === 'email' ? undefined : normalizePhone(address);
  return number ? storedNumber(number) : address;
}

/** A number as it is kept, with its extension where it has one (rule PHONE-2). */
export const storedNumber = ({ stored, extension }: NormalizedPhone): string =>
  extension === undefined ? stored : `${stored}x${extension}`;
