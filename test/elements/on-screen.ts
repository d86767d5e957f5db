import type { FlowPage } from '../../src/testing/flow-page.js';

/** One element before a person, whichever of the two. */
export type AnyPage = FlowPage<string>;

/** The trees that an element is drawn in: its shell, its form, and the shell of what is in the form. */
const treesOf = (page: AnyPage): (Element | ShadowRoot)[] =>
  [
    page.element.shadowRoot,
    page.form,
    ...[...page.form.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot),
  ].filter((tree) => tree !== null);

/** The roots whose styles and animations count for an element. */
export const rootsOf = (page: AnyPage): (Document | ShadowRoot)[] => [
  document,
  ...treesOf(page).filter((tree) => tree instanceof ShadowRoot),
];

/** Ends what moves: nothing is measured in passing. */
export async function still(page: AnyPage): Promise<void> {
  await page.element.updateComplete;
  for (const root of rootsOf(page))
    for (const animation of root.getAnimations()) animation.cancel();
}

const isDrawn = (element: Element): boolean =>
  !element.closest('.sr') && element.checkVisibility() && element.getClientRects().length > 0;

/** What is drawn: everything in the shell, the form and the picker but what is only for screen readers. */
export const drawn = (page: AnyPage): Element[] =>
  treesOf(page)
    .flatMap((tree) => [...(tree instanceof Element ? [tree] : []), ...tree.querySelectorAll('*')])
    // What is typed into a field scrolls in it.
    .filter((element) => isDrawn(element) && !element.closest('svg, input'));

/** What can be operated now: of a question that is asked, the answers only. */
export function controlsOf(page: AnyPage): HTMLElement[] {
  const question = page.element.shadowRoot?.querySelector('.question');
  return (question ? [question] : treesOf(page))
    .flatMap((tree) => [
      ...tree.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary'),
    ])
    .filter(isDrawn);
}

/** For messages: which element that is. */
export const short = (element: Element | null): string =>
  element
    ? `<${element.localName} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`
    : 'what is not in the page';

/** The innermost element at a point, through shadow roots. */
export function elementAt(x: number, y: number): Element | null {
  let at = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = at?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === at) return at;
    at = inner;
  }
}

/** Whether one element is in another, through shadow roots and slots. */
export function isWithin(element: Element | null, outer: Element): boolean {
  let at: Node | null = element;
  while (at && at !== outer) at = at instanceof ShadowRoot ? at.host : at.parentNode;
  return at === outer;
}
