import { expect, fixture, html } from '@open-wc/testing';
import { SsprReset } from '../../src/define/sspr-reset.js';
import { codeFrom } from '../../src/testing/index.js';
import { adapterOver, adele, maria, open, pageOf, turn, type World, world } from './reset-world.js';

/** Collects what goes to the console until the test ends. */
function listenToConsole(level: 'warn' | 'error'): string[] {
  const said: string[] = [];
  const original = console[level];
  console[level] = (...words: unknown[]) => said.push(words.join(' '));
  restore.push(() => {
    console[level] = original;
  });
  return said;
}

const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

/** An adapter whose calls are counted, and a promise that is never kept for `advance`. */
function countingAdapter({ tenant }: World) {
  const calls: string[] = [];
  const signals: AbortSignal[] = [];
  const adapter = adapterOver(tenant, {
    discover: (hint, call) => {
      calls.push('discover');
      return tenant.discover(hint, call);
    },
    start: (intent, attempt) => {
      calls.push('start');
      if (attempt.signal) signals.push(attempt.signal);
      return tenant.reset.start(intent, attempt);
    },
    advance: (token, answer, attempt) => {
      calls.push('advance');
      if (attempt.signal) signals.push(attempt.signal);
      return tenant.reset.advance(token, answer, attempt);
    },
    cancel: (token, call) => {
      calls.push('cancel');
      return tenant.reset.cancel(token, call);
    },
  });
  return { adapter, calls, signals };
}

describe('an element that is taken out of the page', () => {
  it('aborts what is under way, and nothing happens after', async () => {
    const where = world();
    const signals: AbortSignal[] = [];
    let answer = () => {};
    const adapter = adapterOver(where.tenant, {
      start: async (intent, attempt) => {
        if (attempt.signal) signals.push(attempt.signal);
        const step = await where.tenant.reset.start(intent, { ...attempt, signal: undefined });
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return step;
      },
    });
    const page = await open(where, { adapter });
    const events: string[] = [];
    for (const type of ['sspr-step', 'sspr-failed', 'sspr-refused', 'sspr-cancelled'])
      page.element.addEventListener(type, () => events.push(type));
    page.type('username', maria);
    page.primary.click();
    await page.until(() => signals.length > 0);
    expect(signals[0]?.aborted).to.equal(false);
    page.element.remove();
    await turn();
    expect(signals[0]?.aborted).to.equal(true);
    answer();
    await turn();
    expect(events).to.deep.equal([]);
  });

  it('asks for nothing more, and keeps no timer', async () => {
    const where = world();
    const waiting = new Set<object>();
    const counted = {
      ...where.environment,
      after(ms: number, callback: () => void) {
        const wish = {};
        waiting.add(wish);
        const stop = where.environment.after(ms, () => {
          waiting.delete(wish);
          callback();
        });
        return () => {
          waiting.delete(wish);
          stop();
        };
      },
    };
    const { adapter, calls } = countingAdapter(where);
    const page = await open({ ...where, environment: counted }, { adapter });
    await page.identify(adele);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    expect(waiting.size).to.be.above(0);
    const before = calls.length;
    page.element.remove();
    await turn();
    expect(waiting.size).to.equal(0);
    where.clock.advance({ minutes: 20 });
    await turn();
    expect(calls).to.have.length(before);
  });

  it('leaves nothing typed behind, and starts afresh when it comes back', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    page.type('code', '123456');
    const code = page.field('code');
    const parent = page.element.parentElement;
    page.element.remove();
    await turn();
    expect(code.value).to.equal('');
    expect(page.element.querySelector('input')).to.equal(null);
    parent?.append(page.element);
    await page.step('identify');
    expect(page.field('username').value).to.equal('');
    await page.identify(maria);
    await page.step('choose-method');
  });

  it('takes its styles along', async () => {
    const before = document.adoptedStyleSheets.length;
    const page = await open(world());
    await page.identify(maria);
    await page.step('choose-method');
    expect(document.adoptedStyleSheets.length).to.be.above(before);
    page.element.remove();
    expect(document.adoptedStyleSheets.length).to.equal(before);
  });
});

describe('an element that is moved within the page', () => {
  it('goes on where it was, with what was typed, and its time goes on too', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    page.type('code', '123');
    const elsewhere = document.createElement('section');
    page.element.parentElement?.append(elsewhere);
    elsewhere.append(page.element);
    await turn();
    expect(page.stepKind).to.equal('enter-code');
    expect(page.field('code').value).to.equal('123');
    expect(page.text).to.contain('15:00 left');
    where.clock.advance({ seconds: 5 });
    await page.until(() => page.text.includes('14:55 left'), 'the time to go on');
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
  });
});

