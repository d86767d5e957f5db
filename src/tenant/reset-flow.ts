import type { Goal, KnownRefusalCode, Notice } from '../contract/index.js';
import type { RuleId } from '../policy/index.js';
import type { Account } from './account.js';
import type { Completed } from './new-password.js';
import type { Proving } from './proving.js';
import type { Flow } from './walk.js';

/** Why a flow does not go on; it still takes a call for help. */
export interface Refusal {
  readonly code: KnownRefusalCode;
  readonly rule?: RuleId;
  /** When it can be tried again, milliseconds since 1970. */
  readonly retryAt?: number;
  readonly notices: readonly Notice[];
}

/** Where a reset stands: what its proofs are at, `proving` says. */
export type ResetPlace =
  | { readonly at: 'choose-goal' }
  | { readonly at: 'proving' }
  | { readonly at: 'new-password' }
  /** A password is on its way to where it is kept, since milliseconds since 1970; `came`: what came of it. */
  | { readonly at: 'writing'; readonly since: number; came: Completed | undefined }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'ended' };

/** One reset, from the accepted username on. */
export interface ResetFlow extends Proving, Flow {
  /** To quote to the helpdesk (rule REFUSAL-1); ties the rows of the audit log together. */
  readonly supportCode: string;
  /** As accepted; shown back to the person. */
  readonly username: string;
  /** The account of that name, whether or not it may reset. */
  readonly account: Account | undefined;
  /** How many resets the account had when the flow began: another one ends it (rule SESSION-2). */
  readonly resetsBefore: number | undefined;
  expiresAt: number;
  /** How often more time was given (rule SESSION-1). */
  extensions: number;
  /** How many passwords were judged while they were typed. */
  judged: number;
  /** What the person came for (rule WRITEBACK-3). */
  goal: Goal;
  place: ResetPlace;
}
