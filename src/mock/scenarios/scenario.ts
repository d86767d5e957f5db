import type {
  Adapter,
  Answer,
  Captcha,
  RegistrationIntent,
  RegistrationStep,
  ResetIntent,
  Step,
} from '../../contract/index.js';
import {
  createTenant,
  type ManualClock,
  manualClock,
  type Overrides,
  type PasswordHash,
  type Person,
  pbkdf2,
  person,
  policy,
  type Random,
  seededRandom,
  type Tenant,
  type TenantOptions,
  type TenantTexts,
} from '../../tenant/index.js';

import { CaptchaReader } from './captcha-answers.js';

/** A step of a reset or of a registration. */
export type AnyStep = Step | RegistrationStep;

/** What a move may look at and wind. */
export interface Scene {
  readonly tenant: Tenant;
  readonly clock: ManualClock;
  readonly username: string;
  /** Where the person stands now. */
  readonly step: AnyStep;
}

/**
 * What somebody does next: an answer to the step, or `watch` for the step that comes by itself, or
 * nothing where the move was made elsewhere (time goes by, a telephone is answered, a setting changes).
 */
export type Move = (scene: Scene) => Answer | 'watch' | undefined | Promise<Answer | undefined>;

/** A situation with a name: who, under which policy, and the way into it. */
export interface Scenario {
  /** What there is to see, in one sentence. */
  readonly says: string;
  /** The rules that it shows, by id. */
  readonly rules: readonly string[];
  /** What differs from an ordinary member with an alternate address; `undefined`: nobody has the name. */
  readonly person?: Partial<Person> | 'nobody';
  readonly policy?: Overrides;
  readonly tenant?: Partial<
    Pick<TenantOptions, 'onPremises' | 'groups' | 'people' | 'describedMethods'>
  >;
  /**
   * How the captcha is answered that the policy asks for; `late`: rightly, when its time is over.
   * Absent: none is asked, unless the policy says otherwise.
   */
  readonly captcha?: 'right' | 'wrong' | 'late';
  /** Absent: a reset. */
  readonly registration?: NonNullable<RegistrationIntent['mode']> | 'whatever-is-due';
  /** Before anything is begun. */
  readonly before?: (scene: Omit<Scene, 'step'>) => void | Promise<void>;
  readonly moves: readonly Move[];
  /** What is typed into the first field of the step where it ends, and not sent. */
  readonly typed?: string;
  /** The step where it ends. */
  readonly endsAt: AnyStep['kind'];
  /** What that step tells: the code of its refusal, of a problem or of a notice. */
  readonly tells?: string;
}

/** How a scenario is opened otherwise than usual. */
export interface OpenOptions {
  /** Default: one that stands at 2026-11-24T14:30Z. */
  readonly clock?: ManualClock;
  /** Default: the same for each opening. */
  readonly random?: Random;
  readonly hash?: PasswordHash;
  /** The voice, where the scenario does not say. Default `detailed`: that of the codes. */
  readonly voice?: 'uniform' | 'detailed';
  readonly texts?: (locale: string) => TenantTexts;
  /** Default `en`. */
  readonly locale?: string;
}

/** A scenario that can be walked. */
export interface OpenScenario {
  readonly tenant: Tenant;
  readonly clock: ManualClock;
  readonly username: string;
  /** For an element: the tenant, with the session of the person where they are signed in. */
  readonly adapter: Adapter;
  /**
   * What the person brings for a captcha of this opening, the newest; winds the clock where that is
   * late. For whoever walks an element along: undefined where there is nothing to bring.
   */
  answerCaptcha(captcha: Captcha): Promise<ResetIntent['captcha']>;
  /** Walks all the way and answers the step where it ends; rejects as the adapter does. */
  play(): Promise<AnyStep>;
  /** What to answer to a step on the way, in their order: for whoever walks an element along. */
  readonly moves: readonly Move[];
}

/** The one whom every scenario is about. */
export const scenarioUsername = 'amira.haddad@contoso.example';
const password = 'Old-Saucer-11';

/** Opens a scenario in a tenant of its own. */
export async function open(scenario: Scenario, options: OpenOptions = {}): Promise<OpenScenario> {
  const {
    clock = manualClock(),
    random = seededRandom(1),
    hash = pbkdf2({ iterations: 1 }),
  } = options;
  const { voice = 'detailed', texts, locale = 'en' } = options;
  const username = scenarioUsername;
  const known = scenario.person;
  const people = [
    ...(known === 'nobody'
      ? []
      : [person({ username, password, email: 'amira.h@fineartschool.example', ...known })]),
    ...(scenario.tenant?.people ?? []),
  ];
  const reader = new CaptchaReader();
  const tenant = createTenant({
    ...reader.options,
    name: 'Contoso',
    policy: policy({
      scope: 'all',
      domains: ['contoso.example'],
      // What is walked here is what comes after it.
      captcha: { kind: 'none' },
      voice,
      ...scenario.policy,
    }),
    clock,
    random,
    hash,
    ...scenario.tenant,
    people,
    ...(texts && { texts }),
  });
  await scenario.before?.({ tenant, clock, username });
  const adapter = await adapterFor(scenario, tenant, username);
  const answerCaptcha = (captcha: Captcha) =>
    reader.answer(captcha, scenario.captcha ?? 'right', clock);
  return {
    tenant,
    clock,
    username,
    adapter,
    moves: scenario.moves,
    answerCaptcha,
    play: () => walk(scenario, { tenant, clock, username, adapter, locale, answerCaptcha }),
  };
}

async function adapterFor(
  { registration }: Scenario,
  tenant: Tenant,
  username: string,
): Promise<Adapter> {
  if (!registration) return tenant;
  const signIn = await tenant.signIn(username, password);
  if (signIn.outcome !== 'signed-in') throw new Error(`The sign-in ended as ${signIn.outcome}.`);
  return tenant.forClient('local', { session: signIn.session });
}

async function walk(
  { registration, moves }: Scenario,
  {
    adapter,
    locale,
    answerCaptcha,
    ...world
  }: Omit<Scene, 'step'> & Pick<OpenScenario, 'adapter' | 'answerCaptcha'> & { locale: string },
): Promise<AnyStep> {
  let count = 0;
  const attempt = () => ({ attemptId: `scenario-${++count}`, locale });
  const { reset, register } = adapter;
  const driver = registration ? register : reset;
  if (!driver || (registration && !register)) throw new Error('The tenant has no registration.');
  const captcha = async () => {
    const { captcha } = await adapter.discover({ username: world.username }, { locale });
    return captcha.kind === 'none' ? {} : { captcha: await answerCaptcha(captcha) };
  };
  const mode = registration === 'whatever-is-due' ? undefined : registration;
  let step: AnyStep =
    registration && register
      ? await register.start({ ...(mode && { mode }) }, attempt())
      : await reset.start({ username: world.username, ...(await captcha()) }, attempt());
  for (const move of moves) {
    const answer = await move({ ...world, step });
    if (answer === undefined) continue;
    const token = 'token' in step ? (step.token ?? '') : '';
    if (answer === 'watch') {
      for await (const next of driver.watch?.(token, { locale }) ?? []) {
        step = next;
        break;
      }
    } else step = await driver.advance(token, answer, attempt());
  }
  return step;
}
