import type { Method, MethodType } from '../contract/index.js';
import { whenSo } from './waiting.js';

/** What a page object needs of an `<sspr-reset>` or `<sspr-register>`; any copy of it will do. */
export interface FlowElementLike extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

export interface FlowPageOptions {
  /**
   * Ends every wait, for a test that would rather fail in words than hang:
   * `AbortSignal.timeout(5_000)`. Default: waits are not ended.
   */
  readonly signal?: AbortSignal | undefined;
}

interface Picker extends HTMLElement {
  readonly methods: readonly Method[];
  readonly updateComplete: Promise<unknown>;
}

/** White space as a reader sees it; the isolates of UAX #9 are not seen. */
export const visible = (node: Node | null | undefined): string =>
  (node?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * One element as a person has it before them: what it says, and what can be done with it. For the
 * tests of pages that embed it; it knows its markup, so that they need not.
 */
export abstract class FlowPage<K extends string> {
  readonly element: FlowElementLike;
  readonly #signal: AbortSignal | undefined;

  constructor(element: FlowElementLike, { signal }: FlowPageOptions = {}) {
    this.element = element;
    this.#signal = signal;
  }

  /** Chooses the method of a type and goes on. Resolves when there is an answer. */
  async chooseMethod(type: MethodType): Promise<void> {
    const method = this.methods.find((one) => one.type === type);
    if (!method)
      throw new Error(`There is no method ${type} among: ${this.methodTypes.join(', ')}`);
    // It may still wait for its language.
    await this.#picker.updateComplete;
    this.radio(method.id).click();
    await this.submit();
  }

  /** Types the whole number and sends it. Resolves when there is an answer. */
  async confirmTarget(number: string): Promise<void> {
    this.type('target', number);
    await this.submit();
  }

  /**
   * Answers the questions and sends the answers. Resolves when there is an answer.
   * @param known what to type, by the words of the question; a question that it lacks stays empty
   */
  async answerQuestions(known: Readonly<Record<string, string>>): Promise<void> {
    for (const label of this.form.querySelectorAll('label'))
      if (label.control instanceof HTMLInputElement)
        this.type(label.control.name, known[visible(label)] ?? '');
    await this.submit();
  }

  /** Types a code and sends it. Resolves when there is an answer. */
  async enterCode(code: string): Promise<void> {
    this.type('code', code);
    await this.submit();
  }

  /** Clicks the one filled button. Resolves when there is an answer. */
  async submit(): Promise<void> {
    this.primary.click();
    await this.settled();
  }

  /** Clicks “Cancel”, or “Close” at the end of a dialog. What would be lost by it is asked about first. */
  async cancel(): Promise<void> {
    const button = this.form.querySelector<HTMLElement>('.ways .end');
    if (!button) throw new Error(`Nothing to cancel: ${this}`);
    button.click();
    await this.element.updateComplete;
  }

  /** Clicks the button or link with these words, wherever it stands. Resolves when there is an answer. */
  async press(words: string): Promise<void> {
    this.control(words).click();
    await this.settled();
  }

  /** Puts text into a field as typing does. */
  type(name: string, text: string): void {
    const field = this.field(name);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Resolves when this step is shown: at once, or with its `sspr-step`. */
  async step(kind: K): Promise<void> {
    await this.until(() => this.stepKind === kind, `the step ${kind}`);
    await this.element.updateComplete;
  }

  /** Resolves when nothing is under way any more, and what came of it is drawn. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
    await this.until(() => !this.busy, 'an answer');
    await this.element.updateComplete;
  }

  /** Resolves when something is so; looks again after every change of the element. */
  async until(isSo: () => boolean, what = 'something'): Promise<void> {
    const expected = (): string => `Expected ${what}; there is ${this}`;
    await whenSo([this.element, this.#shell], isSo, expected, this.#signal);
  }

  /** The real form in the light DOM. */
  get form(): HTMLFormElement {
    const form = this.element.querySelector<HTMLFormElement>('form.sspr-form');
    if (!form)
      throw new Error(`${this.#tag} has no form: it is not defined, or was never in a page.`);
    return form;
  }

  /** Which step is shown. */
  get stepKind(): K | undefined {
    const kind = this.#shell.querySelector<HTMLElement>('.card')?.dataset.step;
    return kind as K | undefined;
  }

  /** The words of the heading, those that the page has put there included. */
  get heading(): string {
    const slot = this.headingElement.querySelector('slot');
    const own = slot?.assignedNodes().map(visible).join(' ');
    return own || visible(this.headingElement);
  }

  /** The element that takes the focus with each step. */
  get headingElement(): HTMLElement {
    const heading = this.#shell.querySelector<HTMLElement>('.heading');
    if (!heading) throw new Error(`${this.#tag} has not been drawn yet.`);
    return heading;
  }

  /** The sentence below the heading. */
  get lead(): string {
    return visible(this.#shell.querySelector('.lead'));
  }

  /** The number to type in the authenticator app, while it is asked for. */
  get number(): string | undefined {
    const shown = this.form.querySelector('.number');
    return shown ? visible(shown) : undefined;
  }

  /** Such as “Step 2 of 4”. */
  get progress(): string {
    return visible(
      this.#shell.querySelector('.segments') && this.#shell.querySelector('.bar > span + span'),
    );
  }

  /** Everything that can be read. */
  get text(): string {
    return `${visible(this.#shell.querySelector('.frame'))} ${visible(this.form)}`;
  }

  /** The words beside a field that has a problem. */
  problem(field: string): string | undefined {
    const error = this.#control(field)?.closest('.field')?.querySelector('.error');
    return error ? visible(error) : undefined;
  }

  /** The words beside all fields that have a problem. */
  get problems(): readonly string[] {
    return [...this.form.querySelectorAll('.error')].map(visible);
  }

  /** The lines of the error summary; none where there is no summary. */
  get summary(): readonly string[] {
    return [...this.form.querySelectorAll('.summary li')].map(visible);
  }

  /** What is told in boxes above the fields. */
  get notices(): readonly string[] {
    return [...this.form.querySelectorAll('.notice:not(.danger)')].map(visible);
  }

  /** What is told of a call that failed. */
  get failure(): string | undefined {
    const words = this.form.querySelector('.failure p');
    return words ? visible(words) : undefined;
  }

  /** What the live regions say: politely, and at once. */
  get announced(): { readonly polite: string; readonly assertive: string } {
    const said = (role: string): string =>
      visible(this.form.querySelector(`:scope > [role="${role}"]`));
    return { polite: said('status'), assertive: said('alert') };
  }

  /** The methods to choose from. */
  get methods(): readonly Method[] {
    return this.#picker.methods;
  }

  get methodTypes(): readonly MethodType[] {
    return this.methods.map(({ type }) => type);
  }

  /** The radio of a method, by the method's id. */
  radio(id: string): HTMLInputElement {
    const radios = this.#picker.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]');
    const radio = [...(radios ?? [])].find(({ value }) => value === id);
    if (!radio) throw new Error(`No radio for the method ${id}.`);
    return radio;
  }

  /** An input of the form, by its name. */
  field(name: string): HTMLInputElement {
    const control = this.#control(name);
    if (control instanceof HTMLInputElement) return control;
    throw new Error(`No field ${name}: ${this}`);
  }

  /** The one filled button or link. */
  get primary(): HTMLElement {
    const button = this.form.querySelector<HTMLElement>('.button:not(.secondary)');
    if (!button) throw new Error(`No filled button: ${this}`);
    return button;
  }

  /** A button or link by its words, or by its label for screen readers. */
  control(words: string): HTMLElement {
    const named = ({ ariaLabel }: Element): boolean => ariaLabel === words;
    const found = [...this.#controls].find((one) => visible(one) === words || named(one));
    if (!found) throw new Error(`No control “${words}”: ${this}`);
    return found;
  }

  /** The words of all buttons and links. */
  get controls(): readonly string[] {
    return [...this.#controls].map((one) => visible(one) || (one.ariaLabel ?? ''));
  }

  /** Whether what was sent is still on its way. */
  get busy(): boolean {
    return this.form.querySelector('button[aria-disabled=true]') !== null;
  }

  /** For messages of failed tests: what is shown, without what is typed. */
  toString(): string {
    return `${this.stepKind}: “${this.text}”`;
  }

  get #controls(): readonly HTMLElement[] {
    return [this.#shell, this.form].flatMap((tree) => [
      ...tree.querySelectorAll<HTMLElement>('button, a[href]'),
    ]);
  }

  #control(name: string): Element | undefined {
    return [...this.form.elements].find((one) => one.getAttribute('name') === name);
  }

  get #picker(): Picker {
    const picker = this.form.querySelector<Picker>('sspr-method-picker');
    if (!picker) throw new Error(`Nothing to choose from: ${this}`);
    return picker;
  }

  get #tag(): string {
    return `<${this.element.localName}>`;
  }

  get #shell(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot)
      throw new Error(`${this.#tag} is not defined: import its define module first.`);
    return shadowRoot;
  }
}
