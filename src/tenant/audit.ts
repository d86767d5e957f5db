import type { KnownRefusalCode, MethodType, RegistrationType } from '../contract/index.js';
import type { RuleId } from '../policy/index.js';

/** What an administrator reads in the audit log (rule AUDIT-1). */
export type Activity =
  | 'Self-service password reset flow activity progress'
  | 'Reset password (self-service)'
  | 'Blocked from self-service password reset'
  | 'Change password (self-service)'
  | 'Unlock user account (self-service)'
  | 'User registered for self-service password reset'
  | 'Update policy';

/** Where a flow stands, and how it ended (rule AUDIT-2). */
export type ProgressReason =
  | 'User ID submitted'
  | 'Verification options presented'
  | 'Verification option started'
  | 'Verification option completed'
  | 'Verification option failed'
  | 'All verification completed'
  | 'New password submitted'
  | 'Password reset'
  | 'Succeeded'
  | 'Abandoned'
  | 'Cancelled'
  | 'Blocked'
  | 'Failed'
  | 'Contacted administrator';

/** One row; no code, password or address but the username is ever in it (rule AUDIT-3). */
export interface AuditRow {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly service: 'Self-service Password Management';
  readonly category: 'UserManagement' | 'Policy';
  readonly activity: Activity;
  /** The username that was given, or who changed the policy. */
  readonly actor: string;
  readonly target: string;
  /** Which client asked. */
  readonly client: string;
  /** The support code of the flow. */
  readonly correlationId: string;
  readonly status: 'success' | 'failure' | 'in-progress';
  readonly reason: ProgressReason | KnownRefusalCode | 'Policy changed';
  /** The method that the row is about. */
  readonly method?: MethodType | RegistrationType;
  /** The rule that decided. */
  readonly rule?: RuleId;
  /** What a policy change changed, as JSON. */
  readonly change?: { readonly setting: string; readonly old: string; readonly new: string };
}

/** What every row has in common. */
export const auditService = 'Self-service Password Management';
