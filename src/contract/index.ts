export type { Adapter, Attempt, Call, FlowDriver } from './adapter.js';
export type { Answer, DiscoveryHint, RegistrationIntent, ResetIntent } from './answer.js';
export type {
  Goal,
  KnownActionName,
  KnownHindranceCode,
  KnownMethodType,
  KnownNoticeCode,
  KnownProblemCode,
  KnownRefusalCode,
  KnownRegistrationType,
  KnownRungKind,
  MethodType,
  RegistrationType,
} from './codes.js';
export type { Captcha, Discovery, Work } from './discovery.js';
export { SsprError, type SsprErrorCode } from './error.js';
export type {
  Action,
  Branding,
  Count,
  Field,
  Helpdesk,
  Method,
  Notice,
  Problem,
  Rung,
} from './parts.js';
export type { PasswordRule } from './password-rules.js';
export type { Question, Recoverability, Registered, Registrable } from './registration.js';
export type {
  AnyStep,
  AnyStepKind,
  AnySteps,
  RegistrationStep,
  RegistrationStepKind,
  RegistrationSteps,
  Step,
  StepKind,
  Steps,
} from './step.js';
export { contractVersion } from './version.js';
