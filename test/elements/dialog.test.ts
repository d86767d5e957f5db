import { expect, fixture, html } from '@open-wc/testing';
import type { SsprReset } from '../../src/define/sspr-reset.js';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import { click, press, typeKeys } from '../runner/commands.js';
import {
  adapterOver,
  focused,
  type Look,
  maria,
  newPassword,
  pageOf,
  reset,
  turn,
  type World,
  world,
} from './reset-world.js';

interface Opened {
  readonly page: ResetPage;
  readonly element: SsprReset;
  readonly link: HTMLAnchorElement;
  /** Every `sspr-cancelled` so far. */
  readonly cancelled: Event[];
}

/** A sign-in page with its link, and the dialog that it opens. */
async function signInPage(where: World, look: Look = {}): Promise<Opened> {
  const element = reset(where, { for: 'forgot', ...look });
  const root = await fixture<HTMLElement>(
    html`<main><a id="forgot" href="#help"><b>Can’t access your account?</b></a>${element}</main>`,
  );
  await element.updateComplete;
  const link = root.querySelector('a');
  if (!link) throw new Error('no link');
  const cancelled: Event[] = [];
  element.addEventListener('sspr-cancelled', (event) => cancelled.push(event));
  return { page: pageOf(element), element, link, cancelled };
}

const dialogOf = ({ element }: Opened): HTMLDialogElement => {
  const dialog = element.shadowRoot?.querySelector<HTMLDialogElement>('dialog.frame');
  if (!dialog) throw new Error('no dialog');
  return dialog;
};

const questionsOf = ({ element }: Opened) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLDialogElement>('[role=alertdialog]') ?? []),
];

const isModal = (dialog: Element): boolean => dialog.matches(':modal');

/** Opens it by the link, as somebody with a keyboard does. */
async function openByKey(opened: Opened): Promise<void> {
  opened.link.focus();
  await press('Enter');
  await opened.page.until(() => isModal(dialogOf(opened)), 'a modal dialog');
}

/** Opens it and begins a reset by keyboard. */
async function begin(opened: Opened): Promise<void> {
  await openByKey(opened);
  opened.page.field('username').focus();
  await typeKeys(maria);
  await press('Enter');
  await opened.page.step('choose-method');
}

/** Begins a reset, up to where a code has been sent: there is something to lose. */
async function beginToLose(opened: Opened): Promise<void> {
  await begin(opened);
  await opened.page.chooseMethod('email');
  await opened.page.step('enter-code');
}

/** Escape, and the question that it leads to. */
async function askToLeave(opened: Opened): Promise<HTMLDialogElement> {
  await press('Escape');
  await opened.page.until(() => questionsOf(opened).length > 0, 'a question');
  const [question] = questionsOf(opened);
  if (!question) throw new Error('no question');
  return question;
}

const reasons = ({ tenant }: World): readonly string[] =>
  tenant.audit.list().map(({ reason }) => reason);

