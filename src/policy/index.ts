export {
  type AdministratorRole,
  administratorMethods,
  administratorRoles,
  isAdministrator,
  type Role,
} from './administrators.js';
export {
  type BannedCase,
  bannedListFault,
  checkBanned,
  normalised,
  scorePassword,
} from './banned.js';
export {
  type CodeState,
  checkCodeForm,
  checkCodeLife,
  checkResend,
  codeTriesLeft,
  readCode,
  resendReadyInMs,
} from './codes.js';
export {
  enoughMethods,
  gatesRequired,
  isEnabledFor,
  methodsForNextGate,
  usableMethods,
} from './gates.js';
export { maskEmail } from './mask.js';
export { type Family, familyOf, inOrder, methodOrder } from './methods.js';
export { contactRecipients, resetNoticeAddresses } from './notify.js';
export {
  checkPassword,
  type Explained,
  explainPassword,
  type PasswordProblemCode,
} from './password.js';
export { checkConfirmation, passwordRulesOf } from './password-rules.js';
export { offersRestart, toldAs } from './refusal.js';
export { type Rule, type RuleId, rules } from './rules.js';
export { mayReset } from './scope.js';
export { afterFailure, lockedForMs, openLock, type SignInLock } from './sign-in-lock.js';
export type { Enrolled, Licence, Subject } from './subject.js';
export {
  type CharacterClass,
  changedPolicy,
  day,
  defaultPolicy,
  hour,
  type Limit,
  type MethodSetting,
  minute,
  type Overrides,
  policy,
  second,
  type TenantPolicy,
} from './tenant-policy.js';
export {
  blockEnd,
  type Count,
  checkThrottle,
  clearedByReset,
  counted,
  left,
  type ThrottleName,
  takenBack,
  throttleRules,
} from './throttle.js';
export { checkUsername } from './username.js';
export {
  type Allowed,
  allow,
  type Denied,
  deny,
  type Verdict,
  type VerdictParams,
} from './verdict.js';
