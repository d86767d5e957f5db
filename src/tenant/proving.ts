import type { Answer } from '../contract/index.js';
import { deny, type Family, usableDescribed, usableMethods } from '../policy/index.js';
import { checkTarget } from '../policy/phone.js';
import { beginProof } from './begin-proof.js';
import { type Candidate, type CandidateMethod, familyOfMethod, nameOf } from './candidate.js';
import type { Core } from './core.js';
import type { Proof } from './proof.js';
import { type Remarks, remark } from './remarks.js';
import {
  blocked,
  blockedNow,
  countSending,
  failed,
  type Proved,
  type Proven,
  proveBy,
  same,
  sentNotice,
  settleProof,
} from './trying.js';

/** Where somebody stands who proves who they are. */
export type ProvingStage =
  | { readonly at: 'choose-method' }
  | { readonly at: 'confirm-target'; readonly method: CandidateMethod }
  | { readonly at: 'prove'; readonly proof: Proof };

/** Proofs under way: gate by gate, each by another family (rule GATE-4). */
export interface Proving extends Proven {
  /** The language of what is sent. */
  readonly locale: string;
  readonly candidate: Candidate;
  /** How many gates there are now (rule GATE-5). */
  readonly gates: () => number;
  /** Whether a number is typed completely before anything is sent there (rule PHONE-3). */
  readonly typesTargets: boolean;
  /** The gates that were passed, by what filled them. */
  passed: readonly Family[];
  /** Proofs that were begun, by method: choosing a method again does not send another code at once. */
  readonly proofs: Map<string, Proof>;
  /** The numbers that the person has typed completely (rule PHONE-3). */
  readonly confirmed: Set<string>;
  /** Whether the flow still goes on: what is answered afterwards comes too late. Default: it does. */
  readonly isOpen?: () => boolean;
  /** Called when a call or a notification was answered. */
  onAnswered: () => void;
  stage: ProvingStage;
}

/** The methods that may fill the gate where somebody stands, by the policy of now (rules GATE-4, GATE-5). */
export function methodsOfGate(
  core: Core,
  { candidate, passed }: Proving,
): readonly CandidateMethod[] {
  const usable = usableMethods(core.policy(), candidate.subject, core.clock.now());
  const described = usableDescribed(candidate.subject);
  const isUsable = (method: CandidateMethod): boolean =>
    method.type === 'described'
      ? described.includes(method.described.type)
      : usable.some(
          ({ type, address }) =>
            type === method.type &&
            (!('address' in method) || method.address === undefined || method.address === address),
        );
  return candidate.methods.filter(
    (method) => !passed.includes(familyOfMethod(method)) && isUsable(method),
  );
}

/** Rule GATE-5: a method that is gone proves nothing more. Answers what to remark where it is. */
export function leaveClosedGate(core: Core, proving: Proving): Remarks | undefined {
  const { stage } = proving;
  if (stage.at === 'choose-method') return undefined;
  const method = stage.at === 'prove' ? stage.proof.method : stage.method;
  if (methodsOfGate(core, proving).includes(method)) return undefined;
  proving.stage = { at: 'choose-method' };
  return remark(deny('GATE-5', 'method-unavailable'));
}

/** What else could fill the gate that a method is tried for. */
export const otherMethods = (core: Core, proving: Proving, { id }: CandidateMethod) =>
  methodsOfGate(core, proving).filter((method) => method.id !== id);

/** Takes an answer to a step of proving; undefined where the step does not take it. */
export async function prove(
  core: Core,
  proving: Proving,
  answer: Answer,
): Promise<Proved | undefined> {
  const { stage } = proving;
  if (stage.at === 'choose-method') {
    if (answer.action === 'choose-method') return choose(core, proving, answer.method);
    if (answer.action === 'none-of-these') return { to: 'given-up' };
    return undefined;
  }
  const method = stage.at === 'prove' ? stage.proof.method : stage.method;
  const goesBack =
    answer.action === 'back' ||
    (answer.action === 'other-method' && otherMethods(core, proving, method).length > 0);
  if (goesBack) {
    proving.stage = { at: 'choose-method' };
    return same();
  }
  if (stage.at === 'confirm-target')
    return answer.action === 'confirm-target'
      ? confirmTarget(core, proving, stage.method, answer.target)
      : undefined;
  if (answer.action === 'choose-method') return undefined;
  const proved = await proveBy(core, proving, stage.proof, answer);
  return proved?.to === 'all-passed' ? pass(core, proving, stage.proof) : proved;
}

