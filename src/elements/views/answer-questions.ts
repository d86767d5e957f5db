import { css, html } from 'lit';
import type { Problem } from '../../contract/parts.js';
import { isolate } from '../../localization/format.js';
import { msg } from '../../localization/msg.js';
import { below, belowStyles } from '../parts/below.js';
import { textOf } from '../parts/field.js';
import { secretField, secretStyles } from '../parts/secret-field.js';
import type { View } from '../view.js';

/** Answer the questions that were drawn, all at once (rule QUESTION-5). */
export const answerQuestionsView: View<'answer-questions'> = {
  heading: () =>
    msg('Answer your questions', { id: 'reset.answer-questions.heading', desc: 'Heading' }),
  lead: () =>
    msg('As you answered them when you set them up. Capitals and spaces do not matter.', {
      id: 'reset.answer-questions.lead',
      desc: 'Below “Answer your questions”',
    }),
  body: (step, context) => html`
    ${step.questions.map(({ id, text }) =>
      secretField(context, {
        what: 'answer',
        name: id,
        // In whatever language it was set up.
        label: isolate(text, 'auto'),
        autocomplete: 'off',
        ltr: false,
      }),
    )}
    ${below(step, context)}
  `,
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data, { questions }) {
    const answers = Object.fromEntries(questions.map(({ id }) => [id, textOf(data, id)]));
    const problems = questions
      .filter(({ id }) => answers[id]?.trim() === '')
      // Named in the summary, where every problem leads to its own question (WCAG 2.4.4).
      .map(
        ({ id, text }): Problem => ({
          code: 'answer-required',
          field: id,
          params: { label: text },
        }),
      );
    return problems.length ? { problems } : { answer: { action: 'answer-questions', answers } };
  },
  styles: css`
    ${secretStyles}
    ${belowStyles}
  `,
};
