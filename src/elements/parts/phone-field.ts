import { css, html, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { CountryCode } from '../phone/libphonenumber.js';
import type { ViewContext } from '../view.js';
import { field, textOf } from './field.js';
import { LateCode } from './late-code.js';
import { selectField, selectStyles } from './select-field.js';

type Code = typeof import('../phone/libphonenumber.js');

/** The rules of all numbering plans. */
const numberingPlans = new LateCode(() => import('../phone/libphonenumber.js'));

export interface PhoneOptions {
  /** The key of the number in the form's data, and in problems. */
  readonly name: string;
  readonly label: string;
  /** The country to start from, ISO 3166-1 alpha-2. Default: that of the person's languages. */
  readonly country?: string | undefined;
  /** For tests. Default: the rules of all numbering plans. */
  readonly late?: LateCode<Code>;
}

const countryName = (name: string): string => `${name}-country`;

const countryLabel = (): string =>
  msg('Country or region', { id: 'phone.country', desc: 'Label of a list of all countries' });

/**
 * A field for a telephone number. It takes a number in any form at once; the list of countries, and
 * groups of digits while they are typed, come with lazy code, and stay away with it. The place of the
 * list is kept, so that nothing moves under what is being typed.
 */
class PhoneField extends Directive {
  #late: LateCode<Code> | undefined;
  #country: CountryCode | undefined;

  override render(context: ViewContext, options: PhoneOptions): TemplateResult {
    if (!this.#late) {
      this.#late = options.late ?? numberingPlans;
      this.#late.want(context.redraw);
    }
    const { code } = this.#late;
    const country = code && this.#countryNow(code, context, options);
    return html`<div class="phone">
      ${code && country ? this.#countries(code, country, context, options) : this.#noCountries()}
      ${field(context, {
        name: options.name,
        label: options.label,
        hint: hint(code && country && (code.hasLeadingZero(country) ? 'zero' : 'any')),
        type: 'tel',
        autocomplete: 'tel',
        maxLength: 100,
        ltr: true,
        secret: true,
        onInput: (event) => this.#onInput(event, context),
      })}
    </div>`;
  }

  #countryNow(code: Code, context: ViewContext, { name, country }: PhoneOptions): CountryCode {
    this.#country ??= code.asTyped({
      // It may have been typed while the code was on its way.
      text: context.typed(name),
      caret: 0,
      country: code.startingCountry(country, [context.locale, ...navigator.languages]),
    }).country;
    return this.#country;
  }

  #countries(code: Code, chosen: CountryCode, context: ViewContext, { name }: PhoneOptions) {
    return selectField(context, {
      name: countryName(name),
      label: countryLabel(),
      autocomplete: 'country',
      chosen,
      choices: code.countriesIn(context.locale).map((country) => ({
        value: country.code,
        text: `${country.name}\u00a0 ${isolate(country.callingCode)}`,
      })),
      onChange: ({ currentTarget }) => {
        // The list has no other values.
        const country = currentTarget.value as CountryCode;
        this.#country = country;
        const input = inputBeside(currentTarget);
        if (input) input.value = code.movedTo(country, input.value);
        context.redraw();
      },
    });
  }

  #noCountries(): TemplateResult {
    return this.#late?.missing
      ? html`<div class="field">
          <span class="label">${countryLabel()}</span>
          <p class="instead">${msg(str`Type its code first, such as ${isolate('+49')}.`, {
            id: 'phone.country-missing',
            desc: 'In place of the list of countries, which could not be loaded; as short as possible; 0: a country code',
          })}</p>
        </div>`
      : html`<div class="field" aria-hidden="true">
          <span class="label">${countryLabel()}</span>
          <div class="instead"></div>
        </div>`;
  }

  #onInput(event: InputEvent, context: ViewContext): void {
    const { currentTarget: input } = event;
    // What an input method is still composing is not yet typed.
    const code = this.#late?.code;
    if (!code || !this.#country || !(input instanceof HTMLInputElement) || event.isComposing)
      return;
    const { value, selectionEnd } = input;
    const caret = selectionEnd ?? value.length;
    const typed = code.asTyped({ text: value, caret, country: this.#country });
    if (typed.text !== value) {
      input.value = typed.text;
      // WebKit would take the focus with it.
      if (input.matches(':focus')) input.setSelectionRange(typed.caret, typed.caret);
    }
    if (typed.country === this.#country) return;
    this.#country = typed.country;
    context.redraw();
  }
}

export const phoneField = directive(PhoneField);

const inputBeside = (select: HTMLSelectElement): HTMLInputElement | null | undefined =>
  select.closest('.phone')?.querySelector('input');

function hint(country: 'zero' | 'any' | undefined): string {
  if (country === 'zero')
    return msg('You can leave out the first zero.', {
      id: 'phone.hint-zero',
      desc: 'Below a field for a telephone number; the country is chosen above it',
    });
  if (country === 'any')
    return msg('Spaces and hyphens are fine.', {
      id: 'phone.hint',
      desc: 'Below a field for a telephone number; the country is chosen above it',
    });
  return msg('With country code. Spaces and hyphens are fine.', {
    id: 'phone.hint-plain',
    desc: 'Below a field for a telephone number, where there is no list of countries',
  });
}

/** What was typed into a phone field, to be sent. */
export interface PhoneNumber {
  /** In the international form (E.164) where it is a number of its country, else as it was typed. */
  readonly number: string;
  /** The country that was chosen, ISO 3166-1 alpha-2, for a number that is sent as it was typed. */
  readonly country?: string;
}

export function phoneNumberOf(data: FormData, name: string): PhoneNumber {
  const typed = textOf(data, name).trim();
  const country = textOf(data, countryName(name));
  if (!country) return { number: typed };
  // The list has no other values.
  const number = numberingPlans.code?.internationalForm(typed, country as CountryCode);
  return number === undefined ? { number: typed, country } : { number };
}

export const phoneStyles = css`
  ${selectStyles}
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .instead {
      display: flex;
      align-items: center;
      min-block-size: var(--_size);
      padding: 4px 12px;
      border: var(--_border) solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_sunken);
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
  }
`;
