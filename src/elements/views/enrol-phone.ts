import { css, html, nothing } from 'lit';
import type { RegistrationSteps } from '../../contract/step.js';
import { msg } from '../../localization/msg.js';
import { field, problemOf, textOf } from '../parts/field.js';
import { phoneField, phoneNumberOf, phoneStyles } from '../parts/phone-field.js';
import { retiringNotice, retiringStyles } from '../parts/retiring-notice.js';
import { segments, segmentsStyles } from '../parts/segments.js';
import type { View } from '../view.js';

type Step = RegistrationSteps['enrol-phone'];
type Channel = Step['channels'][number];

const channelName: { readonly [C in Channel]: () => string } = {
  text: () =>
    msg('Text', { id: 'register.enrol-phone.text', desc: 'One of the ways to send a code' }),
  whatsapp: () =>
    msg('WhatsApp', {
      id: 'register.enrol-phone.whatsapp',
      desc: 'One of the ways to send a code',
    }),
  call: () =>
    msg('Call', { id: 'register.enrol-phone.call', desc: 'One of the ways to send a code' }),
};

const onlyCalls = ({ channels }: Step): boolean => channels.every((channel) => channel === 'call');

/** Type a telephone number, and say how it shall be proven (rules PHONE-1, REGISTER-5). */
export const enrolPhoneView: View<'enrol-phone'> = {
  heading({ type }) {
    if (type === 'office-phone')
      return msg('Add your office phone', {
        id: 'register.enrol-phone.heading-office',
        desc: 'Heading',
      });
    return type === 'alternate-phone'
      ? msg('Add another phone', {
          id: 'register.enrol-phone.heading-alternate',
          desc: 'Heading: a second telephone number, for when the first is lost',
        })
      : msg('Add your mobile phone', {
          id: 'register.enrol-phone.heading',
          desc: 'Heading',
        });
  },
  lead: (step) =>
    onlyCalls(step)
      ? msg('We call it once to check that the number works.', {
          id: 'register.enrol-phone.lead-call',
          desc: 'Below “Add your office phone” and the like',
        })
      : msg('We send one code to check that the number works.', {
          id: 'register.enrol-phone.lead',
          desc: 'Below “Add your mobile phone” and the like',
        }),
  body: (step, context) => html`
    ${phoneField(context, {
      name: 'number',
      label: msg('Phone number', { id: 'register.enrol-phone.number', desc: 'Label of a field' }),
      country: step.country,
    })}
    ${
      step.type === 'office-phone'
        ? field(context, {
            name: 'extension',
            label: msg('Extension, if there is one', {
              id: 'register.enrol-phone.extension',
              desc: 'Label of a field: what is dialled inside the office',
            }),
            hint: msg('We keep it for you to see. Calls go to the number without it.', {
              id: 'register.enrol-phone.extension-hint',
              desc: 'Below the field for an extension',
            }),
            autocomplete: 'tel-extension',
            inputmode: 'numeric',
            maxLength: 20,
            required: false,
            ltr: true,
            secret: true,
          })
        : nothing
    }
    ${
      // Also where only one is left and another was chosen.
      step.channels.length > 1 || problemOf(context, 'channel')
        ? segments(context, {
            name: 'channel',
            label: msg('How shall we send the code?', {
              id: 'register.enrol-phone.channel',
              desc: 'Above “Text”, “WhatsApp”, “Call”',
            }),
            choices: step.channels.map((value) => ({ value, text: channelName[value]() })),
          })
        : nothing
    }
    ${retiringNotice(step, context)}
  `,
  submit: (step, context) =>
    onlyCalls(step) || context.typed('channel') === 'call'
      ? msg('Call me', { id: 'register.enrol-phone.call-me', desc: 'Button: makes a call' })
      : msg('Send code', { id: 'register.send-code', desc: 'Button: sends a code' }),
  read(data, { channels }) {
    const number = phoneNumberOf(data, 'number');
    if (!number.number) return { problems: [{ code: 'number-required', field: 'number' }] };
    const channel = channels.find((one) => one === textOf(data, 'channel')) ?? channels[0];
    if (!channel) return { problems: [{ code: 'method-unavailable' }] };
    const extension = textOf(data, 'extension').trim();
    return {
      answer: { action: 'enrol-phone', ...number, channel, ...(extension && { extension }) },
    };
  },
  onlyField: 'number',
  styles: css`
    ${phoneStyles}
    ${segmentsStyles}
    ${retiringStyles}
  `,
};