describe('an element without a backend', () => {
  it('says so once, in words, and throws nothing', async () => {
    const warned = listenToConsole('warn');
    const element = new SsprReset();
    element.lang = 'en';
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    await page.identify(maria);
    await page.submit();
    expect(page.stepKind).to.equal('identify');
    expect(page.field('username').value).to.equal(maria);
    const own = warned.filter((words) => words.includes('sspr-reset'));
    expect(own).to.deep.equal(['<sspr-reset>: It needs an `endpoint` or an `adapter`.']);
    await page.until(
      () => page.failure?.includes('This page is not set up properly') === true,
      'words for the person',
    );
  });

  it('goes on as soon as it has one', async () => {
    listenToConsole('warn');
    const where = world();
    const element = new SsprReset();
    element.lang = 'en';
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    await page.identify(maria);
    Object.assign(element, { environment: where.environment, adapter: where.tenant });
    await element.updateComplete;
    await page.identify(maria);
    await page.step('choose-method');
  });

  it('asks an endpoint that is set later', async () => {
    const asked: string[] = [];
    const original = window.fetch;
    window.fetch = async (input) => {
      asked.push(new Request(input).url);
      throw new TypeError('Failed to fetch');
    };
    restore.push(() => {
      window.fetch = original;
    });
    listenToConsole('warn');
    const element = new SsprReset();
    element.lang = 'en';
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    expect(asked).to.deep.equal([]);
    element.setAttribute('endpoint', '/api/sspr');
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(asked.map((url) => new URL(url).pathname)).to.deep.equal(['/api/sspr/v1/discover']);
    expect(page.failure).to.contain('We could not reach the server.');
  });
});

describe('a page that is ahead of the code', () => {
  it('finds taken what it has set before the element was defined', async () => {
    const { tenant, environment } = world();
    const early = document.createElement('sspr-late-reset');
    const heading = 'Forgot your Contoso password?';
    Object.assign(early, {
      lang: 'en',
      adapter: tenant,
      environment,
      username: maria,
      headingLevel: 3,
      messages: { 'reset.identify.heading': heading },
    });
    await fixture(html`<main>${early}</main>`);
    class LateReset extends SsprReset {}
    customElements.define('sspr-late-reset', LateReset);
    expect(early).to.be.instanceOf(LateReset);
    const page = pageOf(early as LateReset);
    await page.element.updateComplete;
    expect(page.heading).to.equal(heading);
    expect(page.headingElement.ariaLevel).to.equal('3');
    expect(page.field('username').value).to.equal(maria);
    await page.submit();
    await page.step('choose-method');
  });
});

describe('a page that sets it up wrongly', () => {
  it('with an adapter of another contract version is told in words', async () => {
    const warned = listenToConsole('warn');
    const where = world();
    const adapter = Object.assign(adapterOver(where.tenant, {}), { contract: 2 as 1 });
    const page = await open(where, { adapter });
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.failure).to.contain('This page is not set up properly');
    expect(warned.join()).to.contain('speaks version 2 of the contract; this widget speaks 1');
    expect(page.controls).not.to.include('Try again');
  });

  it('with an adapter that throws is told in words', async () => {
    const where = world();
    const adapter = adapterOver(where.tenant, {
      start: () => {
        throw new TypeError('not a function');
      },
    });
    const page = await open(where, { adapter });
    await page.identify(maria);
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.failure).to.contain('The server had a problem.');
    expect(page.field('username').value).to.equal(maria);
  });

  it('with an adapter that is none is told in words', async () => {
    listenToConsole('warn');
    const page = await open(world(), { adapter: {} as never });
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.failure).to.contain('This page is not set up properly');
  });

  it('with properties of wrong types gets no exception', async () => {
    const errors = listenToConsole('error');
    const { tenant } = world();
    const element = Object.assign(new SsprReset(), {
      lang: 'en',
      // As frameworks set what is not given.
      environment: undefined,
      adapter: tenant,
      username: null,
      domain: 7,
      headingLevel: 'x',
      presentation: 'window',
      for: undefined,
      messages: { 'no.such.message': 'x' },
    });
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    await page.identify(maria);
    await page.step('choose-method');
    expect(errors).to.deep.equal([]);
  });
});
