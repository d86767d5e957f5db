import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { KnownMethodType } from '../contract/codes.js';
import type { Method } from '../contract/parts.js';
import { isolate, shortDate } from '../localization/format.js';
import { LocaleController } from '../localization/locale-controller.js';
import { methodText } from '../localization/method-words.js';
import { msg, str } from '../localization/msg.js';
import type { OwnWords } from '../localization/own-words.js';
import { icon } from './parts/icon.js';
import { methodIcons } from './parts/method-icons.js';
import { shieldCheck } from './parts/shared-icons.js';
import { laterTokens } from './styles/later-tokens.js';
import { picker } from './styles/picker.js';
import { tokens } from './styles/tokens.js';

const timer = 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0z';

/**
 * A list of ways to prove who one is, of which one is chosen: a form control like any other, with a
 * name, a value, `required`, validity and reset. Native radios inside give it the keyboard of a radio
 * group.
 *
 * @tag sspr-method-picker
 * @attr {string} label - What the list is called by a screen reader; default: the words of its `<label>`.
 * @fires {Event} input - The person chose another method; composed and bubbling, as for native controls.
 * @fires {Event} change - The same, after `input`.
 * @csspart list - The box around the rows.
 * @csspart row - One method.
 */
export class SsprMethodPicker extends LitElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [tokens, laterTokens, picker];

  static override properties = {
    name: { reflect: true },
    value: {},
    label: {},
    required: { type: Boolean, reflect: true },
    invalid: { type: Boolean, reflect: true },
    methods: { attribute: false },
    since: { attribute: false },
    // With an accessor of its own, and here so that one that was set before the class came is taken.
    messages: { attribute: false },
  };

  /** The key of the value in the form's data. */
  declare name: string;
  /** The id of the chosen method; empty while none is chosen. An id that is not offered chooses none. */
  declare value: string;
  /** What the list is called by a screen reader. Default: the words of its `<label>`. */
  declare label: string;
  /** Whether a choice must be made before the form is submitted. */
  declare required: boolean;
  /** Draws the list as having a problem; the words beside it are the form's. */
  declare invalid: boolean;
  /** What there is to choose from, in the order to show. Ids are unique. */
  declare methods: readonly Method[];
  /** When the methods came, in milliseconds since 1970: their relative times count from here. Default: when it was made. */
  declare since: number;

  readonly #internals = this.attachInternals();
  readonly #locale = new LocaleController(this);
  #initial = '';
  #barred = false;

  constructor() {
    super();
    this.name = '';
    this.value = '';
    this.label = '';
    this.required = false;
    this.invalid = false;
    this.methods = [];
    this.since = Date.now();
  }

  /** The page's own words: by message id, or by locale and then by message id. */
  get messages(): OwnWords | undefined {
    return this.#locale.messages;
  }
  set messages(own: OwnWords | undefined) {
    this.#locale.messages = own;
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** The words of each `<label>` of the page that belongs to it. */
  get #labels(): string {
    return [...this.#internals.labels].map(({ textContent }) => textContent?.trim()).join(' ');
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.#initial;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  formDisabledCallback(disabled: boolean): void {
    this.#barred = disabled;
    this.requestUpdate();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#locale.pending) await this.#locale.ready;
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    this.#locale.speak(() => super.performUpdate());
  }

  protected override firstUpdated(): void {
    this.#initial = this.value;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const chosen = this.methods.some(
      ({ id, unavailable }) => id === this.value && unavailable === undefined,
    );
    this.#internals.setFormValue(chosen ? this.value : null);
    if (chosen || !this.required) this.#internals.setValidity({});
    else
      this.#internals.setValidity(
        { valueMissing: true },
        // Not by the words for all problems, which would be half of the list's code.
        msg('Choose how you want to prove it’s you.', {
          id: 'problem.method-required',
          desc: 'No method was chosen from the list',
        }),
        this.renderRoot.querySelector<HTMLElement>('input:enabled') ?? undefined,
      );
  }

  protected override render(): TemplateResult {
    return html`<div class="list" part="list" dir=${this.#locale.direction} lang=${this.#locale.locale}
      role="radiogroup" aria-label=${this.label || this.#labels || nothing} aria-required=${this.required} aria-invalid=${this.invalid}>
      ${
        this.methods.length === 0
          ? html`<p class="empty">${msg('There is nothing to choose from.', {
              id: 'picker.empty',
              desc: 'In place of the list of methods',
            })}</p>`
          : this.methods.map((method) => this.#renderRow(method))
      }
    </div>`;
  }

  #renderRow(method: Method): TemplateResult {
    const { id, type, hint, advice, unavailable, retiresInMs } = method;
    const { name, about } = methodText(method);
    const picture = Object.hasOwn(methodIcons, type)
      ? methodIcons[type as KnownMethodType]
      : shieldCheck;
    return html`<label class="row" part="row">
      <span class="tile">${icon(picture)}</span>
      <span class="words">
        <span class="name"><bdi>${name}</bdi>${
          advice === 'recommended'
            ? html`<span class="tag">${msg('Recommended', { id: 'picker.recommended', desc: 'Tag beside a method' })}</span>`
            : advice === 'not-recommended'
              ? html`<span class="tag weak">${msg('Not recommended', { id: 'picker.not-recommended', desc: 'Tag beside a method' })}</span>`
              : nothing
        }${
          retiresInMs === undefined || unavailable !== undefined
            ? nothing
            : html`<span class="tag warn">${icon(timer)}${msg(
                str`Ends ${isolate(shortDate(new Date(this.since + retiresInMs), this.#locale.locale), 'auto')}`,
                {
                  id: 'picker.ends',
                  desc: 'Tag beside a method that nobody can use from then on; 0: a date',
                },
              )}</span>`
        }</span>
        <span class="hint">${
          unavailable === undefined
            ? hint
              ? html`<bdi dir="ltr">${hint}</bdi>`
              : about
            : html`<bdi>${unavailable}</bdi>`
        }</span>
      </span>
      <input type="radio" name="method" value=${id} .checked=${id === this.value && unavailable === undefined}
        ?disabled=${unavailable !== undefined || this.#barred}
        @input=${this.#onInput} @change=${this.#onChange} @keydown=${this.#onKey} />
    </label>`;
  }

  /** Native `input` crosses shadow roots by itself: whoever hears it finds the new value. */
  #onInput(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.value = event.target.value;
    this.#internals.setFormValue(this.value);
  }

  /** Native `change` does not cross shadow roots. */
  #onChange(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The radios have no form of their own, so that Enter would not submit as from a native one. */
  #onKey({ key }: KeyboardEvent): void {
    if (key === 'Enter') this.form?.requestSubmit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sspr-method-picker': SsprMethodPicker;
  }
}
