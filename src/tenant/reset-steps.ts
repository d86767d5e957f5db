import type { Action, Step, Steps } from '../contract/index.js';
import { ladderOf, offersRestart } from '../policy/index.js';
import { gatesOf } from './candidate.js';
import { mayContact } from './contact.js';
import type { Core } from './core.js';
import { judgesWhileTyping, passwordRulesFor } from './new-password.js';
import { named, provingStep } from './proving-steps.js';
import type { Remarks } from './remarks.js';
import type { Refusal, ResetFlow } from './reset-flow.js';

/** How often a flow can still have more time (rule SESSION-1). */
export const extensionsLeft = (core: Core, { extensions }: ResetFlow): number =>
  Math.max(0, core.policy().session.mostExtensions - extensions);

const extend = (core: Core, flow: ResetFlow): readonly Action[] => {
  const remaining = extensionsLeft(core, flow);
  return remaining > 0 ? [{ name: 'extend', remaining }] : [];
};

/** The step where a reset stands, under a new token. */
export function resetStep(core: Core, flow: ResetFlow, token: string, remarks: Remarks = {}): Step {
  const { place } = flow;
  const contact = mayContact(core, flow) ? named('contact') : [];
  const gates = gatesOf(core, flow.candidate);
  const told = { problems: remarks.problems ?? [], notices: remarks.notices ?? [] };
  const frame = { branding: core.branding(), supportCode: flow.supportCode };
  const inFlow = {
    ...told,
    ...frame,
    token,
    username: flow.username,
    ...(flow.resumable !== undefined && { resumable: flow.resumable }),
    ...(place.at !== 'writing' && {
      expiresInMs: Math.max(0, flow.expiresAt - core.clock.now()),
    }),
    // Identify and goal, one per gate, the password.
    progress: {
      index: 2 + flow.passed.length,
      total: gates + (flow.goal === 'unlock-account' ? 1 : 2),
    },
  };
  const more = [...extend(core, flow), ...contact];
  switch (place.at) {
    case 'choose-goal':
      return {
        kind: 'choose-goal',
        ...inFlow,
        progress: { index: 1, total: gates + 2 },
        goals: ['reset-password', 'unlock-account'],
        actions: [...named('cancel'), ...more],
      };
    case 'proving':
      return provingStep(core, flow, inFlow, more);
    case 'new-password':
      return {
        kind: 'new-password',
        ...inFlow,
        progress: { index: gates + 2, total: gates + 2 },
        rules: passwordRulesFor(core, flow.account),
        ...(core.policy().password.confirmation === 'once' && { confirm: false }),
        ...(judgesWhileTyping(core, flow.candidate) && { checks: true }),
        actions: [...named('cancel'), ...more],
      };
    case 'writing':
      return {
        kind: 'wait',
        ...inFlow,
        for: 'writeback',
        progress: { index: gates + 2, total: gates + 2 },
        actions: contact,
      };
    case 'refused': {
      const { refusal } = place;
      const { code, rule, retryAt } = refusal;
      const ladder = ladderOf(core.policy(), code, flow.locale);
      return {
        kind: 'refused',
        ...frame,
        problems: told.problems,
        notices: [...refusal.notices, ...told.notices],
        code,
        ...(rule && { rule }),
        ...(retryAt !== undefined && { retryInMs: Math.max(0, retryAt - core.clock.now()) }),
        ...(ladder.length > 0 && { ladder }),
        ...(contact.length > 0 && { token }),
        actions: [...restart(refusal), ...contact],
      };
    }
    case 'ended':
      return flowExpired(flow);
  }
}

const restart = ({ code }: Pick<Refusal, 'code'>): readonly Action[] =>
  offersRestart(code) ? named('restart') : [];

/** A token that nothing can be done with any more (rule SESSION-1). */
const overWith = (
  code: 'flow-expired' | 'flow-superseded',
  flow?: { readonly supportCode: string },
): Steps['refused'] => ({
  kind: 'refused',
  code,
  rule: 'SESSION-1',
  actions: restart({ code }),
  problems: [],
  notices: [],
  ...(flow && { supportCode: flow.supportCode }),
});

/** @param flow absent where nobody knows the token */
export const flowExpired = (flow?: { readonly supportCode: string }) =>
  overWith('flow-expired', flow);
export const flowSuperseded = (flow: { readonly supportCode: string }) =>
  overWith('flow-superseded', flow);
