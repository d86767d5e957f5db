import { expect } from '@open-wc/testing';
import { registerCaptcha } from '../../src/elements/captcha/registry.js';
import {
  external,
  heard,
  notLoaded,
  openedWithMaker,
  refused,
  required,
  siteKey,
} from './captcha-external-world.js';
import { fakeMaker, type MakersGlobal, makers } from './captcha-makers.js';
import { adele, focused, type Look, turn } from './reset-world.js';

const said = heard();

for (const [shape, { removes, provider: providerOf }] of Object.entries(makers))
  describe(`a captcha of the shape of ${shape}`, () => {
    const drawn = async (look: Look = {}) => {
      const { where, provider } = external();
      const maker = fakeMaker(removes);
      registerCaptcha(
        provider,
        providerOf(async () => maker),
      );
      const page = await openedWithMaker(where, look);
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
      const page = await openedWithMaker(where);
      await page.until(() => page.text.includes(notLoaded), 'a message');
      expect(page.announced.polite).to.equal(notLoaded);
      expect(said.warned.join()).to.contain(provider).and.to.contain('ERR_BLOCKED_BY_CLIENT');
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
      const page = await openedWithMaker(where);
      expect(page.text).to.contain('The check is loading');
      page.element.remove();
      await turn();
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      loaded(maker);
      await turn();
      expect(maker.drawn).to.have.length(0);
      expect(said.warned).to.deep.equal([]);
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
