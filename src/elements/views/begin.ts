import type { RegistrationIntent } from '../../contract/answer.js';
import { msg } from '../../localization/msg.js';
import type { Settings, View } from '../view.js';

const modes: readonly string[] = ['interrupt', 'manage', 'reconfirm'];

/** Modes that there are not: developers are told once. */
const unknownModes = new Set<string>();

/** What starts a registration. An attribute may say anything: what is not known is left to the backend. */
export function intentOf({ mode }: Pick<Settings, 'mode'>): RegistrationIntent {
  if (mode === undefined || mode === null) return {};
  if (modes.includes(mode)) return { mode };
  if (!unknownModes.has(mode))
    console.warn(`<sspr-register>: mode is one of ${modes.join(', ')}; not “${mode}”.`);
  unknownModes.add(mode);
  return {};
}

/** Before a registration has come, and when it was left. */
export const beginView: View<'begin'> = {
  heading: () =>
    msg('Security info', { id: 'register.begin.heading', desc: 'Heading of the registration' }),
  lead: () =>
    msg('The ways in which you can prove that it’s you.', {
      id: 'register.begin.lead',
      desc: 'Below the heading of the registration, before anything has come',
    }),
  body: () => '',
  submit: () =>
    msg('Begin', { id: 'register.begin.submit', desc: 'Button: opens the registration' }),
  read: (_data, _step, { settings }) => ({ start: intentOf(settings) }),
};
