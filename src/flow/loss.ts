import { tokenOf } from './screen.js';
import type { FlowStep } from './state.js';

/** Whether nothing has come of a flow yet that could not be had again by starting over. */
function isFresh(step: FlowStep): boolean {
  switch (step.kind) {
    case 'choose-goal':
    case 'registration-needed':
    case 'manage':
    case 'refused':
      return true;
    case 'reconfirm':
      return !step.registered.some(({ confirmed }) => confirmed);
    case 'choose-method':
      return (step.gate?.index ?? 1) === 1;
    default:
      return false;
  }
}

/** Whether giving the flow up now would lose something: a proof, a code that was sent, what is being typed. */
export const wouldLose = (step: FlowStep): boolean => tokenOf(step) !== undefined && !isFresh(step);
