import type { Step, Steps } from '../contract/step.js';
import type { FlowState } from './state.js';

/** A step with nothing to do, to correct or to tell. */
export const bare = { actions: [], problems: [], notices: [] };

/** The first screen, before the backend has said anything. */
export const first: Steps['identify'] = { kind: 'identify', ...bare, progress: { index: 1 } };

/** Before anything is known. Apart from the machine, so that a screen is drawn before that is loaded. */
export const initialState: FlowState = {
  step: first,
  since: 0,
  discovery: undefined,
  branding: undefined,
  username: '',
  activity: { status: 'idle' },
};

/** The token that a step takes answers under; the ends of a flow have none. */
export const tokenOf = (step: Step): string | undefined =>
  'token' in step ? step.token : undefined;
