import { expect, fixture, html } from '@open-wc/testing';
import type { SsprCaptchaEvent } from '../../src/elements/captcha/page-slot.js';
import { type CaptchaProvider, registerCaptcha } from '../../src/elements/captcha/registry.js';
import type { ResetPage } from '../../src/testing/index.js';
import { fakeMaker, type MakersGlobal, makers } from './captcha-makers.js';
import { asked, type CaptchaWorld, captchaWorld } from './captcha-world.js';
import {
  adapterOver,
  adele,
  focused,
  type Look,
  open,
  pageOf,
  reset,
  turn,
} from './reset-world.js';

const siteKey = 'public-key-of-contoso';
let count = 0;

/** A tenant with a captcha whose maker nobody has registered yet. */
function external() {
  count += 1;
  const provider = `maker-${count}`;
  const verifyCaptcha = async (token: string) => token.startsWith('good');
  const where = captchaWorld({ kind: 'external', provider, siteKey }, { verifyCaptcha });
  return { where, provider };
}

async function opened(where: CaptchaWorld, look: Look = {}): Promise<ResetPage> {
  const page = await open(where, { adapter: where.adapter, username: adele, ...look });
  await asked(page);
  await turn();
  await page.element.updateComplete;
  return page;
}

/** What was said on the console, in place of saying it. */
let warned: string[] = [];
const { warn } = console;
beforeEach(() => {
  warned = [];
  console.warn = (...words: unknown[]) => warned.push(words.join(' '));
});
afterEach(() => {
  console.warn = warn;
});

const required = 'Do the check below first.';
const refused = 'We could not tell that you are a person. Try once more.';
const notLoaded = 'The check did not load. Try again, or ask your service desk.';
const missing = 'This page cannot show the check. Try again, or ask your service desk.';

