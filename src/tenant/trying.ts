import type { Answer, Notice } from '../contract/index.js';
import { checkCodeForm, type Denied, deny, readCode, type ThrottleName } from '../policy/index.js';
import { type CandidateMethod, nameOf } from './candidate.js';
import type { Case, Core } from './core.js';
import { valuesOf } from './described-methods.js';
import type { AnyTypedProof, Proof } from './proof.js';
import { type Remarks, remark } from './remarks.js';

/** Whose proofs they are, for throttles and journal. */
export interface Proven extends Case {
  /** What throttles count under. */
  readonly key: string;
}

/** What an answer led to: the next thing to prove, all proven, or blocked. */
export type Proved =
  | { readonly to: 'same' | 'all-passed'; readonly remarks: Remarks }
  | { readonly to: 'blocked'; readonly denied: Denied<'blocked-until'> }
  | { readonly to: 'given-up' };

export const same = (remarks: Remarks = {}): Proved => ({ to: 'same', remarks });

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
  if (answer.action === 'fill-form' && proof.kind === 'form') {
    const values = valuesOf(proof.described, answer.values);
    const missing = proof.described.fields.filter(
      ({ name, required = true }) => required && values[name]?.trim() === '',
    );
    return missing.length === 0
      ? attempt(core, proven, proof, undefined, () => proof.compare(values))
      : same({
          problems: missing.map(({ name: field }) => ({
            code: 'field-required',
            rule: 'GATE-1',
            field,
          })),
        });
  }
  return undefined;
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

export const blockedNow = (core: Core, { key }: Proven): Denied<'blocked-until'> | undefined => {
  const verdict = core.throttles.checkAccount(key);
  return verdict.allowed ? undefined : verdict;
};

export const blocked = (denied: Denied<'blocked-until'>): Proved => ({ to: 'blocked', denied });

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
export function countSending(core: Core, proven: Proven, { type }: CandidateMethod) {
  const name = sendsAs[type];
  if (name) core.throttles.add(name, proven.key);
  return blockedNow(core, proven);
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
  const problem = rule.allowed ? deny(wrongBy[proof.kind], compared) : rule;
  return same(remark(journal.decide(proven, problem), field));
}

/** The rule that a wrong try of each kind of proof breaks. */
const wrongBy = { code: 'CODE-1', questions: 'QUESTION-5', form: 'GATE-1' } as const;

export function failed({ journal }: Core, proven: Proven, method: CandidateMethod): void {
  journal.progress(proven, 'Verification option failed', {
    method: nameOf(method),
    status: 'failure',
  });
}

export function sentNotice({ type, hint }: CandidateMethod, again: boolean): Notice {
  if (type === 'call' || type === 'office-call') return { code: 'calling' };
  if (type === 'app-notification') return { code: 'notification-sent' };
  const code = again ? 'new-code-sent' : 'code-sent';
  return hint === undefined ? { code } : { code, params: { hint } };
}

/** A guess under a spent token is a guess: it wears the proof down, and is never compared. */
export function countLateProof(core: Core, proven: Proven, proof: Proof, answer: Answer): void {
  const guessed =
    (answer.action === 'enter-code' && proof.kind === 'code') ||
    (answer.action === 'answer-questions' && proof.kind === 'questions') ||
    (answer.action === 'fill-form' && proof.kind === 'form');
  if (proof.kind === 'elsewhere' || !guessed || proof.passed) return;
  if (proof.life().allowed && !blockedNow(core, proven)) proof.raise();
}
