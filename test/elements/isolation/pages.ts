const read = async (path: string): Promise<string> => {
  const response = await fetch(new URL(`../../../${path}`, import.meta.url));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return await response.text();
};

/** What Tailwind's compiler makes of `--theme(--x, y)` where the theme says nothing of `--x`. */
const withoutTheme = (css: string): string => {
  const compiled = css.replace(/--theme\(\s*--[\w-]+,\s*([^)]*)\)/g, '$1');
  if (compiled === css || compiled.includes('--theme(')) throw new Error('Tailwind has changed.');
  return compiled;
};

/** The style sheets of pages that the element may stand in. */
export const sheets: Readonly<Record<string, () => Promise<string>>> = {
  'Bootstrap 5': () => read('node_modules/bootstrap/dist/css/bootstrap.css'),
  Pico: () => read('node_modules/@picocss/pico/css/pico.css'),
  'the preflight of Tailwind': async () =>
    withoutTheme(await read('node_modules/tailwindcss/preflight.css')),
  'a page that styles everything': () => read('test/elements/isolation/hostile.css'),
};

/** Puts a sheet into the page, and into a shadow root in it, until the function that it answers is called. */
export function styled(css: string, root: Node = document): () => void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  if (root instanceof ShadowRoot) {
    const inner = root.appendChild(style.cloneNode(true));
    return () => {
      style.remove();
      root.removeChild(inner);
    };
  }
  return () => style.remove();
}
