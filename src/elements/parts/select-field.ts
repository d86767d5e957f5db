import { css, html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ViewContext } from '../view.js';
import { errorLine, problemOf } from './field.js';
import { icon } from './icon.js';

const chevron = 'm6 9 6 6 6-6';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

export interface SelectOptions {
  /** The key of the value in the form's data, and in problems. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The value of what is chosen. */
  readonly chosen: string;
  readonly autocomplete?: string;
  /** Below the select, such as a field for what is not in the list. */
  readonly below?: unknown;
  readonly onChange: (event: Event & { readonly currentTarget: HTMLSelectElement }) => void;
}

/** A labelled list to choose one from, the platform's own, with its error. */
export function selectField(context: ViewContext, options: SelectOptions): TemplateResult {
  const { name, label, choices, chosen, autocomplete, below, onChange } = options;
  const id = context.id(name);
  const wrong = problemOf(context, name) !== undefined;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="select">
      <select
        id=${id}
        name=${name}
        autocomplete=${ifDefined(autocomplete)}
        required
        aria-invalid=${wrong}
        aria-describedby=${ifDefined(wrong ? `${id}-error` : undefined)}
        data-private
        data-sentry-mask
        data-hj-suppress
        @change=${onChange}
      >
        ${choices.map(
          ({ value, text, disabled = false }) =>
            html`<option value=${value} .selected=${value === chosen} ?disabled=${disabled}>${text}</option>`,
        )}
      </select>
      ${icon(chevron)}
    </div>
    ${errorLine(context, name)}
    ${below}
  </div>`;
}

export const selectStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .select {
      position: relative;
    }
    & .select > svg {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 12px;
      inline-size: 18px;
      block-size: 18px;
      margin-block: auto;
      color: var(--_muted);
      pointer-events: none;
    }
    & select {
      appearance: none;
      display: block;
      inline-size: 100%;
      min-inline-size: 0;
      block-size: var(--_size);
      margin: 0;
      padding: 0 !important;
      padding-inline: 12px 38px !important;
      border: var(--_border) solid var(--_control);
      border-radius: var(--_radius);
      background: var(--_field);
      color: var(--_text);
      font: 400 var(--_rem) / 1.5 var(--_font);
      text-overflow: ellipsis;
      cursor: pointer;
    }
    & select:hover {
      border-color: var(--_muted);
    }
    & select:focus-visible {
      border-color: var(--_accent);
    }
    & select[aria-invalid='true'] {
      border: 2px solid var(--_danger);
      padding-inline: calc(11px + var(--_border) - 1px) 37px !important;
    }
  }
`;
