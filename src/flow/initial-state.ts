import type { FlowState, FlowStep } from './state.js';

/** Before anything is known. */
export const initialState = <S extends FlowStep>(first: S): FlowState<S> => ({
  step: first,
  first,
  since: 0,
  discovery: undefined,
  puzzle: undefined,
  hint: {},
  branding: undefined,
  username: '',
  activity: { status: 'idle' },
});
