import { expect } from '@open-wc/testing';
import type { ResetPage } from '../../src/testing/index.js';
import { clippedIn, sidewaysBy, smallTargets } from './measures.js';
import { still } from './on-screen.js';
import { pageOf, reset, type World, world } from './reset-world.js';
import { type Scene, scenes } from './scenes.js';
import { expectAccessible, fits, inWindow } from './window.js';

/** Puts a scene on the page until the tests about it are through. */
async function play({ settings, stage, look, walk }: Scene, lang: string): Promise<ResetPage> {
  const staged = await stage?.(lang);
  const where: World = staged ?? world(settings);
  const element = reset(where, { ...staged?.look, ...look?.(where), lang });
  document.body.append(element);
  await element.updateComplete;
  const page = pageOf(element);
  await walk(page, where);
  await still(page);
  return page;
}

describe('at 320 pixels', () => {
  inWindow({ width: 320 });

  for (const lang of ['en', 'de', 'ar'])
    for (const [name, scene] of Object.entries(scenes))
      describe(`${name}, in ${lang},`, () => {
        let page: ResetPage;
        before(async () => {
          page = await play(scene, lang);
        });
        after(() => {
          page.element.remove();
          document.documentElement.style.colorScheme = '';
        });

        if (lang !== 'de')
          for (const scheme of ['light', 'dark'] as const)
            it(`passes every check of axe in ${scheme}`, () => expectAccessible(page, scheme));

        fits(() => page);

        it('has nothing to hit that is smaller than 24 pixels', () => {
          expect(smallTargets(page, 24, 24).join('\n')).to.equal('');
        });

        it('has nothing lower than 44 pixels, but for the button that copies', () => {
          const low = smallTargets(page, 24, 44).filter((control) => !control.includes('small'));
          expect(low.join('\n')).to.equal('');
        });
      });
});

describe('these checks', () => {
  it('see what is wrong', async () => {
    const page = await play({ walk: (shown) => shown.settled() }, 'en');
    try {
      const [label] = page.form.querySelectorAll('label');
      label?.removeAttribute('for');
      page.field('username').removeAttribute('aria-describedby');
      await expect(page.element).not.to.be.accessible();

      const { style } = page.primary;
      style.cssText = 'all: initial; display: block; height: 10px; width: 10px; overflow: hidden';
      expect(smallTargets(page, 24, 24)).to.have.length(1);
      expect(clippedIn(page)).not.to.deep.equal([]);
      style.cssText = 'inline-size: 3000px';
      expect(clippedIn(page).join()).to.contain('class="card"');
      page.element.style.cssText = 'inline-size: 3000px; max-inline-size: none';
      expect(sidewaysBy()).to.be.above(0);
    } finally {
      page.element.remove();
    }
  });
});
