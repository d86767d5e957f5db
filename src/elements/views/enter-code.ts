import { css, html, nothing } from 'lit';
import type { Action } from '../../contract/parts.js';
import { clockTime, duration, isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import type { View, ViewContext } from '../view.js';

/** Digits that are typed or pasted with spaces or hyphens between them are still the same digits. */
const digitsIn = (typed: string) =>
  // Digits of other scripts are what some keyboards type; the backend compares Latin ones.
  typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\u200e\u200f\u2066-\u2069‐-―-]/g, '');

function resend({ readyInMs = 0 }: Action, context: ViewContext) {
  const waiting = context.left(readyInMs);
  return waiting > 0
    ? html`<span>${msg(str`New code in ${duration(waiting, context.locale)}`, {
        id: 'reset.enter-code.resend-in',
        desc: 'When a new code can be sent; 0: minutes and seconds, as 0:24',
      })}</span>`
    : html`<button type="button" class="again" @click=${() => context.answer({ action: 'resend' })}>
        ${msg('Send a new code', { id: 'reset.enter-code.resend', desc: 'Button below the code field' })}
      </button>`;
}

/** Type a code that was sent, or that an app shows. */
export const enterCodeView: View<'enter-code'> = {
  heading: () => msg('Enter the code', { id: 'reset.enter-code.heading', desc: 'Heading' }),
  lead({ method, digits, codeExpiresInMs }, { at, locale, branding }) {
    if (method.type === 'app-code')
      return branding
        ? msg(
            str`Open your authenticator app and type the ${digits} digits it shows for ${isolate(branding.name, 'auto')}.`,
            {
              id: 'reset.enter-code.lead-app-of',
              desc: '0: how many digits; 1: name of the organisation',
            },
          )
        : msg(str`Open your authenticator app and type the ${digits} digits it shows.`, {
            id: 'reset.enter-code.lead-app',
            desc: '0: how many digits',
          });
    if (method.type !== 'email' || !method.hint || codeExpiresInMs === undefined)
      return msg('Type the code that you have received.', {
        id: 'reset.enter-code.lead',
        desc: 'Where it is not known how the code travels',
      });
    const until = clockTime(at(codeExpiresInMs), locale);
    return digits === 6
      ? msg(str`We emailed six digits to ${isolate(method.hint)}. They work until ${until}.`, {
          id: 'reset.enter-code.lead-email',
          desc: '0: masked address; 1: time of day',
        })
      : msg(str`We emailed a code to ${isolate(method.hint)}. It works until ${until}.`, {
          id: 'reset.enter-code.lead-email-other',
          desc: '0: masked address; 1: time of day',
        });
  },
  body(step, context) {
    const again = step.actions.find(({ name }) => name === 'resend');
    return html`${field(context, {
      name: 'code',
      label: msg(str`${step.digits}-digit code`, {
        id: 'reset.enter-code.code',
        desc: 'Label of the code field; 0: how many digits',
      }),
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      className: step.digits === 6 ? 'code' : 'code plain',
      ltr: true,
      secret: true,
      belowId: step.triesLeft === undefined ? undefined : context.id('tries'),
      below: html`<div class="below">
        ${
          step.triesLeft === undefined
            ? nothing
            : html`<span id=${context.id('tries')}>${msg(str`Tries left: ${step.triesLeft}`, {
                id: 'reset.enter-code.tries-left',
                desc: 'Below the code field; 0: a number',
              })}</span>`
        }
        ${again ? resend(again, context) : nothing}
      </div>`,
    })}`;
  },
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data, { digits }) {
    const code = digitsIn(textOf(data, 'code'));
    if (code === '') return { problems: [{ code: 'code-required', field: 'code' }] };
    if (code.length !== digits || /\D/.test(code))
      return { problems: [{ code: 'code-malformed', field: 'code', params: { digits } }] };
    return { answer: { action: 'enter-code', code } };
  },
  onlyField: 'code',
  styles: css`
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .code,
      & .code[aria-invalid='true'] {
        --_cell: min(48px, 14.6cqi);
        block-size: calc(var(--_size) + 12px);
        padding-inline: calc(50% - 3 * var(--_cell) + (var(--_cell) - 1ch) / 2) 0 !important;
        font: 400 calc(var(--_rem) * 1.5) / 1 var(--_font-code);
        letter-spacing: calc(var(--_cell) - 1ch);
        text-align: left;
        /* In sRGB: Firefox draws hard stops of oklch colours as dots. */
        background-image: repeating-linear-gradient(
          90deg in srgb,
          var(--_line-strong) 0 calc(var(--_cell) - 12px),
          transparent 0 var(--_cell)
        );
        background-repeat: no-repeat;
        background-size: calc(6 * var(--_cell) - 12px) 2px;
        background-position: center bottom 12px;
      }
      & .code.plain {
        padding-inline: 16px !important;
        letter-spacing: 0.3em;
        background-image: none;
      }
      & .below {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 12px;
        margin-block-start: 8px;
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.8125);
        line-height: 1.385;
      }
      & .again {
        position: relative;
        padding: 0;
        border: 0;
        background: none;
        color: var(--_accent-text);
        font: inherit;
        font-weight: 500;
        cursor: pointer;
      }
      & .again::after {
        content: '';
        position: absolute;
        inset: -13px 0;
      }
      & .again:hover {
        text-decoration: underline;
        text-underline-offset: 4px;
      }
    }
    @media (forced-colors: active) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .code {
        background-image: none;
      }
    }
  `,
};
