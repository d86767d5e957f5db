export { createResetFlow, type FlowEnvironment, type FlowOptions, type ResetFlow } from './flow.js';
export type { Activity, Attempted, Command, Effect, FlowEvent, FlowState } from './state.js';
export { initialState, tokenOf, transition } from './transition.js';
