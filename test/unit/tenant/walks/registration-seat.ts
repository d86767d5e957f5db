import type { Answer, RegistrationIntent } from '../../../../src/contract/index.js';
import { type Enrolled, type Subject, usableMethods } from '../../../../src/policy/index.js';
import { countAlong, none } from './reset-seat.js';
import { type AnyStep, type Line, methodOf, Seat, type Truth } from './seat.js';
import { digitsOf } from './secrets.js';
import type { World } from './world.js';

const freshForMs = 15 * 60_000;

interface Session {
  readonly name: string;
  readonly since: number;
  provenAt: number | undefined;
}

/** Registrations of one person under one session, and what they have to come by. */
export class RegistrationSeat extends Seat {
  session: Session | undefined;
  #type = '';
  #deadline = 0;
  /** What came by itself began to count then, not when it was asked for. */
  #endsFrom = 0;
  #since = 0;

  constructor(
    world: World,
    name: string,
    username: string,
    readonly mode: RegistrationIntent['mode'],
  ) {
    super(world, name, username, 'register');
  }

  /** Signs in, where nobody is. */
  async signIn(): Promise<void> {
    const { world, username } = this;
    const password = world.passwords.get(username) ?? '';
    const came = await world.tenants.signIn(username, password);
    world.count(`sign-in ${came.outcome}`);
    if (came.outcome !== 'signed-in') return;
    world.secrets.tokens.add(came.session.slice(came.session.indexOf('~') + 1));
    this.session = { name: came.session, since: world.clock.now(), provenAt: undefined };
  }

  override async start(): Promise<void> {
    if (!this.step || !this.session) await this.signIn();
    await super.start();
  }

  protected async line(): Promise<Line> {
    const { register } = this.world.tenants.forClient(this.name, { session: this.session?.name });
    if (!register) throw new Error('Nobody can register here.');
    const { mode } = this;
    return {
      start: (attempt) => register.start({ ...(mode && { mode }) }, attempt),
      advance: register.advance,
      watch: (token, signal) => register.watch?.(token, { locale: 'en', signal }) ?? none(),
      cancel: (token) => register.cancel(token, { locale: 'en' }),
    };
  }

  protected begin(step: AnyStep): void {
    if (!['registration-needed', 'manage', 'reconfirm'].includes(step.kind))
      throw new Error(`SESSION-1: a registration began at ${step.kind}`);
    this.#deadline = Number.POSITIVE_INFINITY;
    this.#endsFrom = this.#deadline;
    this.#since = this.world.clock.now();
  }

  protected arrive(step: AnyStep, from: AnyStep, answer: Answer, typed: Truth | undefined): void {
    const { world, username, session } = this;
    const now = world.clock.now();
    countAlong(world, username, step, from, answer);
    const told = (code: string): boolean => step.notices.some((notice) => notice.code === code);
    const purpose = 'purpose' in from ? from.purpose : undefined;
    const fresh = purpose === 'fresh-proof' && leavesProof(step) && this.take(from, typed);
    if (fresh && session) session.provenAt = fresh.at;
    if (told('registered') || told('changed')) this.#stored(from, purpose, typed, told('changed'));
    if (told('removed')) {
      if (from.kind !== 'confirm-removal') throw new Error('REGISTER-7: removed unasked');
      world.dropped.push(username);
      world.count('removed');
    }
    const goesOn = from.kind.startsWith('enrol') || purpose === 'registration';
    const begins = /^enrol|^confirm-removal/.test(step.kind) && !goesOn;
    if ((begins && step.kind !== from.kind) || told('default-set'))
      this.#requireFresh(step, fresh ? fresh.at : now);
    if (step.kind === 'enrol-phone') this.#type = step.type;
    if (step.kind === 'enrol-app') {
      this.appSecret = step.key.replaceAll(' ', '');
      world.secrets.tokens.add(this.appSecret);
    }
    this.#checkTime(step, from, now);
    if (step.kind === 'done') world.count(step.outcome);
  }

