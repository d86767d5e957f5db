import type { Branding } from '../../contract/parts.js';
import { tokenOf } from '../../flow/screen.js';
import type { FlowStep } from '../../flow/state.js';
import { msg, str } from '../../localization/msg.js';
import { safeLink } from './safe-url.js';

/** A mail to an address, and to nobody else whatever stands in it (RFC 6068). */
export const mailLink = (address: string): string =>
  `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;

/** The way to the helpdesk that the organisation has set: its page, or a mail with the support code. */
export function helpdeskLink(branding: Branding | undefined, supportCode = ''): string | undefined {
  const { url, email } = branding?.helpdesk ?? {};
  const page = safeLink(url);
  if (page || !email) return page;
  const subject = msg(str`Password reset, support code ${supportCode}`, {
    id: 'common.mail-subject',
    desc: 'Subject of a mail to the service desk; 0: a code',
  });
  return `${mailLink(email)}?subject=${encodeURIComponent(subject)}`;
}

/** Whether the backend writes to the administrators on the person's behalf (rule NOTIFY-3). */
export const canContact = (step: FlowStep): boolean =>
  tokenOf(step) !== undefined && step.actions.some(({ name }) => name === 'contact');

/** Whether a refusal asks for nothing but to start again: nobody needs help with that. */
export const startsOver = (step: FlowStep): boolean =>
  step.kind === 'refused' && (step.code === 'flow-expired' || step.code === 'flow-superseded');
