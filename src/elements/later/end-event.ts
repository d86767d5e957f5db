import type { FlowStep } from '../../flow/state.js';
import {
  SsprRefusedEvent,
  SsprRegisteredEvent,
  SsprSkippedEvent,
  SsprSucceededEvent,
} from '../events.js';

/** What an end of a flow is told as; undefined while it goes on. */
export function endEvent(step: FlowStep): Event | undefined {
  if (step.kind === 'refused') return new SsprRefusedEvent(step.code);
  if (step.kind !== 'done') return undefined;
  switch (step.outcome) {
    case 'skipped':
      return new SsprSkippedEvent();
    case 'registered':
    case 'confirmed':
      return new SsprRegisteredEvent(step.outcome);
    default:
      return new SsprSucceededEvent(step.outcome);
  }
}
