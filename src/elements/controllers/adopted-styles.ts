import type { CSSResult } from 'lit';

const users = new WeakMap<Document | ShadowRoot, Map<CSSStyleSheet, number>>();

/**
 * Gives a sheet to the root that an element stands in, once for all elements there, and takes it back
 * with the last of them: by what is answered, once. Constructed sheets need no `style-src 'unsafe-inline'`.
 */
export function adoptStyles(root: Document | ShadowRoot, { styleSheet }: CSSResult): () => void {
  if (!styleSheet) return () => {};
  const counts = users.get(root) ?? new Map<CSSStyleSheet, number>();
  users.set(root, counts);
  const count = counts.get(styleSheet) ?? 0;
  counts.set(styleSheet, count + 1);
  if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  return () => {
    const left = (counts.get(styleSheet) ?? 1) - 1;
    counts.set(styleSheet, left);
    if (left === 0)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  };
}
