/** One observer per root, shared by all elements beneath it. */
interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

const watches = new WeakMap<Node, Watch>();

function watchRoot(root: Node, changed: () => void): () => void {
  let watch = watches.get(root);
  if (!watch) {
    const listeners = new Set<() => void>();
    const observer = new MutationObserver(() => {
      for (const listener of listeners) listener();
    });
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    watch = { observer, listeners };
    watches.set(root, watch);
  }
  const { observer, listeners } = watch;
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size) return;
    observer.disconnect();
    watches.delete(root);
  };
}

/**
 * Calls `changed` after any `lang` changed in the element's root or in a root around it, up to the
 * document. Returns what ends it; a connected element calls it anew when it has moved.
 */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const ends: (() => void)[] = [];
  for (let root = element.getRootNode(); ; root = root.host.getRootNode()) {
    ends.push(watchRoot(root, changed));
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => {
    for (const end of ends) end();
  };
}
