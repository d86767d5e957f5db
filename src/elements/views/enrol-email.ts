import { html } from 'lit';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import { retiringNotice, retiringStyles } from '../parts/retiring-notice.js';
import type { View } from '../view.js';

/** Type an address that is read when everything else is out of reach (rules EMAIL-1, REGISTER-5). */
export const enrolEmailView: View<'enrol-email'> = {
  heading: () =>
    msg('Add an email address', { id: 'register.enrol-email.heading', desc: 'Heading' }),
  lead: () =>
    msg('We send one code to check that it reaches you.', {
      id: 'register.enrol-email.lead',
      desc: 'Below “Add an email address”',
    }),
  body: (step, context) => html`
    ${field(context, {
      name: 'address',
      label: msg('Email address', { id: 'register.enrol-email.address', desc: 'Label of a field' }),
      hint: context.branding
        ? msg(
            str`A private one: you can read it when you are locked out of ${isolate(context.branding.name, 'auto')}.`,
            {
              id: 'register.enrol-email.hint-of',
              desc: 'Below the field for an address; 0: name of the organisation',
            },
          )
        : msg('A private one: you can read it when you are locked out.', {
            id: 'register.enrol-email.hint',
            desc: 'Below the field for an address',
          }),
      type: 'email',
      autocomplete: 'email',
      ltr: true,
      secret: true,
    })}
    ${retiringNotice(step, context)}
  `,
  submit: () => msg('Send code', { id: 'register.send-code', desc: 'Button: sends a code' }),
  read(data) {
    const address = textOf(data, 'address').trim();
    return address
      ? { answer: { action: 'enrol-email', address } }
      : { problems: [{ code: 'address-required', field: 'address' }] };
  },
  onlyField: 'address',
  styles: retiringStyles,
};
