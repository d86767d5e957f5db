import type { ReactiveControllerHost } from 'lit';
import type { Step } from '../../contract/step.js';
import type { FlowEnvironment } from '../../flow/environment.js';
import { msg } from '../../localization/msg.js';

/** Rule SESSION-1: the warning before a flow runs out, in milliseconds. */
const warnBefore = 120_000;

/** Draws its host again every second while a step has a time to count down, and warns before the end. */
export class Countdown {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;
  #warned = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Goes on for one more second, if there is anything to count.
   * @returns what to say now: once, before the flow runs out (WCAG 2.2.1)
   */
  run(step: Step, since: number, { now, after }: FlowEnvironment): string | undefined {
    const { expiresInMs } = step;
    if (expiresInMs === undefined) {
      this.stop();
      return undefined;
    }
    this.#stop ??= after(1000, () => {
      this.#stop = undefined;
      this.#host.requestUpdate();
    });
    if (since + expiresInMs - now() > warnBefore) this.#warned = false;
    else if (!this.#warned) {
      this.#warned = true;
      return msg('Less than two minutes are left for this reset.', {
        id: 'reset.warning',
        desc: 'Said to screen readers before the reset runs out',
      });
    }
    return undefined;
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
