import type { Steps } from '../contract/step.js';
import type { Begin } from './state.js';

/** A step with nothing to do, to correct or to tell. */
export const bare = { actions: [], problems: [], notices: [] };

/** The first screen of a reset, before the backend has said anything. */
export const identify: Steps['identify'] = { kind: 'identify', ...bare, progress: { index: 1 } };

/** The first screen of a registration. */
export const begin: Begin = { kind: 'begin', ...bare };
