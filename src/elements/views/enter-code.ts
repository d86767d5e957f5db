import { css, html, nothing } from 'lit';
import type { Steps } from '../../contract/step.js';
import { clockTime, duration, isolate, unbroken } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { codeLeft, warnBefore } from '../later/time-left.js';
import { below, belowStyles } from '../parts/below.js';
import { field, textOf } from '../parts/field.js';
import { icon, icons } from '../parts/icon.js';
import type { View, ViewContext } from '../view.js';

/** Digits that are typed or pasted with spaces or hyphens between them are still the same digits. */
const digitsIn = (typed: string) =>
  // Digits of other scripts are what some keyboards type; the backend compares Latin ones.
  typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\u200e\u200f\u2066-\u2069‐-―-]/g, '');

/** The last minute of a code, and its end: a new one is offered in place (WCAG 2.2.1). */
function lifetime(step: Steps['enter-code'], context: ViewContext) {
  const left = codeLeft(step, context);
  if (left === undefined || left > warnBefore.code) return nothing;
  // Whoever has typed a code that is too old is told so already.
  if (left === 0 && context.problems.some(({ code }) => code === 'code-expired')) return nothing;
  return left > 0
    ? html`<p class="hint" id=${context.id('lifetime')}>${msg(
        str`This code works for another ${duration(left, context.locale)}.`,
        {
          id: 'reset.enter-code.left',
          desc: 'Below the code field, in the last minute; 0: minutes and seconds, as 0:42',
        },
      )}</p>`
    : html`<p class="error" id=${context.id('lifetime')}>${icon(icons.alert)}<span>${msg(
        'This code has run out. You can have a new one sent.',
        {
          id: 'reset.enter-code.over',
          desc: 'Below the code field, and said to screen readers',
        },
      )}</span></p>`;
}

/** Screens for which a text message is being listened for. */
const listening = new WeakSet<AbortSignal>();

/**
 * Where the browser can read a code from a text message that names this page (WebOTP), it asks the
 * person and fills it in; it is sent by hand like any other (WCAG 3.2.2).
 */
async function listen(form: HTMLFormElement, signal: AbortSignal) {
  if (!('OTPCredential' in globalThis) || listening.has(signal)) return;
  listening.add(signal);
  // Not yet known to TypeScript's library.
  const otp: CredentialRequestOptions & { readonly otp: object } = {
    otp: { transport: ['sms'] },
    signal,
  };
  const got: unknown = await navigator.credentials.get(otp).catch(() => undefined);
  const field = form.querySelector<HTMLInputElement>('input[name=code]');
  if (!field || signal.aborted || typeof got !== 'object' || got === null) return;
  if (!('code' in got) || typeof got.code !== 'string') return;
  field.value = got.code;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Whether an app shows for the first time that it works (rule REGISTER-5). */
const testsApp = ({ purpose, method }: Steps['enter-code']): boolean =>
  purpose === 'registration' && method.type === 'app-code';

/** Type a code that was sent, or that an app shows. */
export const enterCodeView: View<'enter-code'> = {
  heading: (step) =>
    testsApp(step)
      ? msg('Type the code from your app', {
          id: 'register.enter-code.heading-app',
          desc: 'Heading: the test of an authenticator app',
        })
      : msg('Enter the code', { id: 'reset.enter-code.heading', desc: 'Heading' }),
  lead(step, { at, locale, branding }) {
    const { method, digits, codeExpiresInMs } = step;
    if (testsApp(step))
      return msg('It changes often. The one on the screen now is right.', {
        id: 'register.enter-code.lead-app',
        desc: 'Below “Type the code from your app”',
      });
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
    if (!method.hint || codeExpiresInMs === undefined)
      return msg('Type the code that you have received.', {
        id: 'reset.enter-code.lead',
        desc: 'Where it is not known how the code travels',
      });
    const until = clockTime(at(codeExpiresInMs), locale);
    if (method.type !== 'email')
      return msg(
        str`We sent a code to ${isolate(unbroken(method.hint))}. It works until ${until}.`,
        {
          id: 'reset.enter-code.lead-message',
          desc: 'A code by text or WhatsApp; 0: masked number; 1: time of day',
        },
      );
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
    const life = lifetime(step, context);
    const about = [
      life !== nothing && context.id('lifetime'),
      step.triesLeft !== undefined && context.id('tries'),
    ].filter(Boolean);
    return field(context, {
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
      belowId: about.join(' ') || undefined,
      below: html`${life}${below(step, context)}`,
    });
  },
  submit: ({ purpose }) =>
    purpose === 'registration'
      ? msg('Check', {
          id: 'register.enter-code.check',
          desc: 'Button: tests what is being registered',
        })
      : msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  back: (step) =>
    testsApp(step)
      ? msg('Back to the picture', {
          id: 'reset.captcha.back',
          desc: 'Button: characters in a picture instead of what is shown now',
        })
      : undefined,
  read(data, { digits }) {
    const code = digitsIn(textOf(data, 'code'));
    if (code === '') return { problems: [{ code: 'code-required', field: 'code' }] };
    if (code.length !== digits || /\D/.test(code))
      return { problems: [{ code: 'code-malformed', field: 'code', params: { digits } }] };
    return { answer: { action: 'enter-code', code } };
  },
  drawn(form, { method }, { running }) {
    if (method.type === 'text' && running) listen(form, running.signal);
  },
  onlyField: 'code',
  styles: css`
    ${belowStyles}
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
    }
    @media (forced-colors: active) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .code {
        background-image: none;
      }
    }
  `,
};
