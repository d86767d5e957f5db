import { msg } from '../../localization/msg.js';
import type { View } from '../view.js';

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
  read: (_data, _step, { mode }) => ({ start: mode ? { mode } : {} }),
};
