import { expect } from '@open-wc/testing';
import { codeFrom } from '../../src/testing/index.js';
import { canEmulate, emulate, press } from '../runner/commands.js';
import { adapterOver, adele, focused, maria, open, world } from './reset-world.js';

afterEach(() => emulate({}).catch(() => {}));

/** The colours of an element as they are painted. */
const look = (element: Element) => getComputedStyle(element);

describe('in the medium that the reader has chosen', () => {
  it('there is one of them at most in this browser, or all', () => {
    const shown = [
      canEmulate({ colorScheme: 'dark' }),
      canEmulate({ reducedMotion: 'reduce' }),
      canEmulate({ forcedColors: 'active' }),
    ].filter(Boolean);
    expect([0, 1, 3]).to.include(shown.length);
  });

  if (canEmulate({ colorScheme: 'dark' }))
    it('a page that follows the system is dark with it, and passes every check', async () => {
      document.documentElement.style.colorScheme = 'light dark';
      document.documentElement.style.background = 'Canvas';
      try {
        const page = await open(world());
        await emulate({ colorScheme: 'light' }).catch(() => {});
        const before = look(page.headingElement).color;
        await emulate({ colorScheme: 'dark' });
        await page.identify(adele);
        await page.step('choose-method');
        const [red = 0] =
          look(page.form)
            .color.match(/[\d.]+/g)
            ?.map(Number) ?? [];
        expect(red, look(page.form).color).to.be.above(0.9);
        if (canEmulate({ colorScheme: 'light' }))
          expect(look(page.form).color).not.to.equal(before);
        for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.cancel();
        await expect(page.element).to.be.accessible();
      } finally {
        document.documentElement.removeAttribute('style');
      }
    });

  if (canEmulate({ reducedMotion: 'reduce' }))
    it('nothing moves where motion is reduced', async () => {
      const where = world();
      let answer = () => {};
      const adapter = adapterOver(where.tenant, {
        advance: async (...call) => {
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          return where.tenant.reset.advance(...call);
        },
      });
      await emulate({ reducedMotion: 'reduce' });
      const page = await open(where, { adapter });
      const moving = () =>
        [document, page.element.shadowRoot].flatMap((root) => root?.getAnimations() ?? []);
      await page.identify(maria);
      await page.step('choose-method');
      expect(moving()).to.deep.equal([]);
      page.primary.click();
      await page.until(() => page.busy, 'a busy button');
      expect(page.form.querySelector('.turning')).not.to.equal(null);
      expect(moving()).to.deep.equal([]);
      // Without the wish, the same does move: so this test sees motion.
      if (canEmulate({ reducedMotion: 'no-preference' })) {
        await emulate({ reducedMotion: 'no-preference' });
        expect(moving()).not.to.deep.equal([]);
      }
      answer();
      await page.step('enter-code');
    });

  if (canEmulate({ forcedColors: 'active' }))
    it('edges, choice and focus are seen without any colour of ours', async () => {
      const where = world();
      await emulate({ forcedColors: 'active' });
      const page = await open(where);
      const edge = (element: Element) => {
        const { borderTopColor, borderTopStyle, borderTopWidth } = look(element);
        expect(borderTopStyle).to.equal('solid');
        expect(Number.parseFloat(borderTopWidth)).to.be.above(0);
        expect(borderTopColor).not.to.equal(look(page.form).backgroundColor);
      };
      edge(page.field('username'));
      edge(page.primary);
      expect(look(page.primary).color).not.to.equal(look(page.primary).backgroundColor);

      await page.identify(adele);
      await page.step('choose-method');
      await press('Tab');
      const radio = focused();
      const row = radio?.closest('label');
      if (!radio || !row) throw new Error('no row has the focus');
      expect(look(row).outlineStyle).to.equal('solid');
      const [, other] = radio.getRootNode() instanceof ShadowRoot ? rowsBeside(row) : [];
      if (!other) throw new Error('no other row');
      expect(look(other).outlineStyle, 'a row without focus and choice').to.equal('none');
      const off = other.querySelector('input');
      if (off) edge(off);

      await page.chooseMethod('email');
      await page.step('enter-code');
      await page.enterCode('');
      expect(look(page.field('code')).outlineStyle).to.equal('solid');
      await page.enterCode(await codeFrom(where.tenant, adele));
      await page.step('new-password');
      await page.choosePassword('short');
      const icon = page.form.querySelector('.summary svg');
      const words = icon?.nextElementSibling;
      if (!icon || !words) throw new Error('no summary with an icon');
      expect(look(icon).color, 'an icon').to.equal(look(words).color);
    });
});

/** The rows of a list of methods. */
const rowsBeside = (row: Element): Element[] => [
  ...(row.parentElement?.querySelectorAll('.row') ?? []),
];
