import type { FlowStep } from '../../flow/state.js';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';

/** Milliseconds that are left when a person is warned (rule SESSION-1, WCAG 2.2.1). */
export const warnBefore = { flow: 120_000, code: 60_000 } as const;

/** The sign beside a time that runs out. */
export const timer = 'M10 2h4M12 14l3-3M20 14a8 8 0 1 1-16 0 8 8 0 0 1 16 0z';

export const warning = (): string =>
  msg('Less than two minutes are left.', {
    id: 'reset.warning',
    desc: 'Shown, and said to screen readers, before a reset or a registration runs out',
  });

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
