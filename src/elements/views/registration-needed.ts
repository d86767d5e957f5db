import { css, html, type TemplateResult } from 'lit';
import type { Branding } from '../../contract/parts.js';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { registrationRow, rowStyles } from '../parts/registration-row.js';
import type { View } from '../view.js';

/** What it is good for, for those who want to know. */
const why = (branding: Branding | undefined): TemplateResult => html`<details class="why">
  <summary>${
    branding
      ? msg(str`Why does ${isolate(branding.name, 'auto')} ask for this?`, {
          id: 'register.needed.why-of',
          desc: 'Opens a few words about why more is asked for; 0: name of the organisation',
        })
      : msg('Why is this asked for?', {
          id: 'register.needed.why',
          desc: 'Opens a few words about why more is asked for',
        })
  }</summary>
  <p>${msg(
    'With these you can prove it’s you when you have forgotten your password, and get back in by yourself. Without them the service desk has to help you first.',
    { id: 'register.needed.because', desc: 'Below “Why does Contoso ask for this?”' },
  )}</p>
</details>`;

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
  body: ({ missing }, { branding }) => html`
    <ul class="rows" role="list" aria-label=${msg('What is missing', {
      id: 'register.needed.label',
      desc: 'Name of a list, for screen readers',
    })}>
      ${missing.map((type) => registrationRow({ type, ...registrationText({ type }) }))}
    </ul>
    ${why(branding)}
  `,
  submit: () =>
    msg('Start', { id: 'register.needed.start', desc: 'Button: sets up what is missing' }),
  read: () => ({ answer: { action: 'confirm' } }),
  styles: css`
    ${rowStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .why {
        margin-block-end: -12px;
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.8125);
        line-height: 1.385;
      }
      & summary {
        display: flex;
        align-items: center;
        inline-size: fit-content;
        min-block-size: 44px;
        border-radius: 6px;
        text-decoration: underline;
        text-underline-offset: 4px;
        cursor: pointer;
      }
      & summary:hover {
        color: var(--_text);
      }
      & .why[open] {
        margin-block-end: 0;
      }
    }
  `,
};
