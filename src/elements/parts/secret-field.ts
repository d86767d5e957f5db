import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { type FieldOptions, field } from './field.js';
import { icon } from './icon.js';

const eye =
  'M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z';
const eyeOff =
  'M10.73 5.08a10.74 10.74 0 0 1 11.21 6.57 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-1.45 2.49M14.08 14.16a3 3 0 0 1-4.24-4.24M17.48 17.5a10.75 10.75 0 0 1-15.42-5.15 1 1 0 0 1 0-.7 10.75 10.75 0 0 1 4.45-5.14M2 2l20 20';

/** A password field with its own show and hide; hidden again when it is submitted. */
export function secretField(context: ViewContext, options: FieldOptions): TemplateResult {
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
    ltr: true,
    beside: html`<button
      type="button"
      class="show"
      aria-pressed=${shown}
      aria-label=${
        shown
          ? msg('Hide password', {
              id: 'common.hide-password',
              desc: 'Button in a password field, for screen readers',
            })
          : msg('Show password', {
              id: 'common.show-password',
              desc: 'Button in a password field, for screen readers',
            })
      }
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
