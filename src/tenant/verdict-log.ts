import type { Verdict } from '../policy/index.js';

/** What was decided, for a rule inspector. Holds no secret. */
export interface Decision {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The support code of the flow; absent outside one. */
  readonly correlationId?: string;
  /** The username as given. */
  readonly username: string;
  readonly verdict: Verdict<string>;
}
