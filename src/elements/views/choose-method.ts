import { html } from 'lit';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { errorLine, problemOf, textOf } from '../parts/field.js';
import { SsprMethodPicker } from '../sspr-method-picker.js';
import type { View } from '../view.js';

// The picker is a part of this screen: it is there with it, whether or not the page asked for it.
if (!customElements.get('sspr-method-picker'))
  customElements.define('sspr-method-picker', SsprMethodPicker);

/** Choose how to prove who you are, once per gate (rule GATE-1). */
export const chooseMethodView: View<'choose-method'> = {
  heading: () =>
    msg('Prove it’s you', { id: 'reset.choose-method.heading', desc: 'Heading: choose a method' }),
  lead({ gate }, { branding }) {
    if (gate?.total !== 2)
      return msg('Choose how you want to do it.', {
        id: 'reset.choose-method.lead',
        desc: 'Below “Prove it’s you” where one proof is asked for',
      });
    if (gate.index > 1)
      return msg('The first proof is accepted. Choose a second, different one.', {
        id: 'reset.choose-method.lead-second',
        desc: 'Below “Prove it’s you”, the second of two',
      });
    return branding
      ? msg(
          str`${isolate(branding.name, 'auto')} asks for two different proofs. Choose the first.`,
          {
            id: 'reset.choose-method.lead-first-of',
            desc: 'Below “Prove it’s you”, the first of two; 0: name of the organisation',
          },
        )
      : msg('Two different proofs are needed. Choose the first.', {
          id: 'reset.choose-method.lead-first',
          desc: 'Below “Prove it’s you”, the first of two, organisation unknown',
        });
  },
  body: ({ methods }, context) => html`
    <div class="field">
      <sspr-method-picker
        name="method"
        id=${context.id('method')}
        required
        label=${msg('Ways to prove it’s you', { id: 'reset.choose-method.label', desc: 'Name of the list, for screen readers' })}
        .messages=${context.messages}
        .methods=${methods}
        .since=${context.at(0).getTime()}
        .invalid=${problemOf(context, 'method') !== undefined}
        .value=${methods.find(({ unavailable }) => unavailable === undefined)?.id ?? ''}
      ></sspr-method-picker>
      ${errorLine(context, 'method')}
    </div>
  `,
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data) {
    const method = textOf(data, 'method');
    return method
      ? { answer: { action: 'choose-method', method } }
      : { problems: [{ code: 'method-required', field: 'method' }] };
  },
  onlyField: 'method',
};
