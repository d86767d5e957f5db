export {
  type AdministratorRole,
  administratorMethods,
  administratorRoles,
  isAdministrator,
  type Role,
} from './administrators.js';
export {
  type BannedCase,
  checkBanned,
  normalised,
  scorePassword,
} from './banned.js';
export { changedPolicy, type Overrides, policy } from './changed-policy.js';
export { checkPolicy, type PolicyRefused, parsePolicy, type ReadPolicy } from './check-policy.js';
export {
  type CodeState,
  checkCodeForm,
  checkCodeLife,
  checkResend,
  checkResendIn,
  codeTriesLeft,
  readCode,
  resendReadyInMs,
} from './codes.js';
export { defaultPolicy } from './default-policy.js';
export {
  checkAlternateAddress,
  enoughMethods,
  gatesRequired,
  isEnabledFor,
  isOffered,
  usableDescribed,
  usableMethods,
} from './gates.js';
export { maskEmail, maskPhone } from './mask.js';
export {
  type DescribedFamily,
  type Family,
  familyOf,
  inOrder,
  isVoice,
  lifeOf,
  type MethodLife,
  methodOrder,
  registrationOf,
} from './methods.js';
export { contactRecipients, resetNoticeAddresses } from './notify.js';
export {
  checkPassword,
  type Explained,
  explainPassword,
  type PasswordProblemCode,
} from './password.js';
export { isExpired } from './password-age.js';
export {
  allClasses,
  type PasswordProfile,
  passwordProfileOf,
  passwordProfiles,
} from './password-profiles.js';
export { checkConfirmation, domainPasswordRules, passwordRulesOf } from './password-rules.js';
export {
  type AccessibilityFault,
  type PolicyPreview,
  type PreviewedChange,
  type PreviewedPerson,
  type PreviewOptions,
  previewPolicy,
  type Standing,
} from './preview.js';
export {
  type AnswerFault,
  answerLength,
  checkAnswers,
  drawQuestions,
  type GivenAnswer,
  normalizeAnswer,
  ownQuestionLength,
} from './questions.js';
export { ladderOf, offersRestart, toldAs } from './refusal.js';
export {
  type Due,
  dueAt,
  type Held,
  isRegistrable,
  limitOf,
  type May,
  mayAdd,
  mayWith,
  missingTypes,
  type RegistrableType,
  recoverability,
  registrableTypes,
} from './registration.js';
export type { RuleOrigin } from './rule-origins.js';
export { ruleSheet } from './rule-sheet.js';
export { type Rule, type RuleId, rules } from './rules.js';
export { mayReset, type Reachable } from './scope.js';
export { type SettingPath, settingAt } from './setting-path.js';
export { afterFailure, lockedForMs, openLock, type SignInLock } from './sign-in-lock.js';
export type { Enrolled, Licence, Subject } from './subject.js';
export type {
  CharacterClass,
  LadderRung,
  Limit,
  MethodSetting,
  TenantPolicy,
} from './tenant-policy.js';
export {
  accountThrottles,
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
export { day, hour, minute, second } from './units.js';
export { checkUsername } from './username.js';
export {
  type Allowed,
  allow,
  type Denied,
  deny,
  type Verdict,
  type VerdictParams,
} from './verdict.js';
export { type Words, wordsIn } from './words.js';