for (const [shape, { removes, provider: providerOf }] of Object.entries(makers))
  describe(`a captcha of the shape of ${shape}`, () => {
    const drawn = async (look: Look = {}) => {
      const { where, provider } = external();
      const maker = fakeMaker(removes);
      registerCaptcha(
        provider,
        providerOf(async () => maker),
      );
      const page = await opened(where, look);
      await page.until(() => maker.drawn.length > 0, 'a widget');
      const [widget] = maker.drawn;
      if (!widget) throw new Error('no widget');
      return { where, page, maker, widget };
    };

    it('CAPTCHA-2: is drawn below the username in the document, with key, language and theme', async () => {
      const { page, widget } = await drawn({ lang: 'de' });
      expect(widget.container.getRootNode() === document).to.equal(true);
      expect(page.form.contains(widget.container)).to.equal(true);
      const { sitekey, theme, language, hl } = widget.parameters;
      expect({ sitekey, theme }).to.deep.equal({ sitekey: siteKey, theme: 'light' });
      if (shape !== 'recaptcha') expect(language ?? hl).to.equal('de');
      expect(page.text).not.to.contain('wird geladen');
    });

    it('CAPTCHA-2: hands its token over, which opens the reset', async () => {
      const { where, page, widget } = await drawn();
      widget.parameters.callback('good-token');
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
      expect(where.started).to.deep.equal([{ username: adele, captcha: { answer: 'good-token' } }]);
      expect(widget.container.isConnected).to.equal(false);
      expect(widget.removed).to.equal(removes);
    });

    it('that nobody has done is asked for in words, and nothing is sent', async () => {
      const { where, page, widget } = await drawn();
      await page.submit();
      expect(page.problems).to.deep.equal([required]);
      expect(where.started).to.deep.equal([]);
      await page.press(required);
      expect(focused()?.contains(widget.container)).to.equal(true);
      widget.parameters.callback('good-token');
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    });

    it('asks again when its token has expired', async () => {
      const { where, page, widget } = await drawn();
      widget.parameters.callback('good-token');
      widget.parameters['expired-callback']();
      await page.element.updateComplete;
      expect(page.announced.polite).to.equal('The check has run out. Do it once more.');
      await page.submit();
      expect(page.problems).to.deep.equal([required]);
      expect(where.started).to.deep.equal([]);
      widget.parameters.callback('good-second');
      await page.submit();
      expect(where.started.at(-1)?.captcha).to.deep.equal({ answer: 'good-second' });
      expect(page.stepKind).to.equal('choose-method');
    });

    it('asks again when its token was refused, and never sends it twice', async () => {
      const { where, page, maker, widget } = await drawn();
      widget.parameters.callback('bad-token');
      await page.submit();
      await page.until(() => where.captchas.length > 1, 'another captcha');
      await page.settled();
      expect(page.problems).to.deep.equal([refused]);
      expect(page.field('username').value).to.equal(adele);
      expect(widget.resets).to.equal(1);
      expect(maker.drawn, 'in the same place').to.have.length(1);
      await page.submit();
      expect(where.started).to.have.length(1);
      widget.parameters.callback('good-token');
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    });

    it('that breaks while it is shown can be tried again', async () => {
      const { page, maker, widget } = await drawn();
      widget.parameters.callback('good-token');
      widget.parameters['error-callback']('300030');
      await page.element.updateComplete;
      expect(page.text).to.contain(notLoaded);
      await page.submit();
      expect(page.problems).to.deep.equal([required]);
      page.control('Try again').focus();
      await page.press('Try again');
      await page.until(() => maker.drawn.length > 1, 'another widget');
      expect(widget.container.isConnected).to.equal(false);
      expect(widget.removed).to.equal(removes);
      expect(page.text).not.to.contain(notLoaded);
      expect(focused()?.className).to.equal('captcha');
      widget.parameters.callback('good-late');
      maker.drawn[1]?.parameters.callback('good-token');
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    });

    it('whose script does not load says so, and is loaded again on a retry', async () => {
      const { where, provider } = external();
      const maker = fakeMaker(removes);
      let offline = true;
      registerCaptcha(
        provider,
        providerOf(async () => {
          if (offline) throw new Error('net::ERR_BLOCKED_BY_CLIENT');
          return maker;
        }),
      );
      const page = await opened(where);
      await page.until(() => page.text.includes(notLoaded), 'a message');
      expect(page.announced.polite).to.equal(notLoaded);
      expect(warned.join()).to.contain(provider).and.to.contain('ERR_BLOCKED_BY_CLIENT');
      offline = false;
      await page.press('Try again');
      await page.until(() => maker.drawn.length > 0, 'a widget');
      maker.drawn[0]?.parameters.callback('good-token');
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    });

    it('leaves nothing behind where the element goes while its script loads', async () => {
      const { where, provider } = external();
      const maker = fakeMaker(removes);
      const signals: AbortSignal[] = [];
      let loaded = (_: MakersGlobal) => {};
      registerCaptcha(
        provider,
        providerOf((signal) => {
          signals.push(signal);
          return new Promise((resolve) => {
            loaded = resolve;
          });
        }),
      );
      const page = await opened(where);
      expect(page.text).to.contain('The check is loading');
      page.element.remove();
      await turn();
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      loaded(maker);
      await turn();
      expect(maker.drawn).to.have.length(0);
      expect(warned).to.deep.equal([]);
    });

    it('that reports when the element has gone is not heard, and its token is nowhere', async () => {
      const { page, widget } = await drawn();
      widget.parameters.callback('good-token');
      await page.element.updateComplete;
      const field = page.field('captcha');
      expect(field.value).to.equal('good-token');
      page.element.remove();
      await turn();
      expect(field.value).to.equal('');
      widget.parameters.callback('good-late');
      widget.parameters['error-callback']();
      await turn();
      expect(field.value).to.equal('');
      expect(page.element.querySelector('[name=captcha]') === null).to.equal(true);
    });

    it('keeps the size that stands in its attributes, in a form that takes back all styles of the page', async () => {
      const { widget } = await drawn();
      const frame = widget.container.querySelector('iframe');
      const { width, height } = frame?.getBoundingClientRect() ?? {};
      expect([width, height]).to.deep.equal([304, 78]);
      const response = widget.container.querySelector('textarea');
      expect(response?.getClientRects()).to.have.length(0);
    });

    it('is a group with a name, and passes every check', async () => {
      const { page } = await drawn();
      for (const animation of document.getAnimations()) animation.cancel();
      await expect(page.element).to.be.accessible();
      const group = page.form.querySelector('.captcha');
      expect(group?.role).to.equal('group');
      const name = page.form.querySelector(`#${group?.getAttribute('aria-labelledby')}`);
      expect(name?.textContent).to.equal('Check that you are a person');
    });
  });

