import type {
  Answer,
  Attempt,
  KnownRefusalCode,
  Notice,
  Problem,
  ResetIntent,
  Step,
} from '../contract/index.js';
import { checkConfirmation, type Denied, deny, toldAs, type Verdict } from '../policy/index.js';
import { writeFailure } from '../policy/writeback.js';
import type { Account } from './account.js';
import { gatesOf } from './candidate.js';
import { contact } from './contact.js';
import type { Core } from './core.js';
import {
  type Completed,
  completeReset,
  confirmsLate,
  judge,
  judgesWhileTyping,
  passwordProblems,
  supersede,
} from './new-password.js';
import type { Proof } from './proof.js';
import { leaveClosedGate, prove, settle } from './proving.js';
import { problemOf, type Remarks, remark } from './remarks.js';
import type { ResetFlow } from './reset-flow.js';
import { startReset } from './reset-start.js';
import { extensionsLeft, flowExpired, flowSuperseded, resetStep } from './reset-steps.js';
import { countLateProof, type Proved } from './trying.js';
import { completeUnlock } from './unlock.js';
import type { Client, Outcome, Walk } from './walk.js';

/** More than anybody types in one flow; so that nobody tries out lists of words here. */
const mostJudgements = 60;

const ifSetUp: Notice = { code: 'if-set-up' };

/** The rules of a reset, step by step: takes an answer, moves the flow on, says what to remark. */
export class ResetWalk implements Walk<ResetFlow, ResetIntent, Step> {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  start(intent: ResetIntent, { locale }: Attempt, { name: client }: Client) {
    return startReset(this.#core, this, intent, { client, locale });
  }

