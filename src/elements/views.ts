import type { FlowStep, FlowStepKind, FlowSteps } from '../flow/state.js';
import { offline, usernameRequired } from '../localization/first-words.js';
import type { View, Words } from './view.js';
import { identifyView } from './views/identify.js';

/** Any view, once it is known that it belongs to the step at hand. */
export type AnyView = View<FlowStepKind>;

/** The table pairs each kind with its own view; a caller hands that view the step of the same kind. */
const loaded = new Map<FlowStepKind, AnyView>([['identify', identifyView as AnyView]]);

/** The view of a kind, where its code is there. */
export const viewOf = (kind: FlowStepKind): AnyView | undefined => loaded.get(kind);

/** Puts a view in place that came with the code of an element. */
export const provideView = <K extends FlowStepKind & keyof FlowSteps>(
  kind: K,
  view: View<K>,
): unknown => loaded.set(kind, view as AnyView);

/** The view that the page has registered for a step, if any. */
let ownViewOf: (step: FlowStep) => AnyView | undefined = () => undefined;

/** Asked first from now on: what a page has registered is lazy code of its own. */
export const useOwnViews = (find: typeof ownViewOf): void => {
  ownViewOf = find;
};

/** The view of a step that is shown, so of one whose code is there. */
export const viewOfShown = (step: FlowStep): AnyView =>
  ownViewOf(step) ?? viewOf(step.kind) ?? (identifyView as AnyView);

/** What all screens but the first have in common, where its code is there. */
let common: typeof import('./later/index.js') | undefined;
export const later = (): typeof common => common;

/** What draws a captcha that a person has to solve, where its code is there. */
let puzzle: typeof import('./captcha/index.js') | undefined;
export const captchaPart = (): typeof puzzle => puzzle;

/** Fetches that code, and the words for what may be wrong; rejects when it cannot be had, and may then be called again. */
export const loadCaptchaPart = async (): Promise<void> => {
  [puzzle] = await Promise.all([import('./captcha/index.js'), loadView('identify')]);
};

/** All that there is to say before a backend has answered: what it says waits for the other words. */
const firstWords: Words = {
  problem: usernameRequired,
  notice: () => '',
  failure: offline,
};

/** The words that are there: all of them, or those of the first screen. */
let words = firstWords;
export const wordsNow = (): Words => words;

/** Fetches the code of a view; rejects when it cannot be had, and may then be called again. */
export async function loadView(kind: FlowStepKind): Promise<void> {
  const [shared, all, view] = await Promise.all([
    import('./later/index.js'),
    import('./later/words.js'),
    import('./view-loaders.js').then(({ viewFor }) => viewFor(kind)),
  ]);
  common = shared;
  words = all.words;
  loaded.set(kind, view as AnyView);
}

/** Fetches the code of every view of a kind of flow, so that no step waits for it. */
export const loadAllViews = async (flow: 'reset' | 'register'): Promise<unknown> => {
  const { kindsOf } = await import('./view-loaders.js');
  return Promise.allSettled(kindsOf[flow].map(loadView));
};
