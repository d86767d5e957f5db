import { expect } from '@open-wc/testing';
import { SsprRegister } from '../../src/define/sspr-register.js';
import { RegisterPage, ResetPage } from '../../src/testing/index.js';
import { type Alive, alive, supports } from '../runner/commands.js';
import { signedIn } from './register-world.js';
import { adele, reset, world } from './reset-world.js';

async function times(count: number, comeAndGo: () => Promise<void>): Promise<void> {
  for (let index = 0; index < count; index += 1) await comeAndGo();
}

/** Until the browser has done what it was asked to do when it has nothing else to do, and has drawn a while. */
async function idle(): Promise<void> {
  await new Promise((resolve) => requestIdleCallback(resolve));
  for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
}

/** That they leave nothing behind, beyond what the first ones leave for good, such as style sheets. */
async function expectNothingLeftOf(count: number, comeAndGo: () => Promise<void>): Promise<void> {
  await times(20, comeAndGo);
  const before = await alive();
  await times(count, comeAndGo);
  // Not even one for each: the engine's own may differ by a few.
  const tooMany = (after: Alive): boolean =>
    Math.max(after.nodes - before.nodes, after.jsEventListeners - before.jsEventListeners) >=
    count / 2;
  let after = await alive();
  // Work for idle times and animations hold what they are about until they end.
  for (let wait = 0; wait < 20 && tooMany(after); wait += 1) {
    await idle();
    after = await alive();
  }
  expect(tooMany(after), `${JSON.stringify(before)}, then ${JSON.stringify(after)}`).to.equal(
    false,
  );
}

/** Shows an element, does something with it by its page object, and takes it out of the page. */
async function briefly<E extends HTMLElement, P>(
  element: E,
  PageOf: new (element: E, options: { signal: AbortSignal }) => P,
  use: (page: P) => Promise<unknown>,
): Promise<void> {
  // A time limit would hold the element until it is over.
  const { signal } = new AbortController();
  document.body.append(element);
  await use(new PageOf(element, { signal }));
  element.remove();
}

if (supports.heap)
  describe('nothing outlives its element:', () => {
    it('a thousand first views leave nothing behind', async function () {
      this.timeout(120_000);
      const where = world();
      await expectNothingLeftOf(1_000, () =>
        briefly(reset(where), ResetPage, (page) => page.step('identify')),
      );
    });

    it('nor do dialogs', async function () {
      this.timeout(120_000);
      const where = world();
      const link = Object.assign(document.createElement('a'), { id: 'cant-access', href: '#help' });
      document.body.append(link);
      await expectNothingLeftOf(200, async () => {
        const element = reset(where, { for: 'cant-access' });
        await briefly(element, ResetPage, async (page) => {
          await element.updateComplete;
          link.click();
          await page.step('identify');
        });
      });
      link.remove();
    });

    it('nor do resets that are left halfway', async function () {
      this.timeout(120_000);
      const where = world();
      await expectNothingLeftOf(100, () =>
        briefly(reset(where), ResetPage, async (page) => {
          await page.identify(adele);
          await page.chooseMethod('app-code');
          await page.step('enter-code');
          page.type('code', '123');
        }),
      );
    });

    it('nor do registrations', async function () {
      this.timeout(120_000);
      const { adapter, environment } = await signedIn({ person: { email: 'amira@mail.example' } });
      await expectNothingLeftOf(100, () =>
        briefly(
          Object.assign(new SsprRegister(), { adapter, environment, mode: 'manage' as const }),
          RegisterPage,
          (page) => page.step('manage'),
        ),
      );
    });
  });
