import { expect } from '@open-wc/testing';
import { canEmulate, emulate } from '../runner/commands.js';
import { asked, captchaWorld } from './captcha-world.js';
import { open } from './reset-world.js';

afterEach(() => emulate({}).catch(() => {}));

const look = (element: Element | null) => {
  if (!element) throw new Error('nothing to look at');
  return getComputedStyle(element);
};

async function opened() {
  const where = captchaWorld({ kind: 'picture' });
  const page = await open(where, { adapter: where.adapter });
  await asked(page);
  return page;
}

describe('a captcha in the medium that the reader has chosen', () => {
  it('there is one of them at most in this browser, or all', () => {
    const shown = [
      canEmulate({ colorScheme: 'dark' }),
      canEmulate({ reducedMotion: 'reduce' }),
      canEmulate({ forcedColors: 'active' }),
    ].filter(Boolean);
    expect([0, 1, 3]).to.include(shown.length);
  });

  if (canEmulate({ colorScheme: 'dark' }))
    it('the picture keeps its light ground where everything else is dark', async () => {
      document.documentElement.style.colorScheme = 'light dark';
      try {
        await emulate({ colorScheme: 'dark' });
        const page = await opened();
        const { backgroundColor, color } = look(page.form.querySelector('.paper'));
        expect(backgroundColor).to.equal('rgb(238, 241, 246)');
        expect(color).to.equal('rgb(29, 39, 56)');
        expect(look(page.form.querySelector('.puzzle')).borderTopStyle).to.equal('solid');
        expect(look(page.form.querySelector('.tool')).color).to.equal(look(page.form).color);
      } finally {
        document.documentElement.removeAttribute('style');
      }
    });

  if (canEmulate({ reducedMotion: 'reduce' }))
    it('it is there at once where motion is reduced', async () => {
      await emulate({ reducedMotion: 'reduce' });
      const page = await opened();
      const captcha = page.form.querySelector('.captcha');
      expect(captcha?.getAnimations()).to.deep.equal([]);
      // Without the wish it does fade: so this test sees motion.
      if (canEmulate({ reducedMotion: 'no-preference' })) {
        await emulate({ reducedMotion: 'no-preference' });
        expect(captcha?.getAnimations()).to.have.length(1);
      }
    });

  if (canEmulate({ forcedColors: 'active' }))
    it('its edges are seen without any colour of ours, and the picture as it was drawn', async () => {
      await emulate({ forcedColors: 'active' });
      const page = await opened();
      for (const edged of ['.puzzle', '.tool']) {
        const { borderTopColor, borderTopWidth } = look(page.form.querySelector(edged));
        expect(Number.parseFloat(borderTopWidth), edged).to.be.above(0);
        expect(borderTopColor, edged).not.to.equal(look(page.form).backgroundColor);
      }
      expect(look(page.form.querySelector('.paper')).backgroundColor).to.equal(
        'rgb(238, 241, 246)',
      );
      await page.press('Listen instead');
      const play = look(page.form.querySelector('.play'));
      expect(Number.parseFloat(play.borderTopWidth)).to.be.above(0);
      expect(play.borderTopColor).not.to.equal(play.backgroundColor);
    });
});