describe('a captcha that the page does not know', () => {
  it('says so to the person and, once, to the developer', async () => {
    const { where, provider } = external();
    const page = await opened(where);
    expect(page.text).to.contain(missing);
    expect(page.announced.polite).to.equal(missing);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.contain(`registerCaptcha('${provider}', …)`).and.to.contain('sspr-reset');
    page.control('Try again').focus();
    await page.press('Try again');
    await turn();
    await page.element.updateComplete;
    expect(page.text).to.contain(missing);
    expect(focused()?.className).to.equal('captcha');
    await open(where, { adapter: where.adapter });
    await turn();
    expect(warned).to.have.length(1);
    for (const animation of document.getAnimations()) animation.cancel();
    await expect(page.element).to.be.accessible();
  });

  it('is drawn as soon as it is registered', async () => {
    const { where, provider } = external();
    const page = await opened(where);
    const maker = fakeMaker(true);
    registerCaptcha(
      provider,
      makers.turnstile.provider(async () => maker),
    );
    await page.until(() => maker.drawn.length > 0, 'a widget');
    expect(page.text).not.to.contain(missing);
    maker.drawn[0]?.parameters.callback('good-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('is not looked for any more by an element that has gone', async () => {
    const { where, provider } = external();
    const page = await opened(where);
    page.element.remove();
    await turn();
    let mounts = 0;
    registerCaptcha(provider, {
      mount() {
        mounts += 1;
      },
    });
    await turn();
    expect(mounts).to.equal(0);
  });
});

describe('a provider that misbehaves', () => {
  const misbehaving: Record<string, CaptchaProvider> = {
    'throws at once': {
      mount() {
        throw new Error('no such key');
      },
    },
    'rejects later': { mount: () => Promise.reject(new Error('no such key')) },
    'reports a failure while it draws': { mount: (_, { failed }) => failed() },
  };
  for (const [what, renderer] of Object.entries(misbehaving))
    it(`and ${what} becomes a message, never an error of the page`, async () => {
      const errors: unknown[] = [];
      const note = (event: ErrorEvent | PromiseRejectionEvent) => errors.push(event);
      window.addEventListener('error', note);
      window.addEventListener('unhandledrejection', note);
      const { where, provider } = external();
      registerCaptcha(provider, renderer);
      const page = await opened(where);
      await page.until(() => page.text.includes(notLoaded), 'a message');
      await turn();
      window.removeEventListener('error', note);
      window.removeEventListener('unhandledrejection', note);
      expect(errors).to.deep.equal([]);
    });

  it('and throws where it should ask again is mounted again', async () => {
    const { where, provider } = external();
    const uses: { solved(token: string): void }[] = [];
    registerCaptcha(provider, {
      mount: (_, use) => void uses.push(use),
      reset() {
        throw new Error('no such widget');
      },
    });
    const page = await opened(where);
    uses[0]?.solved('bad-token');
    await page.submit();
    await page.until(() => uses.length > 1, 'another mount');
    uses[0]?.solved('good-late');
    await page.submit();
    expect(page.problems).to.deep.equal([required]);
    uses[1]?.solved('good-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('or cannot ask again is mounted again, also for a backend that answers with one and the same object', async () => {
    const { where, provider } = external();
    const containers: HTMLElement[] = [];
    const solve: ((token: string) => void)[] = [];
    registerCaptcha(provider, {
      mount(container, { solved }) {
        containers.push(container);
        solve.push(solved);
      },
    });
    const discovery = await where.tenant.discover({}, { locale: 'en' });
    const adapter = adapterOver(where.adapter, { discover: async () => discovery });
    const page = await opened(where, { adapter });
    solve[0]?.('bad-token');
    await page.submit();
    await page.until(() => solve.length > 1, 'another mount');
    expect(containers[0]?.isConnected).to.equal(false);
    expect(page.field('captcha').value).to.equal('');
    solve[1]?.('good-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });
});

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
    expect(warned).to.deep.equal([]);
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

describe('the language and the colours around an external captcha', () => {
  it('it is drawn dark where the element is', async () => {
    const { where, provider } = external();
    const themes: string[] = [];
    registerCaptcha(provider, { mount: (_, { theme }) => void themes.push(theme) });
    document.documentElement.style.colorScheme = 'dark';
    try {
      await opened(where);
      expect(themes).to.deep.equal(['dark']);
    } finally {
      document.documentElement.removeAttribute('style');
    }
  });

  it('it is drawn anew in another language, unless it is solved', async () => {
    const { where, provider } = external();
    const locales: string[] = [];
    let solve = (_: string) => {};
    registerCaptcha(provider, {
      mount(_, { locale, solved }) {
        locales.push(locale);
        solve = solved;
      },
    });
    const page = await opened(where);
    page.element.lang = 'de';
    await page.until(() => locales.length > 1, 'another mount');
    solve('good-token');
    page.element.lang = 'ar';
    await page.until(() => page.form.dir === 'rtl', 'another language');
    await turn();
    expect(locales).to.deep.equal(['en', 'de']);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });
});

describe('a token', () => {
  it('is in no attribute, event, address, storage or console', async () => {
    const { where, provider } = external();
    const seen: string[] = [];
    let solve = (_: string) => {};
    registerCaptcha(provider, {
      mount(_, { solved }) {
        solve = solved;
      },
    });
    const listening = new AbortController();
    for (const type of ['sspr-step', 'sspr-failed', 'sspr-captcha', 'submit', 'formdata'])
      window.addEventListener(
        type,
        (event) =>
          seen.push(
            JSON.stringify({ ...event }),
            ...(event instanceof FormDataEvent ? [[...event.formData].join()] : []),
          ),
        { signal: listening.signal },
      );
    const observer = new MutationObserver((records) => {
      for (const { target, attributeName } of records)
        if (attributeName && target instanceof Element)
          seen.push(target.getAttribute(attributeName) ?? '');
    });
    observer.observe(document, { subtree: true, attributes: true, childList: true });
    const page = await opened(where);
    solve('bad-secret-token');
    await page.element.updateComplete;
    seen.push(document.documentElement.outerHTML);
    await page.submit();
    await page.until(() => where.captchas.length > 1, 'another captcha');
    await page.settled();
    solve('good-secret-token');
    await page.element.updateComplete;
    seen.push(document.documentElement.outerHTML);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    await turn();
    listening.abort();
    observer.disconnect();
    seen.push(location.href, JSON.stringify({ ...localStorage, ...sessionStorage }), ...warned);
    expect(where.started).to.have.length(2);
    expect(seen.filter((line) => line.includes('secret-token'))).to.deep.equal([]);
    expect(seen.some((line) => line.includes(siteKey) || line.includes('type="submit"'))).to.equal(
      true,
    );
  });
});
