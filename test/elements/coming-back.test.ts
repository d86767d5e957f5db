import { expect } from '@open-wc/testing';
import type { SsprReset } from '../../src/define/sspr-reset.js';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import {
  adele,
  holding,
  nestor,
  newPassword,
  open,
  pageOf,
  reset,
  turn,
  type World,
  world,
} from './reset-world.js';

/** A storage of a tab, which lets itself be looked into. */
function tab() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

async function put(where: World, values: Partial<SsprReset>): Promise<ResetPage> {
  const element = Object.assign(reset(where), values);
  document.body.append(element);
  await element.updateComplete;
  return pageOf(element);
}

async function atCode(page: ResetPage, username = adele): Promise<void> {
  await page.identify(username);
  await page.step('choose-method');
  await page.chooseMethod('email');
  await page.step('enter-code');
}

/** Looks again and again: not everything shows in the element. */
async function eventually(isSo: () => boolean, what: string): Promise<void> {
  for (let turns = 0; turns < 1_000 && !isSo(); turns += 1) await turn();
  expect(isSo(), what).to.equal(true);
}

/** Our entry of the history, if it is the one that is shown. */
const entry = (): unknown => (history.state as { sspr?: unknown } | null)?.sspr;

/** The browser's back button. */
async function back(page: ResetPage): Promise<void> {
  const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await popped;
  await turn();
  await page.settled();
}

/** Whether the page asks before it is left. */
const asksBeforeLeaving = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

const question = ({ element }: ResetPage) => element.shadowRoot?.querySelector('.question');

// Entries of one test stay in the history for the next: none of them is ours to it.
beforeEach(() => history.replaceState(null, ''));

afterEach(() => {
  for (const element of document.querySelectorAll('sspr-reset')) element.remove();
});

describe('the browser’s back button', () => {
  it('is a step back where the step has one, and sends nothing again', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    const mails = where.tenant.outbox.mails().length;
    await back(page);
    await page.step('choose-method');
    expect(where.tenant.outbox.mails()).to.have.length(mails);
    expect(entry(), 'ready for the next time').not.to.equal(undefined);
  });

  it('leads out where nothing would be lost, with the username kept', async () => {
    const page = await open(world());
    await page.identify(adele);
    await page.step('choose-method');
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    await back(page);
    await page.step('identify');
    expect(page.field('username').value).to.equal(adele);
    expect(entry()).to.equal(undefined);
  });

  it('asks first where something would be lost; staying keeps everything', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    await page.enterCode(await codeFrom(where.tenant, adele));
    await page.step('new-password');
    page.type('password', newPassword);
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    await back(page);
    await page.until(() => question(page) !== null, 'a question');
    question(page)?.querySelector<HTMLElement>('.stay')?.click();
    await page.until(() => question(page) === null, 'no question');
    expect(page.stepKind).to.equal('new-password');
    expect(page.field('password').value).to.equal(newPassword);
    expect(entry(), 'ready for the next time').not.to.equal(undefined);
  });

  it('does nothing while an answer is on its way', async () => {
    const where = world();
    const { adapter, go } = holding(where);
    const page = await open(where, { adapter });
    await page.identify(adele);
    await page.step('choose-method');
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    page.radio(page.methods.find(({ type }) => type === 'email')?.id ?? '').click();
    page.primary.click();
    const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await popped;
    await turn();
    expect(page.stepKind).to.equal('choose-method');
    go();
    await page.step('enter-code');
    expect(where.tenant.outbox.mails()).to.have.length(1);
  });

  for (const [what, before] of [
    ['a link to a place in the page', ''],
    ['a link to where the page is already', '#here'],
  ] as const)
    it(`is not taken for ${what}`, async () => {
      history.replaceState(null, '', `${location.pathname}${location.search}${before}`);
      const link = Object.assign(document.createElement('a'), { href: '#here' });
      document.body.append(link);
      const where = world();
      const page = await open(where);
      await atCode(page);
      await eventually(() => entry() !== undefined, 'an entry of the flow');
      page.type('code', '12');
      link.click();
      // Not every browser tells of a link to where it is.
      for (let turns = 0; turns < 50; turns += 1) await turn();
      await page.settled();
      expect(page.stepKind).to.equal('enter-code');
      expect(page.field('code').value).to.equal('12');
      link.remove();
      page.element.remove();
      history.replaceState(null, '', location.pathname + location.search);
    });

  it('is the page’s own where the page says so', async () => {
    const page = await put(world(), { browserBack: 'page' });
    const before = history.length;
    await atCode(page);
    await turn();
    expect(history.length).to.equal(before);
    expect(entry()).to.equal(undefined);
  });

  it('keeps what the page’s router has in its own entry', async () => {
    history.replaceState({ router: 7 }, '');
    const page = await open(world());
    await atCode(page);
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    expect(history.state).to.include({ router: 7 });
    await back(page);
    await page.step('choose-method');
    history.replaceState(null, '');
  });

  it('is let go with the element', async () => {
    const page = await open(world());
    await atCode(page);
    await eventually(() => entry() !== undefined, 'an entry of the flow');
    page.element.remove();
    await turn();
    const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await popped;
    await turn();
    expect(entry()).to.equal(undefined);
  });
});

