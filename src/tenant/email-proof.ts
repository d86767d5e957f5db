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
import type { Compared, Proof } from './proof.js';
import { randomDigits, randomToken } from './random.js';

type EmailMethod = Extract<CandidateMethod, { readonly type: 'email' }>;

export interface EmailProofParts {
  readonly core: Core;
  readonly method: EmailMethod;
  /** Whose proof; undefined for a decoy. */
  readonly account: Account | undefined;
  /** What failures are counted under. */
  readonly key: string;
  readonly locale: string;
  readonly supportCode: string;
}

/** A code that goes to an alternate address (rules CODE-1, CODE-2). Only a hash of it is kept. */
export class EmailProof implements Proof {
  passed = false;
  readonly #parts: EmailProofParts;
  #state: CodeState = { sentAt: 0, tries: 0 };
  #salt = '';
  #digest = '';
  /** How many resets the account had when the code was sent. */
  #resets: number | undefined;

  private constructor(parts: EmailProofParts) {
    this.#parts = parts;
  }

  /** Sends the first code. */
  static async begin(parts: EmailProofParts): Promise<EmailProof> {
    const proof = new EmailProof(parts);
    await proof.#send();
    return proof;
  }

  get method(): EmailMethod {
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
    const { core, method, account, locale, supportCode } = this.#parts;
    const code = randomDigits(core.random, this.#policy.digits);
    this.#salt = randomToken(core.random);
    this.#state = { sentAt: this.#now, tries: 0 };
    this.#resets = account?.resets;
    this.#digest = await core.digest.text(`${this.#salt} ${code}`);
    if (account && method.address !== undefined)
      core.mailer.code(account, method.address, locale, {
        code,
        lifetimeMs: this.#policy.lifetimeMs,
        supportCode,
      });
  }

  get #policy() {
    return this.#parts.core.policy().codes;
  }

  get #now(): number {
    return this.#parts.core.clock.now();
  }
}
