import { css, html, nothing, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Problem } from '../../contract/parts.js';
import type { RegistrationSteps } from '../../contract/step.js';
import { isolate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import { retiringNotice, retiringStyles } from '../parts/retiring-notice.js';
import { secretField, secretStyles } from '../parts/secret-field.js';
import { selectField, selectStyles } from '../parts/select-field.js';
import type { View, ViewContext } from '../view.js';

type Step = RegistrationSteps['enrol-questions'];
type Length = Step['answerLength'];

/** Stands in a list for a question of one's own. No question of the backend has it: theirs have a colon before. */
const own = 'own';
const idOf = (question: string): string => `:${question}`;

/** What the fields of one question are called; the first two are those of problems. */
const namesOf = (index: number) =>
  ({
    question: `question-${index + 1}`,
    answer: `answer-${index + 1}`,
    /** The list, while the question itself is typed. */
    list: `list-${index + 1}`,
  }) as const;

const numbers = ({ count }: Step): readonly number[] =>
  Array.from({ length: count }, (_, index) => index);

const lengthHint = ({ min, max }: Length): string =>
  msg(str`${min} to ${max} characters`, {
    id: 'register.enrol-questions.length',
    desc: 'Below an answer or a question of one’s own; 0 and 1: numbers',
  });

const questionLabel = (index: number): string =>
  msg(str`Question ${index + 1}`, {
    id: 'register.enrol-questions.question',
    desc: 'Label of a list of questions; 0: a number',
  });

/** A question of the list, in whatever language it was written. */
const wordsOf = (line: string, { questions }: Step): string | undefined => {
  const found = questions.find(({ id }) => idOf(id) === line);
  return found && isolate(found.text, 'auto');
};

/** The lists and fields; what is chosen in one list is not offered in the others (rule QUESTION-4). */
class QuestionFields extends Directive {
  #chosen: readonly string[] = [];

  override render(step: Step, context: ViewContext): TemplateResult {
    return html`${numbers(step).map(
      (index) => html`<div class="pair">
        ${this.#question(index, step, context)}
        ${secretField(context, {
          what: 'answer',
          name: namesOf(index).answer,
          // The list may be too narrow for a whole question.
          label:
            wordsOf(this.#chosen[index] ?? '', step) ??
            msg(str`Answer ${index + 1}`, {
              id: 'register.enrol-questions.answer',
              desc: 'Label of a field, while no question is chosen; 0: a number',
            }),
          hint: lengthHint(step.answerLength),
          autocomplete: 'off',
          ltr: false,
        })}
      </div>`,
    )}`;
  }

  #question(index: number, { questions, ownLength }: Step, context: ViewContext) {
    const chosen = this.#chosen[index] ?? '';
    const names = namesOf(index);
    const writes = chosen === own && ownLength !== undefined;
    return html`
      ${selectField(context, {
        name: writes ? names.list : names.question,
        label: questionLabel(index),
        chosen,
        choices: [
          {
            value: '',
            text: msg('Choose a question', {
              id: 'register.enrol-questions.choose',
              desc: 'The first line of a list of questions',
            }),
          },
          ...questions.map(({ id, text }) => ({
            value: idOf(id),
            // In whatever language it was written.
            text: isolate(text, 'auto'),
            disabled: idOf(id) !== chosen && this.#chosen.includes(idOf(id)),
          })),
          ...(ownLength
            ? [
                {
                  value: own,
                  text: msg('Write your own question', {
                    id: 'register.enrol-questions.own',
                    desc: 'The last line of a list of questions',
                  }),
                },
              ]
            : []),
        ],
        onChange: ({ currentTarget }) => {
          const before = this.#chosen;
          this.#chosen = Array.from({ length: Math.max(before.length, index + 1) }, (_, at) =>
            at === index ? currentTarget.value : (before[at] ?? ''),
          );
          context.redraw();
        },
      })}
      ${
        writes
          ? field(context, {
              name: names.question,
              label: msg(str`Your question ${index + 1}`, {
                id: 'register.enrol-questions.own-label',
                desc: 'Label of a field for a question of one’s own; 0: a number',
              }),
              hint: lengthHint(ownLength),
              autocomplete: 'off',
              secret: true,
            })
          : nothing
      }
    `;
  }
}

const questionFields = directive(QuestionFields);

/** What was given for one question. */
function givenFor(index: number, data: FormData) {
  const names = namesOf(index);
  const question = textOf(data, names.question);
  const answer = textOf(data, names.answer);
  return textOf(data, names.list) === own
    ? ({ own: question.trim(), answer } as const)
    : ({ question: question.slice(idOf('').length), answer } as const);
}
type Given = ReturnType<typeof givenFor>;

const isOutside = (text: string, { min, max }: Length): boolean => {
  const { length } = [...text.normalize('NFKC').trim().replace(/\s+/gu, ' ')];
  return length < min || length > max;
};

/** What can be told at once, for all fields together; the rest is the backend's to tell (rules QUESTION-3, QUESTION-4). */
function problemsOf(given: Given, index: number, step: Step): Problem[] {
  const { answerLength, ownLength } = step;
  const { question, answer } = namesOf(index);
  const chosen = 'own' in given ? given.own : given.question;
  const problems: Problem[] = [];
  if (chosen === '')
    // With its label, as there are several (WCAG 2.4.4).
    problems.push({
      code: 'field-required',
      field: question,
      params: {
        label: ('own' in given ? given.own : wordsOf(idOf(chosen), step)) || questionLabel(index),
      },
    });
  else if ('own' in given && ownLength && isOutside(chosen, ownLength))
    problems.push({ code: 'question-length', field: question, params: ownLength });
  if (given.answer.trim() === '')
    problems.push({
      code: 'answer-required',
      field: answer,
      params: {
        label: ('own' in given ? given.own : wordsOf(idOf(chosen), step)) || questionLabel(index),
      },
    });
  else if (isOutside(given.answer, answerLength))
    problems.push({ code: 'answer-length', field: answer, params: answerLength });
  return problems;
}

/** Choose questions and answer them (rules QUESTION-1 to 4). */
export const enrolQuestionsView: View<'enrol-questions'> = {
  heading: () =>
    msg('Choose your questions', { id: 'register.enrol-questions.heading', desc: 'Heading' }),
  lead: ({ count }) =>
    msg(
      str`Choose ${count} that only you can answer. Nobody can read your answers, and no administrator either.`,
      {
        id: 'register.enrol-questions.lead',
        desc: 'Below “Choose your questions”; 0: how many, 3 to 5',
      },
    ),
  body: (step, context) => html`
    ${questionFields(step, context)}
    ${retiringNotice(step, context)}
  `,
  submit: () =>
    msg('Save questions', { id: 'register.enrol-questions.save', desc: 'Button: stores them' }),
  read(data, step) {
    const given = numbers(step).map((index) => givenFor(index, data));
    const problems = given.flatMap((one, index) => problemsOf(one, index, step));
    return problems.length
      ? { problems }
      : { answer: { action: 'enrol-questions', answers: given } };
  },
  styles: css`
    ${secretStyles}
    ${selectStyles}
    ${retiringStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .pair + .pair {
        padding-block-start: 20px;
        border-block-start: 1px solid var(--_line);
      }
      & input.secret {
        padding-inline-end: 96px !important;
      }
    }
  `,
};
