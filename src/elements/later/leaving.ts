import { wouldLose } from '../../flow/loss.js';
import type { FlowStep } from '../../flow/state.js';
import type { FlowElement } from '../flow-element.js';

async function ask(
  host: FlowElement,
  flow: 'reset' | 'register',
  signal: AbortSignal,
): Promise<boolean> {
  // Without the code of the question, nobody is kept from leaving.
  const question = await import('../leave-question.js').catch(() => undefined);
  return (await question?.askToLeave(host, host.locale, flow, signal)) ?? true;
}

/** Asks whether a flow is really given up, where something would be lost; undefined: nothing would. */
export const askBeforeLoss = (
  step: FlowStep,
  ...asked: Parameters<typeof ask>
): Promise<boolean> | undefined => (wouldLose(step) ? ask(...asked) : undefined);
