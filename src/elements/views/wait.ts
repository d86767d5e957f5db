import { css, html, nothing } from 'lit';
import { duration, isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { below, belowStyles } from '../parts/below.js';
import { icon, icons } from '../parts/icon.js';
import type { View } from '../view.js';

/** Something happens elsewhere, and the next step comes by itself. */
export const waitView: View<'wait'> = {
  heading(step) {
    if (step.for === 'call')
      return msg('We are calling you', { id: 'reset.wait.heading-call', desc: 'Heading' });
    if (step.for === 'notification')
      return msg('Approve in your app', { id: 'reset.wait.heading-notification', desc: 'Heading' });
    return msg('Saving your new password', { id: 'reset.wait.heading-saving', desc: 'Heading' });
  },
  lead({ for: what, method }) {
    if (what === 'call')
      return msg(
        str`Answer the call to ${isolate(method?.hint ?? '')} and press the hash key: ${isolate('#')}.`,
        { id: 'reset.wait.lead-call', desc: '0: a masked telephone number; 1: the key' },
      );
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
    const left = step.waitExpiresInMs === undefined ? 0 : context.left(step.waitExpiresInMs);
    const waits = step.for === 'writeback' || left > 0;
    return html`
      ${step.number !== undefined && waits ? html`<p class="number" dir="ltr">${step.number}</p>` : nothing}
      ${
        waits
          ? html`<p class="waiting">${icon(icons.turning, 'turning')}<span>${
              step.for === 'writeback'
                ? msg('One moment', {
                    id: 'common.one-moment',
                    desc: 'While the next step loads, and on a button that is busy',
                  })
                : msg(str`Waiting for your answer, ${duration(left, context.locale)}`, {
                    id: 'reset.wait.left',
                    desc: '0: minutes and seconds that are left, as 0:42',
                  })
            }</span></p>`
          : nothing
      }
      ${below(step, context, step.for === 'call' ? 'call' : 'notification')}
    `;
  },
  styles: css`
    ${belowStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .number {
        margin: 0 0 16px;
        padding: 16px;
        border: var(--_border) solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_page);
        font: 600 calc(var(--_rem) * 3) / 1 var(--_font-code);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.08em;
        text-align: center;
        user-select: all;
      }
      & .waiting {
        display: flex;
        gap: 8px;
        align-items: center;
        margin: 0;
        color: var(--_muted);
      }
    }
  `,
};
