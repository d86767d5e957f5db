import { expect, fixture, html } from '@open-wc/testing';
import { SsprError } from '../../src/contract/index.js';
import { appCode, codeFrom, type ResetPage } from '../../src/testing/index.js';
import { press, typeKeys } from '../runner/commands.js';
import {
  adapterOver,
  adele,
  focused,
  type Look,
  newPassword,
  pageOf,
  reset,
  type World,
  world,
} from './reset-world.js';

/** A page with something to focus before and after the element. */
async function openBetween(where: World, look: Look = {}) {
  const element = reset(where, look);
  const root = await fixture<HTMLElement>(
    html`<main><button id="before">Before</button>${element}<button id="after">After</button></main>`,
  );
  await element.updateComplete;
  const before = root.querySelector<HTMLButtonElement>('#before');
  if (!before) throw new Error('no button');
  before.focus();
  return { page: pageOf(element), before };
}

/** What a person would call the thing that has the focus. */
function nameOf(element: Element | null): string {
  if (element instanceof HTMLInputElement)
    return element.type === 'radio' ? 'the methods' : `the field ${element.name}`;
  if (element?.classList.contains('heading')) return 'the heading';
  if (element?.classList.contains('summary')) return 'the summary';
  if (element === document.body || element === null) return 'nothing';
  return element.ariaLabel || (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const focus = (): string => nameOf(focused());

/** One key, after which the focus must be somewhere, and be seen where the keyboard has put it. */
async function move(keys: string): Promise<string> {
  await press(keys);
  expect(focus(), `after ${keys}`).not.to.equal('nothing');
  expect(focused()?.matches(':focus-visible'), `${focus()} shows the focus`).to.equal(true);
  return focus();
}

/** Goes on by Tab to a control. */
async function tabTo(name: string): Promise<void> {
  for (let stops = 0; stops < 12; stops += 1) if ((await move('Tab')) === name) return;
  throw new Error(`“${name}” cannot be reached by Tab; the last stop was “${focus()}”`);
}

/** Everything that Tab stops at, from the heading to the end of the element. */
async function stops(): Promise<string[]> {
  const found: string[] = [];
  while ((await move('Tab')) !== 'After' && found.length < 20) found.push(focus());
  return found;
}

/** Waits until the step is shown, and expects the focus on its heading. */
async function arrive(page: ResetPage, kind: Parameters<ResetPage['step']>[0]) {
  await page.step(kind);
  expect(focus(), `the focus on ${kind}`).to.equal('the heading');
  expect(focused()).to.equal(page.headingElement);
}

describe('with the keyboard alone', function () {
  this.timeout(30_000);

  it('a person gets through two proofs, and always knows where they are', async () => {
    const where = world({ methodsRequired: 2 });
    const { page } = await openBetween(where);

    expect(await move('Tab')).to.equal('the field username');
    await press('Enter');
    await page.settled();
    expect(focus(), 'the only field, with its error').to.equal('the field username');
    expect(page.problem('username')).to.equal('Type your username.');
    await typeKeys(adele);
    await press('Enter');

    await arrive(page, 'choose-method');
    expect(await move('Tab')).to.equal('the methods');
    const [app, mail] = page.methods;
    expect(focused()).to.equal(page.radio(app?.id ?? ''));
    // WebKit does not call it `:focus-visible` after an arrow key; the choice that moves along shows it.
    await press('ArrowDown');
    expect(focused()).to.equal(page.radio(mail?.id ?? ''));
    expect(page.radio(mail?.id ?? '').checked).to.equal(true);
    await press('ArrowUp');
    expect(focused()).to.equal(page.radio(app?.id ?? ''));
    expect(page.radio(app?.id ?? '').checked).to.equal(true);
    await press('ArrowDown');
    expect(await move('Tab')).to.equal('Continue');
    expect(await move('Shift+Tab')).to.equal('the methods');
    expect(focused()).to.equal(page.radio(mail?.id ?? ''));
    await move('Tab');
    await press(' ');

    await arrive(page, 'enter-code');
    const code = await codeFrom(where.tenant, adele);
    expect(await move('Tab')).to.equal('the field code');
    await typeKeys(code === '000000' ? '000001' : '000000');
    await press('Enter');
    await page.until(() => page.problem('code') !== undefined, 'a problem');
    await page.settled();
    expect(focus(), 'the only field, with its error').to.equal('the field code');
    // It is selected, so that typing replaces it.
    await typeKeys(code);
    await press('Enter');

    await arrive(page, 'choose-method');
    await tabTo('the methods');
    await press('Enter');

    await arrive(page, 'enter-code');
    await tabTo('the field code');
    await typeKeys(appCode(where.tenant, adele));
    await press('Enter');

    await arrive(page, 'new-password');
    expect(await move('Tab')).to.equal('the field password');
    await typeKeys('Blue-Tea');
    expect(await move('Tab')).to.equal('Show password');
    await press(' ');
    await page.element.updateComplete;
    expect(focus()).to.equal('Hide password');
    expect(page.field('password').type).to.equal('text');
    expect(await move('Shift+Tab')).to.equal('the field password');
    await press('End');
    await typeKeys('pot-77');
    expect(page.field('password').value).to.equal(newPassword);
    await tabTo('the field confirmation');
    await typeKeys('Blue-Teapot-78');
    await press('Enter');
    await page.settled();
    expect(page.field('password').type, 'hidden again').to.equal('password');
    expect(focus(), 'the summary, where there are several fields').to.equal('the summary');
    expect(await move('Tab')).to.equal(page.problem('confirmation'));
    await press('Enter');
    expect(focus(), 'the field that the summary leads to').to.equal('the field confirmation');
    await press('End');
    await press('Backspace');
    await typeKeys('7');
    await press('Enter');

    await arrive(page, 'done');
    expect(await where.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('everything that can be used is reached by Tab, in the order in which it is read', async () => {
    const where = world();
    const { page } = await openBetween(where);
    expect(await stops()).to.deep.equal(['the field username', 'Continue']);

    page.field('username').focus();
    await page.identify(adele);
    await arrive(page, 'choose-method');
    expect(await stops()).to.deep.equal([
      'the methods',
      'Continue',
      'None of these work',
      'Cancel',
      'Contact your administrator',
    ]);

    page.primary.focus();
    await page.chooseMethod('email');
    await arrive(page, 'enter-code');
    const more = ['Continue', 'Use another method', 'Cancel', 'Contact your administrator'];
    expect(await stops()).to.deep.equal(['the field code', ...more]);
    where.clock.advance({ seconds: 30 });
    await page.until(() => page.controls.includes('Send a new code'));
    page.headingElement.focus();
    expect(await stops()).to.deep.equal(['the field code', 'Send a new code', ...more]);

    page.field('code').focus();
    await page.enterCode(await codeFrom(where.tenant, adele));
    await arrive(page, 'new-password');
    expect(await stops()).to.deep.equal([
      'the field password',
      'Show password',
      'the field confirmation',
      'Show password',
      'Change password',
      'Cancel',
      'Contact your administrator',
    ]);
  });

  it('the focus is not lost with a button that goes away: a new code', async () => {
    const where = world();
    const { page } = await openBetween(where);
    await page.identify(adele);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    where.clock.advance({ seconds: 30 });
    await page.until(() => page.controls.includes('Send a new code'));
    page.headingElement.focus();
    await tabTo('Send a new code');
    await press('Enter');
    await page.until(() => !page.controls.includes('Send a new code'));
    await page.settled();
    expect(focus()).not.to.equal('nothing');
    expect(focused()).to.equal(page.headingElement);
  });

  it('the focus is not lost with a button that goes away: calling for help', async () => {
    const where = world({ voice: 'detailed', scope: 'none' });
    const { page } = await openBetween(where);
    await page.identify(adele);
    await page.step('refused');
    page.headingElement.focus();
    await tabTo('Contact your administrator');
    await press('Enter');
    await page.until(() => page.notices.length > 0);
    await page.settled();
    expect(focus()).not.to.equal('nothing');
    expect(focused()).to.equal(page.headingElement);
  });

  it('the focus is not lost with a button that goes away: calling for help on the way', async () => {
    const where = world();
    const { page } = await openBetween(where);
    await page.identify(adele);
    await page.step('choose-method');
    page.headingElement.focus();
    await tabTo('Contact your administrator');
    await press(' ');
    await page.until(() => page.notices.length > 0);
    await page.settled();
    expect(focus()).not.to.equal('nothing');
    expect(focused()).to.equal(page.headingElement);
  });

  it('a call that failed has the focus, with its button to try again next', async () => {
    const where = world();
    let fails = true;
    const { start } = where.tenant.reset;
    const adapter = adapterOver(where.tenant, {
      start: (...call) =>
        fails ? Promise.reject(new SsprError('offline', 'No network.')) : start(...call),
    });
    const { page } = await openBetween(where, { adapter });
    await tabTo('the field username');
    await typeKeys(adele);
    await press('Enter');
    await page.until(() => page.failure !== undefined, 'a failure');
    await page.settled();
    expect(focused()?.classList.contains('failure')).to.equal(true);
    expect(await move('Tab')).to.equal('Try again');
    fails = false;
    await press('Enter');
    await arrive(page, 'choose-method');
  });

  it('a reset that runs out says so where the person is', async () => {
    const where = world();
    const { page } = await openBetween(where);
    await page.identify(adele);
    await page.step('choose-method');
    await tabTo('the methods');
    where.clock.advance({ minutes: 15 });
    await arrive(page, 'refused');
    await tabTo('Start again');
    await press('Enter');
    await arrive(page, 'identify');
    await tabTo('the field username');
    expect(page.field('username').value).to.equal(adele);
  });

  it('a page that is read elsewhere keeps its focus when a reset runs out', async () => {
    const where = world();
    const { page, before } = await openBetween(where);
    await page.identify(adele);
    await page.step('choose-method');
    before.focus();
    where.clock.advance({ minutes: 15 });
    await page.step('refused');
    expect(focused()).to.equal(before);
  });
});
