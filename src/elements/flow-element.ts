import {
  html,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Adapter } from '../contract/adapter.js';
import { type FlowEnvironment, platform } from '../flow/environment.js';
import { screenOf } from '../flow/screen.js';
import type { FlowStep } from '../flow/state.js';
import type { LocaleLoader } from '../localization/load.js';
import { LocaleController } from '../localization/locale-controller.js';
import type { OwnWords } from '../localization/own-words.js';
import { adoptStyles } from './controllers/adopted-styles.js';
import { FlowController, type FlowKind, type Shown } from './controllers/flow-controller.js';
import { SsprCancelledEvent, SsprFailedEvent, SsprStepEvent } from './events.js';
import { frame } from './frame.js';
import type { PageWatch } from './later/index.js';
import { isOpening } from './opener.js';
import type { KeptFlow } from './page/kept-flow.js';
import { Screen } from './screen.js';
import { shell } from './styles/shell.js';
import { tokens } from './styles/tokens.js';
import { later, loadAllViews, loadView, viewOf, viewOfShown } from './views.js';

/**
 * What `<sspr-reset>` and `<sspr-register>` have in common: one flow over an adapter, shown step by
 * step in a card or a dialog, in the language of the page. What differs between them is a `FlowKind`.
 *
 * @attr {string} lang - Its language, a BCP 47 tag. Default: that of the page around it, else the browser's.
 * @slot logo - In place of the backend's logo and name.
 * @slot heading - The heading of the first screen.
 * @slot help - In place of “Contact your administrator”.
 * @slot footer - Below everything.
 * @fires {SsprStepEvent} sspr-step - A step is shown.
 * @fires {SsprRefusedEvent} sspr-refused - The backend will not go on; the person sees why and what to do.
 * @fires {SsprReturnEvent} sspr-return - The person is done and goes on; cancelable, for a page that goes there by itself.
 * @fires {SsprCancelledEvent} sspr-cancelled - The person gave it up, or closed the dialog.
 * @fires {SsprFailedEvent} sspr-failed - A call to the backend failed, as `unauthorized` where nobody is signed in any more; the person sees it and what can be done.
 * @fires {Event} close - The dialog has closed, whatever came of it; does not bubble, like that of a `<dialog>`.
 * @csspart card - The box.
 * @csspart brand - Logo and name.
 * @csspart progress - The segments.
 * @csspart heading - The heading.
 * @csspart foot - Help, time left and support code.
 */
export abstract class FlowElement extends LitElement {
  static override styles = [tokens, shell];

  // Declared without decorators, whose code would be a twentieth of the first view.
  static override properties: PropertyDeclarations = {
    endpoint: {},
    adapter: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    presentation: {},
    for: {},
    open: { type: Boolean, reflect: true },
    environment: { attribute: false },
    // With an accessor of its own, and here so that one that was set before the class came is taken.
    messages: { attribute: false },
    signInUrl: { attribute: 'sign-in-url' },
    browserBack: { attribute: 'browser-back' },
  };

  /** Where the reference HTTP contract is served, such as `/api/sspr`. */
  declare endpoint: string;
  /** Any other backend; wins over `endpoint`. */
  declare adapter: Adapter | undefined;
  /** The level of the heading, 1 to 6. Default: 2. */
  declare headingLevel: number;
  /** In the page, or in a modal dialog. Default: inline; a dialog where `for` is set. */
  declare presentation: 'inline' | 'dialog' | undefined;
  /** The id of the page's own link or button that opens the dialog. */
  declare for: string;
  /** Whether the dialog is open. */
  declare open: boolean;
  /** Clock, timers and attempt ids; for tests and demos. Default: the platform's. */
  declare environment: FlowEnvironment | undefined;
  /** The browser's back button in a started flow: a `step` back where that is safe, else out; or the `page`'s own. Default: `step`. */
  declare browserBack: 'step' | 'page';
  /** Where to sign in when it is done. Default: what the backend says. */
  declare signInUrl: string;

  /** @internal */
  readonly locale: LocaleController;
  protected readonly controller: FlowController;
  readonly #kind: FlowKind;
  readonly #screen: Screen;
  /** Told after the render that shows what they tell. */
  #events: Event[] = [];
  #listening = new AbortController();
  #begun = false;
  #waited = false;
  #dressed = false;
  /** What the page around does with a started flow, once there is one. */
  #page: PageWatch | undefined;

