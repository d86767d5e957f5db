import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../../contract/parts.js';
import type { FlowEnvironment } from '../../flow/environment.js';
import { screenOf } from '../../flow/screen.js';
import type { FlowController, Shown } from '../controllers/flow-controller.js';
import type { ViewContext } from '../view.js';
import { Countdown } from './countdown.js';
import { PasswordJudge } from './password-judge.js';
import { sayIfSlow } from './slow-call.js';

type Controller = Pick<FlowController, 'shown' | 'checkPassword' | 'retry'>;

/** What goes on while a step is shown: times run out, calls take long, a password is judged. */
export class Running {
  readonly #controller: Controller;
  readonly #environment: FlowEnvironment;
  readonly #say: (words: () => string) => void;
  readonly #countdown: Countdown;
  readonly #judge: PasswordJudge;
  #shown: Shown | undefined;
  #failedAt = 0;
  #screen = new AbortController();
  #lost = new AbortController();
  /** Takes back the wish to say that a call takes long. */
  #calm = () => {};

  constructor(
    host: ReactiveControllerHost,
    controller: Controller,
    environment: FlowEnvironment,
    say: (words: () => string) => void,
  ) {
    this.#controller = controller;
    this.#environment = environment;
    this.#say = say;
    this.#countdown = new Countdown(host);
    this.#judge = new PasswordJudge(host, environment, (password) =>
      controller.checkPassword(password),
    );
  }

  /** Milliseconds until what failed may be tried again. */
  get retryInMs(): number {
    const { failure } = this.#controller.shown;
    if (failure !== this.#shown?.failure) this.#look();
    const wanted = this.#failedAt + (failure?.retryAfterMs ?? 0);
    return Math.max(0, wanted - this.#environment.now());
  }

  /** Aborted when another screen comes, or the element goes. */
  get signal(): AbortSignal {
    return this.#screen.signal;
  }

  /** Goes on until it is called again, at the next render. */
  run(context: ViewContext): void {
    this.#look();
    const warning = this.#countdown.run(this.#controller.shown, context, this.#environment);
    if (warning) this.#say(() => warning);
  }

  verdictOn(password: string): readonly Problem[] | undefined {
    return this.#judge.verdictOn(password);
  }

  /** Forgets what was typed. */
  forget(): void {
    this.#judge.forget();
  }

  stop(): void {
    this.#countdown.stop();
    this.#calm();
    this.#lost.abort();
    this.#screen.abort();
    // Moved within the page, the same screen goes on.
    this.#screen = new AbortController();
    this.forget();
  }

  #look(): void {
    const before = this.#shown;
    const { shown } = this.#controller;
    if (shown === before) return;
    this.#shown = shown;
    if (before && screenOf(shown.step) !== screenOf(before.step)) {
      this.#screen.abort();
      this.#screen = new AbortController();
    }
    if (shown.failure !== before?.failure) {
      this.#failedAt = this.#environment.now();
      this.#recover();
    }
    if (shown.busy === (before?.busy ?? false)) return;
    this.#calm();
    this.#calm = shown.busy
      ? sayIfSlow(this.#environment, shown, (words) => this.#say(words))
      : () => {};
  }

  /** Who only waits need not press anything: back from sleep, or online again, it is asked again. */
  #recover(): void {
    this.#lost.abort();
    this.#lost = new AbortController();
    const { failure, step } = this.#controller.shown;
    if (!failure?.retryable || step.kind !== 'wait') return;
    const { signal } = this.#lost;
    addEventListener('online', () => this.#controller.retry(), { signal });
    document.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && this.#controller.retry(),
      { signal },
    );
  }
}
