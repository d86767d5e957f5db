import type { FlowStep } from './state.js';

/** What identifies a screen: while it stays, what was typed for it can still be sent. */
export const screenOf = (step: FlowStep): string =>
  JSON.stringify([
    step.kind,
    step.gate?.index,
    'method' in step && step.method?.id,
    'fields' in step && step.fields?.map(({ name }) => name),
  ]);

/** The token that a step takes answers under; the ends of a flow have none. */
export const tokenOf = (step: FlowStep): string | undefined =>
  'token' in step ? step.token : undefined;
