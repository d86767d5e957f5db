export { type FlowEnvironment, platform } from './environment.js';
export {
  createRegistrationFlow,
  createResetFlow,
  type Flow,
  type FlowOptions,
  type RegistrationFlow,
  type ResetFlow,
} from './flow.js';
export { begin, identify, initialState, tokenOf } from './initial-state.js';
export { wouldLose } from './loss.js';
export { checkPassword, explainPassword } from './password-advice.js';
export { passwordRulesAttribute } from './password-rules-attribute.js';
export type {
  Activity,
  Attempted,
  Begin,
  Command,
  Correction,
  Effect,
  FlowEvent,
  FlowState,
  FlowStep,
  FlowStepKind,
  FlowSteps,
  Intent,
} from './state.js';
export { transition } from './transition.js';
