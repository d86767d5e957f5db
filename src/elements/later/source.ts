import type { Problem } from '../../contract/parts.js';
import type { FlowStep } from '../../flow/state.js';
import { captchaPart } from '../views.js';

/**
 * Problems with the method that they come from, as a wrong code is told otherwise where an app shows it;
 * and those with a captcha that a person sees with its field.
 */
export function withSource(problems: readonly Problem[], step: FlowStep): readonly Problem[] {
  const source = 'method' in step ? step.method?.type : undefined;
  return source === undefined
    ? (captchaPart()?.withCaptchaField(problems) ?? problems)
    : problems.map((problem) => ({ ...problem, params: { source, ...problem.params } }));
}
