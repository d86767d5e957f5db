import type { FlowStep } from '../../flow/state.js';
import type { ViewContext } from '../view.js';

/** Milliseconds that are left when a person is warned (rule SESSION-1, WCAG 2.2.1). */
export const warnBefore = { flow: 120_000, code: 60_000 } as const;

/** Milliseconds until the flow runs out; undefined where it does not. */
export const flowLeft = ({ expiresInMs }: FlowStep, { left }: ViewContext): number | undefined =>
  expiresInMs === undefined ? undefined : left(expiresInMs);

/** Milliseconds until the code that was sent runs out; undefined where none was. */
export const codeLeft = (step: FlowStep, { left }: ViewContext): number | undefined =>
  step.kind !== 'enter-code' || step.codeExpiresInMs === undefined
    ? undefined
    : left(step.codeExpiresInMs);

/** Whether the flow runs out so soon that a person should know. */
export const isShort = (step: FlowStep, context: ViewContext): boolean =>
  (flowLeft(step, context) ?? Number.POSITIVE_INFINITY) <= warnBefore.flow;
