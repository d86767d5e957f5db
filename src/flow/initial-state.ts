import type { Steps } from '../contract/step.js';
import type { Begin, FlowState, FlowStep } from './state.js';

/** A step with nothing to do, to correct or to tell. */
export const bare = { actions: [], problems: [], notices: [] };

/** The first screen of a reset, before the backend has said anything. */
export const identify: Steps['identify'] = { kind: 'identify', ...bare, progress: { index: 1 } };

/** The first screen of a registration. */
export const begin: Begin = { kind: 'begin', ...bare };

/** Before anything is known. Apart from the machine, so that a screen is drawn before that is loaded. */
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

/** The token that a step takes answers under; the ends of a flow have none. */
export const tokenOf = (step: FlowStep): string | undefined =>
  'token' in step ? step.token : undefined;
