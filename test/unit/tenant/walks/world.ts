import { Secret, TOTP } from 'otpauth';
import {
  changedPolicy,
  createTenant,
  createTenants,
  type ManualClock,
  type Message,
  manualClock,
  type Overrides,
  onPremises,
  type PasswordHash,
  type Person,
  person,
  policy,
  seededRandom,
  type Tenant,
  type Tenants,
} from '../../../../src/tenant/index.js';
import { digitsOf, Secrets } from './secrets.js';
import { Throttled } from './throttled.js';

export const adele = 'adele.vance@contoso.example';
export const bo = 'bo.helm@contoso.example';
export const nell = 'nell.newcomer@contoso.example';
export const dana = 'dana.dale@corp.example';
export const flo = 'flo.field@fabrikam.example';
export const nobody = 'no.body@contoso.example';

/** What passwords, answers, addresses and numbers begin with here, so that a leak is seen. */
const firstPassword = 'Old-Saucer-11';
const asked = ['first', 'second', 'third', 'fourth', 'fifth'].map((nth) => `The ${nth} question?`);
const answerTo = (question: string): string => `zanswer ${question.length} ${question[4]}`;
const appSecret = (letter: string): string => letter.repeat(32);

const known = (username: string, digits: string, rest: Partial<Person> = {}): Person =>
  person({
    username,
    password: firstPassword,
    email: `${digits}.${username.slice(0, 4)}@mail.example`,
    phone: `+49 15112345${digits}1`,
    ...rest,
  });

const contosoPeople: readonly Person[] = [
  known(adele, '1', {
    officePhone: '+49 15112345122',
    apps: [{ secret: appSecret('A'), notifications: true }],
    directory: { phone: '+49 15112345133' },
    questions: asked.map((question) => ({ question, answer: answerTo(question) })),
  }),
  known(bo, '2', {
    roles: ['Helpdesk Administrator'],
    apps: [{ secret: appSecret('B'), notifications: true }],
  }),
  person({ username: nell, password: firstPassword }),
  known(dana, '4', { onPremises: { locked: true } }),
];

/** Cheap, and as different for different input as the walks need. */
const cheapHash: PasswordHash = async (password, salt) => {
  let hash = 0x811c9dc5;
  for (const part of [...new TextEncoder().encode(password), ...salt])
    hash = Math.imul(hash ^ part, 0x01000193);
  return (hash >>> 0).toString(16);
};

/** What the walks begin under: all methods, limits as the rules have them. */
const everything: Overrides = {
  scope: 'all',
  captcha: { kind: 'none' },
  methodsRequired: 2,
  methods: {
    whatsapp: { state: 'enabled' },
    'office-call': { state: 'enabled' },
    questions: { state: 'enabled' },
    text: { retiresAt: undefined },
    call: { retiresAt: undefined },
  },
  writeback: { enabled: true, unlockWithoutReset: true },
};

/** What may come to hold in the middle of a walk, each instead of what the walks begin under. */
export const policies: readonly Overrides[] = [
  {},
  {},
  { methodsRequired: 1 },
  { methodsRequired: 1, voice: 'detailed' },
  { methods: { 'app-code': { state: 'disabled' }, 'app-notification': { state: 'disabled' } } },
  { methods: { text: { state: 'disabled' }, email: { state: 'blocked' } } },
  { methods: { questions: { state: 'disabled' }, call: { state: 'disabled' } } },
  { scope: 'selected', scopeGroup: 'none-such' },
  { scope: 'none', adminsMayReset: false },
  { captcha: { kind: 'external', provider: 'turnstile', siteKey: 'key' } },
  { registration: { mostApps: 1, maySkip: false, mayEditOfficePhone: false } },
  { registration: { reconfirmDays: 1 }, revokeSessions: false },
  { questions: { toReset: 5, mayWriteOwn: true }, codes: { digits: 8 } },
  { session: { mostExtensions: 0 }, helpdesk: { url: 'https://help.example/' } },
  { writeback: { enabled: false }, alternateSignInAddresses: true },
  { trialStartedAt: Date.parse('2026-11-20T00:00:00Z'), notifyUsers: false },
];

/** What a telephone or an app can be answered with, and whose flow made it ring. */
export interface Ringing {
  readonly message: Extract<Message, { readonly channel: 'call' | 'notification' }>;
  readonly by: unknown;
}

