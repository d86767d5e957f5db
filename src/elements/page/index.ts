import { wouldLose } from '../../flow/loss.js';
import { tokenOf } from '../../flow/screen.js';
import type { FlowStep } from '../../flow/state.js';
import type { FlowController } from '../controllers/flow-controller.js';
import { BackButton } from './back-button.js';
import { type KeptFlow, keep } from './kept-flow.js';
import { StayingLinks } from './staying-links.js';

export interface SurroundingsOptions {
  readonly controller: Pick<FlowController, 'answer' | 'shown'>;
  /** Gives the flow up, asking first where something would be lost. */
  readonly leave: () => void;
  readonly host: {
    /** Whether the browser's back button is the flow's. */
    readonly browserBack: 'step' | 'page';
    readonly kept: KeptFlow | undefined;
  };
}

/** Ways back within a flow, the shortest first. */
const waysBack = ['back', 'other-method'] as const;

/** What the page around does with a started flow: its back button, its end, and the time after a reload. */
export class Surroundings {
  readonly #options: SurroundingsOptions;
  readonly #back: BackButton;
  readonly #ended = new AbortController();
  readonly #links = new StayingLinks(this.#ended.signal);
  #leaving = new AbortController();
  #open = false;

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    this.#back = new BackButton((event) => this.#onBack(event));
  }

  /** Takes in what is shown from now on. */
  shown(step: FlowStep): void {
    const { kept, browserBack } = this.#options.host;
    this.#open = tokenOf(step) !== undefined;
    const resumable = 'resumable' in step ? step.resumable : undefined;
    if (kept) keep(kept, this.#open ? resumable : undefined);
    if (this.#open && browserBack !== 'page') this.#back.arm();
    this.#leaving.abort();
    this.#leaving = new AbortController();
    // Only while there is something to lose: a page with such a listener is never put aside alive.
    if (wouldLose(step) && !(kept && resumable !== undefined))
      addEventListener(
        'beforeunload',
        (event) => this.#links.caused(event) || event.preventDefault(),
        { signal: this.#leaving.signal },
      );
  }

  dispose(): void {
    this.#ended.abort();
    this.#leaving.abort();
    this.#back.dispose();
  }

  /** A step back where the step has one, else out; never anything else. */
  #onBack(event: Event): void {
    const { controller, leave } = this.#options;
    // The link has taken the place of our entry.
    if (this.#links.caused(event)) {
      if (this.#open) this.#back.arm();
      return;
    }
    // Past the end there is nothing to go back to but the page before.
    if (!this.#open) {
      history.back();
      return;
    }
    const { busy, step } = controller.shown;
    const action = waysBack.find((way) => step.actions.some(({ name }) => name === way));
    if (!busy) {
      if (action) controller.answer({ action });
      else leave();
    }
    // Whoever is asked whether to leave, or waits, may stay; a flow that was left needs no entry.
    if (this.#open) this.#back.arm();
  }
}
