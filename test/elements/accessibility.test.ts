import { expect } from '@open-wc/testing';
import type { ResetPage } from '../../src/testing/index.js';
import { resize } from '../runner/commands.js';
import { pageOf, reset, type World, world } from './reset-world.js';
import { type Scene, scenes } from './scenes.js';

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

const rootsOf = (page: ResetPage): (Document | ShadowRoot)[] =>
  [
    document,
    page.element.shadowRoot,
    page.form.querySelector('sspr-method-picker')?.shadowRoot,
  ].filter((root) => root !== null && root !== undefined);

/** Ends what moves: nothing is measured in passing. */
async function still(page: ResetPage): Promise<void> {
  await page.element.updateComplete;
  for (const root of rootsOf(page))
    for (const animation of root.getAnimations()) animation.cancel();
}

/** What is drawn: everything in the shell, the form and the picker but what is only for screen readers. */
const drawn = (page: ResetPage): Element[] =>
  [page.element.shadowRoot, page.form, page.form.querySelector('sspr-method-picker')?.shadowRoot]
    .flatMap((tree) => [...(tree?.querySelectorAll('*') ?? [])])
    // What is typed into a field scrolls in it.
    .filter(
      (element) => !element.closest('.sr, svg, input') && element.getClientRects().length > 0,
    );

const short = (element: Element): string =>
  `<${element.localName} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;

/** Texts that go beyond the box that they are in, or are cut off. */
function clippedIn(page: ResetPage): string[] {
  return drawn(page).flatMap((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip');
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const cut = cuts && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
    return cut || textLeaves(element) ? [short(element)] : [];
  });
}

/** Whether a text stands out of the button, field or card around it. */
function textLeaves(element: Element): boolean {
  const texts = [...element.childNodes].filter(({ nodeType, textContent }) => {
    return nodeType === Node.TEXT_NODE && textContent?.trim();
  });
  const box = element.closest('button, .button, .row, .notice, .card, .question, .sspr-form');
  const edge = box?.getBoundingClientRect();
  if (!edge) return false;
  return texts.some((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(
      ({ left, right, top, bottom, width }) =>
        width > 1 &&
        (left < edge.left - 1 ||
          right > edge.right + 1 ||
          top < edge.top - 1 ||
          bottom > edge.bottom + 1),
    );
  });
}

/** WCAG 1.4.12, against everything that could outweigh it. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  *:not(svg *) {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
`);

async function spaced<T>(page: ResetPage, look: () => T): Promise<T> {
  const roots = rootsOf(page);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  try {
    return look();
  } finally {
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  }
}

/** The innermost element at a point, through shadow roots. */
function elementAt(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = at?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === at) return at;
    at = inner;
  }
}

/** How high and wide a target is where it can be hit, its label and what is drawn over its edge included. */
function reach(control: Element, dx: number, dy: number): boolean {
  const target = control.closest('.row, .goal') ?? control;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const hit = elementAt(left + width / 2 + dx, top + height / 2 + dy);
  return hit !== null && (target === hit || target.contains(hit));
}

/** Controls that stand in a sentence may be as high as its line (WCAG 2.5.8, inline). */
const isInline = (control: Element): boolean => control.closest('li') !== null;

const controlsOf = (page: ResetPage): Element[] => {
  const question = page.element.shadowRoot?.querySelector('.question');
  const trees = question
    ? [question]
    : [
        page.element.shadowRoot,
        page.form,
        page.form.querySelector('sspr-method-picker')?.shadowRoot,
      ];
  return trees
    .flatMap((tree) => [...(tree?.querySelectorAll('button, a[href], input') ?? [])])
    .filter((control) => !control.closest('.sr') && control.getClientRects().length > 0);
};

/** What cannot be hit in the middle of each edge of a box of this size around its middle. */
const smallTargets = (page: ResetPage, width: number, height: number): string[] =>
  controlsOf(page)
    .filter((control) => !isInline(control))
    .filter((control) => {
      const [dx, dy] = [width / 2 - 0.5, height / 2 - 0.5];
      return ![-1, 1].every((side) => reach(control, side * dx, 0) && reach(control, 0, side * dy));
    })
    .map(short);

/** Beside a scroll bar that takes its room from the page. */
function sidewaysBy(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

describe('at 320 pixels', () => {
  let size: readonly [number, number];
  before(async () => {
    size = [innerWidth, innerHeight];
    await resize(320, 800);
    document.documentElement.style.background = 'Canvas';
  });
  after(async () => {
    document.documentElement.removeAttribute('style');
    await resize(...size);
  });

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
          for (const scheme of ['light', 'dark'])
            it(`passes every check of axe in ${scheme}`, async () => {
              document.documentElement.style.colorScheme = scheme;
              await still(page);
              await expect(page.element).to.be.accessible();
            });

        it('needs no sideways scrolling, and cuts no text', () => {
          expect(innerWidth).to.equal(320);
          expect(sidewaysBy()).to.equal(0);
          expect(clippedIn(page).join('\n')).to.equal('');
        });

        it('bears the reader’s own spacing of lines, letters and words', async () => {
          const [sideways, clipped] = await spaced(page, () => [
            sidewaysBy(),
            clippedIn(page).join('\n'),
          ]);
          expect(sideways).to.equal(0);
          expect(clipped).to.equal('');
        });

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
