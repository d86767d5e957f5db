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
  readonly #onBack: (event: Event) => void;
  readonly #listening = new AbortController();
  /** Whether our entry is the one that is shown. */
  #armed = false;
  /** The address of the page's own entry, which ours stands on. */
  #address = '';

  constructor(onBack: (event: Event) => void) {
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
      this.#address = location.href;
    } catch {
      // A page in a sandbox may not: its back button stays the browser's.
    }
  }

  dispose(): void {
    this.#listening.abort();
  }

  readonly #onPop = (event: PopStateEvent): void => {
    if (isOf(event.state, this.#id)) {
      this.#armed = true;
    } else if (this.#armed) {
      this.#armed = false;
      // A link to another place in the page is heard like this too, and goes on from our entry.
      if (location.href === this.#address) this.#onBack(event);
    }
  };
}
