import { administratorMethods, isAdministrator } from './administrators.js';
import { trialOfOneGateMs } from './default-policy.js';
import { familyOf, inOrder, isVoice, lifeOf } from './methods.js';
import type { Enrolled, Subject } from './subject.js';
import type { MethodSetting, TenantPolicy } from './tenant-policy.js';
import { type Allowed, allow, deny, type Verdict } from './verdict.js';

/** How many proofs a person needs, and by which rule (GATE-1, GATE-2). */
export function gatesRequired(
  policy: TenantPolicy,
  roles: Subject['roles'],
  now: number,
): { readonly gates: 1 | 2; readonly verdict: Allowed } {
  if (!isAdministrator(roles)) return { gates: policy.methodsRequired, verdict: allow('GATE-1') };
  const { trialStartedAt, customDomain, onPremisesSync } = policy;
  const newTrial = trialStartedAt !== undefined && now < trialStartedAt + trialOfOneGateMs;
  const bare = !customDomain && !onPremisesSync;
  return { gates: newTrial || bare ? 1 : 2, verdict: allow('GATE-2') };
}

/** Whether the setting lets a member of these groups use the method (rule METHOD-6). */
export function isEnabledFor(
  { include, exclude }: Pick<MethodSetting, 'include' | 'exclude'>,
  groups: ReadonlySet<string>,
): boolean {
  if (exclude.some((group) => groups.has(group))) return false;
  return include === 'everyone' || include.some((group) => groups.has(group));
}

/**
 * Whether a method is there for a person, data apart. Administrators have their list (rule ADMIN-2);
 * what has ended has ended for them too (rule METHOD-4).
 */
export function isOffered(
  policy: TenantPolicy,
  { roles, groups }: Pick<Subject, 'roles' | 'groups'>,
  type: Enrolled['type'],
  now: number,
): boolean {
  const setting = policy.methods[type];
  const trial = policy.trialStartedAt !== undefined;
  if (isVoice(type) && (trial || policy.freeTenant)) return false;
  if (type === 'app-notification' && gatesRequired(policy, roles, now).gates < 2) return false;
  if (!isAdministrator(roles))
    return lifeOf(setting, now) !== 'disabled' && isEnabledFor(setting, groups);
  const ended =
    setting.state === 'blocked' || lifeOf({ ...setting, state: 'enabled' }, now) === 'disabled';
  return administratorMethods.includes(type) && !ended;
}

const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** No label of a domain is longer than RFC 1035 has it: the last one is shown whole (rule METHOD-7). */
const addressForm = /^[^\s@]+@[^\s@.]{1,63}(\.[^\s@.]{1,63})+$/u;

/** Whether something can be an alternate address of a person (rules EMAIL-1, GATE-3). */
export function checkAlternateAddress(
  { domains }: Pick<TenantPolicy, 'domains'>,
  { username }: Pick<Subject, 'username'>,
  address: string,
): Verdict<'address-required' | 'address-malformed' | 'address-own-domain'> {
  if (address === '') return deny('EMAIL-1', 'address-required');
  if (address.length > 320 || !addressForm.test(address))
    return deny('EMAIL-1', 'address-malformed');
  return isAlternate(address, { username }, { domains })
    ? allow('EMAIL-1')
    : deny('GATE-3', 'address-own-domain');
}

/** An alternate address is neither the sign-in address nor in the organisation's own domains. */
const isAlternate = (
  address: string,
  subject: Pick<Subject, 'username'>,
  policy: Pick<TenantPolicy, 'domains'>,
): boolean =>
  ![subject.username, ...policy.domains.map((domain) => `@${domain}`)]
    .map(domainOf)
    .includes(domainOf(address));

/** The methods that count for a person, most secure first (rules GATE-3, METHOD-1 to 6). */
export const usableMethods = (
  policy: TenantPolicy,
  subject: Subject,
  now: number,
): readonly Enrolled[] =>
  inOrder(
    subject.enrolled.filter(
      ({ type, address, count }, index, all) =>
        // What the directory and the person hold alike is one (rule PHONE-4).
        all.findIndex((one) => one.type === type && one.address === address) === index &&
        isOffered(policy, subject, type, now) &&
        (type !== 'questions' || count === undefined || count >= policy.questions.toReset) &&
        (type !== 'email' || address === undefined || isAlternate(address, subject, policy)),
    ),
  );

/** The organisation's own methods that a person may use: an administrator has none (rule ADMIN-2). */
export const usableDescribed = ({ roles, described = [] }: Subject): readonly string[] =>
  isAdministrator(roles) ? [] : described;

/** How many gates the methods of a person could fill (rule GATE-4). */
export const usableFamilies = (policy: TenantPolicy, subject: Subject, now: number): number =>
  new Set(usableMethods(policy, subject, now).map(({ type }) => familyOf[type])).size +
  usableDescribed(subject).length;

/** Whether there are methods of enough families to fill every gate (rules GATE-3 to 5). */
export function enoughMethods(
  policy: TenantPolicy,
  subject: Subject,
  now: number,
): Verdict<'SSPR_0014'> {
  const usable = usableFamilies(policy, subject, now);
  const { gates } = gatesRequired(policy, subject.roles, now);
  return usable >= gates ? allow('GATE-3') : deny('GATE-3', 'SSPR_0014', { needed: gates, usable });
}
