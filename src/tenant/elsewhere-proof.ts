import { checkResendIn, type Denied, deny, readCode } from '../policy/index.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { Call, Notification } from './outbox.js';
import type { ElsewhereProblem, ElsewhereProof } from './proof.js';
import { randomDigits } from './random.js';

/** What an answered call or notification answers to whoever answered it. */
export type Answered = 'accepted' | 'refused' | 'too-late';

export interface ElsewhereParts {
  readonly core: Core;
  readonly method: CandidateMethod;
  readonly for: 'call' | 'notification';
  /** What failures are counted under. */
  readonly key: string;
  /** Hands the call or the notification over, with what its answer does. */
  readonly deliver: (
    made: Pick<Call, 'press' | 'hangUp'> & Pick<Notification, 'approve' | 'deny'>,
  ) => void;
  /** Whether anybody still waits for the answer. Default: until its time is over. */
  readonly isOpen?: () => boolean;
  /** Told when it was answered. */
  readonly answered: () => void;
}

/** Two digits, of which nobody has to type a leading zero; nothing typed is no number. */
const asTyped = (number: string | number): string => {
  const digits = readCode(String(number));
  return digits === '' ? '' : digits.padStart(2, '0');
};

/** A call or a notification, answered where it arrives (rule CODE-3; METHOD: number matching). */
export class AnsweredElsewhere implements ElsewhereProof {
  readonly kind = 'elsewhere';
  readonly #parts: ElsewhereParts;
  #madeAt = 0;
  #number = '';
  #outcome: 'right' | Denied<ElsewhereProblem> | undefined;
  #taken = false;
  /** Only the newest one can be answered. */
  #turn = 0;

  constructor(parts: ElsewhereParts) {
    this.#parts = parts;
    this.#make();
  }

  get method(): CandidateMethod {
    return this.#parts.method;
  }

  get for() {
    return this.#parts.for;
  }

  /** Two digits to type in the app; a call has none. */
  get number() {
    return this.for === 'notification' ? this.#number : undefined;
  }

  get passed(): boolean {
    return this.#outcome === 'right';
  }

  expiresInMs(): number {
    return this.#outcome ? 0 : Math.max(0, this.#madeAt + this.#lifetimeMs - this.#now);
  }

  hasNews(): boolean {
    return !this.#taken && this.#outcomeNow() !== undefined;
  }

  takeNews() {
    const outcome = this.#outcomeNow();
    this.#taken = outcome !== undefined;
    return outcome;
  }

  #outcomeNow() {
    if (this.#outcome) return this.#outcome;
    if (this.expiresInMs() > 0) return undefined;
    return this.for === 'call'
      ? deny('CODE-3', 'call-not-answered')
      : deny('CODE-3', 'notification-expired');
  }

  dismiss(): void {
    this.#turn += 1;
  }

  readonly sending = {
    readyInMs: () =>
      this.#outcomeNow() ? 0 : Math.max(0, this.#madeAt + this.#againAfterMs - this.#now),
    check: () => checkResendIn(this.sending.readyInMs()),
    send: async () => this.#make(),
  };

  #make(): void {
    const { core, deliver } = this.#parts;
    this.#turn += 1;
    this.#madeAt = this.#now;
    this.#outcome = undefined;
    this.#taken = false;
    this.#number = randomDigits(core.random, 2);
    const turn = this.#turn;
    const answer = (outcome: 'right' | Denied<ElsewhereProblem>) => this.#answer(turn, outcome);
    deliver({
      press: (key) => (key === '#' ? answer('right') : 'refused'),
      hangUp: () => answer(deny('CODE-3', 'call-not-answered')),
      approve: (number) =>
        asTyped(number) === this.#number
          ? answer('right')
          : answer(deny('CODE-3', 'notification-wrong-number')),
      deny: () => answer(deny('CODE-3', 'notification-denied')),
    });
  }

  #answer(turn: number, outcome: 'right' | Denied<ElsewhereProblem>): Answered {
    const { core, key, answered, isOpen = () => true } = this.#parts;
    if (turn !== this.#turn || this.#outcomeNow() || !isOpen()) return 'too-late';
    this.#outcome = outcome;
    // An unanswered call is nobody's wrong proof; a number that does not match, or a no, is one.
    if (outcome !== 'right' && outcome.code !== 'call-not-answered')
      core.throttles.add('wrongProofs', key);
    answered();
    return outcome === 'right' ? 'accepted' : 'refused';
  }

  get #lifetimeMs(): number {
    const { calls, notifications } = this.#parts.core.policy();
    return this.for === 'call' ? calls.lifetimeMs : notifications.lifetimeMs;
  }

  get #againAfterMs(): number {
    const { calls, codes } = this.#parts.core.policy();
    return this.for === 'call' ? calls.tryAgainAfterMs : codes.resendAfterMs;
  }

  get #now(): number {
    return this.#parts.core.clock.now();
  }
}
