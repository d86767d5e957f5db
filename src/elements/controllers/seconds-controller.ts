import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FlowEnvironment } from '../../flow/environment.js';

/** Draws its host again every second while there is a time to count down. */
export class SecondsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #environment: () => FlowEnvironment;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, environment: () => FlowEnvironment) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  /** Counts, or rests. */
  run(counting: boolean): void {
    if (!counting) {
      this.#stop?.();
      this.#stop = undefined;
      return;
    }
    this.#stop ??= this.#environment().after(1000, () => {
      this.#stop = undefined;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.run(false);
  }
}
