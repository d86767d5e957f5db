import type { Step, StepKind } from '../contract/step.js';
import { offline, usernameRequired } from '../localization/first-words.js';
import type { View, Words } from './view.js';
import { identifyView } from './views/identify.js';

/** Any view, once it is known that it belongs to the step at hand. */
export type AnyView = View<Step['kind']>;

const loaded = new Map<StepKind, AnyView>([['identify', identifyView as AnyView]]);

/** The view of a kind, where its code is there. */
export const viewOf = (kind: StepKind): AnyView | undefined => loaded.get(kind);

/** The view of a step that is shown, so of one whose code is there. */
export const viewOfShown = (step: Step): AnyView => viewOf(step.kind) ?? (identifyView as AnyView);

/** What all screens but the first have in common, where its code is there. */
let common: typeof import('./later/index.js') | undefined;
export const later = (): typeof common => common;

/** All that there is to say before a backend has answered: what it says waits for the other words. */
const firstWords: Words = {
  problem: usernameRequired,
  notice: () => '',
  failure: offline,
};

/** The words that are there: all of them, or those of the first screen. */
export const wordsNow = (): Words => common?.words ?? firstWords;

/** Fetches the code of a view; rejects when it cannot be had, and may then be called again. */
export async function loadView(kind: StepKind): Promise<void> {
  const [shared, view] = await Promise.all([
    import('./later/index.js'),
    import('./view-loaders.js').then(({ loaders }): Promise<unknown> => loaders[kind]()),
  ]);
  common = shared;
  // The table pairs each kind with its own view; a caller hands that view the step of the same kind.
  loaded.set(kind, view as AnyView);
}

/** Fetches the code of every view, so that no step waits for it. */
export const loadAllViews = async (): Promise<unknown> => {
  const { loaders } = await import('./view-loaders.js');
  return Promise.allSettled((Object.keys(loaders) as StepKind[]).map(loadView));
};
