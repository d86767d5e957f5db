import { html, nothing, type TemplateResult } from 'lit';
import type { FlowStep } from '../../flow/state.js';
import { duration } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { canContact, helpdeskLink, startsOver } from '../parts/helpdesk-link.js';
import { icon } from '../parts/icon.js';
import type { ViewContext } from '../view.js';
import { timer } from './time-left.js';

/** Help, the time that is left, and the code to quote: in plain sight, quiet. What the page brings, always. */
export function foot(step: FlowStep, context: ViewContext): TemplateResult {
  // The ends bring help and support code into their middle, but for the one that only wants a restart.
  const ended =
    step.kind === 'done' || step.kind === 'leave' || (step.kind === 'refused' && !startsOver(step));
  const link = helpdeskLink(context.branding, step.supportCode);
  const words = msg('Contact your administrator', {
    id: 'common.contact',
    desc: 'Button or link: asks for help',
  });
  const { expiresInMs, supportCode } = step;
  const left =
    expiresInMs === undefined ? undefined : duration(context.left(expiresInMs), context.locale);
  const contact = link
    ? html`<a class="contact" href=${link} target=${link.startsWith('mailto:') ? '_self' : '_blank'} rel="noopener noreferrer">${words}</a>`
    : canContact(step)
      ? html`<button class="contact" @click=${() => context.answer({ action: 'contact' })}>${words}</button>`
      : nothing;
  if (ended || (contact === nothing && left === undefined && !supportCode))
    return html`<slot name="help"></slot><slot name="footer"></slot>`;
  return html`<div class="foot" part="foot">
    <slot name="help">${contact}</slot>
    ${
      left === undefined
        ? nothing
        : html`<span class="left">${icon(timer)}${msg(str`${left} left`, {
            id: 'common.time-left',
            desc: 'Time until the reset runs out; 0: minutes and seconds, as 12:40',
          })}</span>`
    }
    ${
      supportCode
        ? html`<span class="support">${msg('Support code', {
            id: 'common.support-code',
            desc: 'Before a code to quote to the service desk',
          })} <code dir="ltr">${supportCode}</code></span>`
        : nothing
    }
    <slot name="footer"></slot>
  </div>`;
}
