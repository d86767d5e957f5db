import type {
  Answer,
  Attempt,
  RegistrationIntent,
  RegistrationStep,
} from '../../contract/index.js';
import {
  type Denied,
  deny,
  dueAt,
  missingTypes,
  type RegistrableType,
} from '../../policy/index.js';
import type { Core } from '../core.js';
import type { Proof } from '../proof.js';
import { leaveClosedGate, prove, settle } from '../proving.js';
import { randomSupportCode } from '../random.js';
import type { Unnamed } from '../registrations.js';
import { type Remarks, remark } from '../remarks.js';
import { flowExpired, flowSuperseded } from '../reset-steps.js';
import { signedOut } from '../sessions.js';
import { countLateProof, type Proved, proveBy, sentNotice, settleProof } from '../trying.js';
import type { Client, Outcome, Walk } from '../walk.js';
import {
  askProof,
  begin,
  findRegistered,
  hindrance,
  isFresh,
  noticed,
  remove,
  store,
  toList,
} from './changes.js';
import { enrol } from './enrolling.js';
import { registeredViews } from './registered-views.js';
import type { Enrolment, RegistrationFlow } from './registration-flow.js';
import { registrationStep } from './registration-steps.js';

/** The rules of a registration, step by step (REGISTER-1 to 7). */
export class RegistrationWalk
  implements Walk<RegistrationFlow, RegistrationIntent, RegistrationStep>
{
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  async start({ mode: wanted }: RegistrationIntent, { locale }: Attempt, client: Client) {
    const core = this.#core;
    const session = core.sessions.find(client.session);
    if (!session) throw signedOut();
    const { account } = session;
    const now = core.clock.now();
    const { confirmedAt, registrations } = account;
    const registered = registrations.list.length > 0;
    const subject = core.directory.subject(account);
    const { due, verdict } = dueAt(core.policy(), subject, { confirmedAt, registered }, now);
    const mode = wanted ?? due ?? 'manage';
    const { username } = account.person;
    const supportCode = randomSupportCode(core.random);
    const flow: RegistrationFlow = {
      supportCode,
      username,
      client: client.name,
      account,
      session,
      locale,
      mode,
      expiresAt: Number.POSITIVE_INFINITY,
      ended: new AbortController(),
      answers: 0,
      onAnswered: () => {},
      confirmed: new Set(),
      made: 0,
      place: { at: mode === 'interrupt' ? 'needed' : mode },
    };
    core.journal.decide(flow, verdict);
    // Nothing is missing: then there is nothing to interrupt for.
    if (mode === 'interrupt' && this.#missing(flow).length === 0) flow.place = { at: 'manage' };
    return { flow };
  }

  /** Rule REGISTER-6: a token alone opens nothing. */
  isOf({ session }: RegistrationFlow, client: Client): boolean {
    return this.#core.sessions.find(client.session) === session;
  }

  async answer(flow: RegistrationFlow, answer: Answer): Promise<Outcome<RegistrationStep>> {
    this.#requireSession(flow);
    const { place } = flow;
    if (place.at === 'refused') return unavailable;
    // Removed by another flow meanwhile: there is nothing to confirm.
    if (place.at === 'confirm-removal' && !findRegistered(flow, place.id))
      return toList(flow, unavailable);
    if (answer.action === 'skip') return this.#skip(flow);
    if (answer.action === 'use-different' && flow.mode === 'interrupt') {
      flow.place = { at: 'choose' };
      flow.expiresAt = Number.POSITIVE_INFINITY;
      return {};
    }
    switch (place.at) {
      case 'needed':
        if (answer.action === 'confirm') return this.#next(flow, {});
        break;
      case 'choose':
        if (answer.action === 'back') return toList(flow, {});
        if (answer.action === 'add') return this.#change(flow, answer);
        break;
      case 'manage':
        return this.#manage(flow, answer);
      case 'reconfirm':
        if (answer.action === 'confirm') return this.#confirm(flow, answer.id);
        if (answer.action === 'change' || answer.action === 'remove')
          return this.#change(flow, answer);
        break;
      case 'confirm-removal':
        if (answer.action === 'back') return toList(flow, {});
        if (answer.action === 'confirm') return remove(this.#core, flow, place.id);
        if (answer.action === 'add') return this.#change(flow, answer);
        break;
      case 'enrol':
        if (answer.action === 'back') return toList(flow, {});
        return this.#enrol(flow, place.enrolment, answer);
      case 'prove-new': {
        if (answer.action === 'back') {
          flow.place = { at: 'enrol', enrolment: place.enrolment };
          return {};
        }
        const about = this.#about(flow);
        const proved = await proveBy(this.#core, about, place.proof, answer);
        return proved ? this.#provedNew(flow, proved) : unavailable;
      }
      case 'fresh-proof': {
        if (answer.action === 'back' && place.proving.stage.at === 'choose-method')
          return toList(flow, {});
        const closed = leaveClosedGate(this.#core, place.proving);
        if (closed) return closed;
        const proved = await prove(this.#core, place.proving, answer);
        return proved ? this.#provedFresh(flow, proved, place.then) : unavailable;
      }
    }
    return unavailable;
  }

  settle(flow: RegistrationFlow): Promise<Outcome<RegistrationStep>> | undefined {
    const proof = this.proofOf(flow);
    if (proof?.kind !== 'elsewhere' || !proof.hasNews()) return undefined;
    return this.#settled(flow, proof);
  }

  settlesInMs(flow: RegistrationFlow): number | undefined {
    const proof = this.proofOf(flow);
    const left = proof?.kind === 'elsewhere' ? proof.expiresInMs() : 0;
    return left > 0 ? left : undefined;
  }

  step(flow: RegistrationFlow, token: string, remarks?: Remarks): RegistrationStep {
    return registrationStep(this.#core, flow, token, remarks);
  }

  isRefused({ place }: RegistrationFlow): boolean {
    return place.at === 'refused';
  }

  isEnded({ place }: RegistrationFlow): boolean {
    return place.at === 'ended';
  }

  end(flow: RegistrationFlow): void {
    flow.place = { at: 'ended' };
  }

  proofOf({ place }: RegistrationFlow): Proof | undefined {
    if (place.at === 'prove-new') return place.proof;
    if (place.at !== 'fresh-proof') return undefined;
    return place.proving.stage.at === 'prove' ? place.proving.stage.proof : undefined;
  }

  countLate(flow: RegistrationFlow, proof: Proof, answer: Answer): void {
    if (this.proofOf(flow) === proof) countLateProof(this.#core, this.#about(flow), proof, answer);
  }

  expired = flowExpired;
  superseded = flowSuperseded;

  async #settled(flow: RegistrationFlow, proof: Proof): Promise<Outcome<RegistrationStep>> {
    this.#requireSession(flow);
    const { place } = flow;
    if (place.at === 'fresh-proof')
      return (
        leaveClosedGate(this.#core, place.proving) ??
        this.#provedFresh(flow, settle(this.#core, place.proving), place.then)
      );
    return this.#provedNew(flow, settleProof(this.#core, this.#about(flow), proof));
  }

  async #manage(flow: RegistrationFlow, answer: Answer): Promise<Outcome<RegistrationStep>> {
    switch (answer.action) {
      case 'add':
      case 'change':
      case 'remove':
      case 'make-default':
        return this.#change(flow, answer);
      case 'sign-out-everywhere':
        this.#core.sessions.revoke(flow.account, flow.session);
        return noticed('signed-out-everywhere');
      default:
        return unavailable;
    }
  }

  /** Anything that changes what is registered: first the right to do it, then a fresh proof. */
  async #change(flow: RegistrationFlow, answer: Answer): Promise<Outcome<RegistrationStep>> {
    const hindered = hindrance(this.#core, flow, answer);
    if (hindered) return remark(this.#core.journal.decide(flow, hindered));
    if (isFresh(this.#core, flow)) return begin(this.#core, flow, answer);
    return askProof(this.#core, flow, answer);
  }

  #provedFresh(flow: RegistrationFlow, proved: Proved, then: Answer): Outcome<RegistrationStep> {
    switch (proved.to) {
      case 'same':
        return proved.remarks;
      case 'blocked':
        return this.#refuse(flow, proved.denied);
      case 'given-up':
        return this.#refuse(flow, deny('REGISTER-6', 'not-proven'));
      case 'all-passed': {
        flow.session.provenAt = this.#core.clock.now();
        // What was allowed before the proof may no longer be.
        const hindered = hindrance(this.#core, flow, then);
        return hindered ? toList(flow, remark(hindered)) : begin(this.#core, flow, then);
      }
    }
  }

  async #enrol(
    flow: RegistrationFlow,
    enrolment: Enrolment,
    answer: Answer,
  ): Promise<Outcome<RegistrationStep>> {
    const came = await enrol(this.#core, flow, enrolment, answer);
    if (!came) return unavailable;
    switch (came.to) {
      case 'correct':
        return { problems: came.problems };
      case 'blocked':
        return this.#refuse(flow, came.denied);
      case 'store':
        return this.#stored(flow, enrolment, came.pending);
      case 'prove': {
        const { proof, pending } = came;
        flow.place = { at: 'prove-new', enrolment, proof, pending };
        return proof.sending ? { notices: [sentNotice(proof.method, false)] } : {};
      }
    }
  }

  #provedNew(flow: RegistrationFlow, proved: Proved): Outcome<RegistrationStep> {
    const { place } = flow;
    if (proved.to === 'blocked') return this.#refuse(flow, proved.denied);
    if (proved.to === 'same') return proved.remarks;
    if (proved.to === 'given-up' || place.at !== 'prove-new') return unavailable;
    return this.#stored(flow, place.enrolment, place.pending);
  }

  #stored(
    flow: RegistrationFlow,
    enrolment: Enrolment,
    pending: Unnamed,
  ): Outcome<RegistrationStep> {
    const { stored, remarks } = store(this.#core, flow, enrolment, pending);
    return stored && flow.mode === 'interrupt' ? this.#next(flow, remarks) : toList(flow, remarks);
  }

  /** The next thing that is missing, or the summary. */
  #next(flow: RegistrationFlow, remarks: Remarks): Outcome<RegistrationStep> {
    const [type] = this.#missing(flow);
    if (type === undefined) return this.#finish(flow, 'registered', remarks);
    const hindered = hindrance(this.#core, flow, { action: 'add', type });
    if (hindered) return remark(hindered);
    const add = { action: 'add', type } as const;
    const begun = isFresh(this.#core, flow)
      ? begin(this.#core, flow, add)
      : askProof(this.#core, flow, add);
    return { ...begun, ...remarks };
  }

  #confirm(flow: RegistrationFlow, id: string | undefined): Outcome<RegistrationStep> {
    const { list } = flow.account.registrations;
    if (id !== undefined) {
      flow.confirmed.add(id);
      if (list.some((one) => !flow.confirmed.has(one.id))) return {};
    }
    return this.#finish(flow, 'confirmed', noticed('confirmed'));
  }

  #skip(flow: RegistrationFlow): Outcome<RegistrationStep> {
    const { maySkip } = this.#core.policy().registration;
    if (flow.mode === 'manage' || !maySkip) return remark(deny('REGISTER-1', 'action-unavailable'));
    return this.#finish(flow, 'skipped', {});
  }

  #finish(
    flow: RegistrationFlow,
    outcome: 'registered' | 'confirmed' | 'skipped',
    { notices = [] }: Remarks,
  ): Outcome<RegistrationStep> {
    const core = this.#core;
    const { account, username, supportCode } = flow;
    if (outcome !== 'skipped') account.confirmedAt = core.clock.now();
    return {
      last: {
        kind: 'done',
        outcome,
        username,
        supportCode,
        unlocked: false,
        told: [],
        registered: registeredViews(core, account),
        branding: core.branding(),
        ...(core.signInUrl !== undefined && { signInUrl: core.signInUrl }),
        actions: [],
        problems: [],
        notices,
      },
    };
  }

  #refuse(flow: RegistrationFlow, denied: Denied<'blocked-until'> | Denied<'not-proven'>): Remarks {
    const { code, rule, params } = this.#core.journal.decide(flow, denied);
    const retryInMs = params?.retryInMs;
    const retryAt = typeof retryInMs === 'number' ? this.#core.clock.now() + retryInMs : undefined;
    flow.place = { at: 'refused', code, rule, ...(retryAt !== undefined && { retryAt }) };
    return {};
  }

  #missing({ account }: RegistrationFlow): readonly RegistrableType[] {
    const { directory, clock } = this.#core;
    const subject = directory.subject(account);
    return missingTypes(this.#core.policy(), subject, account.registrations.list, clock.now());
  }

  /** A session that was ended elsewhere ends what was begun in it. */
  #requireSession({ session }: RegistrationFlow): void {
    if (!this.#core.sessions.isOpen(session)) throw signedOut();
  }

  #about({ username, supportCode, client, account }: RegistrationFlow) {
    return { username, supportCode, client, key: account.key };
  }
}

const unavailable: Remarks = remark(deny('REGISTER-4', 'action-unavailable'));
