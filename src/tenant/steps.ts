import type {
  Action,
  KnownActionName,
  Method,
  Notice,
  Problem,
  Step,
  Steps,
} from '../contract/index.js';
import {
  type Denied,
  methodsForNextGate,
  offersRestart,
  passwordRulesOf,
  usableMethods,
} from '../policy/index.js';
import { type CandidateMethod, gatesOf } from './candidate.js';
import type { Core } from './core.js';
import type { Proof } from './proof.js';
import type { Refusal, ResetFlow } from './reset-flow.js';

/** What is said beside a step. */
export interface Remarks {
  readonly problems?: readonly Problem[];
  readonly notices?: readonly Notice[];
}

/** A verdict as a problem of a field. */
export const problemOf = ({ code, rule, params }: Denied, field?: string): Problem => ({
  code,
  rule,
  ...(params && { params }),
  ...(field !== undefined && { field }),
});

const named = (...names: readonly KnownActionName[]): readonly Action[] =>
  names.map((name) => ({ name }));

/** The methods that may fill the gate a flow stands at, by the policy of now (rules GATE-4, GATE-5). */
export function methodsOfGate(core: Core, flow: ResetFlow): readonly CandidateMethod[] {
  const { subject, methods } = flow.candidate;
  const open = methodsForNextGate(methods, flow.passed);
  const usable = usableMethods(core.policy(), subject);
  return open.filter(({ type }) => usable.some((one) => one.type === type));
}

/** What else could fill the gate that a proof is begun for. */
export const otherMethods = (core: Core, flow: ResetFlow, { method }: Proof) =>
  methodsOfGate(core, flow).filter(({ id }) => id !== method.id);

/** Whether the person can call for help from here (rules NOTIFY-3, THROTTLE-6). */
export const mayContact = (core: Core, flow: ResetFlow): boolean =>
  core.policy().helpdesk === undefined &&
  core.throttles.check('contactsPerAccount', flow.key).allowed &&
  core.throttles.check('contactsPerClient', flow.client).allowed;

/** The step where a flow stands, under a new token. */
export function stepOf(core: Core, flow: ResetFlow, token: string, remarks: Remarks = {}): Step {
  const { stage } = flow;
  const contact = mayContact(core, flow) ? named('contact') : [];
  const gates = gatesOf(core, flow.candidate);
  const gate = flow.passed.length + 1;
  const told = { problems: remarks.problems ?? [], notices: remarks.notices ?? [] };
  const frame = { branding: core.branding(), supportCode: flow.supportCode };
  const inFlow = {
    ...told,
    ...frame,
    token,
    username: flow.username,
    expiresInMs: Math.max(0, flow.expiresAt - core.clock.now()),
    // Identify, one per gate, the password.
    progress: { index: 1 + gate, total: gates + 2 },
  };
  switch (stage.at) {
    case 'choose-method':
      return {
        kind: 'choose-method',
        ...inFlow,
        gate: { index: gate, total: gates },
        methods: methodsOfGate(core, flow).map(shown),
        actions: [...named('none-of-these', 'cancel'), ...contact],
      };
    case 'enter-code':
      return {
        kind: 'enter-code',
        ...inFlow,
        gate: { index: gate, total: gates },
        ...codeFields(stage.proof),
        actions: [...codeActions(core, flow, stage.proof), ...contact],
      };
    case 'new-password':
      return {
        kind: 'new-password',
        ...inFlow,
        progress: { index: gates + 2, total: gates + 2 },
        rules: passwordRulesOf(core.policy()),
        actions: [...named('cancel'), ...contact],
      };
    case 'refused': {
      const { refusal } = stage;
      const { code, rule, retryAt } = refusal;
      return {
        kind: 'refused',
        ...frame,
        problems: told.problems,
        notices: [...refusal.notices, ...told.notices],
        code,
        ...(rule && { rule }),
        ...(retryAt !== undefined && { retryInMs: Math.max(0, retryAt - core.clock.now()) }),
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
  flow?: ResetFlow,
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
export const flowExpired = (flow?: ResetFlow): Step => overWith('flow-expired', flow);
export const flowSuperseded = (flow: ResetFlow): Step => overWith('flow-superseded', flow);

function shown(method: CandidateMethod): Method {
  const { id, type } = method;
  return type === 'email' ? { id, type, hint: method.hint } : { id, type };
}

function codeFields(proof: Proof) {
  const expiresInMs = proof.expiresInMs?.();
  return {
    method: shown(proof.method),
    digits: proof.digits,
    triesLeft: proof.triesLeft(),
    ...(expiresInMs !== undefined && { codeExpiresInMs: expiresInMs }),
  };
}

function codeActions(core: Core, flow: ResetFlow, proof: Proof): readonly Action[] {
  const { sending } = proof;
  return [
    ...(sending ? [{ name: 'resend', readyInMs: sending.readyInMs() }] : []),
    ...(otherMethods(core, flow, proof).length > 0 ? named('other-method') : []),
    ...named('back', 'cancel'),
  ];
}