  protected constructor(kind: FlowKind, loader?: LocaleLoader) {
    super();
    this.endpoint = '';
    this.headingLevel = 2;
    this.for = '';
    this.open = false;
    this.signInUrl = '';
    this.browserBack = 'step';
    this.#kind = kind;
    this.locale = new LocaleController(this, loader);
    this.controller = new FlowController(this, {
      kind,
      locale: () => this.locale.locale,
      changed: (shown, before) => this.#onShown(shown, before),
    });
    this.#screen = new Screen(this, {
      locale: this.locale,
      controller: this.controller,
      environment: () => this.environment ?? platform,
      username: () => this.startsFrom,
      dialog: () => this.#isDialog,
      heading: () => this.renderRoot.querySelector('.heading'),
      restart: () => this.#restart(),
      close: () => this.#leave(),
    });
    this.#tell(new SsprStepEvent(kind.first.kind));
  }

  /** The page's own words: by message id, or by locale and then by message id. */
  get messages(): OwnWords | undefined {
    return this.locale.messages;
  }
  set messages(own: OwnWords | undefined) {
    this.locale.messages = own;
  }

  /** The username to start from. */
  protected get startsFrom(): string {
    return '';
  }

  /** What the tab keeps of a flow for the time after a reload. @internal */
  get kept(): KeptFlow | undefined {
    return undefined;
  }

  /** Asks the backend for what the first screen needs, or for the first step. */
  protected abstract begin(): void;

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

  /** Closes the dialog, asking first where something would be lost. */
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
    if (this.hasUpdated && !this.controller.connected) this.#start();
    // One that was moved counts its time on; its dialog has lost its place on top of the page.
    this.#dialog?.close();
    this.requestUpdate('open');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening.abort();
    this.#screen.disconnect();
    // An element that is only moved within the page is connected again by then, and goes on.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.locale.pending) await this.locale.ready;
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    this.locale.speak(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter') || changed.has('endpoint') || changed.has('environment'))
      this.#start();
  }

  protected override render(): TemplateResult {
    const { step } = this.controller.shown;
    const { direction, locale } = this.locale;
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

  #tell(event: Event): void {
    this.#events.push(event);
  }

  /** Ends what is under way; nothing typed stays in the page. */
  #end(): void {
    this.#page?.dispose();
    this.#page = undefined;
    this.controller.dispose();
    this.#screen.clear();
  }

  #start(): void {
    this.#end();
    this.controller.use(this.adapter ?? this.endpoint, this.environment);
    this.#begun = false;
    // The field first: what is asked and fetched behind it keeps nobody from typing.
    if (!this.#isDialog || this.open)
      this.updateComplete.then(() => this.#begun || !this.isConnected || this.#begin());
  }

  /** Asks what the first screen needs, and fetches the other screens while nothing else is to do. */
  #begin(): void {
    this.#begun = true;
    (globalThis.requestIdleCallback ?? setTimeout)(
      () => this.isConnected && loadAllViews(this.#kind.name).then(() => this.requestUpdate()),
    );
    this.begin();
  }

  /** The sheets of the later screens join the shell's own, once. */
  #adoptLater(): void {
    const code = later();
    if (!code || this.#dressed) return;
    this.#dressed = true;
    for (const sheet of code.sheets) adoptStyles(this.renderRoot as ShadowRoot, sheet);
  }

  #openOrClose(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open === this.open || !this.isConnected) return;
    // With the code of the other screens comes its sheet. Without it, it opens as the browser draws it.
    if (this.open && !later() && !this.#waited) {
      this.#waited = true;
      loadView(this.#kind.first.kind)
        .catch(() => {})
        .then(() => this.requestUpdate('open'));
      return;
    }
    if (!this.open) {
      dialog.close();
      this.#tell(new Event('close'));
      return;
    }
    dialog.showModal();
    // Firefox would focus the first button of the shell; the heading tells where one is.
    this.#screen.focusHeading();
    if (!this.#begun) this.#begin();
  }

  #onShown(shown: Shown, before: Shown): void {
    const { step, failure } = shown;
    this.#screen.changed(shown, before);
    if (step !== before.step) {
      if (screenOf(step) !== screenOf(before.step)) this.#tell(new SsprStepEvent(step.kind));
      const end = viewOf(step.kind)?.end?.(step);
      if (end) this.#tell(end);
      this.#watchPage(step);
    }
    if (failure && failure !== before.failure) {
      this.#tell(new SsprFailedEvent(failure.code));
      if (!failure.retryable) console.warn(`<${this.localName}>: ${failure.message}`);
    }
  }

  /** The page around counts too: its back button, its end. */
  #watchPage(step: FlowStep): void {
    const { PageWatch } = later() ?? {};
    if (PageWatch)
      this.#page ??= new PageWatch({
        controller: this.controller,
        leave: () => this.#leave(),
        host: this,
      });
    this.#page?.shown(step);
  }

  #restart(): void {
    this.#screen.focusHeading();
    this.controller.leave();
    this.#begin();
  }

  async #leave(): Promise<void> {
    const { step: left } = this.controller.shown;
    const asking = later()?.askBeforeLoss(left, this, this.#kind.name, this.#listening.signal);
    if (asking && !(await asking)) return;
    // It may have ended while the person was asked.
    const { step } = this.controller.shown;
    if (step.kind !== 'done' && step.kind !== 'refused') this.#tell(new SsprCancelledEvent());
    this.open = false;
    this.controller.leave();
    // What the first screen needs was used up by the start: it is asked for when that is seen again.
    if (step.kind !== this.#kind.first.kind) this.#begun = false;
    if (!this.#isDialog) {
      this.#screen.focusHeading();
      if (!this.#begun && this.#kind.name === 'reset') this.#begin();
    }
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

  readonly #onPageClick = (event: Event): void => {
    if (!isOpening(event, this.for)) return;
    event.preventDefault();
    this.show();
  };
}