  /** Rule REGISTER-5: what is stored was proven, or is questions. */
  #stored(
    from: AnyStep,
    purpose: string | undefined,
    typed: Truth | undefined,
    changed: boolean,
  ): void {
    const { world, username, session } = this;
    const truth = this.take(from, typed);
    if (from.kind === 'enrol-questions') {
      world.earned.push(`${username} questions`);
      world.answers.set(username, new Map(this.answered));
    } else {
      const type = methodOf(from);
      if (purpose !== 'registration' || !type || !truth)
        throw new Error(`REGISTER-5: stored at ${from.kind} without a proof`);
      this.earn(truth);
    }
    if (session) session.provenAt = truth?.at ?? world.clock.now();
    world.count(changed ? 'changed' : `stored ${from.kind}`);
  }

  /** A call or a notification was accepted: what follows from that does, before anybody asks. */
  settled(truth: Truth): void {
    const purpose = this.step?.kind === 'wait' ? this.step.purpose : undefined;
    if (purpose === 'registration') this.earn(truth);
    if (purpose === 'fresh-proof' && this.session) this.session.provenAt = truth.at;
  }

  /** What was just proven may be stored. */
  earn({ family, to }: Truth): void {
    const { world, username } = this;
    const address = family === 'email' ? to.toLowerCase() : digitsOf(to);
    const type = family === 'email' ? 'email' : this.#type;
    world.earned.push(`${username} ${family === 'app' ? 'app' : `${type} ${address}`}`);
    world.dropped.push(username);
    if (family === 'app') world.apps.set(username, new Set([...this.apps, this.appSecret]));
  }

  /** Rule REGISTER-6. */
  #requireFresh(step: AnyStep, now: number): void {
    const { session } = this;
    if (!session) throw new Error('REGISTER-6: nobody is signed in');
    const { since, provenAt } = session;
    const proven = provenAt !== undefined && now < provenAt + freshForMs;
    const young = now < since + freshForMs && !this.#canProve();
    if (!proven && !young) throw new Error(`REGISTER-6: ${step.kind} without a fresh proof`);
  }

  #canProve(): boolean {
    const { world, username } = this;
    const person = world.personOf(username);
    if (!person) return false;
    const enrolled = person.registered.flatMap(({ type, address }): readonly Enrolled[] => {
      const at = address === undefined ? {} : { address };
      switch (type) {
        case 'app':
          return [{ type: 'app-code' }];
        case 'email':
          return [{ type, ...at }];
        case 'phone':
          return [
            { type: 'text', ...at },
            { type: 'call', ...at },
            { type: 'whatsapp', ...at },
          ];
        case 'office-phone':
          return [{ type: 'office-call', ...at }];
        case 'questions':
          return [{ type, count: 5 }];
        default:
          return [];
      }
    });
    const source = person.onPremises ? 'on-premises' : 'cloud';
    const subject: Subject = { ...person, source, groups: new Set(), enrolled };
    return usableMethods(world.contoso.policy, subject, world.clock.now()).length > 0;
  }

  /** Rule SESSION-1: lists do not run out; each change has 15 minutes of its own. */
  #checkTime(step: AnyStep, from: AnyStep, now: number): void {
    if (step.kind === 'refused') {
      const early = now < this.#endsFrom && !this.cancelled && this.answers < 120;
      if (step.code === 'flow-expired' && early)
        throw new Error(`SESSION-1: expired before its time, at ${from.kind}`);
      if (step.code === 'flow-superseded')
        throw new Error('SESSION-1: the newest token was taken for an old one');
      return;
    }
    // What came by itself may have come before.
    if (now >= this.#deadline && from.kind !== 'wait')
      throw new Error('SESSION-1: a step after the end');
    const left = 'expiresInMs' in step ? step.expiresInMs : undefined;
    if (left !== undefined && left > freshForMs) throw new Error('SESSION-1: too much time');
    const endsAfter = left ?? Number.POSITIVE_INFINITY;
    this.#deadline = now + endsAfter;
    this.#endsFrom = (from.kind === 'wait' ? this.#since : now) + endsAfter;
    this.#since = now;
  }
}

/** Whether a step is no longer about the proof that came before it. */
const leavesProof = (step: AnyStep): boolean =>
  step.kind !== 'refused' && !('purpose' in step && step.purpose === 'fresh-proof');
