import { expect } from '@open-wc/testing';
import type { SsprReturnEvent } from '../../src/elements/index.js';
import { type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import { adele, newPassword, open, type World, world } from './reset-world.js';
import { stage, walk } from './scenario-steps.js';

async function atEnd(where: World, values: object = {}): Promise<ResetPage> {
  const page = await open(where, values);
  await page.identify(adele);
  await page.step('choose-method');
  await page.chooseMethod('email');
  await page.step('enter-code');
  await page.enterCode(await codeFrom(where.tenant, adele));
  await page.step('new-password');
  await page.choosePassword(newPassword);
  await page.step('done');
  return page;
}

/** Clicks the link to sign in without leaving the page of the tests. */
function signIn({ form, element }: ResetPage): { told: string[]; stays: boolean } {
  const told: string[] = [];
  element.addEventListener('sspr-return', ({ url }: SsprReturnEvent) => told.push(url));
  const link = form.querySelector<HTMLAnchorElement>('a.button');
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  let stays = false;
  addEventListener(
    'click',
    (event) => {
      stays = event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link?.dispatchEvent(click);
  return { told, stays };
}

describe('the end of a reset', () => {
  it('leads to where the backend says, and tells the page of it', async () => {
    const page = await atEnd(world({}, { signInUrl: '/sign-in' }));
    expect(page.form.querySelector('a.button')?.getAttribute('href')).to.equal('/sign-in');
    expect(signIn(page)).to.deep.equal({ told: ['/sign-in'], stays: false });
  });

  it('leads to where the page says before that', async () => {
    const page = await atEnd(world({}, { signInUrl: '/sign-in' }), { signInUrl: '/welcome' });
    expect(signIn(page).told).to.deep.equal(['/welcome']);
  });

  it('leaves the way there to a page that cancels the event', async () => {
    const page = await atEnd(world({}, { signInUrl: '/sign-in' }));
    page.element.addEventListener('sspr-return', (event) => event.preventDefault());
    expect(signIn(page).stays).to.equal(true);
  });

  it('never leads to an address that is none', async () => {
    const page = await atEnd(world({}, { signInUrl: '/sign-in' }), {
      signInUrl: 'javascript:alert(1)',
    });
    expect(page.form.querySelector('a.button')).to.equal(null);
  });
});

describe('the way to another organisation', () => {
  for (const presentation of ['inline', 'dialog'] as const)
    it(`SCOPE-4: stands beside one way out, ${presentation}`, async () => {
      const where = await stage('leave/guest');
      const page = await open(where, { ...where.look, presentation, open: true });
      await walk(page, where);
      const ways = [...page.form.querySelectorAll('a, button')].map((way) =>
        way.textContent?.replace(/[\u2066-\u2069]/g, '').trim(),
      );
      expect(ways).to.deep.equal([
        'Continue to Fabrikam',
        'Start again',
        ...(presentation === 'dialog' ? ['Close'] : []),
      ]);
    });
});

/** Each refusal in the voice of the codes, and in that which tells nobody whether there is an account. */
const refusals = (Object.keys(scenarios) as ScenarioName[]).filter(
  (name) => scenarios[name].endsAt === 'refused' && !scenarios[name].registration,
);

describe('a refusal', () => {
  for (const name of refusals) {
    const { says, rules } = scenarios[name];
    it(`${rules.join(', ')}, REFUSAL-1: says what happened, what to do and what to quote. ${name}: ${says}`, async () => {
      const where = await stage(name);
      const page = await open(where, where.look);
      await walk(page, where);
      expect(page.stepKind).to.equal('refused');
      expect(page.heading, 'what happened').not.to.equal('');
      const { supportCode } = where.step();
      if (supportCode) expect(page.text).to.contain(supportCode);
      const ways = [...page.form.querySelectorAll('a[href], button')];
      expect(ways.length, 'a way on').to.be.greaterThan(0);
      expect(page.text).not.to.match(/SSPR_\d{4}|undefined|\[object/);
    });
  }

  it('leads who has lost everything up the ladder that the organisation declares, in its order', async () => {
    const where = await stage('refusal/ladder');
    const page = await open(where, where.look);
    await walk(page, where);
    const step = where.step();
    if (step.kind !== 'refused') throw new Error(step.kind);
    const rungs = [...page.form.querySelectorAll('.ladder li')];
    expect(rungs).to.have.length(step.ladder?.length ?? 0);
    expect(rungs.length).to.be.greaterThan(1);
    for (const [index, rung] of rungs.entries()) {
      const { url, text } = step.ladder?.[index] ?? {};
      if (url) expect(rung.querySelector('a')?.getAttribute('href')).to.equal(url);
      if (text) expect(rung.textContent).to.contain(text);
    }
  });

  it('NOTIFY-3: tells that the administrators were written to, alike in both voices', async () => {
    const told: string[] = [];
    for (const name of ['refusal/contacted', 'uniform/contacted'] as const) {
      const where = await stage(name);
      const page = await open(where, where.look);
      await walk(page, where);
      told.push(page.notices.join(' '));
      expect(page.notices.join(' ')).to.contain('written to your administrators');
      expect(page.text).not.to.contain('Contact your administrator');
    }
  });
});
