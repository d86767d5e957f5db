import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { SsprErrorCode } from '../../src/contract/index.js';
import type { Fault } from '../../src/mock/index.js';
import { adele, focused, newPassword, nobody, turn } from './reset-world.js';
import {
  expectOneScreen,
  expectToldFailure,
  moves,
  type Opened,
  openOverNetwork,
  traceOf,
  walkTo,
} from './robustness-network.js';

const words = {
  offline:
    'We could not reach the server. Check your connection and try again. What you typed is still here.',
  timeout: 'The server takes too long to answer. Try again. What you typed is still here.',
  'rate-limited':
    'There is a lot going on right now. Wait a moment, then try again. What you typed is still here.',
  server: 'The server had a problem. Try again in a moment. What you typed is still here.',
  'malformed-answer':
    'The server had a problem. Try again in a moment. What you typed is still here.',
  rejected: 'The server did not take this. Start again, or ask the service desk.',
  unauthorized:
    'You are signed out by now. Sign in again, and then try again here. What you typed is still here.',
  'not-found':
    'This page is not set up properly, so this does not work here. The service desk can help.',
  'unsupported-contract':
    'This page is not set up properly, so this does not work here. The service desk can help.',
} as const satisfies Partial<Record<SsprErrorCode, string>>;

const faults: readonly (readonly [fault: Fault, code: keyof typeof words])[] = [
  [{ kind: 'offline' }, 'offline'],
  [{ kind: 'drop' }, 'timeout'],
  [{ kind: 'html' }, 'malformed-answer'],
  [{ kind: 'html', status: 502 }, 'server'],
  [{ kind: 'truncated' }, 'malformed-answer'],
  [{ kind: 'server-error' }, 'server'],
  [{ kind: 'server-error', body: true }, 'server'],
  [{ kind: 'rate-limited', retryAfter: 3 }, 'rate-limited'],
  [{ kind: 'rate-limited', body: true }, 'rate-limited'],
  [{ kind: 'lost-answer' }, 'offline'],
  [{ kind: 'redirect', location: 'https://elsewhere.example/' }, 'offline'],
];

/** Sends what is in the form and waits for what comes of it; where nothing comes, until time is up. */
async function submit({ page, clock, requests, sent }: Opened, { kind }: Fault) {
  const before = requests.length;
  page.primary.click();
  if (kind === 'drop') {
    await sent(before + 1);
    clock.advance({ seconds: 15 });
  }
  await page.settled();
}

/** Where the backend says when it may be asked again, there is nothing to press until then. */
async function waitAsAsked({ page, clock }: Opened, fault: Fault) {
  if (!('retryAfter' in fault) || fault.retryAfter === undefined) return;
  expect(page.text).to.contain(`You can try again in 0:0${fault.retryAfter}`);
  expect(() => page.control('Try again')).to.throw();
  clock.advance({ seconds: Number(fault.retryAfter) });
  await page.until(() => !page.text.includes('You can try again in'), 'a button');
}

let undisturbed: readonly string[] | undefined;
/** What a reset without any failure leaves behind. */
async function smoothTrace() {
  if (undisturbed) return undisturbed;
  const opened = await openOverNetwork();
  const last = await walkTo(opened, 'new password');
  last.fill(opened.page);
  await opened.page.submit();
  await opened.page.step('done');
  opened.stop();
  undisturbed = traceOf(opened.tenant);
  return undisturbed;
}

describe('a reset over a network where every request fails at first', () => {
  for (const [fault, code] of faults)
    it(`goes on by “Try again” after ${JSON.stringify(fault)}, with one effect each`, async () => {
      const opened = await openOverNetwork();
      const { page, tenant, told } = opened;
      await page.settled();
      const expected: SsprErrorCode[] = [];
      for (const { name, operation, fill } of moves(tenant)) {
        const screen = page.stepKind;
        const typed = fill(page);
        opened.faults.next(operation, fault);
        await submit(opened, fault);
        expected.push(code);
        expect(page.stepKind, name).to.equal(screen);
        expectToldFailure(page, words[code], typed, name);
        expect(told, name).to.deep.equal(expected);
        await waitAsAsked(opened, fault);
        await page.press('Try again');
        expect(page.failure, `${name}, again`).to.equal(undefined);
        expect(`${page.announced.assertive}${page.problems}`, `${name}, again`).not.to.contain('.');
        expectOneScreen(page, `${name}, again`);
      }
      await page.step('done');
      expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
      expect(traceOf(tenant)).to.deep.equal(await smoothTrace());
      opened.stop();
    });

  it('goes on by the filled button too, with one effect each', async () => {
    const opened = await openOverNetwork();
    const { page, tenant } = opened;
    for (const { operation, fill } of moves(tenant)) {
      fill(page);
      opened.faults.next(operation, { kind: 'lost-answer' }, 2);
      for (let time = 0; time < 3; time += 1) await page.submit();
    }
    await page.step('done');
    expect(traceOf(tenant)).to.deep.equal(await smoothTrace());
    opened.stop();
  });
});

