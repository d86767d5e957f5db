import { tokenOf } from '../../flow/screen.js';
import type { FlowStep } from '../../flow/state.js';
import type { Surroundings, SurroundingsOptions } from '../page/index.js';

/** Lets the page around count, its back button and its end, from the first step of a flow on. */
export class PageWatch {
  readonly #options: SurroundingsOptions;
  readonly #ended = new AbortController();
  #page: Surroundings | undefined;
  #newest: FlowStep | undefined;

  constructor(options: SurroundingsOptions) {
    this.#options = options;
  }

  /** Takes in what is shown from now on. */
  shown(step: FlowStep): void {
    const begins = !this.#newest;
    if (begins && tokenOf(step) === undefined) return;
    this.#newest = step;
    if (begins) this.#load();
    this.#page?.shown(step);
  }

  dispose(): void {
    this.#ended.abort();
    this.#page?.dispose();
  }

  async #load(): Promise<void> {
    // Without that code the page is as it is without the element.
    const code = await import('../page/index.js').catch(() => undefined);
    if (!code || this.#ended.signal.aborted || !this.#newest) return;
    this.#page = new code.Surroundings(this.#options);
    this.#page.shown(this.#newest);
  }
}
