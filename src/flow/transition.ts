import type { Captcha, Discovery } from '../contract/discovery.js';
import { bare } from './first-steps.js';
import { workOf } from './proof-of-work.js';
import { screenOf, tokenOf } from './screen.js';
import type {
  Attempted,
  Command,
  Correction,
  Effect,
  FlowEvent,
  FlowState,
  FlowStep,
  Intent,
} from './state.js';

type Next = readonly [FlowState, readonly Effect[]];

const stay = (state: FlowState): Next => [state, []];

/** One thing after the other. */
function and([state, effects]: Next, then: (state: FlowState) => Next): Next {
  const [next, more] = then(state);
  return [next, [...effects, ...more]];
}

const underWay = ({ activity }: FlowState, kind: Command['kind']): string | undefined =>
  activity.status === 'busy' && activity.attempt.command.kind === kind
    ? activity.attempt.id
    : undefined;

/** What the start of a reset waits for: what it must bring, or whether an earlier one goes on in its place. */
const beforeStart = (state: FlowState): string | undefined =>
  underWay(state, 'discover') ?? underWay(state, 'resume');

/** The answer to a captcha that a person gave: what is left to do then is not the work beside it. */
const givenAnswer = (intent: Intent) => ('captcha' in intent ? intent.captcha : undefined);

/** Whether a start needs the discovery first: that of a reset, which asks for a captcha. */
const needsDiscovery = (command: Command): boolean =>
  command.kind === 'start' && 'username' in command.intent;

/** The call of an attempt, with the captcha that a start answers. */
function call({ discovery }: FlowState, attempt: Attempted): Effect {
  const { command } = attempt;
  const asks = command.kind === 'start' && !givenAnswer(command.intent) && discovery?.captcha;
  return { type: 'call', attempt, ...(asks && asks.kind !== 'none' && { captcha: asks }) };
}

/** What of a captcha a person sees. */
const puzzleOf = ({ captcha }: Discovery): Captcha | undefined =>
  captcha.kind === 'picture' || captcha.kind === 'external' ? captcha : undefined;

/** A captcha is good for one start (rule CAPTCHA-1): the next one asks what it must bring. */
const withoutSpentCaptcha = (state: FlowState, { command }: Attempted): FlowState =>
  command.kind === 'start' && state.discovery && state.discovery.captcha.kind !== 'none'
    ? { ...state, discovery: undefined }
    : state;

/** Whether a captcha that the person never saw was too old: it renews itself, once. */
const renews = (state: FlowState, attempt: Attempted, step: FlowStep): boolean =>
  attempt.command.kind === 'start' &&
  !givenAnswer(attempt.command.intent) &&
  !attempt.renewed &&
  state.discovery !== undefined &&
  workOf(state.discovery.captcha) !== undefined &&
  step.problems.some(({ code }) => code === 'captcha-failed');

const discoveryAs = (id: string, { hint }: FlowState): Attempted => ({
  id,
  command: { kind: 'discover', hint },
});

/** Asks for what the first screen needs, with what is known of the organisation. */
function discoverWith(state: FlowState, id: string, hint = state.hint): Next {
  const asking = { ...state, hint };
  return send(asking, discoveryAs(id, asking));
}

/** Sends the attempt. A start waits for the discovery, which says what the start must bring. */
function send(state: FlowState, attempt: Attempted): Next {
  const first = beforeStart(state);
  if (!needsDiscovery(attempt.command) || (state.discovery && !first))
    return [{ ...state, activity: { status: 'busy', attempt } }, [call(state, attempt)]];
  const after = first ?? `${attempt.id}-discovery`;
  return [
    { ...state, activity: { status: 'busy', attempt, after } },
    first ? [] : [{ type: 'call', attempt: discoveryAs(after, state) }],
  ];
}

/** Asks for what failed once more; what was typed since then waits for the answer. */
function repeat(state: FlowState, attempt: Attempted, next: Correction | undefined): Next {
  const [asking, effects] = send(state, attempt);
  return next
    ? [{ ...asking, activity: { status: 'busy', attempt, next } }, effects]
    : [asking, effects];
}

const show = (state: FlowState, step: FlowStep, now: number): Next => [
  {
    ...state,
    step,
    since: now,
    puzzle: step.kind === 'identify' ? state.puzzle : undefined,
    branding: step.branding ?? state.branding,
    // A flow that was begun before this page was loaded tells whose it is.
    username: state.username || ('username' in step ? step.username : ''),
    activity: { status: 'idle' },
  },
  [
    { type: 'expire', inMs: tokenOf(step) === undefined ? undefined : step.expiresInMs },
    ...(waits(step) || waits(state.step)
      ? [{ type: 'watch', token: waits(step) ? tokenOf(step) : undefined } as const]
      : []),
  ],
];

/** Whether the next step comes without an answer. */
const waits = ({ kind }: FlowStep): boolean => kind === 'wait';

/** The same command again keeps its id, so that the backend sees one attempt. */
const sameAsFailed = ({ activity }: FlowState, command: Command): Attempted | undefined =>
  activity.status === 'failed' &&
  JSON.stringify(activity.attempt.command) === JSON.stringify(command)
    ? activity.attempt
    : undefined;

/**
 * An answer that failed so that nobody knows whether the backend took it. One that it refused outright
 * is not asked for again: it would be refused again, and the person has corrected it.
 */
const unsettled = ({ activity }: FlowState): Attempted | undefined =>
  activity.status === 'failed' &&
  activity.attempt.command.kind === 'advance' &&
  activity.error.retryable
    ? activity.attempt
    : undefined;

const isBusy = ({ activity }: FlowState) => activity.status === 'busy';

