import { msg } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import type { View } from '../view.js';

/** Who are you: the first screen, drawn before the backend has said anything. */
export const identifyView: View<'identify'> = {
  heading: () =>
    msg('Get back into your account', {
      id: 'reset.identify.heading',
      desc: 'Heading of the first screen',
    }),
  lead: () =>
    msg('Tell us which account it is. You can prove it’s yours in the next step.', {
      id: 'reset.identify.lead',
      desc: 'Below the heading of the first screen',
    }),
  body: (_step, context) =>
    field(context, {
      name: 'username',
      label: msg('Username', { id: 'reset.identify.username', desc: 'Label of a field' }),
      hint: msg('Usually your work email address', {
        id: 'reset.identify.username-hint',
        desc: 'Below the username field',
      }),
      autocomplete: 'username',
      maxLength: 320,
      ltr: true,
      value: context.username,
    }),
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data) {
    const username = textOf(data, 'username').trim();
    return username
      ? { start: { username } }
      : { problems: [{ code: 'username-required', field: 'username' }] };
  },
  onlyField: 'username',
};
