import type { KnownProblemCode } from '../contract/index.js';
import { type Denied, deny } from './verdict.js';

/** How long an answer and a question of one's own may be, in characters (rule QUESTION-3). */
export const answerLength = { min: 3, max: 40 } as const;
export const ownQuestionLength = { min: 3, max: 200 } as const;

/** As it was typed, but for what nobody sees: how a character is composed, and how wide a space is. */
const tidied = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** An answer in the form in which answers are compared (rule QUESTION-4). The same, when done twice. */
export const normalizeAnswer = (answer: string): string =>
  // Through upper case and back folds what lower case alone keeps apart, such as ß and ss; lower case
  // before it, because ẞ is an upper case of its own.
  tidied(tidied(answer).toLowerCase().toUpperCase().toLowerCase());

/** An answered question, before it is kept. */
export interface GivenAnswer {
  /** The code of a predefined one, or the question as it was typed; empty: none was chosen. */
  readonly question: string;
  /** Whether the question is the person's own. */
  readonly own: boolean;
  readonly answer: string;
}

export type AnswerProblemCode = Extract<
  KnownProblemCode,
  | 'question-required'
  | 'question-repeated'
  | 'question-length'
  | 'answer-required'
  | 'answer-length'
  | 'answer-repeated'
>;

/** What is wrong with one of the answered questions, and with which, counted from 0. */
export interface AnswerFault {
  readonly index: number;
  readonly of: 'question' | 'answer';
  readonly denied: Denied<AnswerProblemCode>;
}

/** All that the rules have against a set of answered questions (rules QUESTION-1, QUESTION-3, QUESTION-4). */
export function checkAnswers(given: readonly GivenAnswer[], count: number): readonly AnswerFault[] {
  const entries = Array.from({ length: Math.max(count, given.length) }, (_, index) => given[index]);
  const questions = entries.map((one) => normalizeAnswer(one?.question ?? ''));
  const answers = entries.map((one) => normalizeAnswer(one?.answer ?? ''));
  return entries.flatMap((entry, index) => {
    const question = checkQuestion(questions, index, entry?.own ?? false, entry?.question ?? '');
    const answer = checkAnswer(answers, index, entry?.answer ?? '');
    return [
      ...(question ? [{ index, of: 'question', denied: question } as const] : []),
      ...(answer ? [{ index, of: 'answer', denied: answer } as const] : []),
    ];
  });
}

function checkQuestion(questions: readonly string[], index: number, own: boolean, typed: string) {
  const question = questions[index] ?? '';
  if (question === '') return deny('QUESTION-1', 'question-required');
  const { length } = [...tidied(typed)];
  if (own && (length < ownQuestionLength.min || length > ownQuestionLength.max))
    return deny('QUESTION-3', 'question-length', ownQuestionLength);
  return questions.indexOf(question) < index ? deny('QUESTION-4', 'question-repeated') : undefined;
}

function checkAnswer(answers: readonly string[], index: number, typed: string) {
  const answer = answers[index] ?? '';
  if (answer === '') return deny('QUESTION-3', 'answer-required');
  const { length } = [...tidied(typed)];
  if (length < answerLength.min || length > answerLength.max)
    return deny('QUESTION-3', 'answer-length', answerLength);
  return answers.indexOf(answer) < index ? deny('QUESTION-4', 'answer-repeated') : undefined;
}

/**
 * So many of the registered questions, each set as likely as any other (rule QUESTION-5).
 * @param below draws a whole number from 0 to below its argument
 */
export function drawQuestions<Q>(
  below: (limit: number) => number,
  registered: readonly Q[],
  count: number,
): readonly Q[] {
  const rest = [...registered];
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(below(rest.length), 1),
  ).flat();
}
