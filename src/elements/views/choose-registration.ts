import { css } from 'lit';
import { msg } from '../../localization/msg.js';
import { actStyles } from '../parts/act-button.js';
import { registrableList, registrableStyles } from '../parts/registrable-list.js';
import { rowStyles } from '../parts/registration-row.js';
import type { View } from '../view.js';

/** Choose what to register instead (rule REGISTER-3). */
export const chooseRegistrationView: View<'choose-registration'> = {
  heading: () =>
    msg('Set up a different method', {
      id: 'register.choose.heading',
      desc: 'Heading: choose what to register',
    }),
  lead: () =>
    msg('The safest comes first. Choose one that you will still have next year.', {
      id: 'register.choose.lead',
      desc: 'Below “Set up a different method”',
    }),
  body: ({ registrable }, context) => registrableList(registrable, context),
  styles: css`
    ${rowStyles}
    ${registrableStyles}
    ${actStyles}
  `,
};