/** A call or a notification was answered, or nobody did in time: goes on from there. */
export function settle(core: Core, proving: Proving): Proved {
  const { stage } = proving;
  if (stage.at !== 'prove') return same();
  const proved = settleProof(core, proving, stage.proof);
  return proved.to === 'all-passed' ? pass(core, proving, stage.proof) : proved;
}

async function choose(core: Core, proving: Proving, id: string): Promise<Proved> {
  if (id === '') return same(remark(deny('GATE-3', 'method-required'), 'method'));
  const method = methodsOfGate(core, proving).find((one) => one.id === id);
  if (!method) return same(remark(deny('GATE-3', 'method-unavailable'), 'method'));
  const denied = blockedNow(core, proving);
  if (denied) return blocked(denied);

  core.journal.progress(proving, 'Verification option started', { method: nameOf(method) });
  const begun = proving.proofs.get(id);
  // Nothing is sent again before its time, and nobody goes back for easier questions (rule QUESTION-5).
  const goesOn = begun?.kind === 'questions' || (begun?.sending?.readyInMs() ?? 0) > 0;
  if (begun && !begun.passed && goesOn) {
    proving.stage = { at: 'prove', proof: begun };
    const life = begun.kind === 'code' ? begun.life() : undefined;
    return same(life && !life.allowed ? remark(life, 'code') : {});
  }
  const isNumber = ['text', 'whatsapp', 'call', 'office-call'].includes(method.type);
  const address = 'address' in method ? method.address : undefined;
  if (
    proving.typesTargets &&
    isNumber &&
    (address === undefined || !proving.confirmed.has(address))
  ) {
    proving.stage = { at: 'confirm-target', method };
    return same();
  }
  return begin(core, proving, method);
}

/** Rule PHONE-3: nothing is sent before the person has typed the whole number. */
async function confirmTarget(
  core: Core,
  proving: Proving,
  method: CandidateMethod,
  typed: string,
): Promise<Proved> {
  const { throttles, journal } = core;
  const { key } = proving;
  const denied = blockedNow(core, proving);
  if (denied) return blocked(denied);
  const address = 'address' in method ? method.address : undefined;
  const verdict = checkTarget(typed, address);
  if (!verdict.allowed && verdict.code === 'target-required')
    return same(remark(verdict, 'target'));
  throttles.add('targets', key);
  const served = throttles.check('targets', key);
  if (!served.allowed) return blocked(served);
  if (verdict.allowed && address !== undefined) {
    proving.confirmed.add(address);
    return begin(core, proving, method);
  }
  throttles.add('wrongProofs', key);
  failed(core, proving, method);
  const failures = throttles.check('wrongProofs', key);
  if (!failures.allowed) return blocked(failures);
  return same(remark(journal.decide(proving, deny('PHONE-3', 'target-differs')), 'target'));
}

async function begin(core: Core, proving: Proving, method: CandidateMethod): Promise<Proved> {
  const denied = countSending(core, proving, method);
  if (denied) return blocked(denied);
  // Only the newest call and the newest notification can be answered.
  const before = proving.proofs.get(method.id);
  if (before?.kind === 'elsewhere') before.dismiss();
  const proof = await beginProof(core, proving, method);
  proving.proofs.set(method.id, proof);
  proving.stage = { at: 'prove', proof };
  return same(proof.sending ? { notices: [sentNotice(method, false)] } : {});
}

function pass(core: Core, proving: Proving, { method }: Proof): Proved {
  const { journal } = core;
  journal.progress(proving, 'Verification option completed', { method: nameOf(method) });
  proving.passed = [...proving.passed, familyOfMethod(method)];
  proving.stage = { at: 'choose-method' };
  const remarks = { notices: [{ code: 'proof-accepted' }] };
  if (proving.passed.length < proving.gates()) return { to: 'same', remarks };
  journal.progress(proving, 'All verification completed');
  return { to: 'all-passed', remarks };
}
