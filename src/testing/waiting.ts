/**
 * Resolves as soon as `isSo` holds, looking again after every change in these trees and nowhere in
 * between: no clock is asked. Rejects when the signal aborts first, with what `describe` says.
 */
export function whenSo(
  trees: readonly Node[],
  isSo: () => boolean,
  describe: () => string,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (isSo()) {
      resolve();
      return;
    }
    const stop = (): void => {
      observer.disconnect();
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      stop();
      reject(new Error(describe(), { cause: signal?.reason }));
    };
    const observer = new MutationObserver(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
    for (const tree of trees)
      observer.observe(tree, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}
