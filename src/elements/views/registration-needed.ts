import { html } from 'lit';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { registrationRow, rowStyles as styles } from '../parts/registration-row.js';
import type { View } from '../view.js';

/** The organisation needs more: what is missing, before the first of it (rule REGISTER-1). */
export const registrationNeededView: View<'registration-needed'> = {
  heading: () =>
    msg('Make sure you can always get back in', {
      id: 'register.needed.heading',
      desc: 'Heading: something is missing for a reset',
    }),
  lead({ missing }, { branding }) {
    const organisation = isolate(
      branding?.name ??
        msg('Your organisation', {
          id: 'register.your-organisation',
          desc: 'At the start of a sentence, in place of its name',
        }),
      'auto',
    );
    return missing.length === 1
      ? msg(
          str`${organisation} asks for one more way to prove it’s you. It takes about a minute.`,
          {
            id: 'register.needed.lead-one',
            desc: '0: name of the organisation',
          },
        )
      : msg(str`${organisation} asks for more ways to prove it’s you. It takes a few minutes.`, {
          id: 'register.needed.lead',
          desc: '0: name of the organisation; two or more things are missing',
        });
  },
  body: ({ missing }) => html`
    <ul class="rows" role="list" aria-label=${msg('What is missing', {
      id: 'register.needed.label',
      desc: 'Name of a list, for screen readers',
    })}>
      ${missing.map((type) => registrationRow({ type, ...registrationText({ type }) }))}
    </ul>
  `,
  submit: () =>
    msg('Start', { id: 'register.needed.start', desc: 'Button: sets up what is missing' }),
  read: () => ({ answer: { action: 'confirm' } }),
  styles,
};
