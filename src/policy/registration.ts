import { methodTypes, registrationTypes } from '../contract/codes.js';
import type { KnownHindranceCode, KnownRegistrationType } from '../contract/index.js';
import { enoughMethods, gatesRequired, isOffered, usableFamilies, usableMethods } from './gates.js';
import { registrationOf } from './methods.js';
import { mayReset } from './scope.js';
import type { Enrolled, Subject } from './subject.js';
import type { TenantPolicy } from './tenant-policy.js';
import { day } from './units.js';
import { allow, deny, type Verdict } from './verdict.js';

/** What a person is asked for at sign-in (rules REGISTER-1, REGISTER-2). */
export type Due = 'interrupt' | 'reconfirm';

/** Whether something may be done, or why not. */
export type May = 'yes' | KnownHindranceCode;

/** What can be registered here; the rest is known, and registered elsewhere (METHOD). */
export type RegistrableType = Exclude<
  KnownRegistrationType,
  'passkey' | 'windows-hello' | 'temporary-pass' | 'certificate'
>;

const elsewhere: readonly KnownRegistrationType[] = [
  'passkey',
  'windows-hello',
  'temporary-pass',
  'certificate',
];

/** What can be registered here, most secure first (rule METHOD-5). */
export const registrableTypes = registrationTypes.filter(
  (type): type is RegistrableType => !elsewhere.includes(type),
);

/** What is registered of a type, for the limits of rule REGISTER-4. */
export interface Held {
  readonly type: KnownRegistrationType;
  readonly source: 'registered' | 'directory';
}

/** Whether any method that is used with a type is there for a person (rule METHOD-6). */
export function isRegistrable(
  policy: TenantPolicy,
  subject: Subject,
  type: KnownRegistrationType,
  now: number,
): boolean {
  // An alternate number is for when the mobile is lost, and never resets (METHOD).
  const used = type === 'alternate-phone' ? 'phone' : type;
  return methodTypes.some(
    (method) => registrationOf[method] === used && isOffered(policy, subject, method, now),
  );
}

/** How many of a type a person may register (rules REGISTER-4, PHONE-4, EMAIL-1). */
export const limitOf = (policy: TenantPolicy, type: KnownRegistrationType): number =>
  type === 'app' ? policy.registration.mostApps : 1;

/** Whether one more of a type may be registered (rules REGISTER-4, PHONE-5). */
export function mayAdd(
  policy: TenantPolicy,
  held: readonly Held[],
  type: RegistrableType,
  mode: 'interrupt' | 'manage',
): May {
  const own = held.filter((one) => one.type === type && one.source === 'registered').length;
  if (own >= limitOf(policy, type)) return 'limit-reached';
  if (type === 'alternate-phone' && !held.some((one) => one.type === 'phone'))
    return 'needs-phone-first';
  if (type === 'office-phone') {
    if (!policy.registration.mayEditOfficePhone) return 'from-directory';
    if (mode === 'interrupt' && !held.some((one) => one.type === type)) return 'not-here';
  }
  return 'yes';
}

/** What is changed by deleting it and adding another (rules REGISTER-4, QUESTION-6). */
const neverChanged: readonly KnownRegistrationType[] = ['app', 'questions', ...elsewhere];
/** What can be asked for first at sign-in. */
const defaults: readonly KnownRegistrationType[] = [
  'app',
  'phone',
  'alternate-phone',
  'office-phone',
];

/** What may be done with something that is registered (rule REGISTER-4). */
export function mayWith(
  policy: TenantPolicy,
  { type, source }: Held,
  isDefault: boolean,
): { readonly change: May; readonly remove: May; readonly makeDefault: May } {
  const directory =
    source === 'directory' || (type === 'office-phone' && !policy.registration.mayEditOfficePhone);
  const own = (may: May): May => (directory ? 'from-directory' : may);
  return {
    change: own(neverChanged.includes(type) ? 'never-changed' : 'yes'),
    remove: own(elsewhere.includes(type) && type !== 'passkey' ? 'not-here' : 'yes'),
    makeDefault: isDefault ? 'already-default' : defaults.includes(type) ? 'yes' : 'not-a-default',
  };
}

/** What is missing for a reset, as many as are needed, most secure first (rule REGISTER-3). */
export function missingTypes(
  policy: TenantPolicy,
  subject: Subject,
  held: readonly Held[],
  now: number,
): readonly RegistrableType[] {
  const { gates } = gatesRequired(policy, subject.roles, now);
  const families = new Set(
    usableMethods(policy, subject, now).map(({ type }) => registrationOf[type]),
  );
  return registrableTypes
    .filter(
      (type) =>
        type !== 'alternate-phone' &&
        !families.has(type) &&
        isRegistrable(policy, subject, type, now) &&
        mayAdd(policy, held, type, 'interrupt') === 'yes',
    )
    .slice(0, Math.max(0, gates - usableFamilies(policy, subject, now)));
}

/** Whether somebody is interrupted at sign-in, and by which rule (REGISTER-1, REGISTER-2). */
export function dueAt(
  policy: TenantPolicy,
  subject: Subject,
  { confirmedAt, registered }: { readonly confirmedAt: number; readonly registered: boolean },
  now: number,
): { readonly due: Due | undefined; readonly verdict: Verdict<'SSPR_0014'> } {
  const { required, reconfirmDays } = policy.registration;
  const denied = mayReset(policy, subject, now).find((verdict) => !verdict.allowed);
  if (!required) return { due: undefined, verdict: allow('REGISTER-1') };
  if (denied && !denied.allowed && denied.code === 'SSPR_0014')
    return { due: 'interrupt', verdict: deny('REGISTER-1', 'SSPR_0014') };
  if (!denied && registered && reconfirmDays > 0 && now >= confirmedAt + reconfirmDays * day)
    return { due: 'reconfirm', verdict: allow('REGISTER-2') };
  return { due: undefined, verdict: allow('REGISTER-1') };
}

/** What is left to somebody who has only `enrolled`, and whether that is enough for a reset. */
export function recoverability(
  policy: TenantPolicy,
  subject: Subject,
  enrolled: readonly Enrolled[],
  now: number,
): { readonly resets: boolean; readonly left: readonly KnownRegistrationType[] } {
  const poorer = { ...subject, enrolled };
  const left = usableMethods(policy, poorer, now).map(({ type }) => registrationOf[type]);
  return { resets: enoughMethods(policy, poorer, now).allowed, left: [...new Set(left)] };
}
