import { type Family, familyOf } from '../../../../src/policy/index.js';
import type { Action } from './actions.js';
import { rightAnswer, wrongAnswer } from './moves.js';
import { RegistrationSeat } from './registration-seat.js';
import { ResetSeat } from './reset-seat.js';
import { type AnyStep, methodOf, type Seat, tokenOf } from './seat.js';
import { adele, bo, dana, flo, nell, nobody, policies, type Ringing, World } from './world.js';

const over = (step: AnyStep | undefined): boolean =>
  step?.kind === 'refused' && ['flow-expired', 'flow-superseded'].includes(step.code);

/** Walks all flows of a world, and holds after each action what has to hold. */
export class Walker {
  readonly world: World;
  readonly seats: readonly Seat[];
  /** Everything that came, so that two walks can be compared. */
  readonly transcript: string[] = [];
  readonly #watches: Promise<void>[] = [];
  readonly #end = new AbortController();
  readonly #answered = new Set<Ringing>();
  #rows = 0;
  #decisions = 0;
  #held: ReadonlyMap<string, readonly string[]>;

  constructor(seed: number) {
    const world = new World(seed);
    this.world = world;
    this.seats = [
      new ResetSeat(world, 'one', adele),
      new ResetSeat(world, 'two', adele),
      new RegistrationSeat(world, 'one', adele, 'manage'),
      new RegistrationSeat(world, 'two', adele, undefined),
      new RegistrationSeat(world, 'three', nell, undefined),
      new ResetSeat(world, 'three', nell),
      new ResetSeat(world, 'four', bo),
      new ResetSeat(world, 'five', dana),
      new ResetSeat(world, 'six', flo),
      new ResetSeat(world, 'seven', nobody),
    ];
    this.#held = this.#registered();
  }

  async walk(actions: readonly (readonly [number, Action])[]): Promise<void> {
    for (const [index, action] of actions) {
      const seat = this.seats[index % this.seats.length];
      if (!seat) continue;
      await this.#act(seat, action);
      this.#hold();
      this.transcript.push(JSON.stringify([seat.name, action, seat.step]));
    }
    this.#end.abort();
    await Promise.all(this.#watches);
    const { contoso, fabrikam } = this.world;
    for (const { outbox, audit, verdicts, people } of [contoso, fabrikam])
      this.transcript.push(JSON.stringify([outbox.list(), audit.list(), verdicts.list(), people]));
  }

  async #act(seat: Seat, action: Action): Promise<void> {
    const { world } = this;
    const { step } = seat;
    switch (action.do) {
      case 'wait':
        world.clock.advance({ seconds: action.seconds });
        return;
      case 'policy':
        world.setPolicy(policies[action.n] ?? {});
        return;
      case 'elsewhere':
        return this.#answerElsewhere(pickLast(world.ringing, action.n % 40), action.n);
      case 'restart':
        return seat.start();
      case 'sign-out':
        if (seat instanceof RegistrationSeat) return this.#signOut(seat);
        return;
      case 'change-password':
        if (seat instanceof RegistrationSeat) return this.#changePassword(seat);
        return;
    }
    if (!step || seat.isOver) return seat.start();
    switch (action.do) {
      case 'right': {
        const own = world.ringing.findLast(({ by }) => by === seat);
        if (step.kind === 'wait' && own) {
          this.#answerElsewhere(own, 0);
          // Not always taken at once.
          if (action.n % 4 === 0) return;
        }
        return seat.answer(rightAnswer(seat, step, action.n));
      }
      case 'wrong':
        return seat.answer(wrongAnswer(seat, step, action.n));
      case 'any':
        return seat.answer(action.answer);
      case 'plain':
        return seat.answer({ action: action.action });
      case 'cancel':
        return seat.cancel();
      case 'reload':
        if (seat instanceof ResetSeat) return seat.resume();
        return;
      case 'watch':
        this.#watches.push(seat.watch(this.#end.signal));
        return;
      case 'stale':
        return this.#sendStale(seat, step, action.n);
      case 'foreign':
        return this.#sendForeign(seat, step, action.n);
      case 'race':
        return action.how === 'together'
          ? this.#raceTogether(seat, action.n)
          : this.#race(seat, step, action.n, action.how);
    }
  }

