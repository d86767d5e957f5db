import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Registered } from '../../contract/registration.js';
import { msg } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { SsprRegisteredEvent, SsprSkippedEvent } from '../end-events.js';
import { toneStyles } from '../parts/notice-tones.js';
import { recoverability } from '../parts/recoverability.js';
import { registrationRow, rowStyles } from '../parts/registration-row.js';
import { safeLink } from '../parts/safe-url.js';
import { check } from '../parts/signs.js';
import type { View } from '../view.js';

const clock = 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 6v6l4 2';

const summary = (registered: readonly Registered[]): TemplateResult =>
  html`<ul class="rows" role="list" aria-label=${msg('What is set up', {
    id: 'register.manage.list',
    desc: 'Name of a list',
  })}>
    ${registered.map((one) => {
      const { name, about } = registrationText(one);
      const { type, hint } = one;
      return registrationRow({
        type,
        name,
        about: hint ? html`<bdi dir="ltr">${hint}</bdi>` : about,
      });
    })}
  </ul>`;

/** The end of a registration: what is set up now, and what happens if something of it is lost. */
export const registrationDoneView: View<'done'> = {
  end: ({ outcome }) =>
    outcome === 'skipped'
      ? new SsprSkippedEvent()
      : new SsprRegisteredEvent(outcome === 'confirmed' ? outcome : 'registered'),
  sign: ({ outcome }) =>
    outcome === 'skipped' ? { icon: clock, tone: 'plain' } : { icon: check, tone: 'ok' },
  heading: ({ outcome }) =>
    outcome === 'skipped'
      ? msg('You can do it later', {
          id: 'register.done.heading-skipped',
          desc: 'Heading at the end',
        })
      : outcome === 'confirmed'
        ? msg('All of it is up to date', {
            id: 'register.done.heading-confirmed',
            desc: 'Heading at the end: everything registered is still right',
          })
        : msg('You are all set', { id: 'register.done.heading', desc: 'Heading at the end' }),
  lead: ({ outcome }) =>
    outcome === 'skipped'
      ? msg('You will be asked again when you next sign in.', {
          id: 'register.done.lead-skipped',
          desc: 'Below “You can do it later”',
        })
      : outcome === 'confirmed'
        ? msg('You can change it whenever something changes for you.', {
            id: 'register.done.lead-confirmed',
            desc: 'Below “All of it is up to date”',
          })
        : msg('If you forget your password, you can get back in by yourself.', {
            id: 'register.done.lead',
            desc: 'Below “You are all set”',
          }),
  body({ outcome, registered = [], signInUrl }, context) {
    // Of one who puts it off, it is only known where one more could be lost, or where there is nothing.
    const known =
      outcome !== 'skipped' ||
      registered.some(({ ifLost }) => ifLost.resets) ||
      !registered.some(({ resets }) => resets);
    const resetsNow = outcome !== 'skipped' || registered.some(({ resets }) => resets);
    const onwards = msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' });
    const link = safeLink(signInUrl);
    return html`
      ${registered.length ? summary(registered) : nothing}
      ${known ? recoverability({ registered, resetsNow }, context) : nothing}
      ${
        context.dialog
          ? html`<button type="button" class="button" @click=${context.close}>${onwards}</button>`
          : link
            ? html`<a class="button" href=${ifDefined(link)}>${onwards}</a>`
            : nothing
      }
    `;
  },
  styles: css`
    ${rowStyles}
    ${toneStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .rows {
      margin-block-end: 8px;
    }
  `,
};
