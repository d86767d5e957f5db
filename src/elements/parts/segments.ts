import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ViewContext } from '../view.js';
import { errorLine } from './field.js';

interface SegmentsOptions<V extends string> {
  /** The key of the value in the form's data, and in problems. */
  readonly name: string;
  readonly label: string;
  /** The first is chosen to begin with. */
  readonly choices: readonly { readonly value: V; readonly text: string }[];
}

/**
 * Two or three short choices beside one another: radio buttons, with the keys of radio buttons. What is
 * chosen stands in one hidden input, so that a view can read it with `typed`.
 */
export function segments<V extends string>(
  context: ViewContext,
  { name, label, choices }: SegmentsOptions<V>,
): TemplateResult {
  const id = context.id(name);
  const typed = context.typed(name);
  const chosen = choices.find(({ value }) => value === typed) ?? choices[0];
  const choose = ({
    currentTarget: radio,
  }: Event & { readonly currentTarget: HTMLInputElement }) => {
    const one = radio.closest('[role]')?.querySelector('input');
    if (one) one.value = radio.value;
    context.redraw();
  };
  return html`<div class="field" role="radiogroup" id=${id} tabindex="-1" aria-labelledby=${`${id}-label`}>
    <input type="hidden" name=${name} .value=${live(chosen?.value ?? '')} />
    <span class="label" id=${`${id}-label`}>${label}</span>
    <div class="choices">
      ${choices.map(
        ({ value, text }) =>
          html`<label><input type="radio" name=${`${name}-choice`} value=${value} .checked=${live(value === chosen?.value)} @change=${choose} /><span>${text}</span></label>`,
      )}
    </div>
    ${errorLine(context, name)}
  </div>`;
}

export const segmentsStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    /* As a box, it would be a tab stop in WebKit. */
    & input[type='hidden'] {
      display: none;
    }
    & .choices {
      display: flex;
      flex-wrap: wrap;
      /* Below one another, the frames that belong to the targets do not meet. */
      gap: 6px 2px;
      padding: 2px;
      border: var(--_border) solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    & .choices label {
      flex: 1 1 0;
      min-inline-size: max-content;
      position: relative;
      display: grid;
      place-content: center;
      min-block-size: 40px;
      margin: 0;
      padding: 4px 10px;
      border: 1px solid transparent;
      border-radius: calc(var(--_radius) - 2px);
      color: var(--_muted);
      text-align: center;
      cursor: pointer;
    }
    & .choices label:hover {
      color: var(--_text);
    }
    & .choices label:has(:checked) {
      border-color: var(--_control);
      background: var(--_surface);
      color: var(--_text);
    }
    & .choices label:has(:focus-visible) {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    /* The frame around belongs to the target (WCAG 2.5.5). */
    & .choices input {
      position: absolute;
      inset: -3px -1px;
      inline-size: calc(100% + 2px);
      block-size: calc(100% + 6px);
      border: 0;
      background: none;
      outline: none;
      cursor: inherit;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .choices label:has(:checked) {
        border-color: Highlight;
        outline: 1px solid Highlight;
      }
      & .choices label:has(:focus-visible) {
        outline: 3px solid Highlight;
      }
    }
  }
`;
