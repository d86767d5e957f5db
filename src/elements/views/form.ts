import { html } from 'lit';
import type { Field, Problem } from '../../contract/parts.js';
import type { Steps } from '../../contract/step.js';
import { msg } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import { secretField } from '../parts/secret-field.js';
import type { Reply, View, ViewContext } from '../view.js';
import { newPasswordView } from './new-password.js';

/** Draws a field that the backend describes; a type that is not known is typed as text. */
function describedField(
  context: ViewContext,
  { name, type, label, hint, required, autocomplete, maxLength }: Field,
) {
  const options = { name, label, hint, required, autocomplete, maxLength };
  if (type === 'password') return secretField(context, options);
  return field(context, {
    ...options,
    type: type === 'email' ? 'email' : type === 'tel' ? 'tel' : 'text',
    inputmode: type === 'numeric' ? 'numeric' : undefined,
    ltr: type !== 'text',
  });
}

function readFields(data: FormData, fields: readonly Field[]): Reply {
  const values = Object.fromEntries(fields.map(({ name }) => [name, textOf(data, name)]));
  const problems: Problem[] = fields
    .filter(({ name, required }) => required && values[name]?.trim() === '')
    .map(({ name, label }) => ({ code: 'field-required', field: name, params: { label } }));
  return problems.length ? { problems } : { answer: { action: 'fill-form', values } };
}

const proceed = () =>
  msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' });

/** Fields that the backend describes, for what the widget has no view of. */
export const formView: View<'form'> = {
  heading: ({ title }) =>
    title ??
    msg('One more thing', {
      id: 'reset.form.heading',
      desc: 'Heading of a form that the backend describes',
    }),
  lead: ({ lead = '' }) => lead,
  body: ({ fields }, context) => html`${fields.map((one) => describedField(context, one))}`,
  submit: ({ submitLabel }) => submitLabel ?? proceed(),
  read: (data, { fields }) => readFields(data, fields),
  ...(newPasswordView.styles && { styles: newPasswordView.styles }),
};

const known = ({ token, fields = [] }: Steps['unknown']) => (token === undefined ? [] : fields);

/** A step from the future: its fields where it describes them, else an honest end with a way on. */
export const unknownView: View<'unknown'> = {
  heading: ({ title }) =>
    title ??
    msg('This page cannot show the next step', {
      id: 'reset.unknown.heading',
      desc: 'Heading: the server asks for something that the widget does not know',
    }),
  lead: (step) =>
    known(step).length
      ? ''
      : msg('Start again, or ask the service desk.', {
          id: 'reset.unknown.lead',
          desc: 'The server asks for something that the widget does not know',
        }),
  body: (step, context) => html`${known(step).map((one) => describedField(context, one))}`,
  submit: (step) =>
    known(step).length
      ? proceed()
      : msg('Start again', { id: 'common.restart', desc: 'Button: back to the first screen' }),
  read(data, step, context) {
    if (known(step).length) return readFields(data, known(step));
    context.restart();
    return { problems: [] };
  },
  ...(newPasswordView.styles && { styles: newPasswordView.styles }),
};
