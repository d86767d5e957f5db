import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Adapter } from '../contract/adapter.js';
import { type FlowEnvironment, platform } from '../flow/environment.js';
import { tokenOf } from '../flow/initial-state.js';
import { screenOf } from '../flow/screen.js';
import { LocaleController } from '../localization/locale-controller.js';
import type { OwnWords } from '../localization/own-words.js';
import { FlowController, type Shown } from './controllers/flow-controller.js';
import {
  SsprCancelledEvent,
  SsprFailedEvent,
  SsprRefusedEvent,
  SsprStepEvent,
  SsprSucceededEvent,
} from './events.js';
import { frame } from './frame.js';
import { Screen } from './screen.js';
import { shell } from './styles/shell.js';
import { tokens } from './styles/tokens.js';
import { later, loadAllViews, viewOfShown } from './views.js';

/**
 * Gets a person who is locked out back into the account: username, proofs, new password, done.
 *
 * The form is a real one in the element's light DOM, so that password managers see it; everything
 * around it is in the shadow. Themed by `--sspr-*` tokens.
 *
 * @slot logo - In place of the backend's logo and name.
 * @slot heading - The heading of the first screen.
 * @slot help - In place of “Contact your administrator”.
 * @slot footer - Below everything.
 * @fires sspr-step - A step is shown.
 * @fires sspr-succeeded - The password is changed.
 * @fires sspr-refused - The backend will not go on; the person sees why and what to do.
 * @fires sspr-cancelled - The person gave it up, or closed the dialog.
 * @fires close - The dialog has closed, whatever came of it; does not bubble, like that of a `<dialog>`.
 * @fires sspr-failed - A call to the backend failed; the person sees it and what can be done.
 * @csspart card - The box.
 * @csspart brand - Logo and name.
 * @csspart progress - The segments.
 * @csspart heading - The heading.
 * @csspart foot - Help, time left and support code.
 * @cssprop --sspr-color-accent - The one colour that a theme needs; soft, line, hover and text shades derive from it.
 * @cssprop --sspr-hue-neutral - The hue of the greys, in degrees. Default: 250.
 * @cssprop --sspr-radius-control - Default: 8px.
 * @cssprop --sspr-radius-card - Default: 14px.
 * @cssprop --sspr-size-control - Height of inputs and buttons. Default: 44px.
 * @cssprop --sspr-size-row - Least height of a row of the list of methods. Default: 60px.
 * @cssprop --sspr-space-card - Padding of the card. Default: 28px.
 * @cssprop --sspr-font-body - Default: the system's.
 * @cssprop --sspr-font-heading - Default: the body's.
 * @cssprop --sspr-font-scale - A factor for all text. Default: 1.
 * @cssprop --sspr-border-width - Default: 1px.
 */
export class SsprReset extends LitElement {
  static override styles = [tokens, shell];

  // Declared without decorators, whose code would be a twentieth of the first view.
  static override properties = {
    endpoint: {},
    adapter: { attribute: false },
    username: {},
    domain: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    presentation: {},
    for: {},
    open: { type: Boolean, reflect: true },
    environment: { attribute: false },
  };

  /** Where the reference HTTP contract is served, such as `/api/sspr`. */
  declare endpoint: string;
  /** Any other backend; wins over `endpoint`. */
  declare adapter: Adapter | undefined;
  /** The username to start from. */
  declare username: string;
  /** The domain that picks the organisation before the username does (rule TENANT-1). */
  declare domain: string;
  /** The level of the heading, 1 to 6. Default: 2. */
  declare headingLevel: number;
  /** In the page, or in a modal dialog. Default: inline; a dialog where `for` is set. */
  declare presentation: 'inline' | 'dialog' | undefined;
  /** The id of the page's own link or button that opens the dialog. */
  declare for: string;
  /** Whether the dialog is open. */
  declare open: boolean;
  /** Clock, timers and attempt ids; for tests and demos. Default: the platform's. */
  declare environment: FlowEnvironment;

