import { allow } from '../policy/index.js';
import type { Account } from './account.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { Compared, FormProof } from './proof.js';

export interface DescribedProofParts {
  readonly core: Core;
  readonly method: Extract<CandidateMethod, { readonly type: 'described' }>;
  /** Whose proof; undefined for a decoy: nothing is right. */
  readonly account: Account | undefined;
  /** What failures are counted under. */
  readonly key: string;
}

/** Fields that somebody else judges: limited by THROTTLE-1. */
export class DescribedProof implements FormProof {
  readonly kind = 'form';
  passed = false;
  readonly #parts: DescribedProofParts;

  constructor(parts: DescribedProofParts) {
    this.#parts = parts;
  }

  get method() {
    return this.#parts.method;
  }

  get described() {
    return this.#parts.method.described;
  }

  triesLeft(): number {
    const { core, key } = this.#parts;
    return core.throttles.left('wrongProofs', key);
  }

  life() {
    return allow('GATE-1');
  }

  raise(): () => void {
    const { core, key } = this.#parts;
    return core.throttles.add('wrongProofs', key);
  }

  served() {
    return allow('GATE-1');
  }

  async compare(values: Readonly<Record<string, string>>): Promise<Compared> {
    const { account } = this.#parts;
    const fits = this.described.fields.every(
      ({ name, maxLength }) => [...(values[name] ?? '')].length <= (maxLength ?? Infinity),
    );
    // For a decoy too: what takes time takes it for everybody (rule REFUSAL-2).
    const verified = await this.#verify(account, values);
    // Of two at once the first wins.
    this.passed = account !== undefined && fits && verified && !this.passed;
    return this.passed ? 'right' : 'values-wrong';
  }

  async #verify(
    account: Account | undefined,
    values: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    try {
      return (await this.described.verify(account?.person, values)) === true;
    } catch {
      // Somebody else's code: whatever broke there proves nothing.
      return false;
    }
  }
}
