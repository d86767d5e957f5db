import { expect } from '@open-wc/testing';
import { registerCaptcha } from '../../src/elements/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { adapterOver, maria, open, turn, world } from './reset-world.js';

const maker = 'maker-of-leaving';
registerCaptcha(maker, {
  mount(container, { solved }) {
    container.textContent = 'A puzzle';
    solved('token');
  },
});

/** A reset behind a captcha, with a note of each question for one. */
async function withCaptcha(presentation: 'inline' | 'dialog') {
  const where = world(
    { captcha: { kind: 'external', provider: maker, siteKey: 'key' } },
    { verifyCaptcha: async () => true },
  );
  const { tenant } = where;
  let tokens = 0;
  let discoveries = 0;
  const adapter = adapterOver(tenant, {
    discover: (...call) => {
      discoveries += 1;
      return tenant.discover(...call);
    },
    start: ({ username, captcha }, attempt) => {
      tokens += 1;
      // Each token is good for once.
      const answer = captcha && { ...captcha, answer: `${captcha.answer}-${tokens}` };
      return tenant.reset.start({ username, ...(answer && { captcha: answer }) }, attempt);
    },
  });
  const page = await open(where, { adapter, presentation, open: true });
  await untilPuzzle(page);
  return { page, asked: () => discoveries };
}

const untilPuzzle = (page: ResetPage) =>
  page.until(() => page.form.textContent?.includes('A puzzle') ?? false, 'a puzzle');

describe('a reset that ends while one is asked whether to leave it', () => {
  it('is not told as cancelled', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    const told: string[] = [];
    for (const type of ['sspr-refused', 'sspr-cancelled'])
      page.element.addEventListener(type, () => told.push(type));
    await page.cancel();
    const buttons = () => [
      ...(page.element.shadowRoot?.querySelectorAll<HTMLElement>('.question button') ?? []),
    ];
    await page.until(() => buttons().length > 0, 'a question');
    where.clock.advance({ minutes: 15 });
    await page.step('refused');
    buttons()
      .find(({ textContent }) => textContent === 'Leave')
      ?.click();
    await page.step('identify');
    expect(told).to.deep.equal(['sspr-refused']);
  });
});

describe('a reset that was given up', () => {
  it('CAPTCHA-1: asks for another captcha before it is started again', async () => {
    const { page } = await withCaptcha('inline');
    await page.identify(maria);
    await page.step('choose-method');
    await page.cancel();
    await page.step('identify');
    await untilPuzzle(page);
    await page.submit();
    await page.step('choose-method');
  });

  it('CAPTCHA-1: asks for it in a dialog when that is opened again, and not while it is closed', async () => {
    const { page, asked } = await withCaptcha('dialog');
    await page.identify(maria);
    await page.step('choose-method');
    await page.cancel();
    await page.step('identify');
    const before = asked();
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(asked()).to.equal(before);
    Object.assign(page.element, { open: true });
    await untilPuzzle(page);
    await page.submit();
    await page.step('choose-method');
  });
});
