import type { Answer, Notice } from '../contract/index.js';
import {
  checkCodeForm,
  type Denied,
  deny,
  type Family,
  familyOf,
  methodsForNextGate,
  readCode,
  type ThrottleName,
  usableMethods,
} from '../policy/index.js';
import { checkTarget } from '../policy/phone.js';
import { beginProof } from './begin-proof.js';
import type { Candidate, CandidateMethod } from './candidate.js';
import type { Case, Core } from './core.js';
import type { AnyTypedProof, Proof } from './proof.js';
import { type Remarks, remark } from './remarks.js';

/** Where somebody stands who proves who they are. */
export type ProvingStage =
  | { readonly at: 'choose-method' }
  | { readonly at: 'confirm-target'; readonly method: CandidateMethod }
  | { readonly at: 'prove'; readonly proof: Proof };

/** Whose proofs they are, for throttles and journal. */
export interface Proven extends Case {
  /** What throttles count under. */
  readonly key: string;
}

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

/** What an answer led to: the next thing to prove, all proven, or blocked. */
export type Proved =
  | { readonly to: 'same' | 'all-passed'; readonly remarks: Remarks }
  | { readonly to: 'blocked'; readonly denied: Denied<'blocked-until'> }
  | { readonly to: 'given-up' };

const same = (remarks: Remarks = {}): Proved => ({ to: 'same', remarks });

