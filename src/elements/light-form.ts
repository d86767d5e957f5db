import { type CSSResult, nothing, render } from 'lit';
import type { Direction } from '../localization/locales.js';
import { adoptStyles } from './controllers/adopted-styles.js';
import { form as formStyles } from './styles/form.js';

/** There, and empty, before anything is said in it: otherwise some screen readers stay silent. */
function liveRegion(role: 'status' | 'alert'): HTMLElement {
  const region = document.createElement('div');
  region.className = 'sr';
  region.role = role;
  return region;
}

/**
 * The one real form of an element, in the light DOM of its host: password managers, autofill, labels
 * and Enter need it in the document, and get nothing of it from a shadow root. Put in by DOM calls, so
 * that it also works inside a form of the page.
 */
export class LightForm {
  readonly form: HTMLFormElement;
  readonly #host: HTMLElement;
  readonly #content = document.createElement('div');
  readonly #polite = liveRegion('status');
  readonly #assertive = liveRegion('alert');
  readonly #unadopt = new Map<CSSResult, () => void>();
  readonly #styles = new Set([formStyles]);

  constructor(host: HTMLElement, onSubmit: (data: FormData) => void) {
    this.#host = host;
    this.form = document.createElement('form');
    this.form.className = 'sspr-form';
    this.form.slot = 'form';
    this.form.noValidate = true;
    // Were the script ever to fail between render and submit, nothing typed would end in a URL.
    this.form.method = 'post';
    this.form.append(this.#polite, this.#assertive, this.#content);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      onSubmit(new FormData(this.form));
    });
    // A page that listens to forms of its own has no business with ours; `formdata` brings what was typed.
    for (const type of ['submit', 'formdata'])
      this.form.addEventListener(type, (event) => event.stopPropagation());
  }

  connect(): void {
    if (this.form.parentNode !== this.#host) {
      // A copy of the host brings a copy of its form along, which is nobody's.
      this.#host.querySelector(':scope > .sspr-form')?.remove();
      this.#host.append(this.form);
    }
    for (const styles of this.#styles) this.#adopt(styles);
  }

  disconnect(): void {
    for (const unadopt of this.#unadopt.values()) unadopt();
    this.#unadopt.clear();
  }

  /** Draws the form; the sheets of lazy code are adopted with their first use. */
  render(
    content: unknown,
    locale: string,
    direction: Direction,
    sheets: readonly (CSSResult | undefined)[],
  ): void {
    for (const sheet of sheets)
      if (sheet && !this.#styles.has(sheet)) {
        this.#styles.add(sheet);
        this.#adopt(sheet);
      }
    this.form.lang = locale;
    this.form.dir = direction;
    render(content, this.#content, { host: this.#host });
  }

  /**
   * Says something to those who cannot see it (WCAG 4.1.3). The same words twice are said twice: a
   * space more makes them new.
   */
  say({ polite, assertive }: { polite?: string; assertive?: string }): void {
    const set = (region: HTMLElement, text: string | undefined) => {
      if (text !== undefined)
        region.textContent = text && text === region.textContent ? `${text}\u00a0` : text;
    };
    set(this.#polite, polite);
    set(this.#assertive, assertive);
  }

  /** What is typed in a field now. */
  typed(name: string): string {
    return this.#inputs().find((input) => input.name === name)?.value ?? '';
  }

  /** Empties every field: secrets leave the page with the step that asked for them. */
  empty(): void {
    for (const input of this.#inputs()) input.value = '';
  }

  find(selector: string): HTMLElement | null {
    return this.#content.querySelector(selector);
  }

  /** Sends the form as it is now. */
  submit(): void {
    HTMLFormElement.prototype.requestSubmit.call(this.form);
  }

  /** Not by `form.elements`: a field that a backend calls so would stand in its place. */
  #inputs(): HTMLInputElement[] {
    return [...this.#content.querySelectorAll('input')];
  }

  /** Takes everything out of the form, what was typed first of all. */
  clear(): void {
    this.empty();
    render(nothing, this.#content, { host: this.#host });
    this.say({ polite: '', assertive: '' });
  }

  #adopt(styles: CSSResult): void {
    const root = this.#host.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot)
      this.#unadopt.set(styles, adoptStyles(root, styles));
  }
}
