import type { Action, KnownActionName, Method, Steps } from '../contract/index.js';
import { wordsIn } from '../policy/index.js';
import { type CandidateMethod, nameOf } from './candidate.js';
import type { Core } from './core.js';
import { fieldsIn } from './described-methods.js';
import type { Proof } from './proof.js';
import { methodsOfGate, otherMethods, type Proving } from './proving.js';
import { questionText } from './question-pool.js';
import type { Remarks } from './remarks.js';

export const named = (...names: readonly KnownActionName[]): readonly Action[] =>
  names.map((name) => ({ name }));

/** What every step of a flow carries. */
export type InFlow = Required<Remarks> &
  Pick<
    Steps['enter-code'],
    | 'token'
    | 'username'
    | 'supportCode'
    | 'expiresInMs'
    | 'branding'
    | 'purpose'
    | 'progress'
    | 'resumable'
  >;

export type ProvingStep = Steps[
  | 'choose-method'
  | 'confirm-target'
  | 'enter-code'
  | 'answer-questions'
  | 'form'
  | 'wait'];

/**
 * The step where somebody stands who proves who they are.
 * @param more actions of the flow around it, such as `extend`
 */
export function provingStep(
  core: Core,
  proving: Proving,
  inFlow: InFlow,
  more: readonly Action[],
): ProvingStep {
  const { stage } = proving;
  const frame = { ...inFlow, gate: { index: proving.passed.length + 1, total: proving.gates() } };
  if (stage.at === 'choose-method')
    return {
      kind: 'choose-method',
      ...frame,
      methods: methodsOfGate(core, proving).map((method) => shown(core, method, proving.locale)),
      actions: [...named('none-of-these', 'cancel'), ...more],
    };
  const method = stage.at === 'prove' ? stage.proof.method : stage.method;
  const actions = [
    ...(stage.at === 'prove' ? resend(stage.proof) : []),
    ...(otherMethods(core, proving, method).length > 0 ? named('other-method') : []),
    ...named('back', 'cancel'),
    ...more,
  ];
  const about = { ...frame, method: shown(core, method, proving.locale), actions };
  if (stage.at === 'confirm-target') return { kind: 'confirm-target', ...about };
  return proofStep(core, stage.proof, proving.locale, about);
}

/** The step of a proof by itself. */
export function proofStep(
  core: Core,
  proof: Proof,
  locale: string,
  about: InFlow & Pick<Steps['enter-code'], 'method' | 'gate' | 'actions'>,
): Steps['enter-code' | 'answer-questions' | 'form' | 'wait'] {
  switch (proof.kind) {
    case 'code': {
      const codeExpiresInMs = proof.expiresInMs?.();
      return {
        kind: 'enter-code',
        ...about,
        digits: proof.digits,
        triesLeft: proof.triesLeft(),
        ...(codeExpiresInMs !== undefined && { codeExpiresInMs }),
      };
    }
    case 'questions':
      return {
        kind: 'answer-questions',
        ...about,
        triesLeft: proof.triesLeft(),
        questions: proof.asked.map(({ id, question }) => ({
          id,
          text: questionText(core, question, locale),
        })),
      };
    case 'form': {
      const { described } = proof;
      const { username: _, ...form } = about;
      return {
        kind: 'form',
        ...form,
        title: wordsIn(described.label, locale),
        ...(described.lead !== undefined && { lead: wordsIn(described.lead, locale) }),
        fields: fieldsIn(described, locale),
      };
    }
    case 'elsewhere':
      return {
        kind: 'wait',
        ...about,
        for: proof.for,
        waitExpiresInMs: proof.expiresInMs(),
        ...(proof.number !== undefined && { number: proof.number }),
      };
  }
}

export const resend = ({ sending }: Proof): readonly Action[] =>
  sending ? [{ name: 'resend', readyInMs: sending.readyInMs() }] : [];

/** A method as it is offered (rules METHOD-4, METHOD-7). */
export function shown(core: Core, method: CandidateMethod, locale: string): Method {
  const { id, type, hint } = method;
  if (type === 'described')
    return { id, type: nameOf(method), label: wordsIn(method.described.label, locale) };
  const { retiresAt } = core.policy().methods[type];
  const now = core.clock.now();
  return {
    id,
    type,
    ...(hint !== undefined && { hint }),
    // Whatever the tenant's setting is: what administrators may use ends for them too (rule ADMIN-2).
    ...(retiresAt !== undefined && now < retiresAt && { retiresInMs: retiresAt - now }),
  };
}
