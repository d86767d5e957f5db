import { css, html, nothing } from 'lit';
import type { Steps } from '../../contract/step.js';
import { duration, isolate, unbroken } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { below, belowStyles, onceMore } from '../parts/below.js';
import { icon, icons } from '../parts/icon.js';
import type { View, ViewContext } from '../view.js';

const ringing =
  'M13 2a9 9 0 0 1 9 9M13 6a5 5 0 0 1 5 5M13.83 16.57a1 1 0 0 0 1.21-.3l.36-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.39';

/**
 * Whether nobody waits any more. Not by the clock of this screen: what came of it is told by the next
 * step, and until then nothing moves.
 */
const over = ({ for: what, waitExpiresInMs }: Steps['wait']): boolean =>
  what !== 'writeback' && !waitExpiresInMs;

/** What is left of a wait, as a line that gets shorter; the words beside it say the same. */
const drain = ({ waitExpiresInMs: all = 0 }: Steps['wait'], { left }: ViewContext) =>
  html`<svg class="drain" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path d="M0 .5H100"></path><path class="left" d=${`M0 .5H${(100 * left(all)) / all}`}></path></svg>`;

/** The number that was said for a screen: each is said once (WCAG 4.1.3). */
const said = new WeakMap<AbortSignal, string>();

/** Something happens elsewhere, and the next step comes by itself. */
export const waitView: View<'wait'> = {
  heading(step) {
    if (over(step))
      return step.for === 'call'
        ? msg('The call is over', {
            id: 'reset.wait.heading-call-over',
            desc: 'Heading: nobody has answered the call',
          })
        : msg('The request is over', {
            id: 'reset.wait.heading-notification-over',
            desc: 'Heading: nobody has answered the request in the app',
          });
    if (step.for === 'call')
      return msg('We are calling you', { id: 'reset.wait.heading-call', desc: 'Heading' });
    if (step.for === 'notification')
      return msg('Approve in your app', { id: 'reset.wait.heading-notification', desc: 'Heading' });
    return msg('Saving your new password', { id: 'reset.wait.heading-saving', desc: 'Heading' });
  },
  lead(step) {
    const { for: what, method } = step;
    if (over(step)) return '';
    if (what === 'call')
      return msg(
        str`Answer the call to ${isolate(unbroken(method?.hint ?? ''))} and press the hash key: ${isolate('#')}.`,
        { id: 'reset.wait.lead-call', desc: '0: a masked telephone number; 1: the key' },
      );
    if (what === 'notification' && step.purpose === 'registration')
      return msg('We sent a test to your app. Open it and type this number.', {
        id: 'register.wait.lead-notification',
        desc: 'Above a number of two digits: the test of an authenticator app',
      });
    if (what === 'notification')
      return msg('Open your authenticator app and type this number.', {
        id: 'reset.wait.lead-notification',
        desc: 'Above a number of two digits',
      });
    return msg('This can take a moment. You can leave this page open.', {
      id: 'reset.wait.lead-saving',
      desc: 'While a password travels to servers of the organisation',
    });
  },
  body(step, context) {
    const waits = !over(step);
    return html`
      ${
        waits
          ? html`<div class="elsewhere">
              ${step.number === undefined ? nothing : html`<p class="number" dir="ltr">${step.number}</p>`}
              ${step.for === 'call' ? icon(ringing, 'ringing') : nothing}
              <p class="waiting">${icon(icons.turning, 'turning')}<span>${
                step.for === 'writeback'
                  ? msg('One moment', {
                      id: 'common.one-moment',
                      desc: 'While the next step loads, and on a button that is busy',
                    })
                  : msg(
                      str`Waiting for your answer, ${duration(context.left(step.waitExpiresInMs ?? 0), context.locale)}`,
                      {
                        id: 'reset.wait.left',
                        desc: '0: minutes and seconds that are left, as 0:42',
                      },
                    )
              }</span></p>
              ${step.for === 'notification' ? drain(step, context) : nothing}
            </div>`
          : nothing
      }
      ${below(step, context)}
      ${onceMore(step, context, step.for === 'call' ? 'call' : 'notification', !waits)}
    `;
  },
  drawn(_form, { number, notices }, { running, words, announce }) {
    if (number === undefined || !running || said.get(running.signal) === number) return;
    said.set(running.signal, number);
    const told = msg(str`The number is ${number}.`, {
      id: 'reset.wait.number',
      desc: 'Said to screen readers: the number to type in the authenticator app; 0: two digits',
    });
    announce([...notices.map(words.notice), told].join(' '));
  },
  styles: css`
    ${belowStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .elsewhere {
        display: grid;
        gap: 8px;
        justify-items: center;
        padding: 20px 16px;
        border: var(--_border) solid var(--_line);
        border-radius: 12px;
        background: var(--_sunken);
        text-align: center;
      }
      & .number {
        font: 600 calc(var(--_rem) * 4) / 1.0625 var(--_font-heading);
        font-variant-numeric: tabular-nums;
      }
      & .ringing {
        inline-size: 36px;
        block-size: 36px;
        margin: 8px;
        color: var(--_accent-text);
      }
      & .waiting {
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.8125);
        line-height: 1.385;
      }
      & .drain {
        inline-size: 100%;
        block-size: 3px;
        margin-block-start: 4px;
        color: var(--_line);
        stroke-width: 1;
        stroke-linecap: butt;
      }
      & .drain .left {
        stroke: var(--_accent);
      }
      &:dir(rtl) .drain {
        scale: -1 1;
      }
      & .elsewhere ~ .button {
        margin-block-start: 16px;
      }
      & .button.secondary {
        border-color: var(--_line-strong);
        background: var(--_surface);
        color: var(--_text);
      }
      & .button.secondary:hover {
        background: var(--_hover);
      }
      & .button.off,
      & .button.off:hover {
        border-color: var(--_line);
        background: var(--_sunken);
        color: var(--_muted);
        cursor: default;
      }
      & .waiting svg {
        margin-inline-end: 8px;
      }
    }
    @media (forced-colors: active) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .drain .left {
        stroke: Highlight;
      }
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .button.secondary {
        border-color: ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .button.off {
        border-color: GrayText;
        background: Canvas;
        color: GrayText;
      }
    }
  `,
};
