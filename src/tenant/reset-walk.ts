import type { Answer, KnownRefusalCode, Notice, Problem } from '../contract/index.js';
import {
  checkCodeForm,
  checkConfirmation,
  type Denied,
  deny,
  familyOf,
  mayReset,
  readCode,
  toldAs,
  type Verdict,
} from '../policy/index.js';
import { AppCodeProof } from './app-code-proof.js';
import { type CandidateMethod, gatesOf } from './candidate.js';
import type { Core } from './core.js';
import { EmailProof } from './email-proof.js';
import { completeReset, type Over, passwordProblems, supersede } from './new-password.js';
import type { Proof } from './proof.js';
import type { ResetFlow } from './reset-flow.js';
import { mayContact, methodsOfGate, otherMethods, problemOf, type Remarks } from './steps.js';

/** What an answer led to, besides the new stage of the flow. */
export type Outcome = Remarks | Over;

const ifSetUp: Notice = { code: 'if-set-up' };

/** The rules of a reset, step by step: takes an answer, moves the flow on, says what to remark. */
export class ResetWalk {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  async answer(flow: ResetFlow, answer: Answer): Promise<Outcome> {
    if (answer.action === 'contact') return this.#contact(flow);
    if (isSuperseded(flow)) return supersede(this.#core, flow);
    const changed = flow.stage.at === 'refused' ? undefined : this.#policyChanged(flow);
    if (changed) return changed;
    const { stage } = flow;
    switch (stage.at) {
      case 'choose-method':
        if (answer.action === 'choose-method') return this.#choose(flow, answer.method);
        if (answer.action === 'none-of-these') return this.#giveUp(flow);
        break;
      case 'enter-code':
        if (answer.action === 'enter-code') return this.#enter(flow, stage.proof, answer.code);
        if (answer.action === 'resend') return this.#resend(flow, stage.proof);
        if (
          answer.action === 'other-method' &&
          otherMethods(this.#core, flow, stage.proof).length === 0
        )
          break;
        if (answer.action === 'back' || answer.action === 'other-method') {
          flow.stage = { at: 'choose-method' };
          return {};
        }
        break;
      case 'new-password':
        if (answer.action === 'set-password') {
          // The form that is stored is the one that the rules judge, and that both fields have to agree in.
          const stored = [answer.password, answer.confirmation].map((one) => one.normalize('NFKC'));
          return this.#setPassword(flow, stored[0] ?? '', stored[1] ?? '');
        }
        break;
      case 'refused':
      case 'ended':
        break;
    }
    return remark(deny('SESSION-1', 'action-unavailable'));
  }

  /** Refuses by a verdict, in the words that the voice allows. */
  refuse(
    flow: ResetFlow,
    denied: Denied<KnownRefusalCode>,
    notices: readonly Notice[] = [],
  ): Remarks {
    const { code, rule, params } = denied;
    const retryInMs = params?.retryInMs;
    flow.stage = {
      at: 'refused',
      refusal: {
        code,
        rule,
        notices,
        ...(typeof retryInMs === 'number' && { retryAt: this.#core.clock.now() + retryInMs }),
      },
    };
    const { journal } = this.#core;
    if (code === 'not-proven') journal.progress(flow, 'Failed', { status: 'failure', rule });
    else {
      journal.progress(flow, 'Blocked', { status: 'failure', rule });
      journal.blocked(flow, denied);
    }
    return {};
  }

  /**
   * Rule GATE-5: what the policy says now holds for flows under way too. Answers what to remark where
   * that moved the flow.
   */
  #policyChanged(flow: ResetFlow): Remarks | undefined {
    const { journal, clock } = this.#core;
    const policy = this.#core.policy();
    const denied = mayReset(policy, flow.candidate.subject, clock.now()).find(isDenied);
    if (denied) {
      journal.decide(flow, denied);
      const told = toldAs(policy, denied);
      return told === 'hidden' ? this.#giveUp(flow) : this.refuse(flow, told);
    }
    const { stage } = flow;
    const short = flow.passed.length < gatesOf(this.#core, flow.candidate);
    if (!short && stage.at !== 'new-password') {
      // The policy asks for less than it did: what was proven will do.
      journal.progress(flow, 'All verification completed');
      flow.stage = { at: 'new-password' };
      return {};
    }
    const open = methodsOfGate(this.#core, flow);
    const gone = stage.at === 'enter-code' && !open.includes(stage.proof.method);
    if (!gone && !(stage.at === 'new-password' && short)) return undefined;
    flow.stage = { at: 'choose-method' };
    return gone ? remark(deny('GATE-5', 'method-unavailable')) : {};
  }

  async #choose(flow: ResetFlow, id: string): Promise<Remarks> {
    if (id === '') return remark(deny('GATE-3', 'method-required'), 'method');
    const method = methodsOfGate(this.#core, flow).find((one) => one.id === id);
    if (!method) return remark(deny('GATE-3', 'method-unavailable'), 'method');
    const blocked = this.#blocked(flow);
    if (blocked) return blocked;

    this.#core.journal.progress(flow, 'Verification option started', { method: method.type });
    const begun = flow.proofs.get(id);
    if (begun && !begun.passed && (begun.sending?.readyInMs() ?? 0) > 0) {
      flow.stage = { at: 'enter-code', proof: begun };
      const life = begun.life();
      return life.allowed ? {} : remark(life, 'code');
    }
    if (method.type === 'email') {
      const refused = this.#countMail(flow);
      if (refused) return refused;
    }
    const proof = await this.#begin(flow, method);
    flow.proofs.set(id, proof);
    flow.stage = { at: 'enter-code', proof };
    return proof.sending ? { notices: [sent('code-sent', method)] } : {};
  }

  async #begin(flow: ResetFlow, method: CandidateMethod): Promise<Proof> {
    const core = this.#core;
    const { key, locale, supportCode } = flow;
    const { account } = flow.candidate;
    return method.type === 'email'
      ? EmailProof.begin({ core, method, account, key, locale, supportCode })
      : new AppCodeProof({ core, method, account, key });
  }

  async #resend(flow: ResetFlow, proof: Proof): Promise<Remarks> {
    const { sending, method } = proof;
    if (!sending) return remark(deny('CODE-2', 'action-unavailable'));
    const early = sending.check();
    if (!early.allowed) return remark(this.#core.journal.decide(flow, early), 'code');
    const refused = this.#blocked(flow) ?? this.#countMail(flow);
    if (refused) return refused;
    await sending.send();
    return { notices: [sent('new-code-sent', method)] };
  }

  /** Rule THROTTLE-3, for decoys too: the one too many is not sent. */
  #countMail(flow: ResetFlow): Remarks | undefined {
    this.#core.throttles.add('emails', flow.key);
    return this.#blocked(flow);
  }

  async #enter(flow: ResetFlow, proof: Proof, typed: string): Promise<Outcome> {
    const { journal, throttles } = this.#core;
    const code = readCode(typed);
    const form = checkCodeForm(code, proof.digits);
    if (!form.allowed) return remark(form, 'code');
    const life = journal.decide(flow, proof.life());
    if (!life.allowed) return remark(life, 'code');
    const blocked = this.#blocked(flow);
    if (blocked) return blocked;

    const takeBack = proof.raise();
    const served = proof.served();
    if (!served.allowed) {
      takeBack();
      return this.#block(flow, served);
    }
    const compared = await proof.compare(code);
    if (compared === 'right') {
      takeBack();
      return this.#pass(flow, proof);
    }
    journal.progress(flow, 'Verification option failed', {
      method: proof.method.type,
      status: 'failure',
    });
    const failures = throttles.check('wrongProofs', flow.key);
    if (!failures.allowed) return this.#block(flow, failures);
    const rule = proof.life();
    const problem = rule.allowed ? deny('CODE-1', compared) : rule;
    return remark(journal.decide(flow, problem), 'code');
  }

  #pass(flow: ResetFlow, proof: Proof): Outcome {
    const { journal } = this.#core;
    journal.progress(flow, 'Verification option completed', { method: proof.method.type });
    flow.passed = [...flow.passed, familyOf[proof.method.type]];
    if (isSuperseded(flow)) return supersede(this.#core, flow);
    const all = flow.passed.length >= gatesOf(this.#core, flow.candidate);
    if (all) journal.progress(flow, 'All verification completed');
    flow.stage = { at: all ? 'new-password' : 'choose-method' };
    return { notices: [{ code: 'proof-accepted' }] };
  }

  async #setPassword(flow: ResetFlow, password: string, confirmation: string): Promise<Outcome> {
    const core = this.#core;
    const { account } = flow.candidate;
    // A decoy never gets here: none of its proofs is ever right.
    if (!account) return remark(deny('SESSION-1', 'action-unavailable'));
    core.journal.progress(flow, 'New password submitted');
    const fields = checkConfirmation(password, confirmation);
    const problems: readonly Problem[] = [
      ...(password === '' ? [] : passwordProblems(core, flow, account, password)),
      ...(fields ? [problemOf(core.journal.decide(flow, fields), fieldOf(fields))] : []),
    ];
    if (problems.length > 0) return { problems };
    const often = core.throttles.check('resets', flow.key);
    if (!often.allowed) return this.#block(flow, often);
    return completeReset(core, flow, account, password);
  }

  /** None of the methods will do: known and hidden read the same (rule REFUSAL-2). */
  #giveUp(flow: ResetFlow): Remarks {
    return this.refuse(flow, deny('REFUSAL-2', 'not-proven'), this.#uniform ? [ifSetUp] : []);
  }

  #blocked(flow: ResetFlow): Remarks | undefined {
    const verdict = this.#core.throttles.checkAccount(flow.key);
    return verdict.allowed ? undefined : this.#block(flow, verdict);
  }

