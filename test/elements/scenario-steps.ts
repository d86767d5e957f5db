import type { Adapter, Answer, Captcha, FlowDriver } from '../../src/contract/index.js';
import { registrationLocales } from '../../src/localization/load-registration.js';
import {
  type AnyStep,
  openScenario,
  type ScenarioName,
  scenarios,
} from '../../src/mock/scenarios/index.js';
import type { OpenScenario } from '../../src/mock/scenarios/scenario.js';
import type { AnyPage } from './on-screen.js';
import { environmentOf, type Look, turn, type World } from './reset-world.js';

import { captchaDrawn, solveCaptcha } from './scenario-captcha.js';

/** A scenario for an element to walk: the world it is in, and the step where it stands. */
export interface Stage extends World {
  readonly name: ScenarioName;
  readonly opened: OpenScenario;
  readonly locale: string;
  /** What the element has to be given. */
  readonly look: Look & { readonly adapter: Adapter };
  /** The newest step that the backend gave out. */
  readonly step: () => AnyStep;
  /** Whether the backend has given out any. */
  readonly begun: () => boolean;
  /** The newest captcha. */
  readonly captcha: () => Captcha | undefined;
  /** Every token that the backend gave out. */
  readonly tokens: readonly string[];
  /** Tokens that are watched at this moment. */
  readonly watched: ReadonlySet<string>;
  /** Resolves when nothing that was sent is on its way any more. */
  readonly quiet: () => Promise<void>;
}

interface StageOptions {
  /** Default: English. */
  readonly locale?: string;
  /** What lies between the element and the tenant, such as a network. Default: nothing. */
  readonly through?: (where: World, served: Adapter) => Adapter;
}

/** Every scenario, of both elements. */
export const allNames = Object.keys(scenarios) as readonly ScenarioName[];

/** Every scenario of a reset. */
export const resetNames: readonly ScenarioName[] = (Object.keys(scenarios) as ScenarioName[])
  // A captcha is for hands and eyes of its own.
  .filter((name) => !scenarios[name].registration && !scenarios[name].captcha);

