import { deny } from '../policy/index.js';
import type { Core } from './core.js';
import { type Remarks, remark } from './remarks.js';
import type { ResetFlow } from './reset-flow.js';

/** Whether the person can call for help from here (rules NOTIFY-3, THROTTLE-6). */
export const mayContact = (core: Core, flow: ResetFlow): boolean =>
  core.policy().helpdesk === undefined &&
  core.throttles.check('contactsPerAccount', flow.key).allowed &&
  core.throttles.check('contactsPerClient', flow.client).allowed;

/** Calls the administrators; the same answer whether or not there is anybody to help (rule REFUSAL-2). */
export function contact(core: Core, flow: ResetFlow): Remarks {
  const { throttles, mailer, journal } = core;
  if (!mayContact(core, flow)) return remark(deny('THROTTLE-6', 'action-unavailable'));
  throttles.add('contactsPerAccount', flow.key);
  throttles.add('contactsPerClient', flow.client);
  if (flow.account) mailer.contact(flow.account, flow.supportCode);
  journal.progress(flow, 'Contacted administrator', { rule: 'NOTIFY-3' });
  return { notices: [{ code: 'administrator-contacted' }] };
}
