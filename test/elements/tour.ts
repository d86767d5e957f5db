import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { SsprRegister } from '../../src/define/sspr-register.js';
import { type AnyStep, type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import { RegisterPage, type ResetPage } from '../../src/testing/index.js';
import { type AnyPage, rootsOf, still } from './on-screen.js';
import { pageOf, patienceMs, reset } from './reset-world.js';
import { type Stage, type Stop, stage, walk } from './scenario-steps.js';

/** Something that holds at every screen of every scenario. */
export interface Aspect {
  /** What holds, as a sentence. */
  readonly holds: string;
  /** What does not. */
  readonly find: (
    page: AnyPage,
    stop: Stop,
    where: Stage,
  ) => readonly string[] | Promise<readonly string[]>;
  /** Whether it depends on nothing but the look: then each look is asked about once. */
  readonly ofLooks?: boolean;
}

/** A screen as it looks: the same markup looks the same, whatever code, time or count stands in it. */
export const lookOf = (page: AnyPage): string =>
  [...rootsOf(page).filter((root) => root instanceof ShadowRoot), page.form]
    .map(({ innerHTML }) => innerHTML)
    .join()
    .replace(/<!--.*?-->/g, '')
    .replace(/<code.*?<\/code>|\d+/g, '');

/** Lists come late, and what is measured is the screen that stays. */
export async function whole(page: AnyPage, step: AnyStep | undefined): Promise<void> {
  const has = (selector: string) => page.form.querySelector(selector) !== null;
  if (has('.phone')) await page.until(() => has('.phone select'), 'all countries');
  if (step?.kind === 'manage' && step.registered.length === 0 && step.registrable.length > 0)
    await page.until(() => has('.pick'), 'what can be added');
  await page.element.updateComplete;
}

/** The element that walks a stage, as a person has it. */
function pageFor(where: Stage): ResetPage | RegisterPage {
  const { registration } = scenarios[where.name];
  if (!registration) return pageOf(reset(where, { ...where.look, lang: where.locale }));
  const element = Object.assign(new SsprRegister(), {
    ...where.look,
    environment: where.environment,
    lang: where.locale,
    ...(registration !== 'whatever-is-due' && { mode: registration }),
  });
  return new RegisterPage(element, { signal: AbortSignal.timeout(patienceMs) });
}

/** Puts the element of a stage into the page, with something to focus before and after it. */
export async function mount(where: Stage) {
  const root = document.createElement('main');
  const page = pageFor(where);
  const { element } = page;
  render(html`<button>Before</button>${element}<button>After</button>`, root);
  document.body.append(root);
  await element.updateComplete;
  return { page, unmount: () => root.remove() };
}

/** Walks an element through a scenario, and writes down at every screen what does not hold. */
export async function tour(
  name: ScenarioName,
  aspects: readonly Aspect[],
  locale: string,
  seen = new Set<string>(),
): Promise<ReadonlyMap<Aspect, readonly string[]>> {
  const found = new Map<Aspect, string[]>(aspects.map((aspect) => [aspect, []]));
  const where = await stage(name, { locale });
  const { page, unmount } = await mount(where);
  try {
    await walk(page, where, {
      async visit(stop) {
        await whole(page, stop.step);
        const look = lookOf(page);
        const isNew = !seen.has(look);
        seen.add(look);
        for (const aspect of aspects)
          if (isNew || !aspect.ofLooks) {
            if (aspect.ofLooks) await still(page);
            const wrong = await aspect.find(page, stop, where);
            found.get(aspect)?.push(...wrong.map((what) => `${stop.at}: ${what}`));
          }
      },
    });
  } finally {
    unmount();
  }
  return found;
}

/** One test for each scenario and aspect. */
export function everyScenario(
  names: readonly ScenarioName[],
  aspects: readonly Aspect[],
  locale = 'en',
): void {
  const seen = new Set<string>();
  for (const name of names)
    describe(`${name} (${scenarios[name].says})`, function () {
      this.timeout(60_000);
      let found: Awaited<ReturnType<typeof tour>>;
      before(async () => {
        found = await tour(name, aspects, locale, seen);
      });
      for (const aspect of aspects)
        it(aspect.holds, () => expect(found.get(aspect)?.join('\n')).to.equal(''));
    });
}
