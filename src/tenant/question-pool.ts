import type { TenantPolicy } from '../policy/index.js';
import type { Core } from './core.js';
import { predefinedQuestions } from './predefined-questions.js';
import { englishTexts } from './texts.js';

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

/** A question in a language, in English where the texts fail; a custom one as it was typed. */
export function questionText(core: Pick<Core, 'texts'>, question: string, locale: string): string {
  if (!Object.hasOwn(predefinedQuestions, question)) return question;
  try {
    return core.texts(locale).question(question);
  } catch {
    // Injected texts may not have the language.
    return englishTexts.question(question);
  }
}
