import type { Answer } from '../../../../src/contract/index.js';
import { type Family, familyOf, gatesRequired } from '../../../../src/policy/index.js';
import { type AnyStep, type Line, methodOf, Seat, type Truth, tokenOf } from './seat.js';
import type { World } from './world.js';

const minute = 60_000;
const wrongProofs = ['code-wrong', 'code-reused', 'answers-wrong', 'target-differs'];
export const typedKinds = ['enter-code', 'answer-questions'];
const provingKinds = [...typedKinds, 'choose-method', 'confirm-target', 'wait'];

/** Counts along what a proof cost (rules THROTTLE-1, THROTTLE-2), in resets and registrations alike. */
export function countAlong(
  { throttled, together }: World,
  username: string,
  step: AnyStep,
  from: AnyStep,
  answer: Answer,
): void {
  // Of what happened at once nobody outside knows what came before a reset that clears counts.
  if (together) return;
  const wrong = step.problems.some(({ code }) => wrongProofs.includes(code));
  const accepted = step.kind !== from.kind && step.kind !== 'refused';
  const blockedBy =
    step.kind === 'refused' && step.code === 'blocked-until' ? step.rule : undefined;
  const guessed =
    answer.action === from.kind && [...typedKinds, 'confirm-target'].includes(from.kind);
  const type = methodOf(from);
  if (wrong) {
    throttled.count('wrong', username);
    if (throttled.wrongLeft(username) === 0)
      throw new Error('THROTTLE-1: the fifth wrong proof blocks');
  } else if (blockedBy === 'THROTTLE-1' && guessed) throttled.blocked(username);
  const went = wrong || accepted;
  if (from.kind === 'enter-code' && answer.action === 'enter-code' && type === 'app-code' && went)
    throttled.count('appCodes', username);
  if (from.kind === 'answer-questions' && answer.action === from.kind && went)
    throttled.count('pages', username);
  if (from.kind === 'confirm-target' && answer.action === from.kind && went)
    if (step.kind !== 'choose-method') throttled.count('targets', username);
  if ('triesLeft' in step && Number(step.triesLeft) > throttled.wrongLeft(username))
    throw new Error(`CODE-2: ${step.triesLeft} tries left, of ${throttled.wrongLeft(username)}`);
}

/** A reset of one name, and what it has to come by. */
export class ResetSeat extends Seat {
  passed: Family[] = [];
  #deadline = 0;
  #extended = 0;
  #resetsBefore = 0;

  constructor(world: World, name: string, username: string) {
    super(world, name, username, 'reset');
  }

  protected async line(): Promise<Line> {
    const { reset } = this.#at(this.name);
    return {
      start: (attempt) => {
        const answer = `human ${this.world.next()}`;
        return reset.start({ username: this.username, captcha: { answer } }, attempt);
      },
      advance: reset.advance,
      watch: (token, signal) => reset.watch?.(token, { locale: 'en', signal }) ?? none(),
      cancel: (token) => reset.cancel(token, { locale: 'en' }),
    };
  }

  /** Loads the page anew: its own browser has the flow again where it stood, another one has not. */
  async resume(): Promise<void> {
    const { world, step: before } = this;
    const name = before && 'resumable' in before ? before.resumable : undefined;
    if (!before || name === undefined) return;
    // Judged while it is typed: whatever comes of it, no log may have it.
    const { reset } = this.#at(this.name);
    for (const token of [tokenOf(before) ?? '', ...this.spent.slice(-1)])
      await reset.checkPassword?.(token, `Blue-Teapot-${world.next()}-Xy`, { locale: 'en' });
    if (await this.#at('another').reset.resume?.(name, world.attempt()))
      throw new Error('SESSION-1: another browser resumed');
    const step = await this.#at(this.name).reset.resume?.(name, world.attempt());
    if (!step) {
      if (this.policyAt === world.policyChanges) this.#checkEnd('flow-expired', world.clock.now());
      return;
    }
    this.look(step);
    const settled = before.kind === 'wait' || this.policyAt !== world.policyChanges;
    if (!settled && step.kind !== before.kind)
      throw new Error(`SESSION-1: ${before.kind} was resumed at ${step.kind}`);
    if (before.kind !== 'wait' && step.problems.length + step.notices.length > 0)
      throw new Error('SESSION-1: what was said is said again');
    // What was answered elsewhere meanwhile is not told again; it is seen by how far the flow is.
    const { index = 0 } = 'gate' in step ? (step.gate ?? {}) : {};
    const passed =
      before.kind === 'wait' && (step.kind === 'new-password' || index > this.passed.length + 1);
    const notices = passed ? [{ code: 'proof-accepted' }] : [];
    this.adopt({ ...step, notices }, { action: 'resend' }, undefined);
    world.count('resumed');
  }

  #at(browser: string) {
    return this.world.tenants.forClient(this.name, { browser });
  }

