import type { ReactiveControllerHost } from 'lit';
import type { FlowEnvironment } from '../../flow/environment.js';
import { msg } from '../../localization/msg.js';
import type { Shown } from '../controllers/flow-controller.js';
import type { ViewContext } from '../view.js';
import { codeLeft, flowLeft, warnBefore, warning } from './time-left.js';

/** What has been said about one time that runs out: nothing, that it is short, that it is over. */
type Said = 'nothing' | 'short' | 'over';

/** Draws its host again every second while something runs out, and warns before it does (WCAG 2.2.1). */
export class Countdown {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;
  #flow: Said = 'nothing';
  #code: Said = 'nothing';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Goes on for one more second, if there is anything to count.
   * @returns what to say now: once for each thing that has become short or is over
   */
  run({ step }: Shown, context: ViewContext, { after }: FlowEnvironment): string | undefined {
    const flow = flowLeft(step, context);
    const code = codeLeft(step, context);
    if (flow === undefined && code === undefined && !context.running?.retryInMs) this.stop();
    else
      this.#stop ??= after(1000, () => {
        this.#stop = undefined;
        this.#host.requestUpdate();
      });
    const before = { flow: this.#flow, code: this.#code };
    this.#flow = saying(flow, warnBefore.flow);
    this.#code = saying(code, warnBefore.code);
    if (this.#code === 'over' && before.code !== 'over')
      return msg('This code has run out. You can have a new one sent.', {
        id: 'reset.enter-code.over',
        desc: 'Below the code field, and said to screen readers',
      });
    if (this.#flow === 'short' && before.flow === 'nothing') return warning();
    if (this.#code === 'short' && before.code === 'nothing')
      return msg('This code works for less than a minute more.', {
        id: 'reset.enter-code.short',
        desc: 'Said to screen readers before a code runs out',
      });
    return undefined;
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

const saying = (left: number | undefined, short: number): Said =>
  left === undefined || left > short ? 'nothing' : left > 0 ? 'short' : 'over';