/** The methods that may fill the gate where somebody stands, by the policy of now (rules GATE-4, GATE-5). */
export function methodsOfGate(
  core: Core,
  { candidate, passed }: Proving,
): readonly CandidateMethod[] {
  const usable = usableMethods(core.policy(), candidate.subject, core.clock.now());
  const isUsable = (method: CandidateMethod): boolean =>
    usable.some(
      ({ type, address }) =>
        type === method.type &&
        (!('address' in method) || method.address === undefined || method.address === address),
    );
  return methodsForNextGate(candidate.methods, passed).filter(isUsable);
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

/** Takes an answer to one proof; `all-passed` once it is right, undefined where it does not take it. */
export async function proveBy(
  core: Core,
  proven: Proven,
  proof: Proof,
  answer: Answer,
): Promise<Proved | undefined> {
  if (answer.action === 'resend') return resend(core, proven, proof);
  if (answer.action === 'enter-code' && proof.kind === 'code') {
    const code = readCode(answer.code);
    const form = checkCodeForm(code, proof.digits);
    return form.allowed
      ? attempt(core, proven, proof, 'code', () => proof.compare(code))
      : same(remark(form, 'code'));
  }
  if (answer.action === 'answer-questions' && proof.kind === 'questions') {
    const missing = proof.asked.filter(({ id }) => (answer.answers[id] ?? '').trim() === '');
    return missing.length === 0
      ? attempt(core, proven, proof, undefined, () => proof.compare(answer.answers))
      : same({
          problems: missing.map(({ id: field }) => ({
            code: 'answer-required',
            rule: 'QUESTION-5',
            field,
          })),
        });
  }
  return undefined;
}

/** A call or a notification was answered, or nobody did in time: goes on from there. */
export function settle(core: Core, proving: Proving): Proved {
  const { stage } = proving;
  if (stage.at !== 'prove') return same();
  const proved = settleProof(core, proving, stage.proof);
  return proved.to === 'all-passed' ? pass(core, proving, stage.proof) : proved;
}

/** The same for one proof; `all-passed` once it is right. */
export function settleProof(core: Core, proven: Proven, proof: Proof): Proved {
  const outcome = proof.kind === 'elsewhere' ? proof.takeNews() : undefined;
  if (!outcome) return same();
  if (outcome === 'right') {
    // Blocked meanwhile, by another flow perhaps: then no proof counts, wherever it is given.
    const denied = blockedNow(core, proven);
    return denied ? blocked(denied) : right;
  }
  failed(core, proven, proof.method);
  const failures = core.throttles.check('wrongProofs', proven.key);
  if (!failures.allowed) return blocked(failures);
  return same(remark(core.journal.decide(proven, outcome)));
}

const right: Proved = { to: 'all-passed', remarks: {} };

const blockedNow = (core: Core, { key }: Proven): Denied<'blocked-until'> | undefined => {
  const verdict = core.throttles.checkAccount(key);
  return verdict.allowed ? undefined : verdict;
};

const blocked = (denied: Denied<'blocked-until'>): Proved => ({ to: 'blocked', denied });

async function choose(core: Core, proving: Proving, id: string): Promise<Proved> {
  if (id === '') return same(remark(deny('GATE-3', 'method-required'), 'method'));
  const method = methodsOfGate(core, proving).find((one) => one.id === id);
  if (!method) return same(remark(deny('GATE-3', 'method-unavailable'), 'method'));
  const denied = blockedNow(core, proving);
  if (denied) return blocked(denied);

  core.journal.progress(proving, 'Verification option started', { method: method.type });
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

/** What is counted when a method sends something (rules THROTTLE-2, THROTTLE-3). */
export const sendsAs: Partial<Record<CandidateMethod['type'], ThrottleName>> = {
  email: 'emails',
  text: 'textsAndCalls',
  whatsapp: 'textsAndCalls',
  call: 'textsAndCalls',
  'office-call': 'textsAndCalls',
  'app-notification': 'textsAndCalls',
};

/** For decoys too: the one too many is not sent. */
function countSending(core: Core, proven: Proven, { type }: CandidateMethod) {
  const name = sendsAs[type];
  if (name) core.throttles.add(name, proven.key);
  return blockedNow(core, proven);
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

async function resend(core: Core, proven: Proven, proof: Proof): Promise<Proved | undefined> {
  const { sending, method } = proof;
  if (!sending) return undefined;
  const early = sending.check();
  if (!early.allowed)
    return same(
      remark(core.journal.decide(proven, early), proof.kind === 'code' ? 'code' : undefined),
    );
  const denied = blockedNow(core, proven) ?? countSending(core, proven, method);
  if (denied) return blocked(denied);
  await sending.send();
  return same({ notices: [sentNotice(method, true)] });
}

/** Tries what was typed: counted before it is compared, so that many at once gain nothing. */
async function attempt(
  core: Core,
  proven: Proven,
  proof: AnyTypedProof,
  field: string | undefined,
  compare: () => ReturnType<AnyTypedProof['compare']>,
): Promise<Proved> {
  const { journal, throttles } = core;
  const life = journal.decide(proven, proof.life());
  if (!life.allowed) return same(remark(life, field));
  const denied = blockedNow(core, proven);
  if (denied) return blocked(denied);

  const takeBack = proof.raise();
  const served = proof.served();
  if (!served.allowed) {
    takeBack();
    return blocked(served);
  }
  const compared = await compare();
  if (compared === 'right') {
    takeBack();
    return right;
  }
  failed(core, proven, proof.method);
  const failures = throttles.check('wrongProofs', proven.key);
  if (!failures.allowed) return blocked(failures);
  const rule = proof.life();
  const problem = rule.allowed
    ? deny(proof.kind === 'code' ? 'CODE-1' : 'QUESTION-5', compared)
    : rule;
  return same(remark(journal.decide(proven, problem), field));
}

function failed({ journal }: Core, proven: Proven, { type }: CandidateMethod): void {
  journal.progress(proven, 'Verification option failed', {
    method: type,
    status: 'failure',
  });
}

function pass(core: Core, proving: Proving, { method }: Proof): Proved {
  const { journal } = core;
  journal.progress(proving, 'Verification option completed', { method: method.type });
  proving.passed = [...proving.passed, familyOf[method.type]];
  proving.stage = { at: 'choose-method' };
  const remarks = { notices: [{ code: 'proof-accepted' }] };
  if (proving.passed.length < proving.gates()) return { to: 'same', remarks };
  journal.progress(proving, 'All verification completed');
  return { to: 'all-passed', remarks };
}

function sentNotice({ type, hint }: CandidateMethod, again: boolean): Notice {
  if (type === 'call' || type === 'office-call') return { code: 'calling' };
  if (type === 'app-notification') return { code: 'notification-sent' };
  const code = again ? 'new-code-sent' : 'code-sent';
  return hint === undefined ? { code } : { code, params: { hint } };
}

/** A guess under a spent token is a guess: it wears the proof down, and is never compared. */
export function countLateProof(core: Core, proven: Proven, proof: Proof, answer: Answer): void {
  const guessed =
    (answer.action === 'enter-code' && proof.kind === 'code') ||
    (answer.action === 'answer-questions' && proof.kind === 'questions');
  if (proof.kind === 'elsewhere' || !guessed || proof.passed) return;
  if (proof.life().allowed && !blockedNow(core, proven)) proof.raise();
}