  readonly #locale = new LocaleController(this);
  readonly #controller = new FlowController(this, {
    locale: () => this.#locale.locale,
    changed: (shown, before) => this.#onShown(shown, before),
  });
  readonly #screen = new Screen(this, {
    locale: this.#locale,
    controller: this.#controller,
    environment: () => this.environment,
    username: () => this.username,
    dialog: () => this.#isDialog,
    heading: () => this.renderRoot.querySelector('.heading'),
    restart: () => this.#restart(),
    close: () => this.#leave(),
  });
  /** Told after the render that shows what they tell. */
  #events: Event[] = [new SsprStepEvent('identify')];
  #listening = new AbortController();
  #discovered = false;

  constructor() {
    super();
    this.endpoint = '';
    this.username = '';
    this.domain = '';
    this.headingLevel = 2;
    this.for = '';
    this.open = false;
    this.environment = platform;
  }

  /** The page's own words: by message id, or by locale and then by message id. */
  get messages(): OwnWords | undefined {
    return this.#locale.messages;
  }
  set messages(own: OwnWords | undefined) {
    this.#locale.messages = own;
  }

  get #isDialog(): boolean {
    return (this.presentation ?? (this.for ? 'dialog' : 'inline')) === 'dialog';
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog.frame');
  }

  /** Opens the dialog. */
  show(): void {
    this.open = true;
  }

  /** Closes the dialog, asking first where a started reset would be lost. */
  close(): void {
    this.#leave();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#screen.connect();
    this.#listening = new AbortController();
    this.getRootNode().addEventListener('click', this.#onPageClick, {
      signal: this.#listening.signal,
    });
    if (this.hasUpdated && !this.#controller.connected) this.#start();
    // One that was moved counts its time on; its dialog has lost its place on top of the page.
    this.#dialog?.close();
    this.requestUpdate('open');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#screen.disconnect();
    // An element that is only moved within the page is connected again by then, and goes on.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#controller.dispose();
      this.#screen.clear();
    });
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#locale.pending) await this.#locale.ready;
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    this.#locale.speak(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter') || changed.has('endpoint') || changed.has('environment'))
      this.#start();
  }

  protected override render(): TemplateResult {
    const { step } = this.#controller.shown;
    const { direction, locale } = this.#locale;
    const card = frame({
      step,
      view: viewOfShown(step),
      context: this.#screen.context,
      headingLevel: this.headingLevel,
    });
    return this.#isDialog
      ? html`<dialog class="frame" dir=${direction} lang=${locale} aria-labelledby="heading" @cancel=${this.#onDialogCancel} @close=${this.#onDialogClose}>${card}</dialog>`
      : html`<div class="frame" dir=${direction} lang=${locale}>${card}</div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.#openOrClose();
    this.#adoptLater();
    if (this.isConnected) this.#screen.render();
    for (const event of this.#events.splice(0)) this.dispatchEvent(event);
  }

  #start(): void {
    this.#screen.clear();
    this.#controller.use(this.adapter ?? this.endpoint, this.environment);
    this.#discovered = false;
    if (!this.#isDialog || this.open) this.#discover();
  }

  /** Asks what the first screen needs, and fetches the other screens while nothing else is to do. */
  #discover(): void {
    this.#discovered = true;
    const idle =
      globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 200));
    idle(() => this.isConnected && loadAllViews().then(() => this.requestUpdate()));
    const { username, domain } = this;
    this.#controller.discover({ ...(username && { username }), ...(domain && { domain }) });
  }

  /** The sheets of the later screens join the shell's own, once. */
  #adoptLater(): void {
    const root = this.renderRoot as ShadowRoot;
    for (const { styleSheet } of later()?.sheets ?? [])
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }

  #openOrClose(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open === this.open) return;
    if (!this.open) {
      dialog.close();
      this.#events.push(new Event('close'));
      return;
    }
    dialog.showModal();
    // Firefox would focus the first button of the shell; the heading tells where one is.
    this.#screen.focusHeading();
    if (!this.#discovered) this.#discover();
  }

  #onShown(shown: Shown, before: Shown): void {
    const { step, failure } = shown;
    this.#screen.changed(shown, before);
    if (step !== before.step) {
      if (screenOf(step) !== screenOf(before.step)) this.#events.push(new SsprStepEvent(step.kind));
      if (step.kind === 'done') this.#events.push(new SsprSucceededEvent(step.outcome));
      if (step.kind === 'refused') this.#events.push(new SsprRefusedEvent(step.code));
    }
    if (failure && failure !== before.failure) {
      this.#events.push(new SsprFailedEvent(failure.code));
      if (!failure.retryable) console.warn(`<${this.localName}>: ${failure.message}`);
    }
  }

  #restart(): void {
    this.#screen.focusHeading();
    this.#controller.leave();
    this.#discover();
  }

  async #leave(): Promise<void> {
    const { step } = this.#controller.shown;
    const ended = step.kind === 'done' || step.kind === 'refused';
    if (!ended && tokenOf(step)) {
      const { signal } = this.#listening;
      // Without the code of the question, nobody is kept from leaving.
      const question = await import('./leave-question.js').catch(() => undefined);
      const leaves = await question?.askToLeave(this, this.#locale, signal);
      if (leaves === false) return;
    }
    if (!ended) this.#events.push(new SsprCancelledEvent());
    this.open = false;
    if (!this.#isDialog) this.#screen.focusHeading();
    this.#controller.leave();
    this.requestUpdate();
  }

  readonly #onDialogCancel = (event: Event): void => {
    event.preventDefault();
    this.#leave();
  };

  /** Browsers let a second Escape through without asking: the dialog comes back to ask. */
  readonly #onDialogClose = (): void => {
    if (!this.open || this.#dialog?.open) return;
    this.requestUpdate('open');
    this.#leave();
  };

  /** The page's own link opens the dialog; with a modifier key it stays a link. */
  readonly #onPageClick = (event: Event): void => {
    if (!this.for || event.defaultPrevented || !(event instanceof MouseEvent)) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const isOpener = (node: EventTarget) => node instanceof Element && node.id === this.for;
    if (!event.composedPath().some(isOpener)) return;
    event.preventDefault();
    this.show();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sspr-reset': SsprReset;
  }
}
