export { type FlowEnvironment, platform } from './environment.js';
export { begin, identify } from './first-steps.js';
export {
  createRegistrationFlow,
  createResetFlow,
  type Flow,
  type FlowOptions,
  type RegistrationFlow,
  type ResetFlow,
} from './flow.js';
export { initialState } from './initial-state.js';
export { wouldLose } from './loss.js';
export { checkPassword, explainPassword } from './password-advice.js';
export { passwordRulesAttribute } from './password-rules-attribute.js';
export { tokenOf } from './screen.js';
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
