import type { KnownRefusalCode } from '../contract/index.js';
import { isAdministrator } from './administrators.js';
import { enoughMethods } from './gates.js';
import type { Licence, Subject } from './subject.js';
import type { TenantPolicy } from './tenant-policy.js';
import { allow, deny, type Verdict } from './verdict.js';

/** The licences that cover the reset of an account, by where its password is kept (rule SCOPE-3). */
const coveringLicences: Readonly<Record<Subject['source'], readonly Licence[]>> = {
  cloud: ['business-standard', 'business-premium', 'p1', 'p2'],
  'on-premises': ['business-premium', 'p1', 'p2'],
};

/** Rule SCOPE-4: guests and personal accounts have their password elsewhere. */
const atHomeHere = ({ kind }: Subject): Verdict<'guest'> =>
  kind === 'member' ? allow('SCOPE-4') : deny('SCOPE-4', 'guest');

/** Rules SCOPE-1 and SCOPE-2. */
function inScope(
  policy: TenantPolicy,
  { roles, groups }: Subject,
): Verdict<'SSPR_0009' | 'SSPR_0011' | 'SSPR_0013' | 'admin-reset-off'> {
  if (isAdministrator(roles))
    return policy.adminsMayReset ? allow('SCOPE-2') : deny('SCOPE-2', 'admin-reset-off');
  if (policy.scope === 'none') return deny('SCOPE-1', 'SSPR_0009');
  if (policy.scope === 'all') return allow('SCOPE-1');
  if (policy.scopeGroup === undefined) return deny('SCOPE-1', 'SSPR_0011');
  return groups.has(policy.scopeGroup) ? allow('SCOPE-1') : deny('SCOPE-1', 'SSPR_0013');
}

/** Rule SCOPE-3. */
const licensed = ({ licence, source }: Subject): Verdict<'SSPR_0012'> =>
  coveringLicences[source].includes(licence) ? allow('SCOPE-3') : deny('SCOPE-3', 'SSPR_0012');

/** Rule SCOPE-5. */
const active = ({ enabled }: Subject): Verdict<'account-disabled'> =>
  enabled ? allow('SCOPE-5') : deny('SCOPE-5', 'account-disabled');

/** Whether the place where the password is kept can be written to now (rules WRITEBACK-1, ADMIN-3). */
export type Reachable = (subject: Subject) => Verdict<KnownRefusalCode>;

/** For where all passwords are kept in the cloud. */
const always: Reachable = () => allow('WRITEBACK-1');

/**
 * Whether a person may reset, throttling and captcha apart. The checks run in the order of rule
 * SCOPE-6 and the first that fails decides; each verdict is given, the deciding one last.
 * @param subject undefined: no such account
 */
export function mayReset(
  policy: TenantPolicy,
  subject: Subject | undefined,
  now: number,
  reachable: Reachable = always,
): readonly [Verdict<KnownRefusalCode>, ...Verdict<KnownRefusalCode>[]] {
  if (!subject) return [deny('SCOPE-6', 'account-unknown')];
  const checks = [
    atHomeHere,
    (one: Subject) => inScope(policy, one),
    licensed,
    active,
    (one: Subject) => enoughMethods(policy, one, now),
    reachable,
  ];
  const verdicts: [Verdict<KnownRefusalCode>, ...Verdict<KnownRefusalCode>[]] = [allow('SCOPE-6')];
  for (const check of checks) {
    const verdict = check(subject);
    verdicts.push(verdict);
    if (!verdict.allowed) break;
  }
  return verdicts;
}
