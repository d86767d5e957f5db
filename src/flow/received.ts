import type { Discovery } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import type { Problem } from '../contract/parts.js';
import type { FlowStep } from './state.js';

const isObject = (value: unknown): value is object => Object(value) === value;

const areObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.every(isObject);

function assert(holds: boolean, what: string): void {
  if (!holds)
    throw new SsprError('malformed-answer', `The adapter answered wrongly: expected ${what}.`);
}

/**
 * The step, if it has what every screen relies on: an adapter may be written without types, and what
 * is thrown while a screen is drawn would leave a person with none.
 */
export function receivedStep<S extends FlowStep>(step: S): S {
  const holds =
    isObject(step) &&
    typeof step.kind === 'string' &&
    [step.actions, step.problems, step.notices].every(areObjects);
  assert(holds, 'a step with its kind, and lists of actions, problems and notices');
  return step;
}

/** The discovery, if it says which captcha there is. */
export function receivedDiscovery(discovery: Discovery): Discovery {
  const holds = isObject(discovery.captcha) && typeof discovery.captcha.kind === 'string';
  assert(holds, 'a discovery with the kind of its captcha');
  return discovery;
}

/** What there is against a password, if it is a list. */
export const receivedProblems = (problems: unknown): readonly Problem[] | undefined =>
  areObjects(problems) ? (problems as readonly Problem[]) : undefined;
