import type { KnownRefusalCode } from '../contract/index.js';
import type { TenantPolicy } from './tenant-policy.js';
import { type Denied, deny } from './verdict.js';

/** What depends on the account, so that telling it would tell that the account exists (rule REFUSAL-2). */
const accountDependent: ReadonlySet<KnownRefusalCode> = new Set([
  'account-unknown',
  'account-disabled',
  'guest',
  'protected-admin',
  'admin-reset-off',
  'SSPR_0011',
  'SSPR_0012',
  'SSPR_0013',
  'SSPR_0014',
]);

/** After these, starting over with another name makes sense. */
const worthAnotherStart: ReadonlySet<KnownRefusalCode> = new Set([
  'account-unknown',
  'guest',
  'not-proven',
  'flow-expired',
  'flow-superseded',
]);

/** Whether `restart` is offered beside a refusal (rule REFUSAL-1). */
export const offersRestart = (code: KnownRefusalCode): boolean => worthAnotherStart.has(code);

/**
 * How a refusal reaches the person (rule REFUSAL-2): told by its code, or hidden behind decoys. Where
 * reset is off for everyone, a hidden account is told what any known member is told.
 */
export function toldAs(
  policy: Pick<TenantPolicy, 'voice' | 'scope'>,
  denied: Denied<KnownRefusalCode>,
): Denied<KnownRefusalCode> | 'hidden' {
  if (policy.voice === 'detailed' || !accountDependent.has(denied.code)) return denied;
  return policy.scope === 'none' ? deny('SCOPE-1', 'SSPR_0009') : 'hidden';
}