  protected begin(step: AnyStep): void {
    this.passed = [];
    this.#extended = 0;
    this.#resetsBefore = this.#resets;
    if (!['choose-method', 'choose-goal', 'refused', 'identify', 'leave'].includes(step.kind))
      throw new Error(`SESSION-1: a reset began at ${step.kind}`);
    this.#deadline = this.world.clock.now() + 15 * minute;
    this.#checkGates(step);
  }

  protected arrive(step: AnyStep, from: AnyStep, answer: Answer, typed: Truth | undefined): void {
    const { world, username } = this;
    const now = world.clock.now();
    const isNew = step.notices.some(({ code }) => code === 'proof-accepted');
    if (isNew || (step.kind === 'done' && step.outcome === 'account-unlocked'))
      this.#pass(from, typed, isNew);
    countAlong(world, username, step, from, answer);
    if (step.notices.some(({ code }) => code === 'administrator-contacted'))
      world.throttled.count('contacts', username);
    if (step.kind === 'refused') this.#checkEnd(step.code, now);
    // What came by itself while nobody looked was made under the policy of then.
    const late = from.kind === 'wait' && this.policyAt !== world.policyChanges;
    if (!late) this.#checkGates(step);
    if (step.kind === 'done') this.#done(step.outcome, answer);
    if ('expiresInMs' in step && step.expiresInMs !== undefined) this.#checkTime(step, from, now);
  }

  #pass(from: AnyStep, typed: Truth | undefined, must: boolean): void {
    const { world, username } = this;
    const type = methodOf(from);
    const truth = this.take(from, typed);
    if (!type || !truth) {
      if (must) throw new Error(`GATE-1: a gate was passed at ${from.kind} by nothing`);
      return;
    }
    const family = familyOf[type];
    if (this.passed.includes(family)) throw new Error(`GATE-4: ${family} passed twice`);
    if (world.throttled.wrongLeft(username) === 0)
      throw new Error(`THROTTLE-1: ${family} was proven while blocked`);
    this.passed.push(family);
    world.count('gates');
  }

  #checkGates(step: AnyStep): void {
    const { world, username } = this;
    const { roles = [] } = world.personOf(username) ?? {};
    const { policy } = world.tenantOf(username);
    const { gates } = gatesRequired(policy, roles, world.clock.now());
    if (provingKinds.includes(step.kind) && 'gate' in step) {
      const { index, total } = step.gate ?? {};
      if (index !== this.passed.length + 1 || total !== gates)
        throw new Error(`GATE-1: gate ${index} of ${total} after ${this.passed} of ${gates}`);
    }
    if ((step.kind === 'new-password' || step.kind === 'done') && this.passed.length < gates)
      throw new Error(`GATE-1: ${step.kind} after ${this.passed} of ${gates}`);
  }

  #done(outcome: string, answer: Answer): void {
    const { world, username } = this;
    world.count(outcome);
    if (outcome !== 'password-reset') return;
    if (answer.action !== 'set-password') throw new Error('SESSION-1: done by no password');
    if (this.#resets !== this.#resetsBefore)
      throw new Error('SESSION-2: another reset came before');
    world.passwords.set(username, answer.password);
    world.resets.set(username, this.#resets + 1);
    world.throttled.clear(username);
  }

  get #resets(): number {
    return this.world.resets.get(this.username) ?? 0;
  }

  #checkEnd(code: string, now: number): void {
    const superseded = this.#resets !== this.#resetsBefore || this.world.together;
    if (code === 'flow-superseded' && !superseded)
      throw new Error('SESSION-1: the newest token was taken for an old one');
    const early = now < this.#deadline && !this.cancelled && this.answers < 120 && !superseded;
    if (code === 'flow-expired' && early) throw new Error('SESSION-1: expired before its time');
  }

  #checkTime(step: AnyStep, from: AnyStep, now: number): void {
    if (now >= this.#deadline) throw new Error('SESSION-1: a step after the end');
    // What came by itself may have come before.
    if (this.cancelled && from.kind !== 'wait')
      throw new Error('SESSION-1: a step after the flow was given up');
    if (step.notices.some(({ code }) => code === 'extended')) {
      this.#deadline += 15 * minute;
      this.#extended += 1;
    }
    const offered = step.actions.find(({ name }) => name === 'extend')?.remaining ?? 0;
    if (this.#extended + offered > 2) throw new Error('SESSION-1: more than two extensions');
    const ends = now + ('expiresInMs' in step ? (step.expiresInMs ?? 0) : 0);
    if (from.kind !== 'wait' && ends !== this.#deadline)
      throw new Error(`SESSION-1: ends ${ends - this.#deadline} ms late`);
  }
}

export async function* none(): AsyncGenerator<AnyStep, void, void> {}
