export type { Adapter, Attempt, Call, FlowDriver } from './adapter.js';
export type { Answer, DiscoveryHint, ResetIntent } from './answer.js';
export type {
  KnownActionName,
  KnownMethodType,
  KnownNoticeCode,
  KnownProblemCode,
  KnownRefusalCode,
  MethodType,
} from './codes.js';
export type { Discovery } from './discovery.js';
export { SsprError, type SsprErrorCode } from './error.js';
export type { Action, Branding, Count, Field, Helpdesk, Method, Notice, Problem } from './parts.js';
export type { PasswordRule } from './password-rules.js';
export type { Step, StepKind, Steps } from './step.js';
export { contractVersion } from './version.js';
