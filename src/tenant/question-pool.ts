import type { TenantPolicy } from '../policy/index.js';
import type { Core } from './core.js';
import { predefinedQuestions } from './predefined-questions.js';

/** A question of the pool. */
export interface PooledQuestion {
  readonly id: string;
  /** The code of a predefined one, or a custom one as it was typed. */
  readonly question: string;
}

/** The questions that a person may choose from (rule QUESTION-2). */
export const pooledQuestions = ({
  predefined,
  custom,
}: TenantPolicy['questions']): readonly PooledQuestion[] => [
  ...(predefined === 'all' ? Object.keys(predefinedQuestions) : predefined).map((code) => ({
    id: code,
    question: code,
  })),
  ...custom.map((question, index) => ({ id: `custom-${index + 1}`, question })),
];

/** A question in a language; a custom one as it was typed. */
export const questionText = (
  core: Pick<Core, 'texts'>,
  question: string,
  locale: string,
): string =>
  Object.hasOwn(predefinedQuestions, question) ? core.texts(locale).question(question) : question;
