import type { Answer, Step } from '../../src/contract/index.js';
import { openScenario, type ScenarioName } from '../../src/mock/scenarios/index.js';
import type { OpenScenario } from '../../src/mock/scenarios/scenario.js';
import type { ResetPage } from '../../src/testing/index.js';
import { adapterOver, environmentOf, type Look, type World } from './reset-world.js';

/** A scenario for an element to walk: the world it is in, and the step where it stands. */
export interface Stage extends World {
  readonly opened: OpenScenario;
  /** What the element has to be given. */
  readonly look: Look;
  /** The newest step that the backend gave out. */
  readonly step: () => Step;
  /** Tokens that are watched at this moment. */
  readonly watched: ReadonlySet<string>;
}

/** Opens a scenario with an ear on what its backend gives out. */
export async function stage(name: ScenarioName, locale = 'en'): Promise<Stage> {
  const opened = await openScenario(name, { locale });
  const { tenant, clock } = opened;
  let newest: Step | undefined;
  const keep = async (answer: Promise<Step>) => {
    newest = await answer;
    return newest;
  };
  const watched = new Set<string>();
  const adapter = adapterOver(tenant, {
    start: (...call) => keep(tenant.reset.start(...call)),
    advance: (...call) => keep(tenant.reset.advance(...call)),
    async *watch(token, call) {
      watched.add(token);
      try {
        for await (const step of tenant.reset.watch?.(token, call) ?? [])
          yield await keep(Promise.resolve(step));
      } finally {
        watched.delete(token);
      }
    },
  });
  return {
    tenant,
    clock,
    environment: environmentOf(clock),
    opened,
    look: { adapter },
    watched,
    step() {
      if (!newest) throw new Error('Nothing was asked yet.');
      return newest;
    },
  };
}

/** Does on a screen what an answer says. */
export async function act(page: ResetPage, answer: Answer): Promise<void> {
  switch (answer.action) {
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
    case 'set-password':
      return page.choosePassword(answer.password, answer.confirmation);
    default:
      throw new Error(`No screen for ${answer.action}.`);
  }
}

/** Walks an element along a scenario, to where it ends. */
export async function walk(page: ResetPage, { opened, step }: Stage): Promise<void> {
  await page.identify(opened.username);
  for (const move of opened.moves) {
    const before = step();
    const { tenant, clock, username } = opened;
    const answer = await move({ tenant, clock, username, step: before });
    if (answer === 'watch')
      await page.until(() => step() !== before, 'a step that comes by itself');
    else if (answer) await act(page, answer);
    await page.step(step().kind);
  }
  await page.settled();
}