  #block(flow: ResetFlow, denied: Denied<'blocked-until'>): Remarks {
    this.#core.journal.decide(flow, denied);
    return this.refuse(flow, denied, this.#uniform ? [ifSetUp] : []);
  }

  get #uniform(): boolean {
    return this.#core.policy().voice === 'uniform';
  }

  /** Rules NOTIFY-3 and THROTTLE-6; the same answer whether or not there is anybody to help. */
  #contact(flow: ResetFlow): Remarks {
    const { throttles, mailer, journal } = this.#core;
    if (!mayContact(this.#core, flow)) return remark(deny('THROTTLE-6', 'action-unavailable'));
    throttles.add('contactsPerAccount', flow.key);
    throttles.add('contactsPerClient', flow.client);
    if (flow.account) mailer.contact(flow.account, flow.supportCode);
    journal.progress(flow, 'Contacted administrator', { rule: 'NOTIFY-3' });
    return { notices: [{ code: 'administrator-contacted' }] };
  }
}

/**
 * Rule SESSION-2: a completed reset ends the other flows of the account. Only who has proven
 * something is told, or the end of a flow would tell that there is an account (rule REFUSAL-2).
 */
const isSuperseded = ({ passed, candidate, resetsBefore }: ResetFlow): boolean =>
  passed.length > 0 && candidate.account?.resets !== resetsBefore;

const isDenied = (verdict: Verdict<KnownRefusalCode>): verdict is Denied<KnownRefusalCode> =>
  !verdict.allowed;

const remark = (verdict: Verdict, field?: string): Remarks =>
  verdict.allowed ? {} : { problems: [problemOf(verdict, field)] };

const sent = (code: 'code-sent' | 'new-code-sent', method: CandidateMethod): Notice =>
  method.type === 'email' ? { code, params: { hint: method.hint } } : { code };

const fieldOf = ({ code }: Denied): string =>
  code === 'password-required' ? 'password' : 'confirmation';
