import { allow } from '../policy/index.js';
import type { Authenticator } from './authenticator.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { CodeProof, Compared } from './proof.js';

export interface AppCodeProofParts {
  readonly core: Core;
  readonly method: CandidateMethod;
  /** Each of the person's apps will do. */
  readonly apps: readonly Authenticator[];
  /** Whether there is an account: for a decoy no code is right. */
  readonly real: boolean;
  /** What failures are counted under. */
  readonly key: string;
}

/** The code that an authenticator app shows: limited by THROTTLE-1 and THROTTLE-2, not by tries of its own. */
export class AppCodeProof implements CodeProof {
  readonly kind = 'code';
  passed = false;
  readonly #parts: AppCodeProofParts;

  constructor(parts: AppCodeProofParts) {
    this.#parts = parts;
  }

  get method(): CandidateMethod {
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
    const { core, apps, real } = this.#parts;
    const now = core.clock.now();
    const taken = apps.map((app) => app.take(code, core.policy().appCodes, now));
    this.passed = real && taken.includes('right');
    if (this.passed) return 'right';
    return real && taken.includes('reused') ? 'code-reused' : 'code-wrong';
  }
}
