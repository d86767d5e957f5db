import { expect } from '@open-wc/testing';
import { registerCaptcha } from '../../src/elements/captcha/registry.js';
import type { Overrides } from '../../src/tenant/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { fakeMaker, makers } from './captcha-makers.js';
import { asked, audioOf, captchaWorld, pictureOf } from './captcha-world.js';
import { clippedIn, sidewaysBy, smallTargets } from './measures.js';
import { still } from './on-screen.js';
import { adele, type Look, pageOf, reset, turn } from './reset-world.js';
import { expectAccessible, fits, inWindow } from './window.js';

const external = (provider: string): Overrides['captcha'] => ({
  kind: 'external',
  provider,
  siteKey: 'public-key',
});

registerCaptcha(
  'screen-there',
  makers.turnstile.provider(async () => fakeMaker(true)),
);
registerCaptcha('screen-loading', { mount: () => new Promise(() => {}) });
registerCaptcha('screen-failed', { mount: (_, { failed }) => failed() });

interface Screen {
  readonly captcha: Overrides['captcha'];
  readonly walk?: (page: ResetPage) => Promise<unknown>;
}

const way = (index: number) => async (page: ResetPage) => {
  page.form.querySelectorAll<HTMLElement>('.tool')[index]?.click();
  await page.settled();
};

const picture: Overrides['captcha'] = { kind: 'picture' };

/** Every state of a captcha that is seen, by name. */
const screens: Readonly<Record<string, Screen>> = {
  'a picture': { captcha: picture },
  'a recording': { captcha: picture, walk: way(0) },
  'no puzzle': { captcha: picture, walk: way(2) },
  'a picture that was read wrongly': {
    captcha: picture,
    async walk(page) {
      const before = pictureOf(page);
      page.type('captcha', 'nothing');
      await page.submit();
      await page.until(() => pictureOf(page) !== before, 'another picture');
      await page.settled();
    },
  },
  'digits that nobody typed': {
    captcha: picture,
    async walk(page) {
      await way(0)(page);
      await page.submit();
    },
  },
  'a recording that cannot be played': {
    captcha: picture,
    async walk(page) {
      await way(0)(page);
      audioOf(page).dispatchEvent(new Event('error'));
      await page.element.updateComplete;
    },
  },
  'a captcha of another maker': { captcha: external('screen-there') },
  'a captcha of another maker that was not done': {
    captcha: external('screen-there'),
    walk: (page) => page.submit(),
  },
  'a captcha of another maker that loads': { captcha: external('screen-loading') },
  'a captcha of another maker that failed': { captcha: external('screen-failed') },
  'a captcha that nobody knows': { captcha: external('screen-missing') },
};

async function show({ captcha, walk }: Screen, look: Look): Promise<ResetPage> {
  const where = captchaWorld(captcha ?? {});
  const element = reset(where, { adapter: where.adapter, username: adele, ...look });
  document.body.append(element);
  const page = pageOf(element);
  await asked(page);
  await turn();
  await element.updateComplete;
  await walk?.(page);
  await still(page);
  return page;
}

describe('at 320 pixels', () => {
  inWindow({ width: 320 });

  for (const lang of ['en', 'de', 'ar'])
    for (const [name, screen] of Object.entries(screens))
      describe(`${name}, in ${lang},`, () => {
        let page: ResetPage;
        before(async () => {
          page = await show(screen, { lang });
        });
        after(() => {
          page.element.remove();
          document.documentElement.style.colorScheme = '';
        });

        for (const scheme of ['light', 'dark'] as const)
          it(`passes every check of axe in ${scheme}`, () => expectAccessible(page, scheme));

        fits(() => page);

        it('has nothing to hit that is lower than 44 pixels', () => {
          expect(smallTargets(page, 24, 44).join('\n')).to.equal('');
        });
      });

  it('words longer than a line break, and none is cut off', async () => {
    const long = 'Zeichenersatzanforderungsbestätigungsschaltfläche';
    const page = await show(screens['a picture'] ?? { captcha: picture }, { lang: 'de' });
    Object.assign(page.element, {
      messages: Object.fromEntries(
        ['listen', 'new', 'without', 'picture', 'type-characters', 'case'].map((id) => [
          `reset.captcha.${id}`,
          long,
        ]),
      ),
    });
    await page.until(() => page.controls.includes(long), 'long words');
    expect(sidewaysBy()).to.equal(0);
    expect(clippedIn(page).join('\n')).to.equal('');
    page.element.remove();
  });
});

describe('where there is room', () => {
  it('both ways on beside each other, and the picture as large as a reader needs', async () => {
    const page = await show(screens['a picture'] ?? { captcha: picture }, {});
    const [listen, renew, without] = [...page.form.querySelectorAll('.tool')].map((tool) =>
      tool.getBoundingClientRect(),
    );
    expect(listen?.top).to.equal(renew?.top);
    expect(listen?.width).to.be.closeTo(renew?.width ?? 0, 1);
    expect(without?.top).to.equal(listen?.bottom);
    const width = page.form.querySelector('.captcha img')?.getBoundingClientRect().width;
    expect(width).to.be.above(298);
    page.element.remove();
  });
});
