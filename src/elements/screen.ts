import type { ReactiveControllerHost } from 'lit';
import type { Answer } from '../contract/answer.js';
import type { Problem } from '../contract/parts.js';
import type { FlowEnvironment } from '../flow/environment.js';
import { screenOf } from '../flow/screen.js';
import type { LocaleController } from '../localization/locale-controller.js';
import type { FlowController, Shown } from './controllers/flow-controller.js';
import { formContent, onlyFieldOf } from './form-content.js';
import type { Running } from './later/index.js';
import { LightForm } from './light-form.js';
import type { Settings, ViewContext } from './view.js';
import { captchaPart, later, viewOfShown, wordsNow } from './views.js';

let count = 0;

type Host = ReactiveControllerHost & HTMLElement & Settings;

interface Options {
  readonly locale: LocaleController;
  readonly controller: FlowController;
  readonly environment: () => FlowEnvironment;
  /** The username to start from. */
  readonly username: () => string;
  readonly dialog: () => boolean;
  /** The element in the shell that takes the focus when a step is shown. */
  readonly heading: () => HTMLElement | null;
  readonly restart: () => void;
  readonly close: () => void;
}

/**
 * What a person has of a flow in one element: the form, what there is to correct in it, where the focus
 * is, and what is said to those who cannot see it.
 */
export class Screen {
  readonly #host: Host;
  readonly #options: Options;
  readonly #light: LightForm;
  readonly #id: string;
  readonly #shown = new Set<string>();
  /** Found before sending; in place of what the step says. */
  #found: readonly Problem[] | undefined;
  /** What takes the focus after the next render. */
  #focusNext: 'heading' | 'problem' | 'failure' | undefined;
  /** Whether the focus was in the element when what is shown changed, until that is drawn. */
  #held = false;
  /** What goes on while a step is shown. */
  #running: Running | undefined;
  /** What was sent last; of a form, that it was: to try again is to send it again, as it is now. */
  #sent: Answer | 'form' | undefined;

  constructor(host: Host, options: Options) {
    count += 1;
    this.#id = `sspr-${count}`;
    this.#host = host;
    this.#options = options;
    this.#light = new LightForm(host, (data) => this.#onSubmit(data));
  }

  connect(): void {
    this.#light.connect();
  }

  disconnect(): void {
    this.#light.disconnect();
    this.#running?.stop();
  }

  /** Takes what was typed out of the page. */
  clear(): void {
    this.#light.clear();
    this.#shown.clear();
    this.#found = undefined;
    this.#running?.stop();
    this.#running = undefined;
  }

  /** Lets the heading take the focus after the next render. */
  focusHeading(): void {
    this.#focusNext = 'heading';
  }

  get context(): ViewContext {
    const { locale, controller, environment, username, dialog, restart, close } = this.#options;
    const { shown } = controller;
    return {
      locale: locale.locale,
      messages: locale.messages,
      branding: shown.branding,
      problems: this.#problems(),
      captcha: shown.puzzle,
      newChallenge: () => controller.discover(),
      running: this.#running,
      settings: this.#host,
      tell: (event) => this.#host.dispatchEvent(event),
      username: shown.username || username(),
      unsettled: shown.failure?.retryable === true,
      dialog: dialog(),
      shown: this.#shown,
      id: (name) => `${this.#id}-${name}`,
      left: (ms) => Math.max(0, shown.since + ms - environment().now()),
      at: (ms) => new Date(shown.since + ms),
      words: wordsNow(),
      sent: shown.busy ? this.#sent : undefined,
      answer: (answer) => {
        this.#sent = answer;
        controller.answer(answer);
      },
      restart,
      close,
      typed: (name) => this.#light.typed(name),
      redraw: () => this.#host.requestUpdate(),
      announce: (text) => this.#light.say({ polite: text }),
    };
  }

