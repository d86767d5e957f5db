import { allow } from '../policy/index.js';
import type { Account } from './account.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { Compared, Proof } from './proof.js';

type AppMethod = Extract<CandidateMethod, { readonly type: 'app-code' }>;

export interface AppCodeProofParts {
  readonly core: Core;
  readonly method: AppMethod;
  /** Whose proof; undefined for a decoy. */
  readonly account: Account | undefined;
  /** What failures are counted under. */
  readonly key: string;
}

const outcomes = { right: 'right', wrong: 'code-wrong', reused: 'code-reused' } as const;

/** The code that an authenticator app shows: limited by THROTTLE-1 and THROTTLE-2, not by tries of its own. */
export class AppCodeProof implements Proof {
  passed = false;
  readonly #parts: AppCodeProofParts;

  constructor(parts: AppCodeProofParts) {
    this.#parts = parts;
  }

  get method(): AppMethod {
    return this.#parts.method;
  }

  get digits(): number {
    return this.#parts.core.policy().appCodes.digits;
  }

  triesLeft(): number {
    const { core, key } = this.#parts;
    const { throttles } = core;
    return Math.min(throttles.left('wrongProofs', key), throttles.left('appCodes', key));
  }

  life() {
    return allow('CODE-1');
  }

  raise(): () => void {
    const { core, key } = this.#parts;
    // Entered codes count right or wrong (rule THROTTLE-2): only the failure can be taken back.
    core.throttles.add('appCodes', key);
    return core.throttles.add('wrongProofs', key);
  }

  served() {
    const { core, key } = this.#parts;
    return core.throttles.check('appCodes', key);
  }

  // Nothing is awaited here, so nothing of the same flow comes between comparing and `passed`.
  async compare(code: string): Promise<Compared> {
    const { core, method, account } = this.#parts;
    const taken = method.authenticator.take(code, core.policy().appCodes, core.clock.now());
    if (!account) return 'code-wrong';
    this.passed = taken === 'right';
    return outcomes[taken];
  }
}