describe('a first screen whose backend is not there', () => {
  /** Takes the element off and puts it into the page again, so that it asks anew. */
  async function again({ page, requests, sent }: Opened) {
    page.element.remove();
    await turn();
    const before = requests.length;
    await fixture(html`<main>${page.element}</main>`);
    await page.element.updateComplete;
    page.type('username', adele);
    await sent(before + 1);
  }

  for (const [fault, code] of [
    ...faults,
    [{ kind: 'html', status: 401 }, 'unauthorized'],
    [{ kind: 'html', status: 404 }, 'not-found'],
    [{ kind: 'wrong-contract' }, 'unsupported-contract'],
  ] as const)
    it(`can be typed into, and tells ${JSON.stringify(fault)} at once and with the start`, async () => {
      const opened = await openOverNetwork();
      const { page, clock, told } = opened;
      opened.faults.next('discover', fault, 2);
      await again(opened);
      if (fault.kind === 'drop') clock.advance({ seconds: 15 });
      await page.until(() => page.failure !== undefined, 'a failure');
      expect(page.failure).to.equal(words[code]);
      expect(page.field('username').value).to.equal(adele);
      expect(told).to.deep.equal([code]);
      await submit(opened, fault);
      expectToldFailure(page, words[code], { username: adele }, 'with the start');
      expect(told).to.deep.equal([code, code]);
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
      opened.stop();
    });

  it('does not take the focus from who is typing the username', async () => {
    const opened = await openOverNetwork();
    const { page, clock } = opened;
    opened.faults.next('discover', { kind: 'drop' });
    await again(opened);
    page.field('username').focus();
    clock.advance({ seconds: 15 });
    await page.until(() => page.failure !== undefined, 'a failure');
    await page.element.updateComplete;
    expect(page.announced.assertive).to.equal(words.timeout);
    expect(focused() === page.field('username'), 'the field keeps the focus').to.equal(true);
    opened.stop();
  });

  it('offers no second try where the contract differs', async () => {
    const opened = await openOverNetwork();
    const { page } = opened;
    opened.faults.always('discover', { kind: 'wrong-contract', version: 3 });
    await again(opened);
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.controls).not.to.include('Try again');
    expect(page.text).to.contain('The service desk can help');
    opened.stop();
  });
});

describe('an answer of which nobody knows whether it arrived', () => {
  it('can be corrected: the wrong code counts once, and the right one is taken', async () => {
    const opened = await openOverNetwork();
    const { page } = opened;
    const { fill } = await walkTo(opened, 'mailed code');
    opened.faults.next('advance', { kind: 'lost-answer' });
    await page.enterCode('000000');
    expect(page.failure).to.equal(words.offline);
    fill(page);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    expect(page.lead).to.contain('The first proof is accepted');
    expect(traceOf(opened.tenant).filter((line) => line.includes('option failed'))).to.have.length(
      1,
    );
    opened.stop();
  });

  it('can be corrected where the backend has refused it outright', async () => {
    const opened = await openOverNetwork();
    const { page, told } = opened;
    const { fill } = await walkTo(opened, 'mailed code');
    opened.faults.next('advance', { kind: 'html', status: 400 });
    await page.enterCode('000000');
    expectToldFailure(page, words.rejected, { code: '000000' }, 'refused');
    expect(told).to.deep.equal(['rejected']);
    expect(page.controls).to.include('Start again').and.not.to.include('Try again');
    fill(page);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    opened.stop();
  });

  it('of a resend sends one more mail, and its code is taken', async () => {
    const opened = await openOverNetwork();
    const { page, clock, tenant } = opened;
    const { fill } = await walkTo(opened, 'mailed code');
    clock.advance({ seconds: 30 });
    await page.until(() => page.controls.includes('Send a new code'), 'the button');
    opened.faults.next('advance', { kind: 'lost-answer' }, 2);
    await page.press('Send a new code');
    expect(page.failure).to.equal(words.offline);
    await page.press('Try again');
    expect(page.failure).to.equal(words.offline);
    fill(page);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    expect(tenant.outbox.mails().filter(({ purpose }) => purpose === 'code')).to.have.length(2);
    opened.stop();
  });

  it('of a username gives way to another username', async () => {
    const opened = await openOverNetwork();
    const { page } = opened;
    opened.faults.next('start', { kind: 'lost-answer' });
    await page.identify(nobody);
    expect(page.failure).to.equal(words.offline);
    await page.identify(adele);
    expect(page.stepKind).to.equal('choose-method');
    expect(page.methodTypes).to.deep.equal(['app-code', 'email']);
    opened.stop();
  });

  it('can be given up, and the reset be started anew with the username kept', async () => {
    const opened = await openOverNetwork();
    const { page } = opened;
    await walkTo(opened, 'mailed code');
    opened.faults.next('advance', { kind: 'lost-answer' });
    await page.enterCode('000000');
    await page.cancel();
    await page.until(() => page.element.shadowRoot?.querySelector('dialog') !== null, 'a question');
    const leave = page.element.shadowRoot?.querySelector<HTMLElement>('dialog button:last-of-type');
    leave?.click();
    await page.step('identify');
    expect(page.field('username').value).to.equal(adele);
    expect(page.failure).to.equal(undefined);
    expect(opened.requests.map(({ path }) => path)).to.include('reset/cancel');
    opened.stop();
  });
});

describe('code of the widget that does not load', () => {
  it('is told as a lost connection, and fetched once more by “Try again”', async () => {
    let loads = 0;
    const opened = await openOverNetwork({
      loadAnswers: () => {
        loads += 1;
        return loads > 2
          ? import('../../src/adapters/http-answers.js')
          : Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
      },
    });
    const { page, told, tenant } = opened;
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.failure).to.equal(words.offline);
    await page.identify(adele);
    expect(told).to.deep.equal(['offline', 'offline']);
    expectToldFailure(page, words.offline, { username: adele }, 'without the code');
    await page.press('Try again');
    expect(page.stepKind).to.equal('choose-method');
    expect(traceOf(tenant)).to.deep.equal((await smoothTrace()).slice(0, 2));
    opened.stop();
  });
});
