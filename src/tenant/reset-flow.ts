import type { KnownRefusalCode, Notice } from '../contract/index.js';
import type { Family, RuleId } from '../policy/index.js';
import type { Account } from './account.js';
import type { Candidate } from './candidate.js';
import type { Case } from './core.js';
import type { Proof } from './proof.js';

/** Why a flow does not go on; it still takes a call for help. */
export interface Refusal {
  readonly code: KnownRefusalCode;
  readonly rule?: RuleId;
  /** When it can be tried again, milliseconds since 1970. */
  readonly retryAt?: number;
  readonly notices: readonly Notice[];
}

/** Where a flow stands. */
export type Stage =
  | { readonly at: 'choose-method' }
  | { readonly at: 'enter-code'; readonly proof: Proof }
  | { readonly at: 'new-password' }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'ended' };

/** One reset, from the accepted username on. */
export interface ResetFlow extends Case {
  /** To quote to the helpdesk (rule REFUSAL-1); ties the rows of the audit log together. */
  readonly supportCode: string;
  /** As accepted; shown back to the person. */
  readonly username: string;
  /** The language of the codes that are sent. */
  readonly locale: string;
  /** What throttles count under: the account, or the name where there is none. */
  readonly key: string;
  /** The account of that name, whether or not it may reset. */
  readonly account: Account | undefined;
  readonly candidate: Candidate;
  /** How many resets the account had when the flow began: another one ends it (rule SESSION-2). */
  readonly resetsBefore: number | undefined;
  /** Milliseconds since 1970 (rule SESSION-1). */
  readonly expiresAt: number;
  /** Aborts when the flow ends before its time. */
  readonly ended: AbortController;
  /** The gates that were passed, by what filled them (rule GATE-4). */
  passed: readonly Family[];
  /** Proofs that were begun, by method: choosing a method again does not send another code at once. */
  readonly proofs: Map<string, Proof>;
  /** How many answers it has taken. */
  answers: number;
  stage: Stage;
}
