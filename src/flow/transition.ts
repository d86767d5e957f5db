import type { Step, Steps } from '../contract/step.js';
import type { Attempted, Command, Effect, FlowEvent, FlowState } from './state.js';

const bare = { actions: [], problems: [], notices: [] };
const first: Steps['identify'] = { kind: 'identify', ...bare, progress: { index: 1 } };

/** Before anything is known: the first screen, drawn at once. */
export const initialState: FlowState = {
  step: first,
  since: 0,
  discovery: undefined,
  branding: undefined,
  username: '',
  activity: { status: 'idle' },
};

/** The token that a step takes answers under; the ends of a flow have none. */
export const tokenOf = (step: Step): string | undefined => ('token' in step ? step.token : undefined);

type Next = readonly [FlowState, readonly Effect[]];

const stay = (state: FlowState): Next => [state, []];

/** Sends the attempt. A start waits for the discovery, which says what the start must bring. */
const send = (state: FlowState, attempt: Attempted): Next => [
  { ...state, activity: { status: 'busy', attempt } },
  attempt.command.kind === 'start' && !state.discovery
    ? [{ type: 'call', attempt: { id: `${attempt.id}-d`, command: { kind: 'discover', hint: {} } } }]
    : [{ type: 'call', attempt }],
];

const show = (state: FlowState, step: Step, now: number): Next => [
  {
    ...state,
    step,
    since: now,
    branding: step.branding ?? state.branding,
    activity: { status: 'idle' },
  },
  [{ type: 'expire', inMs: tokenOf(step) === undefined ? undefined : step.expiresInMs }],
];

/** The same command again keeps its id, so that the backend sees one attempt. */
const sameAsFailed = ({ activity }: FlowState, command: Command): Attempted | undefined =>
  activity.status === 'failed' && JSON.stringify(activity.attempt.command) === JSON.stringify(command)
    ? activity.attempt
    : undefined;

const isBusy = ({ activity }: FlowState) => activity.status === 'busy';

/** Whether an answer is the one that is waited for; every other is stale. */
const isAwaited = ({ activity }: FlowState, id: string) =>
  activity.status === 'busy' && (activity.attempt.id === id || `${activity.attempt.id}-d` === id);

/**
 * The whole behaviour of a flow on the client, pure: a state and what happened, to the next state and
 * what to do about it. One call is under way at most; what comes late is dropped.
 */
export function transition(state: FlowState, event: FlowEvent): Next {
  switch (event.type) {
    case 'discover':
      return isBusy(state)
        ? stay(state)
        : send(state, { id: event.id, command: { kind: 'discover', hint: event.hint } });
    case 'start': {
      const { activity } = state;
      const discovering = activity.status === 'busy' && activity.attempt.command.kind === 'discover';
      if (isBusy(state) && !discovering) return stay(state);
      const command: Command = { kind: 'start', intent: event.intent };
      const next = send(
        { ...state, username: event.intent.username },
        sameAsFailed(state, command) ?? { id: event.id, command },
      );
      return discovering ? [next[0], [{ type: 'abort' }, ...next[1]]] : next;
    }
    case 'answer': {
      const token = tokenOf(state.step);
      if (isBusy(state) || token === undefined) return stay(state);
      const command: Command = { kind: 'advance', token, answer: event.answer };
      const { activity } = state;
      if (activity.status !== 'failed') return send(state, { id: event.id, command });
      const { attempt } = activity;
      const [next, effects] = send(state, attempt);
      return sameAsFailed(state, command)
        ? [next, effects]
        : [
            {
              ...next,
              activity: { status: 'busy', attempt, then: { id: event.id, answer: event.answer } },
            },
            effects,
          ];
    }
    case 'retry':
      return state.activity.status === 'failed' ? send(state, state.activity.attempt) : stay(state);
    case 'discovered': {
      if (!isAwaited(state, event.id) || state.activity.status !== 'busy') return stay(state);
      const { attempt } = state.activity;
      const known = {
        ...state,
        discovery: event.discovery,
        branding: event.discovery.branding ?? state.branding,
      };
      return attempt.command.kind === 'start'
        ? send(known, attempt)
        : stay({ ...known, activity: { status: 'idle' } });
    }
    case 'stepped': {
      const { activity } = state;
      if (!isAwaited(state, event.id) || activity.status !== 'busy') return stay(state);
      const [shown, effects] = show(state, event.step, event.now);
      const token = tokenOf(event.step);
      if (!activity.then || token === undefined || event.step.kind !== state.step.kind)
        return [shown, effects];
      const { id, answer } = activity.then;
      const [next, more] = send(shown, { id, command: { kind: 'advance', token, answer } });
      return [next, [...effects, ...more]];
    }
    case 'failed':
      return isAwaited(state, event.id) && state.activity.status === 'busy'
        ? stay({
            ...state,
            activity: { status: 'failed', attempt: state.activity.attempt, error: event.error },
          })
        : stay(state);
    case 'expired': {
      const { supportCode } = state.step;
      const [next, effects] = show(
        state,
        { kind: 'refused', ...bare, code: 'flow-expired', ...(supportCode && { supportCode }) },
        event.now,
      );
      return [next, [{ type: 'abort' }, ...effects]];
    }
    case 'left': {
      const token = tokenOf(state.step);
      const [next, effects] = show(state, first, event.now);
      return [
        next,
        [{ type: 'abort' }, ...effects, ...(token ? [{ type: 'cancel', token } as const] : [])],
      ];
    }
  }
}
