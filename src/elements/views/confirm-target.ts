import { isolate, unbroken } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { phoneField, phoneNumberOf, phoneStyles } from '../parts/phone-field.js';
import type { View } from '../view.js';

/** Type the whole number before anything is sent there (rule PHONE-3). */
export const confirmTargetView: View<'confirm-target'> = {
  heading: () =>
    msg('Confirm your number', { id: 'reset.confirm-target.heading', desc: 'Heading' }),
  lead: ({ method }) =>
    msg(
      str`To protect it, we show only its end: ${isolate(unbroken(method.hint ?? ''))}. Type all of it.`,
      {
        id: 'reset.confirm-target.lead',
        desc: '0: a masked telephone number',
      },
    ),
  body: (_, context) =>
    phoneField(context, {
      name: 'target',
      label: msg('Telephone number', {
        id: 'reset.confirm-target.target',
        desc: 'Label of a field',
      }),
    }),
  submit({ method }) {
    if (method.type === 'text')
      return msg('Text me', { id: 'reset.confirm-target.text', desc: 'Button: sends a text' });
    if (method.type === 'whatsapp')
      return msg('Send WhatsApp message', {
        id: 'reset.confirm-target.whatsapp',
        desc: 'Button: sends a WhatsApp message',
      });
    return msg('Call me', { id: 'reset.confirm-target.call', desc: 'Button: makes a call' });
  },
  read(data) {
    const { number: target } = phoneNumberOf(data, 'target');
    return target
      ? { answer: { action: 'confirm-target', target } }
      : { problems: [{ code: 'target-required', field: 'target' }] };
  },
  onlyField: 'target',
  styles: phoneStyles,
};