  /** Takes in what the flow shows from now on. */
  changed({ step, failure }: Shown, before: Shown): void {
    // The focus is only moved for those who are here: on what they did, or where they are.
    this.#held = this.#hasFocus;
    const here = before.busy || this.#held;
    if (step !== before.step) {
      this.#sent = undefined;
      this.#found = undefined;
      const anew = screenOf(step) !== screenOf(before.step);
      // New questions are asked after wrong answers: none of the old ones belongs there.
      this.#running?.forget();
      if (anew || step.problems.some(({ code }) => code === 'answers-wrong')) {
        this.#light.clear();
        this.#shown.clear();
      }
      this.#light.say({ polite: this.#speak(() => step.notices.map(wordsNow().notice).join(' ')) });
      if (step.problems.length) this.#showProblems(step.problems);
      else if (anew && here) this.#focusNext = 'heading';
    }
    if (failure && failure !== before.failure) {
      // Not for a discovery behind the first screen: somebody is typing there.
      if (before.busy) this.#focusNext = 'failure';
      this.#light.say({ assertive: this.#speak(() => wordsNow().failure(failure.code)) });
    }
  }

  /** Draws the form, and moves the focus where it belongs. Called while the words are in force. */
  render(): void {
    const { locale, controller } = this.#options;
    const { step, busy, failure } = controller.shown;
    const view = viewOfShown(step);
    this.#count();
    const { context } = this;
    this.#light.render(
      formContent({
        step,
        view,
        context,
        busy,
        failure,
        retry: () => (this.#sent === 'form' ? this.#light.submit() : controller.retry()),
      }),
      locale.locale,
      locale.direction,
      [later()?.formSheet, view.styles, captchaPart()?.captchaStyles],
    );
    view.drawn?.(this.#light.form, step, context);
    this.#moveFocus();
  }

  #count(): void {
    const { controller, environment } = this.#options;
    const code = later();
    if (!code) return;
    this.#running ??= new code.Running(this.#host, controller, environment(), (words) =>
      this.#light.say({ polite: this.#speak(words) }),
    );
    this.#running.run(this.context);
  }

  /** Not by `:focus-within`: Chromium forgets it when a dialog gives the focus back into a shadow root. */
  get #hasFocus(): boolean {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return this.#host.contains(activeElement);
  }

  /** What there is to correct. The words for a code depend on how it came. */
  #problems(): readonly Problem[] {
    const { step } = this.#options.controller.shown;
    const problems = this.#found ?? step.problems;
    return later()?.withSource(problems, step) ?? problems;
  }

  #speak<T>(render: () => T): T {
    return this.#options.locale.speak(render);
  }

  #onSubmit(data: FormData): void {
    const { controller } = this.#options;
    const { step, busy } = controller.shown;
    const { read } = viewOfShown(step);
    // A username waits until it is known whether a reset goes on.
    if (!read || (busy && step.kind !== 'identify')) return;
    this.#shown.clear();
    this.#found = undefined;
    const reply = read(data, step, this.context);
    if ('problems' in reply) {
      if (reply.problems.length) this.#showProblems(reply.problems);
    } else {
      this.#sent = 'form';
      if ('start' in reply) controller.start(reply.start);
      else controller.answer(reply.answer);
    }
    this.#host.requestUpdate();
  }

  #showProblems(problems: readonly Problem[]): void {
    const view = viewOfShown(this.#options.controller.shown.step);
    this.#found = problems;
    this.#focusNext = 'problem';
    // A summary is read when it takes the focus; a field that has it already is not read again.
    if (onlyFieldOf(view, problems) !== undefined)
      this.#light.say({
        assertive: this.#speak(() => this.#problems().map(wordsNow().problem).join(' ')),
      });
  }

  #moveFocus(): void {
    // A button that goes away with what it did would take the focus along.
    const next = this.#focusNext ?? (this.#held && !this.#hasFocus && 'heading');
    this.#focusNext = undefined;
    this.#held = false;
    if (next === 'heading') this.#options.heading()?.focus();
    if (next === 'failure') this.#light.find('.failure')?.focus();
    if (next !== 'problem') return;
    const { problems } = this.context;
    const field = onlyFieldOf(viewOfShown(this.#options.controller.shown.step), problems);
    const target = this.#light.find(field ? `#${this.#id}-${field}` : '.summary');
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }
}
