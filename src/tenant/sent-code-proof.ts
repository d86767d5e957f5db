import {
  allow,
  type CodeState,
  checkCodeLife,
  checkResend,
  codeTriesLeft,
  resendReadyInMs,
} from '../policy/index.js';
import type { Account } from './account.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { CodeProof, Compared } from './proof.js';
import { randomDigits, randomToken } from './random.js';

export interface SentCodeParts {
  readonly core: Core;
  readonly method: CandidateMethod;
  /** Whose proof; undefined for a decoy: no code is right. */
  readonly account: Account | undefined;
  /** What failures are counted under. */
  readonly key: string;
  /** Brings the code to the person; for a decoy, to nobody. */
  readonly deliver: (code: string) => void;
}

/** A code by mail, text or WhatsApp (rules CODE-1, CODE-2). Only a hash of it is kept. */
export class SentCodeProof implements CodeProof {
  readonly kind = 'code';
  passed = false;
  readonly #parts: SentCodeParts;
  #state: CodeState = { sentAt: 0, tries: 0 };
  #salt = '';
  #digest = '';
  /** How many resets the account had when the code was sent. */
  #resets: number | undefined;

  private constructor(parts: SentCodeParts) {
    this.#parts = parts;
  }

  /** Sends the first code. */
  static async begin(parts: SentCodeParts): Promise<SentCodeProof> {
    const proof = new SentCodeProof(parts);
    await proof.#send();
    return proof;
  }

  get method(): CandidateMethod {
    return this.#parts.method;
  }

  get digits(): number {
    return this.#policy.digits;
  }

  expiresInMs(): number {
    return Math.max(0, this.#state.sentAt + this.#policy.lifetimeMs - this.#now);
  }

  triesLeft(): number {
    const { core, key } = this.#parts;
    return Math.min(
      codeTriesLeft(this.#state, this.#policy),
      core.throttles.left('wrongProofs', key),
    );
  }

  life() {
    return checkCodeLife(this.#state, this.#policy, this.#now);
  }

  raise(): () => void {
    const { core, key } = this.#parts;
    this.#state = { ...this.#state, tries: this.#state.tries + 1 };
    return core.throttles.add('wrongProofs', key);
  }

  served() {
    return allow('CODE-1');
  }

  async compare(code: string): Promise<Compared> {
    const { core, account } = this.#parts;
    const digest = await core.digest.text(`${this.#salt} ${code}`);
    // A completed reset ends the codes that were sent before it (rule SESSION-2).
    const current = account !== undefined && account.resets === this.#resets;
    this.passed = digest === this.#digest && current;
    return this.passed ? 'right' : 'code-wrong';
  }

  readonly sending = {
    readyInMs: () => resendReadyInMs(this.#state.sentAt, this.#policy, this.#now),
    check: () => checkResend(this.#state.sentAt, this.#policy, this.#now),
    send: () => this.#send(),
  };

  async #send(): Promise<void> {
    const { core, account, deliver } = this.#parts;
    const code = randomDigits(core.random, this.#policy.digits);
    this.#salt = randomToken(core.random);
    this.#state = { sentAt: this.#now, tries: 0 };
    this.#resets = account?.resets;
    this.#digest = await core.digest.text(`${this.#salt} ${code}`);
    deliver(code);
  }

  get #policy() {
    return this.#parts.core.policy().codes;
  }

  get #now(): number {
    return this.#parts.core.clock.now();
  }
}
