import type { RegistrationStep, Step } from '../contract/step.js';

/** A step as text, without the times that go by between two looks at it. */
export const withoutTimes = (step: Step): string =>
  JSON.stringify(sorted(step), (key, value: unknown) => (key.endsWith('InMs') ? undefined : value));

/** The same value with its keys in one order: the order of keys means nothing. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;

/**
 * What two steps must have in common to look alike (rule REFUSAL-2): all that a person could tell
 * them apart by, but for the words of their own: names, addresses and how many methods they have.
 */
export function shapeOf(step: Step): string {
  return JSON.stringify({
    kind: step.kind,
    says: Object.entries(step)
      .filter(([, value]) => value !== undefined)
      .map(([key]) => key)
      .sort(),
    code: step.kind === 'refused' ? step.code : undefined,
    rule: step.kind === 'refused' ? step.rule : undefined,
    triesLeft: 'triesLeft' in step ? step.triesLeft : undefined,
    questions: step.kind === 'answer-questions' ? step.questions.length : undefined,
    digits: step.kind === 'enter-code' ? step.digits : undefined,
    gate: step.gate,
    progress: step.progress,
    // Whether there is another method follows from how many there are.
    actions: step.actions.map(({ name }) => name).filter((name) => name !== 'other-method'),
    problems: step.problems.map(({ code, field, rule }) => [code, field, rule]),
    notices: step.notices.map(({ code }) => code),
  });
}

/** A step in few words: its kind and its codes. */
export function described(step: Step | RegistrationStep): string {
  const codes = [
    step.kind === 'refused' ? step.code : '',
    ...step.problems.map(({ code }) => code),
  ].filter((code) => code !== '');
  return codes.length > 0 ? `${step.kind} (${codes.join(', ')})` : step.kind;
}
