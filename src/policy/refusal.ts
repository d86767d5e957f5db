import type { KnownRefusalCode, Rung } from '../contract/index.js';
import type { TenantPolicy } from './tenant-policy.js';
import { type Denied, deny } from './verdict.js';
import { wordsIn } from './words.js';

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

/** Where nothing that is registered helps: there the ways back are told (rule REFUSAL-1). */
const ofNoMethod: ReadonlySet<KnownRefusalCode> = new Set(['SSPR_0014', 'not-proven']);

/** The ways back that a refusal tells, in a language; none where waiting or another name helps. */
export const ladderOf = (
  { ladder }: Pick<TenantPolicy, 'ladder'>,
  code: KnownRefusalCode,
  locale: string,
): readonly Rung[] =>
  ofNoMethod.has(code)
    ? ladder.map(({ kind, label, text, url }) => ({
        kind,
        ...(label !== undefined && { label: wordsIn(label, locale) }),
        ...(text !== undefined && { text: wordsIn(text, locale) }),
        ...(url !== undefined && { url }),
      }))
    : [];

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
