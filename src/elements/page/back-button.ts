let count = 0;

/** Whether an entry of the history is the one that a flow has put there. */
const isOf = (state: unknown, id: string): boolean =>
  typeof state === 'object' && state !== null && 'sspr' in state && state.sspr === id;

/**
 * Takes the browser's back button for a flow: one entry of the same address, with what the page's
 * router keeps in its own, stands on top of the page's. Going back leaves that entry and so is heard.
 */
export class BackButton {
  readonly #id: string;
  readonly #onBack: () => void;
  readonly #listening = new AbortController();
  /** Whether our entry is the one that is shown. */
  #armed = false;

  constructor(onBack: () => void) {
    count += 1;
    // Entries outlive a reload, and with it this counter.
    this.#id = `${count}-${performance.timeOrigin}`;
    this.#onBack = onBack;
    addEventListener('popstate', this.#onPop, { signal: this.#listening.signal });
  }

  arm(): void {
    if (this.#armed) return;
    try {
      history.pushState({ ...history.state, sspr: this.#id }, '');
      this.#armed = true;
    } catch {
      // A page in a sandbox may not: its back button stays the browser's.
    }
  }

  dispose(): void {
    this.#listening.abort();
  }

  readonly #onPop = ({ state }: PopStateEvent): void => {
    if (isOf(state, this.#id)) {
      this.#armed = true;
    } else if (this.#armed) {
      this.#armed = false;
      this.#onBack();
    }
  };
}
