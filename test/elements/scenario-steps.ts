import type { Adapter, Answer } from '../../src/contract/index.js';
import { modules } from '../../src/localization/load.js';
import {
  type AnyStep,
  openScenario,
  type ScenarioName,
  scenarios,
} from '../../src/mock/scenarios/index.js';
import type { OpenScenario } from '../../src/mock/scenarios/scenario.js';
import type { ResetPage } from '../../src/testing/index.js';
import { adapterOver, environmentOf, type Look, turn, type World } from './reset-world.js';

/** A scenario for an element to walk: the world it is in, and the step where it stands. */
export interface Stage extends World {
  readonly name: ScenarioName;
  readonly opened: OpenScenario;
  readonly locale: string;
  /** What the element has to be given. */
  readonly look: Look & { readonly adapter: Adapter };
  /** The newest step that the backend gave out. */
  readonly step: () => AnyStep;
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
  readonly through?: (where: World) => Adapter;
}

/** Every scenario of a reset. */
export const resetNames: readonly ScenarioName[] = (Object.keys(scenarios) as ScenarioName[])
  // A captcha is for hands and eyes of its own.
  .filter((name) => !scenarios[name].registration && !scenarios[name].captcha);

/** Opens a scenario with an ear on what its backend gives out. */
export async function stage(
  name: ScenarioName,
  { locale = 'en', through = ({ tenant }) => tenant }: StageOptions = {},
): Promise<Stage> {
  const opened = await openScenario(name, { locale });
  const { tenant, clock } = opened;
  const environment = environmentOf(clock);
  const backend = through({ tenant, clock, environment });
  const { reset } = backend;
  let newest: AnyStep | undefined;
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
  const adapter = adapterOver(backend, {
    start: (...call) => keep(reset.start(...call)),
    advance: (...call) => keep(reset.advance(...call)),
    async *watch(token, call) {
      watched.add(token);
      try {
        for await (const step of reset.watch?.(token, call) ?? [])
          yield await keep(Promise.resolve(step));
      } finally {
        watched.delete(token);
      }
    },
  });
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
} as const;

const isWay = (action: string): action is keyof typeof ways => Object.hasOwn(ways, action);

/** The words of a button that an answer without content stands on, in the language of the stage. */
export async function wordsOf(action: keyof typeof ways, locale: string): Promise<string> {
  const [id, words] = ways[action];
  const translated = (await modules[locale]?.())?.templates[id];
  return typeof translated === 'string' ? translated : words;
}

/** “More time” is offered when little is left. */
export async function windToShort(page: ResetPage, where: Stage): Promise<void> {
  const words = await wordsOf('extend', where.locale);
  if (page.controls.includes(words)) return;
  const step = where.step();
  const left = ('expiresInMs' in step ? step.expiresInMs : undefined) ?? 0;
  where.clock.advance({ milliseconds: Math.max(0, left - 90_000) });
  await page.until(() => page.controls.includes(words), 'an offer of more time');
}

/** Does on a screen what an answer says. */
export async function act(page: ResetPage, answer: Answer, where: Stage): Promise<void> {
  const { action } = answer;
  switch (action) {
    case 'choose-goal':
      return page.chooseGoal(answer.goal);
    case 'choose-method':
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
      return page.choosePassword(answer.password, answer.confirmation);
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
  readonly how?: (page: ResetPage, answer: Answer, where: Stage) => Promise<void>;
  /** How the username is typed. Default: by the page object. */
  readonly identify?: (page: ResetPage, username: string) => Promise<void>;
  /** How a step that comes by itself is waited for. Default: until it is there. */
  readonly elsewhere?: (isSo: () => boolean) => Promise<void>;
  /** Called at every screen on the way, the first included. */
  readonly visit?: (stop: Stop) => void | Promise<void>;
}

/** Walks an element along a scenario, to where it ends. */
export async function walk(
  page: ResetPage,
  where: Stage,
  {
    how = act,
    identify = (page, username) => page.identify(username),
    elsewhere = (isSo) => page.until(isSo, 'a step that comes by itself'),
    visit = () => {},
  }: WalkOptions = {},
): Promise<void> {
  const { opened, step } = where;
  const { tenant, clock, username } = opened;
  await page.settled();
  await visit({ at: 'at the first screen', by: 'arrival', step: undefined, from: undefined });
  await identify(page, username);
  await page.step(kindOf(step()));
  await visit({ at: 'after the username', by: 'answer', step: step(), from: 'identify' });
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
    if (step() !== before) await page.step(kindOf(step()));
    const by = answer === undefined ? 'time' : answer === 'watch' ? 'elsewhere' : 'answer';
    const what = typeof answer === 'object' ? `, ${answer.action},` : '';
    if (by !== 'time') since = step();
    await visit({ at: `after move ${index + 1}${what} on ${from}`, by, step: step(), from });
  }
  await page.settled();
}

/** Resolves when what was sent is answered and drawn. */
export async function settle(page: ResetPage, { quiet }: Stage): Promise<void> {
  await quiet();
  await turn();
  await page.settled();
}

const kindOf = ({ kind }: AnyStep): Parameters<ResetPage['step']>[0] =>
  kind as Parameters<ResetPage['step']>[0];
