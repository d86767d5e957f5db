import { expect } from '@open-wc/testing';
import { type CaptchaProvider, registerCaptcha } from '../../src/elements/captcha/registry.js';
import {
  external,
  heard,
  missing,
  notLoaded,
  openedWithMaker,
  required,
} from './captcha-external-world.js';
import { fakeMaker, makers } from './captcha-makers.js';
import { adapterOver, focused, open, turn } from './reset-world.js';

const said = heard();

describe('a captcha that the page does not know', () => {
  it('says so to the person and, once, to the developer', async () => {
    const { where, provider } = external();
    const page = await openedWithMaker(where);
    expect(page.text).to.contain(missing);
    expect(page.announced.polite).to.equal(missing);
    expect(said.warned).to.have.length(1);
    expect(said.warned[0])
      .to.contain(`registerCaptcha('${provider}', …)`)
      .and.to.contain('sspr-reset');
    page.control('Try again').focus();
    await page.press('Try again');
    await turn();
    await page.element.updateComplete;
    expect(page.text).to.contain(missing);
    expect(focused()?.className).to.equal('captcha');
    await open(where, { adapter: where.adapter });
    await turn();
    expect(said.warned).to.have.length(1);
    for (const animation of document.getAnimations()) animation.cancel();
    await expect(page.element).to.be.accessible();
  });

  it('is drawn as soon as it is registered', async () => {
    const { where, provider } = external();
    const page = await openedWithMaker(where);
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
    const page = await openedWithMaker(where);
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
      const page = await openedWithMaker(where);
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
    const page = await openedWithMaker(where);
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
    const page = await openedWithMaker(where, { adapter });
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

describe('the language and the colours around an external captcha', () => {
  it('it is drawn dark where the element is', async () => {
    const { where, provider } = external();
    const themes: string[] = [];
    registerCaptcha(provider, { mount: (_, { theme }) => void themes.push(theme) });
    document.documentElement.style.colorScheme = 'dark';
    try {
      await openedWithMaker(where);
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
    const page = await openedWithMaker(where);
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
