import { expect, fixture, html } from '@open-wc/testing';
import type { SsprCaptchaEvent } from '../../src/elements/captcha/page-slot.js';
import { registerCaptcha } from '../../src/elements/captcha/registry.js';
import { external, heard, siteKey } from './captcha-external-world.js';
import { fakeMaker, makers } from './captcha-makers.js';
import { asked } from './captcha-world.js';
import { adapterOver, adele, pageOf, reset, turn } from './reset-world.js';

const said = heard();

describe('the page’s own element in the slot', () => {
  let listening: AbortController;
  beforeEach(() => {
    listening = new AbortController();
  });
  afterEach(() => listening.abort());

  /** A page that has put an element of its own into ours, and hears when it is asked to draw. */
  async function slotted() {
    const { where } = external();
    const own = document.createElement('div');
    own.slot = 'captcha';
    own.textContent = 'The page’s own check';
    const asks: SsprCaptchaEvent[] = [];
    document.addEventListener('sspr-captcha', (event) => asks.push(event), {
      signal: listening.signal,
    });
    const element = reset(where, { adapter: where.adapter, username: adele });
    element.append(own);
    await fixture(html`<main>${element}</main>`);
    const page = pageOf(element);
    await asked(page);
    await page.until(() => asks.length > 0, 'an event');
    return { where, page, own, asks };
  }

  it('is not seen before it is needed', async () => {
    const { where } = external();
    const own = document.createElement('div');
    own.slot = 'captcha';
    own.textContent = 'The page’s own check';
    const discover = () => new Promise<never>(() => {});
    const element = reset(where, { adapter: adapterOver(where.adapter, { discover }) });
    element.append(own);
    await fixture(html`<main>${element}</main>`);
    await element.updateComplete;
    expect(own.getClientRects()).to.have.length(0);
  });

  it('CAPTCHA-2: stands below the username, and hands its token over', async () => {
    const { where, page, own, asks } = await slotted();
    expect(page.form.contains(own)).to.equal(true);
    expect(own.getClientRects()).not.to.have.length(0);
    expect(asks[0]?.target === own).to.equal(true);
    const { use } = asks[0] ?? {};
    expect(use).to.include({ siteKey, locale: 'en', theme: 'light' });
    expect(said.warned).to.deep.equal([]);
    use?.solved('good-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    expect(where.started.at(-1)?.captcha).to.deep.equal({ answer: 'good-token' });
    expect(own.parentElement === page.element, 'back where the page has put it').to.equal(true);
    expect(use?.signal.aborted).to.equal(true);
  });

  it('is asked again where its token was refused', async () => {
    const { where, page, own, asks } = await slotted();
    asks[0]?.use.solved('bad-token');
    await page.submit();
    await page.until(() => asks.length > 1, 'another event');
    expect(page.form.contains(own)).to.equal(true);
    asks[1]?.use.solved('good-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    expect(where.started).to.have.length(2);
  });

  it('is given back when the element goes', async () => {
    const { page, own } = await slotted();
    page.element.remove();
    await turn();
    expect(own.parentElement === page.element).to.equal(true);
  });

  it('is passed over where a provider is registered', async () => {
    const { where, provider } = external();
    const maker = fakeMaker(true);
    registerCaptcha(
      provider,
      makers.turnstile.provider(async () => maker),
    );
    const own = document.createElement('div');
    own.slot = 'captcha';
    const element = reset(where, { adapter: where.adapter });
    element.append(own);
    await fixture(html`<main>${element}</main>`);
    await pageOf(element).until(() => maker.drawn.length > 0, 'a widget');
    expect(own.parentElement === element).to.equal(true);
  });
});
