import { css, html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { type FieldOptions, field } from './field.js';
import { icon } from './icon.js';

const eye =
  'M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z';
const eyeOff =
  'M10.73 5.08a10.74 10.74 0 0 1 11.21 6.57 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-1.45 2.49M14.08 14.16a3 3 0 0 1-4.24-4.24M17.48 17.5a10.75 10.75 0 0 1-15.42-5.15 1 1 0 0 1 0-.7 10.75 10.75 0 0 1 4.45-5.14M2 2l20 20';

/** What the button of a field is called by a screen reader. */
const names = {
  password: {
    show: () =>
      msg('Show password', {
        id: 'common.show-password',
        desc: 'Button in a password field, for screen readers',
      }),
    hide: () =>
      msg('Hide password', {
        id: 'common.hide-password',
        desc: 'Button in a password field, for screen readers',
      }),
  },
  answer: {
    show: () =>
      msg('Show answer', {
        id: 'common.show-answer',
        desc: 'Button in the field of a security question, for screen readers',
      }),
    hide: () =>
      msg('Hide answer', {
        id: 'common.hide-answer',
        desc: 'Button in the field of a security question, for screen readers',
      }),
  },
};

interface SecretOptions extends FieldOptions {
  /** Default: `password`. */
  readonly what?: keyof typeof names;
}

/** A field for a secret with its own show and hide; hidden again when it is submitted. */
export function secretField(
  context: ViewContext,
  { what = 'password', ...options }: SecretOptions,
): TemplateResult {
  const shown = context.shown.has(options.name);
  const toggle = () => {
    if (shown) context.shown.delete(options.name);
    else context.shown.add(options.name);
    context.redraw();
  };
  return field(context, {
    ...options,
    type: shown ? 'text' : 'password',
    className: 'secret',
    secret: true,
    ltr: options.ltr ?? true,
    beside: html`<button
      type="button"
      class="show"
      aria-pressed=${shown}
      aria-label=${shown ? names[what].hide() : names[what].show()}
      aria-controls=${context.id(options.name)}
      @click=${toggle}
    >
      ${icon(shown ? eyeOff : eye)}${
        shown
          ? msg('Hide', { id: 'common.hide', desc: 'Button in a password field' })
          : msg('Show', { id: 'common.show', desc: 'Button in a password field' })
      }
    </button>`,
  });
}

export const secretStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .control {
      position: relative;
    }
    & input.secret {
      padding-inline-end: 96px !important;
    }
    /* Left to right inside, but the button stands at the form's end. */
    &:dir(rtl) input.secret[dir='ltr'] {
      padding-inline: 96px 12px !important;
    }
    & .show {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 4px;
      display: flex;
      align-items: center;
      gap: 6px;
      margin: 4px 0;
      padding: 0 8px;
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--_muted);
      font: 500 calc(var(--_rem) * 0.8125) / 1 var(--_font);
      cursor: pointer;
    }
    & .show::after {
      content: '';
      position: absolute;
      inset: -4px;
    }
    & .show:hover {
      background: var(--_hover);
      color: var(--_text);
    }
  }
`;