/** Two organisations beside each other, and all that somebody knows who reads along everywhere. */
export class World {
  readonly clock: ManualClock = manualClock();
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  readonly tenants: Tenants;
  readonly secrets = new Secrets();
  readonly throttled: Throttled;
  readonly faults: unknown[] = [];
  /** What was rightly registered and removed, in nobody's list yet: `username type address`. */
  readonly earned: string[] = [];
  readonly dropped: string[] = [];
  /** Each code that an app has shown is good for one proof. */
  readonly usedAppCodes = new Set<string>();
  /** By username: how many resets were completed. */
  readonly resets = new Map<string, number>();
  policyChanges = 0;
  /** While flows answer at once, in whatever order. */
  together = false;
  /** Whose call is under way: what is sent meanwhile is sent for it. */
  by: unknown;
  readonly codes: { readonly message: Message; readonly by: unknown }[] = [];
  readonly ringing: Ringing[] = [];
  /** By username: the secrets of the apps that there are, or were. */
  readonly apps = new Map<string, Set<string>>();
  /** By username: the right answers by the text of the question. */
  readonly answers = new Map<string, Map<string, string>>();
  readonly passwords = new Map<string, string>();
  /** How many of each kind of thing came about, so that a test sees how far walks get. */
  readonly reached = new Map<string, number>();
  /** Drawn by all attempts, names and passwords of this world. */
  #serial = 0;

  constructor(seed: number) {
    const common = {
      clock: this.clock,
      policy: policy(everything),
      hash: cheapHash,
      verifyCaptcha: async (token: string) => token.startsWith('human '),
      delivery: (message: Message) => this.#take(message),
    };
    this.contoso = createTenant({
      ...common,
      name: 'Contoso',
      people: contosoPeople,
      random: seededRandom(seed),
      onPremises: onPremises({ agents: [{ domains: ['corp.example'] }] }),
    });
    this.fabrikam = createTenant({
      ...common,
      name: 'Fabrikam',
      people: [known(flo, '5')],
      random: seededRandom(seed + 1),
    });
    this.tenants = createTenants(this.contoso, this.fabrikam);
    this.throttled = new Throttled(() => this.clock.now());
    for (const username of [adele, bo, nell, dana, flo])
      this.passwords.set(username, firstPassword);
    for (const letter of ['A', 'B']) this.secrets.tokens.add(appSecret(letter));
    this.apps.set(adele, new Set([appSecret('A')])).set(bo, new Set([appSecret('B')]));
    this.answers.set(adele, new Map(asked.map((text) => [text, answerTo(text)])));
  }

  next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  count(what: string): void {
    this.reached.set(what, (this.reached.get(what) ?? 0) + 1);
  }

  attempt() {
    return { attemptId: `attempt-${this.next()}`, locale: 'en' };
  }

  tenantOf(username: string): Tenant {
    return username === flo ? this.fabrikam : this.contoso;
  }

  personOf(username: string) {
    return this.tenantOf(username).people.find((one) => one.username === username);
  }

  setPolicy(overrides: Overrides): void {
    const base = policy(everything);
    this.contoso.setPolicy(changedPolicy(base, overrides));
    this.policyChanges += 1;
  }

  /** The app codes that would be right now, with the secret and the step of each. */
  appCodes(secret: string, now = this.clock.now()): readonly { code: string; use: string }[] {
    const period = 30;
    return [-1, 0, 1].map((drift) => {
      const timestamp = now + drift * period * 1_000;
      return {
        code: TOTP.generate({ secret: Secret.fromBase32(secret), period, timestamp }),
        use: `${secret} ${TOTP.counter({ period, timestamp })}`,
      };
    });
  }

  /** A delivery that throws is nobody's concern: what is wrong with a message is kept for the walk. */
  #take(message: Message): void {
    try {
      this.#look(message);
    } catch (fault) {
      this.faults.push(fault);
    }
  }

  #look(message: Message): void {
    if (!this.personOf(message.recipient))
      throw new Error(`REFUSAL-2: something was sent to ${message.recipient}`);
    if (message.channel === 'call' || message.channel === 'notification')
      this.ringing.push({ message, by: this.by });
    if (message.code !== undefined) {
      this.codes.push({ message, by: this.by });
      this.secrets.codes.add(message.code);
    }
    // Counted before a reset that clears, perhaps, and sent after it.
    if (!this.together) this.throttled.sent(message);
    this.secrets.checkMessage(message);
  }

  /** Numbers and addresses that are stored for somebody, as digits or in lower case. */
  registered(username: string): readonly string[] {
    return (this.personOf(username)?.registered ?? []).map(({ type, address }) =>
      address === undefined
        ? type
        : `${type} ${type === 'email' ? address.toLowerCase() : digitsOf(address)}`,
    );
  }
}
