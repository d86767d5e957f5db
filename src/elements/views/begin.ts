import type { RegistrationIntent } from '../../contract/answer.js';
import { msg } from '../../localization/msg.js';
import type { Settings, View } from '../view.js';

const modes: readonly string[] = ['interrupt', 'manage', 'reconfirm'];

/** What starts a registration. An attribute may say anything: what is not known is left to the backend. */
export const intentOf = ({ mode }: Pick<Settings, 'mode'>): RegistrationIntent =>
  mode !== undefined && modes.includes(mode) ? { mode } : {};

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
