/** What can be seen of one element or pseudo-element: every longhand, and where its box stands. */
type Look = ReadonlyMap<string, string>;

/** The looks of a whole element, by a name for each part of it. */
export type Looks = ReadonlyMap<string, Look>;

/** The page's own: whether it is light or dark. */
const pageOwns = new Set(['color-scheme']);

/** Shapes are neither text nor controls: of theirs, what is painted. */
const painted = [
  ...['display', 'visibility', 'opacity', 'transform', 'translate', 'rotate', 'scale', 'filter'],
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-dasharray', 'clip-path', 'mask-image', 'color', 'animation-name'],
  ...['marker-start', 'mix-blend-mode', 'paint-order', 'stroke-dashoffset', 'offset-path'],
];

function longhands(style: CSSStyleDeclaration, names: Iterable<string> = style): Look {
  const look = new Map<string, string>();
  for (const name of names)
    if (!name.startsWith('--') && !pageOwns.has(name)) look.set(name, style.getPropertyValue(name));
  return look;
}

function boxOf(element: Element, origin: DOMRect): string {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x - origin.x, y - origin.y, width, height].map((n) => n.toFixed(2)).join(' ');
}

const isShape = (element: Element): boolean => element.parentElement?.closest('svg') != null;

/** Engines without a look of a pseudo-element answer an empty style, or that of the element itself. */
function pseudoLook(element: Element, pseudo: string): Look | undefined {
  const style = getComputedStyle(element, pseudo);
  if (style.length === 0) return undefined;
  if (pseudo === '::before' || pseudo === '::after')
    return longhands(style, style.content === 'none' ? ['content'] : undefined);
  if (pseudo === '::selection')
    return longhands(style, ['color', 'background-color', 'text-shadow']);
  return longhands(style);
}

const hasText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

function pseudosOf(element: Element, display: string): readonly string[] {
  if (isShape(element) || display === 'none' || display === 'contents') return [];
  if (element instanceof HTMLInputElement) return ['::placeholder', '::selection'];
  return [
    ...['::before', '::after'],
    ...(hasText(element) ? ['::selection'] : []),
    ...(display === 'list-item' ? ['::marker'] : []),
    ...(/block|list-item/.test(display) ? ['::first-letter', '::first-line'] : []),
  ];
}

const partsOf = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? partsOf(element.shadowRoot) : []),
  ]);

const nameOf = (element: Element): string =>
  [element.localName, ...element.classList].join('.') +
  (element.getAttribute('name') ? `[name=${element.getAttribute('name')}]` : '');

/** Lets everything that moves stand where it began or ended. */
function still(root: Document | ShadowRoot): void {
  for (const animation of root.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
      animation.pause();
      animation.currentTime = 0;
    } else animation.finish();
  }
}

/** How these parts of a page look, and where they stand from an origin. */
export function looksIn(
  root: Element,
  parts: readonly Element[] = partsOf(root),
  origin = root.getBoundingClientRect(),
): Looks {
  const looks = new Map<string, Look>();
  for (const [index, element] of parts.entries()) {
    const name = `${index} ${nameOf(element)}`;
    const style = getComputedStyle(element);
    const own = longhands(style, isShape(element) ? painted : undefined);
    // What has no box of its own is told to stand in the corner of the window.
    const box = style.display === 'contents' ? '' : boxOf(element, origin);
    looks.set(name, new Map([...own, ['(box)', box]]));
    for (const pseudo of pseudosOf(element, style.display)) {
      const look = pseudoLook(element, pseudo);
      if (look) looks.set(name + pseudo, look);
    }
  }
  return looks;
}

/** Everything in an element's shadow and in its form, or some parts of it, from the corner of its card. */
export function looksOf(host: Element, only?: readonly Element[]): Looks {
  const shell = host.shadowRoot;
  const card = shell?.querySelector('.card, .list');
  if (!shell || !card) throw new Error(`<${host.localName}> has not been drawn yet.`);
  still(document);
  still(shell);
  const parts = only ?? [...partsOf(shell), ...partsOf(host)];
  return looksIn(card, parts, card.getBoundingClientRect());
}

/** One line for each property that is not what it is on a bare page, and where it is not. */
export function differences(bare: Looks, other: Looks): string[] {
  const places = new Map<string, string[]>();
  for (const part of new Set([...bare.keys(), ...other.keys()])) {
    const [before, after] = [bare.get(part), other.get(part)];
    for (const property of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      const [was, is] = [before?.get(property), after?.get(property)];
      if (was === is) continue;
      const line = `${property}: ${was} → ${is}`;
      places.set(line, [...(places.get(line) ?? []), part]);
    }
  }
  return [...places].map(
    ([line, parts]) => `${line}   in ${parts.length}: ${parts.slice(0, 4).join(', ')}`,
  );
}
