import { type AnyPage, controlsOf, drawn, elementAt, rootsOf, short } from './on-screen.js';

/** How far the page scrolls sideways, beside a scroll bar that takes its room from it. */
export function sidewaysBy(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** Boxes that scroll sideways by themselves, which the page does not show (WCAG 1.4.10). */
export const scrollersIn = (page: AnyPage): string[] =>
  drawn(page)
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    })
    .map(short);

/** Texts that go beyond the box that they are in, or are cut off. */
export function clippedIn(page: AnyPage): string[] {
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

/** What is seen while the reader's own spacing of lines, letters and words is in force. */
export function spaced<T>(page: AnyPage, look: () => T): T {
  const roots = rootsOf(page);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  try {
    return look();
  } finally {
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  }
}

/** Whether a target can be hit so far from its middle, its label and what is drawn over its edge included. */
function reach(control: Element, dx: number, dy: number): boolean {
  const target = control.closest('.row, .goal') ?? control;
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const hit = elementAt(left + width / 2 + dx, top + height / 2 + dy);
  return hit !== null && (target === hit || target.contains(hit));
}

/** Controls that stand in a sentence may be as high as its line (WCAG 2.5.8, inline). */
const isInline = (control: Element): boolean => control.closest('li') !== null;

/** What cannot be hit in the middle of each edge of a box of this size around its middle. */
export const smallTargets = (page: AnyPage, width: number, height: number): string[] =>
  controlsOf(page)
    .filter((control) => !isInline(control))
    .filter((control) => {
      // Half a pixel on each side may be lost where boxes stand between pixels, as they do in Firefox.
      const [dx, dy] = [width / 2 - 1, height / 2 - 1];
      return ![-1, 1].every((side) => reach(control, side * dx, 0) && reach(control, 0, side * dy));
    })
    .map(short);
