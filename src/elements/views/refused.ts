import { css, html, nothing, type TemplateResult } from 'lit';
import type { Steps } from '../../contract/step.js';
import { dayAndTime } from '../../localization/format.js';
import { msg } from '../../localization/msg.js';
import { refusalText } from '../../localization/refusal-words.js';
import { SsprRefusedEvent } from '../end-events.js';
import { closeButton, restartLabel } from '../parts/end-buttons.js';
import { fact } from '../parts/fact.js';
import { canContact, helpdeskLink, startsOver } from '../parts/helpdesk-link.js';
import { helpdeskPanel } from '../parts/helpdesk-panel.js';
import { ladder, ladderStyles } from '../parts/ladder.js';
import { lifeBuoy, shield, timerOff } from '../parts/signs.js';
import { supportPanel } from '../parts/support-panel.js';
import { endStyles as styles } from '../styles/end.js';
import type { View, ViewContext } from '../view.js';

const clock = 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 6v6l4 2';

/** The way to help: the organisation's own, else a message to its administrators; none where there is neither. */
function helpButton(step: Steps['refused'], context: ViewContext): TemplateResult | undefined {
  // A block passes by itself: help is offered, not urged.
  const look = step.code === 'blocked-until' ? 'button secondary' : 'button';
  const href = helpdeskLink(context.branding, step.supportCode);
  if (href?.startsWith('mailto:'))
    return html`<a class=${look} href=${href}>${msg('Write to the service desk', {
      id: 'reset.refused.write',
      desc: 'Button: starts a mail to the service desk',
    })}</a>`;
  if (href)
    return html`<a class=${look} href=${href} target="_blank" rel="noopener noreferrer">${msg(
      'Open the service desk',
      { id: 'reset.refused.open', desc: 'Button: a link to the service desk’s page' },
    )}</a>`;
  return canContact(step)
    ? html`<button type="button" class=${look} @click=${() => context.answer({ action: 'contact' })}>${msg(
        'Contact your administrator',
        { id: 'common.contact', desc: 'Button or link: asks for help' },
      )}</button>`
    : undefined;
}

/** It ends here: what happened, what to do next, where to find help (rule REFUSAL-1). */
export const refusedView: View<'refused'> = {
  end: ({ code }) => new SsprRefusedEvent(code),
  sign: ({ code }) =>
    code === 'flow-expired'
      ? { icon: timerOff, tone: 'plain' }
      : code === 'blocked-until'
        ? { icon: shield, tone: 'warn' }
        : { icon: lifeBuoy, tone: 'plain' },
  heading: ({ code, text }) => refusalText(code, text).heading,
  lead: ({ code, text }) => refusalText(code, text).lead,
  body(step, context) {
    const restart = (look: string) =>
      html`<button type="button" class=${look} @click=${context.restart}>${restartLabel()}</button>`;
    const close = closeButton(context);
    if (startsOver(step)) return html`${restart('button')}<div class="ways">${close}</div>`;
    const help = helpButton(step, context);
    return html`
      ${
        step.retryInMs === undefined
          ? nothing
          : html`<ul class="facts panel filled" role="list">${fact(
              clock,
              msg('You can try again from', {
                id: 'reset.refused.retry-from',
                desc: 'Before a day and time',
              }),
              dayAndTime(context.at(step.retryInMs), context.locale),
            )}</ul>`
      }
      ${helpdeskPanel(context)}
      ${ladder(step.ladder)}
      ${step.supportCode ? supportPanel(step.supportCode, context) : nothing}
      ${help ?? restart('button')}
      <div class="ways">${help ? restart('quiet') : nothing}${close}</div>
    `;
  },
  styles: css`
    ${styles}
    ${ladderStyles}
  `,
};
