import { expect, fixture, html } from '@open-wc/testing';
import { SsprError } from '../../src/contract/index.js';
import { SsprStepEvent, SsprSucceededEvent } from '../../src/elements/index.js';
import { codeFrom } from '../../src/testing/index.js';
import {
  adapterOver,
  adele,
  environmentOf,
  maria,
  newPassword,
  open,
  pageOf,
  reset,
  turn,
  world,
} from './reset-world.js';

describe('two elements on one page', () => {
  it('each speak their own language in its own direction', async () => {
    const where = world();
    const german = reset(where, { lang: 'de' });
    const arabic = reset(where, { lang: 'ar' });
    await fixture(html`<main>${german}${arabic}</main>`);
    const [left, right] = [pageOf(german), pageOf(arabic)];
    await Promise.all([german.updateComplete, arabic.updateComplete]);
    const directions = () =>
      [left, right].map(({ form, headingElement }) => [
        getComputedStyle(form).direction,
        getComputedStyle(headingElement).direction,
      ]);
    const headings = [left.heading, right.heading];
    expect(headings[0])
      .to.match(/^[\wäöüßÄÖÜ ]+$/)
      .and.not.to.equal('Get back into your account');
    expect(headings[1]).to.match(/^[\u0600-\u06ff ]+$/);
    expect(directions()).to.deep.equal([
      ['ltr', 'ltr'],
      ['rtl', 'rtl'],
    ]);
    expect([left.form.lang, right.form.lang]).to.deep.equal(['de', 'ar']);
    expect([left, right].map(({ form }) => form.matches(':dir(rtl)'))).to.deep.equal([false, true]);
    await Promise.all([left.identify(maria), right.identify(adele)]);
    await Promise.all([left.step('choose-method'), right.step('choose-method')]);
    expect(right.heading).to.match(/^[\u0600-\u06ff ]+$/);
    expect(left.heading).not.to.match(/[\u0600-\u06ff]/);
    expect(left.methodTypes).to.deep.equal(['email']);
    expect(right.methodTypes).to.deep.equal(['app-code', 'email']);
  });

  it('a change of language keeps the step and what was typed', async () => {
    const where = world();
    const page = await open(where, { lang: 'de' });
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    const german = page.heading;
    page.type('code', '12 34');
    page.element.lang = 'ar';
    await page.until(() => page.heading !== german, 'another language');
    await page.element.updateComplete;
    expect(page.stepKind).to.equal('enter-code');
    expect(page.field('code').value).to.equal('12 34');
    expect(getComputedStyle(page.form).direction).to.equal('rtl');
    expect(getComputedStyle(page.field('code')).direction).to.equal('ltr');
  });

  it('have ids of their own', async () => {
    const where = world();
    await fixture(html`<main>${reset(where)}${reset(where)}</main>`);
    await turn();
    const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id);
    expect(ids.length).to.be.above(1);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('inside a page of another make', () => {
  it('never submits a form around it, and adds nothing to its data', async () => {
    const where = world();
    const element = reset(where);
    const host = await fixture<HTMLFormElement>(
      html`<form><input name="theirs" value="1" />${document.createElement('p')}<button>Theirs</button></form>`,
    );
    const heard: string[] = [];
    for (const type of ['submit', 'formdata', 'reset', 'invalid'])
      host.addEventListener(type, (event) => {
        event.preventDefault();
        // What this test itself asks of their form is theirs.
        if (type === 'submit' || event.target !== host) heard.push(type);
      });
    host.querySelector('p')?.append(element);
    await element.updateComplete;
    const page = pageOf(element);
    const theirs = () => [...new FormData(host, null)].map(([name]) => name);
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    page.type('code', '123456');
    expect(theirs()).to.deep.equal(['theirs']);
    expect([...host.elements].map(({ localName }) => localName)).to.deep.equal(['input', 'button']);
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
    page.type('password', newPassword);
    expect(theirs()).to.deep.equal(['theirs']);
    await page.choosePassword(newPassword);
    await page.step('done');
    expect(heard).to.deep.equal([]);
  });

  it('works in a shadow root, where its styles and ids belong to', async () => {
    const where = world();
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const element = reset(where);
    const heard: string[] = [];
    document.addEventListener('sspr-step', (event) => {
      if (event instanceof SsprStepEvent) heard.push(event.kind);
    });
    root.append(element);
    await element.updateComplete;
    const page = pageOf(element);
    expect(root.adoptedStyleSheets.length).to.be.above(0);
    expect(getComputedStyle(page.primary).display).not.to.equal('inline-block');
    await page.identify(maria);
    await page.step('choose-method');
    expect(root.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.equal(page.headingElement);
    expect(heard).to.include('choose-method');
  });

  it('tells what happens by events of its own classes, which bubble out of every shadow root', async () => {
    const where = world();
    const page = await open(where);
    const events: Event[] = [];
    for (const type of ['sspr-step', 'sspr-succeeded', 'sspr-refused', 'sspr-failed'])
      window.addEventListener(type, (event) => events.push(event));
    await page.identify(maria);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
    await page.choosePassword(newPassword);
    await page.step('done');
    const kinds = events.flatMap((event) => (event instanceof SsprStepEvent ? [event.kind] : []));
    expect(kinds).to.deep.equal(['choose-method', 'enter-code', 'new-password', 'done']);
    const last = events.at(-1);
    expect(last).to.be.instanceOf(SsprSucceededEvent);
    for (const { bubbles, composed, target } of events)
      expect({ bubbles, composed, target }).to.deep.equal({
        bubbles: true,
        composed: true,
        target: page.element,
      });
  });

  it('has one form, also as a copy of an element that was shown', async () => {
    const where = world();
    const element = reset(where);
    await fixture(html`<main>${element}</main>`);
    await element.updateComplete;
    const copy = element.cloneNode(true) as typeof element;
    Object.assign(copy, { adapter: where.tenant, environment: where.environment });
    await fixture(html`<main>${copy}</main>`);
    await copy.updateComplete;
    expect(copy.querySelectorAll('form')).to.have.length(1);
    const page = pageOf(copy);
    await page.identify(maria);
    await page.step('choose-method');
    expect(pageOf(element).stepKind).to.equal('identify');
  });

  it('starts from the username that the page knows', async () => {
    const page = await open(world(), { username: maria });
    expect(page.field('username').value).to.equal(maria);
    await page.submit();
    await page.step('choose-method');
  });

  it('forgets one backend for another', async () => {
    const first = world();
    const second = world({}, { name: 'Fabrikam' });
    const page = await open(first);
    await page.identify(maria);
    await page.step('choose-method');
    Object.assign(page.element, {
      adapter: second.tenant,
      environment: environmentOf(second.clock),
    });
    await page.step('identify');
    await page.identify(maria);
    await page.step('choose-method');
    expect(page.text).to.contain('Fabrikam').and.not.to.contain('Contoso');
  });

  it('tells of a failure without what was typed', async () => {
    const where = world();
    const failures: string[] = [];
    const adapter = adapterOver(where.tenant, {
      start: () => Promise.reject(new SsprError('timeout', 'No answer in time.')),
    });
    const page = await open(where, { adapter });
    page.element.addEventListener('sspr-failed', ({ code }) => failures.push(code));
    await page.identify(maria);
    await page.until(() => page.failure !== undefined, 'a failure');
    await page.settled();
    expect(failures).to.deep.equal(['timeout']);
    expect(page.failure).to.contain('takes too long');
  });
});
