import type { Message } from '../../../../src/tenant/index.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is counted at the least: all of it was seen from outside. */
type Counted =
  | 'wrong'
  | 'appCodes'
  | 'pages'
  | 'targets'
  | 'sent'
  | 'mails'
  | 'resets'
  | 'contacts';

interface Limit {
  readonly count: number;
  readonly windowMs: number;
  readonly rule: string;
}

/** As the rules have it by default; no walk changes these. */
const limits: Readonly<Record<Counted, Limit>> = {
  wrong: { count: 5, windowMs: day, rule: 'THROTTLE-1' },
  appCodes: { count: 5, windowMs: hour, rule: 'THROTTLE-2' },
  pages: { count: 5, windowMs: hour, rule: 'THROTTLE-2' },
  targets: { count: 5, windowMs: hour, rule: 'THROTTLE-2' },
  sent: { count: 5, windowMs: hour, rule: 'THROTTLE-2' },
  mails: { count: 10, windowMs: 10 * minute, rule: 'THROTTLE-3' },
  resets: { count: 5, windowMs: hour, rule: 'THROTTLE-4' },
  contacts: { count: 1, windowMs: day, rule: 'THROTTLE-6' },
};

/** Rule THROTTLE-5. */
const cleared: readonly Counted[] = ['wrong', 'appCodes', 'pages', 'targets', 'sent'];

/** Counts along from outside, and says when more was served than the rules allow. */
export class Throttled {
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();
  /** Who may have had more wrong proofs than were seen: guesses that came late count, unseen. */
  readonly #doubted = new Set<string>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** One that was served. @throws where it is beyond the limit */
  count(what: Counted, username: string): void {
    this.note(what, username);
    const { count, rule } = limits[what];
    if (this.within(what, username) > count)
      throw new Error(`${rule}: one too many ${what} of ${username}, and it was served`);
  }

  /** One that was not served, and counts. */
  note(what: Counted, username: string): void {
    this.#of(what, username).push(this.#now());
  }

  doubt(username: string): void {
    this.#doubted.add(username);
  }

  /** The one that blocks is served to nobody: it is seen by its block, where none was missed before. */
  blocked(username: string): void {
    if (!this.#doubted.has(username) && this.wrongLeft(username) === 1)
      this.note('wrong', username);
  }

  /** How many there were in the window that ends now. */
  within(what: Counted, username: string): number {
    const { windowMs } = limits[what];
    return this.#of(what, username).filter((at) => this.#now() - at < windowMs).length;
  }

  /** How many more wrong proofs there may be (rule THROTTLE-1). */
  wrongLeft(username: string): number {
    return Math.max(0, limits.wrong.count - this.within('wrong', username));
  }

  sent(message: Message): void {
    if (message.channel !== 'email') this.count('sent', message.recipient);
    else if (message.purpose === 'code') this.count('mails', message.recipient);
  }

  /** A reset was completed. */
  clear(username: string): void {
    for (const what of cleared) this.#times.delete(`${what} ${username}`);
    this.#doubted.delete(username);
    this.count('resets', username);
  }

  #of(what: Counted, username: string): number[] {
    const key = `${what} ${username}`;
    const times = this.#times.get(key) ?? [];
    this.#times.set(key, times);
    return times;
  }
}
