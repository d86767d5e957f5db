import type { Problem } from '../../contract/parts.js';
import type { FlowStep } from '../../flow/state.js';

/** Problems with the method that they come from: a wrong code is told otherwise where an app shows it. */
export function withSource(problems: readonly Problem[], step: FlowStep): readonly Problem[] {
  const source = 'method' in step ? step.method?.type : undefined;
  return source === undefined
    ? problems
    : problems.map((problem) => ({ ...problem, params: { source, ...problem.params } }));
}