/** Clicks with a key held, as a browser would tell of it, without following the link. */
function clickWith(link: HTMLElement, held: MouseEventInit): boolean {
  let prevented = false;
  const stay = (event: Event) => {
    prevented = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', stay, { once: true });
  const init = { bubbles: true, cancelable: true, composed: true, ...held };
  link.dispatchEvent(new MouseEvent('click', init));
  return prevented;
}

describe('the dialog', () => {
  it('is opened by the page’s own link, with the focus on its heading', async () => {
    const opened = await signInPage(world());
    expect(opened.element.open).to.equal(false);
    await click(opened.link);
    expect(opened.element.open).to.equal(true);
    await opened.page.until(() => isModal(dialogOf(opened)), 'a modal dialog');
    expect(focused()).to.equal(opened.page.headingElement);
    expect(location.hash).not.to.equal('#help');
  });

  it('leaves the link alone that is clicked with a key held, or by another handler', async () => {
    const { element, link } = await signInPage(world());
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'])
      expect(clickWith(link, { [key]: true }), key).to.equal(false);
    expect(clickWith(link, { button: 1 })).to.equal(false);
    expect(element.open).to.equal(false);
    link.addEventListener('click', (event) => event.preventDefault(), { once: true });
    clickWith(link, {});
    expect(element.open).to.equal(false);
    expect(clickWith(link, {})).to.equal(true);
    expect(element.open).to.equal(true);
  });

  it('asks the backend for nothing before it is opened', async () => {
    const where = world();
    let asked = 0;
    const { discover } = where.tenant;
    const adapter = adapterOver(where.tenant, {
      discover: (...call) => {
        asked += 1;
        return discover(...call);
      },
    });
    const opened = await signInPage(where, { adapter });
    expect(asked).to.equal(0);
    opened.element.show();
    await opened.page.until(() => asked > 0);
    opened.element.close();
    await opened.element.updateComplete;
    opened.element.show();
    await opened.element.updateComplete;
    expect(asked).to.equal(1);
  });

  it('is closed by Escape at once while nothing has begun; the focus goes back to the link', async () => {
    const opened = await signInPage(world());
    await openByKey(opened);
    await press('Escape');
    await opened.page.until(() => !dialogOf(opened).open, 'a closed dialog');
    await opened.element.updateComplete;
    expect(opened.element.open).to.equal(false);
    expect(questionsOf(opened)).to.deep.equal([]);
    expect(focused()).to.equal(opened.link);
    expect(opened.cancelled).to.have.length(1);
    await openByKey(opened);
    expect(opened.page.stepKind).to.equal('identify');
  });

  it('is closed by its cross and by Cancel', async () => {
    const opened = await signInPage(world());
    for (const words of ['Close', 'Cancel']) {
      await openByKey(opened);
      await opened.page.press(words);
      expect(opened.element.open).to.equal(false);
      expect(focused()).to.equal(opened.link);
    }
    expect(opened.cancelled).to.have.length(2);
  });

  it('asks nothing where nothing would be lost', async () => {
    const opened = await signInPage(world());
    await begin(opened);
    await press('Escape');
    await opened.page.step('identify');
    expect(questionsOf(opened)).to.deep.equal([]);
    expect(opened.element.open).to.equal(false);
    expect(opened.cancelled).to.have.length(1);
  });

  it('asks before a started reset is given up; staying keeps everything', async () => {
    const where = world();
    const opened = await signInPage(where);
    await beginToLose(opened);
    const question = await askToLeave(opened);
    expect(isModal(question)).to.equal(true);
    expect(question.textContent).to.contain('Leave the reset?');
    expect(focused()?.textContent?.trim()).to.equal('Keep going');
    await press('Enter');
    await opened.page.until(() => questionsOf(opened).length === 0, 'no question');
    expect(opened.element.open).to.equal(true);
    expect(opened.page.stepKind).to.equal('enter-code');
    expect(focused()).to.equal(opened.page.headingElement);
    expect(opened.cancelled).to.deep.equal([]);
    expect(reasons(where)).not.to.include('Cancelled');
  });

  it('leaving closes it, tells the backend, and keeps only the username', async () => {
    const where = world();
    const opened = await signInPage(where);
    await beginToLose(opened);
    await askToLeave(opened);
    await press('Tab');
    expect(focused()?.textContent?.trim()).to.equal('Leave');
    await press('Enter');
    await opened.page.until(() => !dialogOf(opened).open, 'a closed dialog');
    await opened.page.step('identify');
    expect(opened.element.open).to.equal(false);
    expect(focused()).to.equal(opened.link);
    expect(opened.cancelled).to.have.length(1);
    expect(reasons(where)).to.include('Cancelled');
    await openByKey(opened);
    expect(opened.page.field('username').value).to.equal(maria);
  });

  it('Escape pressed again and again never leaves a started reset without an answer', async () => {
    const opened = await signInPage(world());
    await beginToLose(opened);
    for (let times = 0; times < 6; times += 1) {
      await press('Escape');
      await opened.element.updateComplete;
      await opened.page.until(
        () => dialogOf(opened).open === opened.element.open,
        'a dialog that is as open as the element says',
      );
    }
    await opened.page.until(() => dialogOf(opened).open === opened.element.open);
    expect(opened.page.stepKind).to.equal(opened.element.open ? 'enter-code' : 'identify');
  });

  it('asks once, however often it is closed', async () => {
    const opened = await signInPage(world());
    await beginToLose(opened);
    opened.element.close();
    opened.element.close();
    await opened.page.until(() => questionsOf(opened).length > 0, 'a question');
    opened.element.close();
    await turn();
    expect(questionsOf(opened)).to.have.length(1);
  });

  it('asks anew when it is closed in the same moment in which one keeps going', async () => {
    const opened = await signInPage(world());
    await beginToLose(opened);
    const question = await askToLeave(opened);
    question.querySelector<HTMLButtonElement>('.stay')?.click();
    opened.element.close();
    await opened.page.until(() => questionsOf(opened).length > 0, 'a question');
    expect(questionsOf(opened)).to.not.include(question);
    expect(opened.page.stepKind).to.equal('enter-code');
  });

  it('asks nothing at the end, and is closed by “Sign in”', async () => {
    const where = world();
    const opened = await signInPage(where);
    await begin(opened);
    await opened.page.chooseMethod('email');
    await opened.page.step('enter-code');
    await opened.page.enterCode(await codeFrom(where.tenant, maria));
    await opened.page.step('new-password');
    await opened.page.choosePassword(newPassword);
    await opened.page.step('done');
    await opened.page.press('Sign in');
    expect(opened.element.open).to.equal(false);
    expect(opened.cancelled).to.deep.equal([]);
    expect(focused()).to.equal(opened.link);
    await openByKey(opened);
    expect(opened.page.stepKind).to.equal('identify');
  });

  it('is opened and closed by `open` too, also before it is in a page', async () => {
    const element = reset(world(), { presentation: 'dialog' });
    element.open = true;
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    await page.until(() => element.shadowRoot?.querySelector('dialog')?.open === true);
    expect(element.hasAttribute('open')).to.equal(true);
    expect(focused()).to.equal(page.headingElement);
    element.open = false;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
  });

  it('stays a modal one where it was when it is moved within the page', async () => {
    const opened = await signInPage(world());
    await begin(opened);
    const elsewhere = document.createElement('section');
    opened.element.parentElement?.append(elsewhere);
    elsewhere.append(opened.element);
    await opened.element.updateComplete;
    await turn();
    expect(isModal(dialogOf(opened))).to.equal(true);
    expect(opened.page.stepKind).to.equal('choose-method');
    expect(focused()).to.equal(opened.page.headingElement);
    expect(questionsOf(opened)).to.deep.equal([]);
  });

  it('that is removed while it asks comes back without the question', async () => {
    const opened = await signInPage(world());
    await beginToLose(opened);
    await askToLeave(opened);
    const parent = opened.element.parentElement;
    opened.element.remove();
    await turn();
    parent?.append(opened.element);
    await opened.page.step('identify');
    expect(questionsOf(opened)).to.deep.equal([]);
  });
});