  async answer(flow: ResetFlow, answer: Answer): Promise<Outcome<Step>> {
    if (flow.place.at === 'refused' || flow.place.at === 'writing')
      return answer.action === 'contact' ? contact(this.#core, flow) : unavailable;
    if (isSuperseded(flow)) return supersede(this.#core, flow);
    const changed = this.#policyChanged(flow);
    if (changed) return changed;
    if (answer.action === 'contact') return contact(this.#core, flow);
    if (answer.action === 'extend') return this.#extend(flow);
    switch (flow.place.at) {
      case 'choose-goal':
        if (answer.action !== 'choose-goal') break;
        flow.goal = answer.goal;
        flow.place = { at: 'proving' };
        return {};
      case 'proving': {
        const proved = await prove(this.#core, flow, answer);
        if (proved) return this.#proved(flow, proved);
        break;
      }
      case 'new-password':
        if (answer.action === 'set-password') {
          // The form that is stored is the one that the rules judge, and that both fields have to agree in.
          const { password, confirmation } = answer;
          return this.#setPassword(
            flow,
            password.normalize('NFKC'),
            confirmation?.normalize('NFKC'),
          );
        }
        break;
    }
    return unavailable;
  }

  settle(flow: ResetFlow): Promise<Outcome<Step>> | undefined {
    const { place, stage } = flow;
    if (place.at === 'writing') return place.came && this.#written(flow, place, place.came);
    if (place.at !== 'proving' || stage.at !== 'prove' || stage.proof.kind !== 'elsewhere')
      return undefined;
    return stage.proof.hasNews() ? this.#settled(flow) : undefined;
  }

  settlesInMs({ place, stage }: ResetFlow): number | undefined {
    const waits =
      place.at === 'proving' && stage.at === 'prove' && stage.proof.kind === 'elsewhere';
    const left = waits ? stage.proof.expiresInMs() : 0;
    return left > 0 ? left : undefined;
  }

  judge(flow: ResetFlow, password: string): readonly Problem[] {
    const core = this.#core;
    if (flow.place.at !== 'new-password' || !judgesWhileTyping(core, flow.candidate)) return [];
    if (flow.judged >= mostJudgements) return [];
    flow.judged += 1;
    return judge(core, flow.candidate, password);
  }

  step(flow: ResetFlow, token: string, remarks?: Remarks): Step {
    return resetStep(this.#core, flow, token, remarks);
  }

  isRefused({ place }: ResetFlow): boolean {
    return place.at === 'refused';
  }

  isEnded({ place }: ResetFlow): boolean {
    return place.at === 'ended';
  }

  /** What is refused is over for the person, and what another reset has ended is over for good. */
  mayResume(flow: ResetFlow): boolean {
    if (flow.place.at === 'writing') return true;
    return flow.place.at !== 'refused' && !isSuperseded(flow);
  }

  isBusy({ place }: ResetFlow): boolean {
    return place.at === 'writing';
  }

  review(flow: ResetFlow): void {
    if (this.isBusy(flow) || !this.mayResume(flow)) return;
    if (!this.#denied(flow)) this.#tooLittleNow(flow);
  }

  end(flow: ResetFlow, why: 'finished' | 'abandoned' | 'cancelled'): void {
    const { journal } = this.#core;
    if (why === 'cancelled') journal.progress(flow, 'Cancelled', { status: 'failure' });
    if (why === 'abandoned' && flow.place.at !== 'refused')
      journal.progress(flow, 'Abandoned', { status: 'failure', rule: 'SESSION-1' });
    flow.place = { at: 'ended' };
  }

  proofOf({ place, stage }: ResetFlow): Proof | undefined {
    return place.at === 'proving' && stage.at === 'prove' ? stage.proof : undefined;
  }

  countLate(flow: ResetFlow, proof: Proof, answer: Answer): void {
    if (this.proofOf(flow) === proof) countLateProof(this.#core, flow, proof, answer);
  }

  expired = flowExpired;
  superseded = flowSuperseded;

  /** Refuses by a verdict, in the words that the voice allows. */
  refuse(
    flow: ResetFlow,
    denied: Denied<KnownRefusalCode>,
    notices: readonly Notice[] = [],
  ): Remarks {
    const { code, rule, params } = denied;
    const retryInMs = params?.retryInMs;
    flow.place = {
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

  async #settled(flow: ResetFlow): Promise<Outcome<Step>> {
    if (isSuperseded(flow)) return supersede(this.#core, flow);
    return this.#policyChanged(flow) ?? this.#proved(flow, settle(this.#core, flow));
  }

  #proved(flow: ResetFlow, proved: Proved): Outcome<Step> | Promise<Outcome<Step>> {
    switch (proved.to) {
      case 'same':
        return isSuperseded(flow) ? supersede(this.#core, flow) : proved.remarks;
      case 'blocked':
        return this.#block(flow, proved.denied);
      case 'given-up':
        return this.#giveUp(flow);
      case 'all-passed':
        if (isSuperseded(flow)) return supersede(this.#core, flow);
        return this.#allPassed(flow, proved.remarks);
    }
  }

  #allPassed(flow: ResetFlow, remarks: Remarks): Outcome<Step> | Promise<Outcome<Step>> {
    const { account } = flow.candidate;
    if (flow.goal === 'unlock-account' && account) return this.#unlock(flow, account);
    flow.place = { at: 'new-password' };
    return remarks;
  }

  async #unlock(flow: ResetFlow, account: Account): Promise<Outcome<Step>> {
    const unlocked = await completeUnlock(this.#core, flow, account);
    return 'refused' in unlocked ? this.refuse(flow, unlocked.refused) : unlocked;
  }

  /**
   * Rule GATE-5: what the policy says now holds for flows under way too. Answers what to remark where
   * that moved the flow.
   */
  #policyChanged(flow: ResetFlow): Outcome<Step> | Promise<Outcome<Step>> | undefined {
    return this.#denied(flow) ?? this.#enoughNow(flow) ?? this.#tooLittleNow(flow);
  }

  /** Whether the person may reset no more. */
  #denied(flow: ResetFlow): Remarks | undefined {
    const { journal, clock, directory } = this.#core;
    const policy = this.#core.policy();
    const denied = directory.mayReset(policy, flow.candidate.subject, clock.now()).find(isDenied);
    if (!denied) return undefined;
    journal.decide(flow, denied);
    const told = toldAs(policy, denied);
    return told === 'hidden' ? this.#giveUp(flow) : this.refuse(flow, told);
  }

  /** The policy asks for less than it did: what was proven will do. */
  #enoughNow(flow: ResetFlow): Outcome<Step> | Promise<Outcome<Step>> | undefined {
    if (flow.place.at !== 'proving' || this.#isShort(flow)) return undefined;
    this.#core.journal.progress(flow, 'All verification completed');
    return this.#allPassed(flow, {});
  }

  /** The policy asks for more, or takes a method away. */
  #tooLittleNow(flow: ResetFlow): Remarks | undefined {
    if (flow.place.at === 'proving') return leaveClosedGate(this.#core, flow);
    if (flow.place.at !== 'new-password' || !this.#isShort(flow)) return undefined;
    flow.place = { at: 'proving' };
    flow.stage = { at: 'choose-method' };
    return {};
  }

  #isShort({ passed, candidate }: ResetFlow): boolean {
    return passed.length < gatesOf(this.#core, candidate);
  }

  /** Rule SESSION-1: more time for the flow, none for a code. */
  #extend(flow: ResetFlow): Remarks {
    if (extensionsLeft(this.#core, flow) === 0)
      return remark(deny('SESSION-1', 'extended-too-often'));
    flow.extensions += 1;
    flow.expiresAt += this.#core.policy().session.extendByMs;
    return { notices: [{ code: 'extended' }] };
  }

  async #setPassword(
    flow: ResetFlow,
    password: string,
    confirmation: string | undefined,
  ): Promise<Outcome<Step>> {
    const core = this.#core;
    const { account } = flow.candidate;
    // A decoy never gets here: none of its proofs is ever right.
    if (!account) return unavailable;
    core.journal.progress(flow, 'New password submitted');
    const fields = checkConfirmation(password, confirmation, core.policy().password.confirmation);
    const problems: readonly Problem[] = [
      ...(password === '' ? [] : passwordProblems(core, flow, account, password)),
      ...(fields ? [problemOf(core.journal.decide(flow, fields), fieldOf(fields))] : []),
    ];
    if (problems.length > 0) return { problems };
    const often = core.throttles.check('resets', flow.key);
    if (!often.allowed) return this.#block(flow, often);
    // The flow is claimed before anything is awaited: from here on a cancel comes too late.
    flow.place = { at: 'ended' };
    const completing = completeReset(core, flow, account, password);
    return confirmsLate(core, account)
      ? this.#wait(flow, completing)
      : this.#completed(flow, await completing);
  }

  /** Lets the person wait for what comes of the password, however long that takes. */
  #wait(flow: ResetFlow, completing: Promise<Completed>): Remarks {
    const place: Writing = { at: 'writing', since: this.#core.clock.now(), came: undefined };
    flow.place = place;
    const arrive = (came: Completed) => {
      place.came = came;
      flow.onAnswered();
    };
    void completing.then(arrive, () => arrive({ refused: writeFailure.unknown }));
    return {};
  }

  /** The time that the person had to wait is none of theirs. */
  async #written(flow: ResetFlow, { since }: Writing, came: Completed): Promise<Outcome<Step>> {
    flow.expiresAt += this.#core.clock.now() - since;
    return this.#completed(flow, came);
  }

  #completed(flow: ResetFlow, came: Completed): Outcome<Step> {
    if ('last' in came) return came;
    flow.place = { at: 'new-password' };
    return 'refused' in came ? this.refuse(flow, came.refused) : came;
  }

  /** None of the methods will do: known and hidden read the same (rule REFUSAL-2). */
  #giveUp(flow: ResetFlow): Remarks {
    return this.refuse(flow, deny('REFUSAL-2', 'not-proven'), this.#uniform ? [ifSetUp] : []);
  }

  #block(flow: ResetFlow, denied: Denied<'blocked-until'>): Remarks {
    const { journal, mailer, throttles } = this.#core;
    journal.decide(flow, denied);
    // One mail a day for each kind of block, however often somebody comes up against it.
    const block = `block by ${denied.rule} of ${flow.key}`;
    if (flow.account && throttles.check('explanations', block).allowed) {
      throttles.add('explanations', block);
      mailer.blocked(flow.account, denied, flow.supportCode);
    }
    return this.refuse(flow, denied, this.#uniform ? [ifSetUp] : []);
  }

  get #uniform(): boolean {
    return this.#core.policy().voice === 'uniform';
  }
}

/**
 * Rule SESSION-2: a completed reset ends the other flows of the account. Only who has proven
 * something is told, or the end of a flow would tell that there is an account (rule REFUSAL-2).
 */
const isSuperseded = ({ passed, candidate, resetsBefore }: ResetFlow): boolean =>
  passed.length > 0 && candidate.account?.resets !== resetsBefore;

type Writing = Extract<ResetFlow['place'], { readonly at: 'writing' }>;

const isDenied = (verdict: Verdict<KnownRefusalCode>): verdict is Denied<KnownRefusalCode> =>
  !verdict.allowed;

const unavailable: Remarks = remark(deny('SESSION-1', 'action-unavailable'));

const fieldOf = ({ code }: Denied): string =>
  code === 'password-required' ? 'password' : 'confirmation';
