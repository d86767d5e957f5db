export { type FlowEnvironment, platform } from './environment.js';
export { createResetFlow, type FlowOptions, type ResetFlow } from './flow.js';
export { initialState, tokenOf } from './initial-state.js';
export { checkPassword, explainPassword } from './password-advice.js';
export type {
  Activity,
  Attempted,
  Command,
  Correction,
  Effect,
  FlowEvent,
  FlowState,
} from './state.js';
export { transition } from './transition.js';
