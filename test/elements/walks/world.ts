import type { Adapter, Answer, Attempt, FlowDriver } from '../../../src/contract/index.js';
import { clientOf } from '../../../src/mock/index.js';
import {
  createTenant,
  manualClock,
  type Overrides,
  onPremises,
  pbkdf2,
  person,
  policy,
  seededRandom,
  type Tenant,
} from '../../../src/tenant/index.js';
import { adapterOver, environmentOf, oldPassword, type World } from '../reset-world.js';
import { network } from '../robustness-network.js';

export const phone = '+49 171 1234567';
export const answersByText: Readonly<Record<string, string>> = {
  'In which town did your parents first meet?': 'zanswer-lyon',
  'What was the name of your first pet?': 'zanswer-minou',
  'What was the make of your first car or bicycle?': 'zanswer-peugeot',
};
const known = {
  password: oldPassword,
  email: 'recovery.box@mail.example',
  phone,
  officePhone: '+49 30 1234567x89',
  apps: [{ notifications: true }],
  questions: [
    { question: 'question-01', answer: 'zanswer-lyon' },
    { question: 'question-04', answer: 'zanswer-minou' },
    { question: 'question-12', answer: 'zanswer-peugeot' },
  ],
};

const people = [
  person({ username: 'full.house@contoso.example', ...known }),
  person({ username: 'only.mail@contoso.example', password: oldPassword, email: known.email }),
  person({ username: 'locked.out@contoso.example', ...known, onPremises: { locked: true } }),
  person({ username: 'gone.away@contoso.example', ...known, enabled: false }),
  person({
    username: 'guest.of@fabrikam.example',
    kind: 'guest',
    home: { name: 'Fabrikam', url: 'https://reset.fabrikam.example/' },
  }),
];

/** Those who come to the element, and somebody whom nobody knows. */
export const usernames = [...people.map(({ username }) => username), 'no.body@contoso.example'];

const methods = {
  whatsapp: { state: 'enabled' },
  'office-call': { state: 'enabled' },
  questions: { state: 'enabled' },
} as const;

const policies: readonly Overrides[] = [
  { methods },
  { methods, methodsRequired: 2 },
  { methods, methodsRequired: 2, voice: 'detailed' },
  { methods, voice: 'detailed', throttles: { wrongProofs: { count: 2 } } },
  { captcha: { kind: 'proof-of-work', maxNumber: 50 }, methods },
  { scope: 'none', voice: 'detailed' },
  { methods, writeback: { enabled: true, unlockWithoutReset: true } },
  { methods, throttles: { resets: { count: 1 } }, codes: { resendAfterMs: 1_000 } },
];

/** What was sent to the backend: which attempt, and what for. */
export interface Sent {
  readonly attempt: string;
  readonly what: string;
  readonly answer: Answer | undefined;
}

/** A tenant behind a network, and everything that an element asks of it. */
export class WalkWorld implements World {
  readonly tenant: Tenant;
  readonly clock = manualClock();
  readonly environment = environmentOf(this.clock);
  readonly wire: ReturnType<typeof network>;
  readonly adapter: Adapter;
  readonly sent: Sent[] = [];
  /** Calls that change something and have no answer yet. */
  readonly underWay = new Set<string>();
  /** The most of them that there were at once. */
  mostAtOnce = 0;
  readonly tokens = new Set<string>();
  /** All calls that somebody waits for. */
  waiting = 0;

  /** What an app has scanned last. */
  scanned = '';
  /** The keys of apps that were shown, as they were written and without their gaps. */
  readonly keys = new Set<string>();
  #session: string | undefined;

  constructor(seed: number) {
    this.tenant = createTenant({
      name: 'Contoso',
      people,
      policy: policy({
        scope: 'all',
        domains: ['contoso.example'],
        captcha: { kind: 'none' },
        questions: { toRegister: 3, toReset: 3 },
        ...policies[seed % policies.length],
      }),
      clock: this.clock,
      random: seededRandom(seed),
      hash: pbkdf2({ iterations: 1 }),
      onPremises: onPremises({
        agents: [{ tool: 'cloud-sync', domains: ['contoso.example'], status: 'up' }],
      }),
      signInUrl: 'https://login.contoso.example/',
    });
    this.wire = network(
      this,
      { allowedOrigins: ['https://reset.fabrikam.example', 'https://login.contoso.example'] },
      (request) =>
        this.tenant.forClient(
          clientOf(request),
          this.#session === undefined ? {} : { session: this.#session },
        ),
    );
    const { reset, register, discover } = this.wire.adapter;
    this.adapter = {
      ...adapterOver(this.wire.adapter, {
        discover: (hint, call) => this.#await(() => discover(hint, call)),
        ...this.#listenTo(reset),
      }),
      ...(register && { register: { ...register, ...this.#listenTo(register) } }),
    };
  }

  /** Signs somebody in, for whom the page vouches from now on. */
  async signIn(username: string): Promise<void> {
    const signIn = await this.tenant.signIn(username, oldPassword);
    if (signIn.outcome !== 'signed-in') throw new Error(`${username}: ${signIn.outcome}`);
    this.#session = signIn.session;
  }

  /** The calls of a driver that change something, each written down. */
  #listenTo<I, S extends object>(
    driver: FlowDriver<I, S>,
  ): Pick<FlowDriver<I, S>, 'start' | 'advance'> {
    return {
      start: (intent, attempt: Attempt) =>
        this.#keep(attempt.attemptId, JSON.stringify(intent), undefined, () =>
          driver.start(intent, attempt),
        ),
      advance: (token, answer, attempt) =>
        this.#keep(attempt.attemptId, JSON.stringify([token, answer]), answer, () =>
          driver.advance(token, answer, attempt),
        ),
    };
  }

  async #keep<S extends object>(
    attempt: string,
    what: string,
    answer: Answer | undefined,
    call: () => Promise<S>,
  ): Promise<S> {
    const mark = `${attempt} ${this.sent.length}`;
    this.sent.push({ attempt, what, answer });
    this.underWay.add(mark);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay.size);
    try {
      const step = await this.#await(call);
      if ('uri' in step && typeof step.uri === 'string') this.scanned = step.uri;
      if ('key' in step && typeof step.key === 'string')
        this.keys.add(step.key).add(step.key.replaceAll(' ', ''));
      if ('token' in step && typeof step.token === 'string') this.tokens.add(step.token);
      return step;
    } finally {
      this.underWay.delete(mark);
    }
  }

  async #await<T>(call: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    try {
      return await call();
    } finally {
      this.waiting -= 1;
    }
  }
}