/** Opens a scenario with an ear on what its backend gives out. */
export async function stage(
  name: ScenarioName,
  { locale = 'en', through = (_, served) => served }: StageOptions = {},
): Promise<Stage> {
  const opened = await openScenario(name, { locale });
  const { tenant, clock } = opened;
  const environment = environmentOf(clock);
  const backend = through({ tenant, clock, environment }, opened.adapter);
  let newest: AnyStep | undefined;
  let captcha: Captcha | undefined;
  const tokens: string[] = [];
  const underWay = new Set<Promise<unknown>>();
  const keep = async <S extends AnyStep>(answer: Promise<S>): Promise<S> => {
    underWay.add(answer);
    try {
      const step = await answer;
      newest = step;
      if ('token' in step && step.token) tokens.push(step.token);
      return step;
    } finally {
      underWay.delete(answer);
    }
  };
  const watched = new Set<string>();
  const heard = <I, S extends AnyStep>(driver: FlowDriver<I, S>): FlowDriver<I, S> => ({
    ...driver,
    start: (...call) => keep(driver.start(...call)),
    advance: (...call) => keep(driver.advance(...call)),
    async *watch(token, call) {
      watched.add(token);
      try {
        for await (const step of driver.watch?.(token, call) ?? [])
          yield await keep(Promise.resolve(step));
      } finally {
        watched.delete(token);
      }
    },
  });
  const { contract, discover, reset, register } = backend;
  const adapter: Adapter = {
    contract,
    async discover(...call) {
      const discovery = await discover.apply(backend, call);
      captcha = discovery.captcha;
      return discovery;
    },
    reset: heard(reset),
    ...(register && { register: heard(register) }),
  };
  return {
    name,
    tenant,
    clock,
    environment,
    opened,
    locale,
    look: { adapter },
    tokens,
    watched,
    begun: () => newest !== undefined,
    captcha: () => captcha,
    step() {
      if (!newest) throw new Error('Nothing was asked yet.');
      return newest;
    },
    async quiet() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** What the quiet buttons beside the form are called. */
const ways = {
  'none-of-these': ['common.none-of-these', 'None of these work'],
  'other-method': ['common.other-method', 'Use another method'],
  extend: ['common.extend', 'More time'],
  contact: ['common.contact', 'Contact your administrator'],
  back: ['common.back', 'Back'],
  'use-different': ['register.use-different', 'Set up a different method'],
  skip: ['register.skip', 'Not now'],
} as const;

const isWay = (action: string): action is keyof typeof ways => Object.hasOwn(ways, action);

/** The words of a button that an answer without content stands on, in the language of the stage. */
export async function wordsOf(action: keyof typeof ways, locale: string): Promise<string> {
  const [id, words] = ways[action];
  const translated = (await registrationLocales.load(locale))?.[id];
  return typeof translated === 'string' ? translated : words;
}

/** “More time” is offered when little is left. */
export async function windToShort(page: AnyPage, where: Stage): Promise<void> {
  const words = await wordsOf('extend', where.locale);
  if (page.controls.includes(words)) return;
  const step = where.step();
  const left = ('expiresInMs' in step ? step.expiresInMs : undefined) ?? 0;
  where.clock.advance({ milliseconds: Math.max(0, left - 90_000) });
  await page.until(() => page.controls.includes(words), 'an offer of more time');
}

/** Opens the list of what can be added, and takes one of it. */
async function add(page: AnyPage, type: string, { step }: Stage): Promise<void> {
  const picks = () => page.form.querySelectorAll<HTMLElement>('.pick');
  if (picks().length === 0)
    page.element.shadowRoot?.querySelector<HTMLElement>('[aria-expanded]')?.click();
  await page.until(() => picks().length > 0, 'what can be added');
  const now = step();
  const registrable = 'registrable' in now ? now.registrable : [];
  picks()[registrable.findIndex((one) => one.type === type)]?.click();
}

/** The row of something that is registered. */
export function rowOf(page: AnyPage, id: string, { step }: Stage): Element | undefined {
  const now = step();
  const registered = 'registered' in now && Array.isArray(now.registered) ? now.registered : [];
  const index = registered.findIndex((one) => one.id === id);
  return page.form.querySelectorAll('.rows > .entry')[index];
}

/** One of a few that stand beside one another; where there is one only, it is not drawn. */
export const choice = (page: AnyPage, name: string, value: string): HTMLElement | null =>
  page.form.querySelector(`[name="${name}-choice"][value="${value}"]`);

/** Chooses a line of a list. */
export function chooseLine(page: AnyPage, name: string, value: string): void {
  const select = page.form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (!select) throw new Error(`No list ${name}: ${page}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The list of methods may still wait for its language, or for the methods of this step. */
async function whenOffered({ form }: AnyPage, method: string): Promise<void> {
  const isThere = () =>
    [
      ...(form.querySelector('sspr-method-picker')?.shadowRoot?.querySelectorAll('input') ?? []),
    ].some(({ value }) => value === method);
  for (let turns = 0; turns < 500 && !isThere(); turns += 1) await turn();
}

/** Does on a screen what an answer says. */
export async function act(page: AnyPage, answer: Answer, where: Stage): Promise<void> {
  const { action } = answer;
  switch (action) {
    case 'choose-goal':
      page.form.querySelector<HTMLElement>(`[name=goal][value=${answer.goal}]`)?.click();
      return page.submit();
    case 'choose-method':
      await whenOffered(page, answer.method);
      page.radio(answer.method).click();
      return page.submit();
    case 'confirm-target':
      return page.confirmTarget(answer.target);
    case 'enter-code':
      return page.enterCode(answer.code);
    case 'answer-questions':
      for (const [name, value] of Object.entries(answer.answers)) page.type(name, value);
      return page.submit();
    case 'fill-form':
      for (const [name, value] of Object.entries(answer.values)) page.type(name, value);
      return page.submit();
    case 'set-password':
      page.type('password', answer.password);
      page.type('confirmation', answer.confirmation ?? '');
      return page.submit();
    case 'enrol-email':
      page.type('address', answer.address);
      return page.submit();
    case 'enrol-app':
      choice(page, 'proof', answer.proof)?.click();
      return page.submit();
    case 'enrol-phone':
      page.type('number', answer.number);
      if (answer.extension) page.type('extension', answer.extension);
      choice(page, 'channel', answer.channel)?.click();
      return page.submit();
    case 'enrol-questions':
      for (const [index, { question, answer: typed }] of answer.answers.entries()) {
        chooseLine(page, `question-${index + 1}`, `:${question}`);
        page.type(`answer-${index + 1}`, typed);
      }
      return page.submit();
    case 'confirm':
      return page.form.querySelector<HTMLElement>('[type=submit]')?.click();
    case 'add':
      return add(page, answer.type, where);
    case 'remove':
      return rowOf(page, answer.id, where)?.querySelector<HTMLElement>('[id$="-remove"]')?.click();
    case 'resend':
      await page.until(() => page.form.querySelector('.again') !== null, 'a button to send again');
      page.form.querySelector<HTMLElement>('.again')?.click();
      return;
    default:
      if (!isWay(action)) throw new Error(`No screen for ${action}.`);
      // What the backend does not offer any more cannot be pressed.
      if (!where.step().actions.some(({ name }) => name === action)) {
        if (page.controls.includes(await wordsOf(action, where.locale)))
          throw new Error(`${action} is drawn, and not offered: ${page}`);
        return;
      }
      if (action === 'extend') await windToShort(page, where);
      return page.press(await wordsOf(action, where.locale));
  }
}

/** What has just come about on the screen. */
export interface Stop {
  /** Where in the scenario, for messages. */
  readonly at: string;
  /** What brought it: the person here, the person elsewhere, or time; `arrival` is the first screen. */
  readonly by: 'arrival' | 'answer' | 'elsewhere' | 'time';
  /** What the backend said last; nothing at the first screen. */
  readonly step: AnyStep | undefined;
  /** The kind of step that was shown before. */
  readonly from: string | undefined;
}

interface WalkOptions {
  /** How an answer is brought onto a screen. Default: `act`. */
  readonly how?: (page: AnyPage, answer: Answer, where: Stage) => Promise<void>;
  /** How the username is typed. Default: by the page object. */
  readonly identify?: (page: AnyPage, username: string) => Promise<void>;
  /** How a step that comes by itself is waited for. Default: until it is there. */
  readonly elsewhere?: (isSo: () => boolean) => Promise<void>;
  /** Called at every screen on the way, the first included. */
  readonly visit?: (stop: Stop) => void | Promise<void>;
}

/** Walks an element along a scenario, to where it ends. */
export async function walk(
  page: AnyPage,
  where: Stage,
  {
    how = act,
    identify = async (page, username) => {
      page.type('username', username);
      await solveCaptcha(page, where);
      await page.submit();
    },
    elsewhere = (isSo) => page.until(isSo, 'a step that comes by itself'),
    visit = () => {},
  }: WalkOptions = {},
): Promise<void> {
  const { opened, step } = where;
  const { tenant, clock, username } = opened;
  await page.settled();
  if (!scenarios[where.name].registration) {
    await captchaDrawn(page, where);
    await visit({ at: 'at the first screen', by: 'arrival', step: undefined, from: undefined });
    await identify(page, username);
  }
  await page.until(where.begun, 'a step');
  await settle(page, where);
  await page.step(step().kind);
  const by = scenarios[where.name].registration ? 'arrival' : 'answer';
  await visit({ at: 'at the start', by, step: step(), from: 'identify' });
  // Since the last move that was more than time going by.
  let since = step();
  for (const [index, move] of opened.moves.entries()) {
    const from = page.stepKind;
    const before = step();
    const answer = await move({ tenant, clock, username, step: before });
    // The element knows by itself that a flow is over: nothing can be answered then.
    if (answer && answer !== 'watch' && from === 'refused' && answer.action !== 'contact') continue;
    if (answer === 'watch') await elsewhere(() => step() !== since);
    else if (answer) await how(page, answer, where);
    await settle(page, where);
    if (step() !== before) await page.step(step().kind);
    const by = answer === undefined ? 'time' : answer === 'watch' ? 'elsewhere' : 'answer';
    const what = typeof answer === 'object' ? `, ${answer.action},` : '';
    if (by !== 'time') since = step();
    await visit({ at: `after move ${index + 1}${what} on ${from}`, by, step: step(), from });
  }
  await page.settled();
}

/** Resolves when what was sent is answered and drawn. */
export async function settle(page: AnyPage, { quiet }: Stage): Promise<void> {
  await quiet();
  await turn();
  await page.settled();
}