  /** A token that was answered is good for nothing, whatever is said under it. */
  async #sendStale(seat: Seat, step: AnyStep, n: number): Promise<void> {
    const token = pickLast(seat.spent, n % 6);
    if (token === undefined) return;
    this.world.throttled.doubt(seat.username);
    const came = await seat.send(token, rightAnswer(seat, step, n));
    // What went on by itself answers whoever asks by the step that was shown.
    if (came && !over(came) && !seat.hasSeen(came))
      throw new Error(`SESSION-1: an old token led to ${came.kind}`);
  }

  /** So is a token of another flow, of another kind and of another tenant. */
  async #sendForeign(seat: Seat, step: AnyStep, n: number): Promise<void> {
    const others = this.seats.filter(
      (one) => one.kind !== seat.kind || (one.username === flo) !== (seat.username === flo),
    );
    const token = tokenOf(others[n % others.length]?.step) ?? 'A'.repeat(32);
    const bare = token.slice(token.indexOf('~') + 1);
    const own = seat.username === flo ? 1 : 0;
    const marks = [`${own}~${bare}`, `7~${bare}`, `${own}~`, '__proto__', ''];
    const came = await seat.send(marks[n % marks.length] ?? '', rightAnswer(seat, step, n));
    if (came && !over(came)) throw new Error(`SESSION-1: a foreign token led to ${came.kind}`);
  }

  /** Several answers under one token at once: one wins. The same one again: the same step for all. */
  async #race(seat: Seat, step: AnyStep, n: number, how: 'apart' | 'again'): Promise<void> {
    const token = tokenOf(step) ?? '';
    const answer = rightAnswer(seat, step, n);
    const answers = [
      answer,
      answer,
      how === 'apart' && n % 2 ? wrongAnswer(seat, step, n) : answer,
    ];
    const truth = seat.truthOf(answer);
    this.world.throttled.doubt(seat.username);
    const once = this.world.attempt();
    const own = this.world.ringing.findLast(({ by }) => by === seat);
    const calls = answers.map((one) =>
      seat.send(token, one, how === 'again' ? once : this.world.attempt()),
    );
    if (step.kind === 'wait' && own) this.#answerElsewhere(own, n);
    const came = await Promise.all(calls);
    const won = came.filter((one) => one !== undefined && !over(one));
    const winners = new Set(won.map(said));
    if (winners.size > 1) throw new Error(`SESSION-1: ${winners.size} answers won`);
    if (how === 'again' && new Set(came.map(said)).size > 1)
      throw new Error('SESSION-1: one attempt was answered in two ways');
    seat.adopt(won[0] ?? came[0], answer, truth);
    this.world.count('races');
  }

  /** Two flows of one person at once: of two passwords one wins, and of an app's code once. */
  async #raceTogether(seat: Seat, n: number): Promise<void> {
    const pair = this.seats.filter((one) => one.username === seat.username && !one.isOver);
    const before = this.world.reached.get('password-reset') ?? 0;
    const kinds = pair.map(({ step }) => step?.kind);
    this.world.together = true;
    this.world.throttled.doubt(seat.username);
    await Promise.all(
      pair.map((one) => (one.step ? one.answer(rightAnswer(one, one.step, n)) : undefined)),
    );
    this.world.together = false;
    const resets = (this.world.reached.get('password-reset') ?? 0) - before;
    if (resets > 1) throw new Error(`SESSION-2: ${resets} resets at once`);
    if (kinds.filter((kind) => kind === 'new-password').length > 1) this.world.count('twins');
  }

  #answerElsewhere(ringing: Ringing | undefined, n: number): void {
    if (!ringing) return;
    const { message, by } = ringing;
    const seat = this.seats.find((one) => one === by);
    const step = seat?.step;
    const shown = step?.kind === 'wait' ? (step.number ?? '') : '';
    const way = n % 5;
    const outcome =
      message.channel === 'call'
        ? way < 3
          ? message.press(way < 2 ? '#' : '1')
          : message.hangUp()
        : way < 3
          ? message.approve(way < 2 ? shown : (Number(shown) + 1) % 100)
          : message.deny();
    if (outcome === 'refused' && message.channel === 'notification')
      this.world.throttled.note('wrong', message.recipient);
    if (outcome !== 'accepted') return;
    if (this.#answered.has(ringing)) throw new Error('CODE-3: one call was accepted twice');
    this.#answered.add(ringing);
    this.world.count('answered elsewhere');
    const type = methodOf(step);
    const family: Family = type ? familyOf[type] : message.channel === 'call' ? 'mobile' : 'app';
    const truth = { family, at: this.world.clock.now(), to: message.to };
    seat?.elsewhere.set(family, truth);
    if (seat instanceof RegistrationSeat) seat.settled(truth);
  }

  #signOut({ session }: RegistrationSeat): void {
    if (session) this.world.tenants.list[0]?.signOut(session.name.slice(2));
  }

  async #changePassword({ session, username }: RegistrationSeat): Promise<void> {
    const { contoso, passwords } = this.world;
    if (!session) return;
    const password = `Blue-Teapot-${this.world.next()}-Zz`;
    const name = session.name.slice(2);
    const came = await contoso.changePassword(name, passwords.get(username) ?? '', password);
    if (came.outcome === 'changed') passwords.set(username, password);
    this.world.secrets.check('a password change', came);
  }

  /** What holds after everything. */
  #hold(): void {
    const { faults, secrets, contoso, earned, dropped } = this.world;
    if (faults.length > 0) throw faults[0];
    const rows = contoso.audit.list();
    for (const row of rows.slice(this.#rows)) secrets.check('the audit log', row);
    this.#rows = rows.length;
    const decisions = contoso.verdicts.list();
    for (const one of decisions.slice(this.#decisions)) secrets.check('a verdict', one);
    this.#decisions = decisions.length;
    const held = this.#registered();
    for (const [username, list] of held) {
      const before = this.#held.get(username) ?? [];
      for (const one of without(list, before)) {
        if (!take(earned, `${username} ${one}`))
          throw new Error(`REGISTER-5: ${one} was registered, and nobody proved it`);
      }
      for (const one of without(before, list))
        if (!take(dropped, username)) throw new Error(`REGISTER-7: ${one} is gone, unasked`);
      this.#checkLimits(username, list, before);
    }
    this.#held = held;
    earned.length = 0;
    dropped.length = 0;
  }

  /** Rule REGISTER-4: a list that is full does not grow. */
  #checkLimits(username: string, list: readonly string[], before: readonly string[]): void {
    const { mostApps } = this.world.contoso.policy.registration;
    for (const type of new Set(list.map((one) => one.split(' ')[0] ?? ''))) {
      const count = (all: readonly string[]) => all.filter((one) => one.startsWith(type)).length;
      // The directory has a number of Adele's too.
      const most = type === 'app' ? mostApps : type === 'phone' ? 2 : 1;
      if (count(list) > Math.max(most, count(before)))
        throw new Error(`REGISTER-4: ${count(list)} of ${type} for ${username}`);
    }
  }

  #registered(): ReadonlyMap<string, readonly string[]> {
    const { world } = this;
    return new Map([adele, bo, nell, dana].map((name) => [name, world.registered(name)]));
  }
}

const said = (step: AnyStep | undefined): string => JSON.stringify(step) ?? '';

const pickLast = <T>(list: readonly T[], n: number): T | undefined => list[list.length - 1 - n];

/** What is in `list` more often than in `other`. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((one) => !take(rest, one));
}

function take(list: string[], one: string): boolean {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
