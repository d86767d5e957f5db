import type {
  Adapter,
  Answer,
  RegistrationIntent,
  RegistrationStep,
  RegistrationStepKind,
  RegistrationSteps,
  Step,
  StepKind,
  Steps,
} from '../../../src/contract/index.js';
import {
  createTenant,
  manualClock,
  type Overrides,
  type Person,
  pbkdf2,
  person,
  policy,
  seededRandom,
  type TenantOptions,
} from '../../../src/tenant/index.js';

export const adele = 'adele.vance@contoso.example';
export const nobody = 'no.body@contoso.example';
export const newPassword = 'Blue-Teapot-77';

/** Adele with a mail address and an app, unless said otherwise. */
export const adeleWith = (known: Partial<Person> = {}): Person =>
  person({ username: adele, email: 'adele.v@mail.example', app: true, ...known });

/** A tenant of Adele where everybody may reset, its clock, and visitors to it. */
export function contoso(settings: Overrides = {}, options: Partial<TenantOptions> = {}) {
  const clock = manualClock();
  const tenant = createTenant({
    name: 'Contoso',
    people: [adeleWith({ password: 'Old-Saucer-11' })],
    policy: policy({ scope: 'all', captcha: { kind: 'none' }, ...settings }),
    clock,
    random: seededRandom(1),
    hash: pbkdf2({ iterations: 1 }),
    ...options,
  });
  return { tenant, clock, visit: () => new Visitor(tenant) };
}

let attempts = 0;
/** An attempt of its own. */
export const attempt = () => ({ attemptId: `attempt-${attempts++}`, locale: 'en' });

/** One person at one widget: remembers the last step, answers it. */
export class Visitor {
  step: Step | undefined;

  constructor(readonly adapter: Adapter) {}

  async start(username = adele): Promise<Step> {
    this.step = await this.adapter.reset.start({ username }, attempt());
    return this.step;
  }

  async answer(answer: Answer, token = this.token): Promise<Step> {
    this.step = await this.adapter.reset.advance(token, answer, attempt());
    return this.step;
  }

  choose(type: string): Promise<Step> {
    const method = this.at('choose-method').methods.find((one) => one.type === type);
    if (!method) throw new Error(`No ${type} to choose.`);
    return this.answer({ action: 'choose-method', method: method.id });
  }

  enter(code: string): Promise<Step> {
    return this.answer({ action: 'enter-code', code });
  }

  confirmTarget(target: string): Promise<Step> {
    return this.answer({ action: 'confirm-target', target });
  }

  /** Answers each question by what `known` has for its text. */
  answerQuestions(known: (text: string) => string): Promise<Step> {
    const { questions } = this.at('answer-questions');
    const answers = Object.fromEntries(questions.map(({ id, text }) => [id, known(text)]));
    return this.answer({ action: 'answer-questions', answers });
  }

  /** The step that comes without an answer. */
  async watch(): Promise<Step | undefined> {
    const { watch } = this.adapter.reset;
    for await (const step of watch?.(this.token, { locale: 'en' }) ?? []) {
      this.step = step;
      return step;
    }
    return undefined;
  }

  setPassword(password = newPassword, confirmation = password): Promise<Step> {
    return this.answer({ action: 'set-password', password, confirmation });
  }

  /** The step where the visitor stands, which must be of this kind. */
  at<K extends StepKind>(kind: K): Steps[K] {
    if (this.step?.kind !== kind)
      throw new Error(`Expected ${kind}, got ${JSON.stringify(this.step)}`);
    return this.step as Steps[K];
  }

  get token(): string {
    if (!this.step || !('token' in this.step) || this.step.token === undefined)
      throw new Error(`No token in ${JSON.stringify(this.step)}`);
    return this.step.token;
  }

  /** The codes of all problems. */
  get problems(): readonly string[] {
    return this.step?.problems.map(({ code }) => code) ?? [];
  }

  /** The names of all actions. */
  get actions(): readonly string[] {
    return this.step?.actions.map(({ name }) => name) ?? [];
  }

  /** The codes of all notices. */
  get notices(): readonly string[] {
    return this.step?.notices.map(({ code }) => code) ?? [];
  }
}

/** One signed-in person at one registration. */
export class Registrant {
  step: RegistrationStep | undefined;

  constructor(readonly adapter: Adapter) {}

  async start(mode?: NonNullable<RegistrationIntent['mode']>): Promise<RegistrationStep> {
    this.step = await this.#driver.start({ ...(mode && { mode }) }, attempt());
    return this.step;
  }

  async answer(answer: Answer, token = this.token): Promise<RegistrationStep> {
    this.step = await this.#driver.advance(token, answer, attempt());
    return this.step;
  }

  async watch(): Promise<RegistrationStep | undefined> {
    for await (const step of this.#driver.watch?.(this.token, { locale: 'en' }) ?? []) {
      this.step = step;
      return step;
    }
    return undefined;
  }

  choose(type: string): Promise<RegistrationStep> {
    const method = this.at('choose-method').methods.find((one) => one.type === type);
    if (!method) throw new Error(`No ${type} to choose.`);
    return this.answer({ action: 'choose-method', method: method.id });
  }

  enter(code: string): Promise<RegistrationStep> {
    return this.answer({ action: 'enter-code', code });
  }

  /** The step where the person stands, which must be of this kind. */
  at<K extends RegistrationStepKind>(kind: K): RegistrationSteps[K] {
    if (this.step?.kind !== kind)
      throw new Error(`Expected ${kind}, got ${JSON.stringify(this.step)}`);
    return this.step as RegistrationSteps[K];
  }

  get token(): string {
    if (!this.step || !('token' in this.step) || this.step.token === undefined)
      throw new Error(`No token in ${JSON.stringify(this.step)}`);
    return this.step.token;
  }

  get problems(): readonly string[] {
    return this.step?.problems.map(({ code }) => code) ?? [];
  }

  get #driver() {
    const { register } = this.adapter;
    if (!register) throw new Error('Nobody can register here.');
    return register;
  }
}

/** Signs somebody in, and gives a registration of theirs. */
export async function signedIn(
  tenant: ReturnType<typeof contoso>['tenant'],
  username = adele,
  password = 'Old-Saucer-11',
): Promise<Registrant> {
  const signIn = await tenant.signIn(username, password);
  if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
  return new Registrant(tenant.forClient('local', { session: signIn.session }));
}

/** A code of six digits that is not `code`. */
export const otherThan = (code: string): string =>
  String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** A step without what differs from flow to flow. */
export const shape = (step: Step | undefined, names: readonly string[]) =>
  JSON.parse(
    JSON.stringify(step, (key, value: unknown) =>
      ['token', 'supportCode', 'hint', 'id', 'resumable'].includes(key) ? `<${key}>` : value,
    ).replaceAll(new RegExp(names.join('|'), 'g'), '<username>'),
  );