describe('leaving the page', () => {
  it('is asked about only while something would be lost', async () => {
    const where = world();
    const page = await open(where);
    expect(asksBeforeLeaving(), 'before anything').to.equal(false);
    await page.identify(adele);
    await page.step('choose-method');
    expect(asksBeforeLeaving(), 'with a username').to.equal(false);
    await page.chooseMethod('email');
    await page.step('enter-code');
    await eventually(asksBeforeLeaving, 'a question, with a code that was sent');
    await page.enterCode(await codeFrom(where.tenant, adele));
    await page.step('new-password');
    expect(asksBeforeLeaving(), 'with a proof').to.equal(true);
    await page.choosePassword(newPassword);
    await page.step('done');
    expect(asksBeforeLeaving(), 'at the end').to.equal(false);
  });

  it('is not asked about by a link that opens a mail program', async () => {
    const page = await open(world({ helpdesk: { email: 'help@contoso.example' } }));
    await atCode(page);
    await eventually(asksBeforeLeaving, 'a question');
    // Nobody shall really go anywhere.
    const stay = (event: Event) => event.preventDefault();
    addEventListener('click', stay, { once: true });
    page.element.shadowRoot?.querySelector<HTMLElement>('a.contact')?.click();
    expect(asksBeforeLeaving(), 'for a mail').to.equal(false);
    removeEventListener('click', stay);
  });

  it('is not asked about where the reset goes on afterwards', async () => {
    const page = await put(world(), { resume: true, storage: tab() });
    await atCode(page);
    await turn();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is not asked about any more when the element is gone', async () => {
    const page = await open(world());
    await atCode(page);
    await eventually(asksBeforeLeaving, 'a question');
    page.element.remove();
    await turn();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is not asked about any more when the element talks to another backend', async () => {
    const page = await open(world());
    await atCode(page);
    await eventually(asksBeforeLeaving, 'a question');
    Object.assign(page.element, { adapter: world().tenant });
    await page.step('identify');
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('a reset that may go on after a reload', () => {
  it('SESSION-1: stands where it stood, with nothing sent again and nothing secret kept', async () => {
    const where = world();
    const storage = tab();
    const page = await put(where, { resume: true, storage });
    await atCode(page);
    await eventually(() => storage.kept.size === 1, 'the name of the flow');
    const code = await codeFrom(where.tenant, adele);
    const [name = ''] = storage.kept.values();
    for (const secret of [adele, 'adele.v@mail.example', code]) expect(name).not.to.contain(secret);
    const mails = where.tenant.outbox.mails().length;
    // As a reload leaves the backend: nobody has given the flow up.
    const again = await put(where, { resume: true, storage });
    await again.step('enter-code');
    expect(again.element.shadowRoot?.querySelector('.heading')?.textContent).to.contain('code');
    expect(where.tenant.outbox.mails()).to.have.length(mails);
    await again.enterCode(code);
    await again.step('new-password');
    await again.choosePassword(newPassword);
    await again.step('done');
    await eventually(() => storage.kept.size === 0, 'nothing is left');
    page.element.remove();
  });

  it('begins anew when it has run out meanwhile', async () => {
    const where = world();
    const storage = tab();
    const page = await put(where, { resume: true, storage });
    await atCode(page);
    await eventually(() => storage.kept.size === 1, 'the name of the flow');
    page.element.remove();
    where.clock.advance({ minutes: 16 });
    const { tenant } = where;
    let discovered = false;
    const discover: typeof tenant.discover = (...call) => {
      discovered = true;
      return tenant.discover(...call);
    };
    const again = await put(where, {
      resume: true,
      storage,
      adapter: { contract: 1, discover, reset: tenant.reset },
    });
    await eventually(() => discovered, 'a new beginning');
    await again.settled();
    await again.identify(adele);
    await again.step('choose-method');
  });

  it('takes a username that is sent while it is asked where it stood', async () => {
    const where = world();
    const storage = tab();
    const page = await put(where, { resume: true, storage });
    await atCode(page);
    await eventually(() => storage.kept.size === 1, 'the name of the flow');
    page.element.remove();
    where.clock.advance({ minutes: 16 });
    const { tenant } = where;
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asking = false;
    const resume: typeof tenant.reset.resume = async (...call) => {
      asking = true;
      await asked;
      return tenant.reset.resume?.(...call);
    };
    const again = await put(where, {
      resume: true,
      storage,
      adapter: {
        contract: 1,
        discover: tenant.discover,
        reset: { ...tenant.reset, resume },
      },
    });
    await eventually(() => asking, 'the question');
    again.type('username', adele);
    again.primary.click();
    await turn();
    expect(again.stepKind).to.equal('identify');
    answer();
    await again.step('choose-method');
  });

  it('is another one in another tab: neither disturbs the other', async () => {
    const where = world();
    const [mine, other] = [tab(), tab()];
    const first = await put(where, { resume: true, storage: mine });
    await atCode(first);
    const second = await put(where, { resume: true, storage: other });
    await second.identify(nestor);
    await second.step('choose-method');
    await eventually(() => other.kept.size === 1 && mine.kept.size === 1, 'two names');
    expect([...mine.kept.values()]).not.to.deep.equal([...other.kept.values()]);
    const reloaded = await put(where, { resume: true, storage: mine });
    await reloaded.step('enter-code');
    expect(second.stepKind).to.equal('choose-method');
    await second.chooseMethod('email');
    await second.step('enter-code');
  });

  it('shows what failed where the backend cannot be reached, and takes a username all the same', async () => {
    const where = world();
    const storage = tab();
    const page = await put(where, { resume: true, storage });
    await atCode(page);
    await eventually(() => storage.kept.size === 1, 'the name of the flow');
    page.element.remove();
    const { tenant } = where;
    const again = await put(where, {
      resume: true,
      storage,
      adapter: {
        contract: 1,
        discover: tenant.discover,
        reset: { ...tenant.reset, resume: () => Promise.reject(new TypeError('no network')) },
      },
    });
    await again.until(() => again.failure !== undefined, 'a failure');
    await again.identify(adele);
    await again.step('choose-method');
  });

  it('keeps nothing where the page has not asked for it, or forbids it', async () => {
    const where = world();
    const storage = tab();
    const page = await put(where, { storage });
    await atCode(page);
    await turn();
    expect(storage.kept.size).to.equal(0);
    const forbidden = () => {
      throw new DOMException('no storage', 'SecurityError');
    };
    const strict = await put(where, {
      resume: true,
      storage: { getItem: forbidden, setItem: forbidden, removeItem: forbidden },
    });
    await atCode(strict, nestor);
  });
});
