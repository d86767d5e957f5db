import type { KnownProblemCode } from '../contract/index.js';
import type { Verdict } from '../policy/index.js';
import type { CandidateMethod } from './candidate.js';

/** What came of comparing a code. */
export type Compared = 'right' | Extract<KnownProblemCode, 'code-wrong' | 'code-reused'>;

/** One gate being proven by typing a code. Each method has its own file. */
export interface Proof {
  readonly method: CandidateMethod;
  readonly digits: number;
  /** Milliseconds that the code is good for; absent where it never runs out. */
  expiresInMs?(): number;
  /** The smallest of all limits that apply (rule CODE-2). */
  triesLeft(): number;
  /** Whether a try is worth comparing at all. */
  life(): Verdict<'code-expired' | 'code-used-up'>;
  /** Counts a try as wrong, before anybody compares it. What it answers takes that back. */
  raise(): () => void;
  /** Whether the limits still serve the try that was just counted. */
  served(): Verdict<'blocked-until'>;
  /**
   * Compares. A right code is used up the moment that it is found right, so that of many at once one
   * wins and the rest are no tries any more.
   */
  compare(code: string): Promise<Compared>;
  /** Whether the gate was passed. */
  readonly passed: boolean;
  /** Sending anew, where the method sends. */
  readonly sending?: {
    readyInMs(): number;
    check(): Verdict<'resend-too-early'>;
    send(): Promise<void>;
  };
}
