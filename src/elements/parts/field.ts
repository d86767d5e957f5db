import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Problem } from '../../contract/parts.js';
import type { ViewContext } from '../view.js';
import { icon, icons } from './icon.js';

export interface FieldOptions {
  /** The key of the value in the form's data, and in problems. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'numeric' | 'email' | undefined;
  readonly maxLength?: number | undefined;
  readonly value?: string | undefined;
  /** Addresses, numbers and codes read left to right in every language. */
  readonly ltr?: boolean;
  /** Keeps session recorders away from what is typed. */
  readonly secret?: boolean;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly className?: string;
  /** Beside the input, such as show and hide. */
  readonly beside?: unknown;
  /** Below the hint, such as the rules of a password. */
  readonly below?: unknown;
  /** The id of what is below and belongs to the field's description. */
  readonly belowId?: string | undefined;
  readonly onInput?: (event: InputEvent) => void;
}

export const problemOf = (context: ViewContext, name: string): Problem | undefined =>
  context.problems.find(({ field }) => field === name);

/** An error below its field: an icon and words, never colour alone (WCAG 1.4.1, 3.3.1). */
export const errorLine = (context: ViewContext, name: string): TemplateResult | typeof nothing => {
  const problem = problemOf(context, name);
  return problem
    ? html`<p class="error" id=${context.id(`${name}-error`)}>${icon(icons.alert)}<span>${context.words.problem(problem)}</span></p>`
    : nothing;
};

/** A labelled input with its hint and its error. The input is real, in the document: managers see it. */
export function field(context: ViewContext, options: FieldOptions): TemplateResult {
  const { name, hint } = options;
  const id = context.id(name);
  const wrong = problemOf(context, name) !== undefined;
  const describedBy = [wrong && `${id}-error`, hint && `${id}-hint`, options.belowId]
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
    <label for=${id}>${options.label}</label>
    <div class="control">
      <input
        id=${id}
        name=${name}
        class=${options.className ?? ''}
        type=${options.type ?? 'text'}
        .value=${options.value ?? ''}
        dir=${ifDefined(options.ltr ? 'ltr' : undefined)}
        autocomplete=${ifDefined(options.autocomplete)}
        inputmode=${ifDefined(options.inputmode)}
        maxlength=${ifDefined(options.maxLength)}
        ?required=${options.required ?? true}
        ?readonly=${options.readonly ?? false}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        aria-invalid=${wrong}
        aria-describedby=${ifDefined(describedBy || undefined)}
        data-private=${ifDefined(options.secret ? '' : undefined)}
        data-sentry-mask=${ifDefined(options.secret ? '' : undefined)}
        data-hj-suppress=${ifDefined(options.secret ? '' : undefined)}
        @input=${options.onInput}
      />${options.beside ?? nothing}
    </div>
    ${errorLine(context, name)}
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${options.below ?? nothing}
  </div>`;
}

/** A value of the submitted form as text. */
export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};