/** Whether an answer is the one that is waited for; every other is stale. */
const isAwaited = ({ activity }: FlowState, id: string) =>
  activity.status === 'busy' && (activity.after ?? activity.attempt.id) === id;

/**
 * The whole behaviour of a flow on the client, pure: a state and what happened, to the next state and
 * what to do about it. One call is under way at most; what comes late is dropped.
 */
export function transition(state: FlowState, event: FlowEvent): Next {
  switch (event.type) {
    case 'discover':
      // What an open flow may have to ask for again must not be forgotten.
      return isBusy(state) || tokenOf(state.step) !== undefined
        ? stay(state)
        : discoverWith(state, event.id, event.hint);
    case 'resume':
      return isBusy(state) || tokenOf(state.step) !== undefined
        ? stay(state)
        : send(
            { ...state, hint: event.hint },
            { id: event.id, command: { kind: 'resume', at: event.at } },
          );
    case 'not-resumed': {
      if (!isAwaited(state, event.id) || state.activity.status !== 'busy') return stay(state);
      const { attempt } = state.activity;
      return attempt.command.kind === 'start'
        ? send(state, attempt)
        : discoverWith(state, `${event.id}-discovery`);
    }
    case 'start': {
      if (isBusy(state) && !beforeStart(state)) return stay(state);
      const command: Command = { kind: 'start', intent: event.intent };
      return send(
        'username' in event.intent ? { ...state, username: event.intent.username } : state,
        sameAsFailed(state, command) ?? { id: event.id, command },
      );
    }
    case 'answer': {
      const token = tokenOf(state.step);
      if (isBusy(state) || token === undefined) return stay(state);
      const command: Command = { kind: 'advance', token, answer: event.answer };
      const again = sameAsFailed(state, command);
      const attempt = unsettled(state);
      if (again || !attempt) return send(state, again ?? { id: event.id, command });
      return repeat(state, attempt, { id: event.id, answer: event.answer });
    }
    case 'retry':
      if (state.activity.status === 'unwatched') {
        const { token } = state.activity;
        return [{ ...state, activity: { status: 'idle' } }, [{ type: 'watch', token }]];
      }
      return state.activity.status === 'failed'
        ? repeat(state, state.activity.attempt, state.activity.next)
        : stay(state);
    case 'discovered': {
      if (!isAwaited(state, event.id) || state.activity.status !== 'busy') return stay(state);
      const { attempt } = state.activity;
      // Each captcha is an object of its own, also where a backend answers with the same one again:
      // what draws it so sees that another answer is wanted.
      const discovery = { ...event.discovery, captcha: { ...event.discovery.captcha } };
      const known = {
        ...state,
        discovery,
        puzzle: puzzleOf(discovery),
        branding: discovery.branding ?? state.branding,
      };
      if (attempt.command.kind === 'start') return send(known, attempt);
      const { captcha } = event.discovery;
      return [
        { ...known, activity: { status: 'idle' } },
        // One that nobody sees is renewed when it is needed.
        captcha.kind === 'picture' ? [{ type: 'expire', inMs: captcha.expiresInMs }] : [],
      ];
    }
    case 'stepped': {
      const { activity } = state;
      if (!isAwaited(state, event.id) || activity.status !== 'busy') return stay(state);
      const { attempt } = activity;
      const spent = withoutSpentCaptcha(state, attempt);
      if (renews(state, attempt, event.step))
        return send(spent, { ...attempt, id: `${attempt.id}-renewed`, renewed: true });
      const token = tokenOf(event.step);
      if (!activity.next || token === undefined || screenOf(event.step) !== screenOf(state.step)) {
        const shown = show(spent, event.step, event.now);
        // What the person has to solve is there before they try again (rule CAPTCHA-1).
        return event.step.kind === 'identify' && state.puzzle
          ? and(shown, (shown) => discoverWith(shown, `${attempt.id}-captcha`))
          : shown;
      }
      // What was wrong with the old answer is corrected by now.
      const { id, answer } = activity.next;
      return and(show(state, { ...event.step, problems: [] }, event.now), (shown) =>
        send(shown, { id, command: { kind: 'advance', token, answer } }),
      );
    }
    case 'failed': {
      const { activity } = state;
      if (!isAwaited(state, event.id) || activity.status !== 'busy') return stay(state);
      const { attempt, next } = activity;
      const failed = {
        status: 'failed',
        attempt,
        error: event.error,
        ...(next && { next }),
      } as const;
      // What came while this was under way was not taken in: it is asked for again.
      const token = waits(state.step) ? tokenOf(state.step) : undefined;
      return [
        { ...state, activity: failed },
        token === undefined ? [] : [{ type: 'watch', token }],
      ];
    }
    case 'news':
      // While an answer is on its way, its own step tells where the flow stands.
      return tokenOf(state.step) === event.token && !isBusy(state)
        ? show(state, event.step, event.now)
        : stay(state);
    case 'unwatched': {
      const { token, error } = event;
      return tokenOf(state.step) === token && state.activity.status === 'idle'
        ? stay({ ...state, activity: { status: 'unwatched', token, error } })
        : stay(state);
    }
    case 'expired': {
      if (tokenOf(state.step) === undefined)
        return isBusy(state) ? stay(state) : discoverWith(state, `captcha-${event.now}`);
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
      // Whoever has a new password is done here; whoever gives up may come back.
      const username = state.step.kind === 'done' ? '' : state.username;
      const [next, effects] = show({ ...state, username }, state.first, event.now);
      return [
        next,
        [{ type: 'abort' }, ...effects, ...(token ? [{ type: 'cancel', token } as const] : [])],
      ];
    }
  }
}
