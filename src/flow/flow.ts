import type { Adapter } from '../contract/adapter.js';
import type { Answer, DiscoveryHint, ResetIntent } from '../contract/answer.js';
import type { Captcha } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import { contractVersion } from '../contract/version.js';
import { type FlowEnvironment, platform } from './environment.js';
import { initialState } from './initial-state.js';
import { solve, workOf } from './proof-of-work.js';
import type { Effect, FlowEvent, FlowState } from './state.js';
import { transition } from './transition.js';

export interface FlowOptions {
  /** The language to ask for, a BCP 47 tag; read at every call. Default: English. */
  readonly locale?: () => string;
  /** Default: the platform's clock, timers and random numbers. */
  readonly environment?: FlowEnvironment;
}

/** A reset without any markup: what to show, and what a person can do about it. */
export interface ResetFlow {
  readonly state: FlowState;
  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: (state: FlowState) => void): () => void;
  /**
   * Asks the backend what the first screen needs; does nothing later. `start` does so itself where
   * this was not called.
   */
  discover(hint?: DiscoveryHint): void;
  /** Opens a flow for a username (rule CAPTCHA-1: with the captcha's answer, where one is asked). */
  start(intent: ResetIntent): void;
  /** Answers the step. Does nothing while a call is under way, and after the end. */
  answer(answer: Answer): void;
  /** Repeats the failed call under the same attempt id: no second effect at the backend. */
  retry(): void;
  /** Gives the flow up and shows the first screen again; the username is kept. */
  leave(): void;
  /** Aborts what is under way. Nothing happens after it. */
  dispose(): void;
}

const asError = (cause: unknown): SsprError =>
  cause instanceof SsprError ? cause : new SsprError('server', 'The adapter failed.', { cause });

/** Starts a headless reset over an adapter. No call is made before `discover` or `start`. */
export function createResetFlow(
  adapter: Adapter,
  { locale = () => 'en', environment = platform }: FlowOptions = {},
): ResetFlow {
  let state = initialState;
  let call = new AbortController();
  let watching = new AbortController();
  let cancelTimer = () => {};
  let disposed = false;
  const listeners = new Set<(state: FlowState) => void>();

  /** The work that a captcha takes is done here; what else it takes, whoever starts has brought. */
  const answered = async (
    intent: ResetIntent,
    captcha: Captcha,
    signal: AbortSignal,
  ): Promise<ResetIntent> => {
    const work = workOf(captcha);
    return work ? { ...intent, captcha: { answer: await solve(work, signal) } } : intent;
  };

  const ask = async (
    { attempt: { id, command }, captcha }: Extract<Effect, { readonly type: 'call' }>,
    signal: AbortSignal,
  ): Promise<FlowEvent> => {
    const attempt = { signal, locale: locale(), attemptId: id };
    if (command.kind === 'discover') {
      const version: number = adapter.contract;
      const discovery =
        version === contractVersion ? await adapter.discover(command.hint, attempt) : undefined;
      const spoken = discovery?.contract ?? version;
      if (!discovery || spoken !== contractVersion)
        throw new SsprError(
          'unsupported-contract',
          `The backend speaks version ${spoken} of the contract; this widget speaks ${contractVersion}.`,
        );
      return { type: 'discovered', id, discovery };
    }
    const step =
      command.kind === 'start'
        ? await adapter.reset.start(
            captcha ? await answered(command.intent, captcha, signal) : command.intent,
            attempt,
          )
        : await adapter.reset.advance(command.token, command.answer, attempt);
    return { type: 'stepped', id, step, now: environment.now() };
  };

  /** Tells of the first step that comes; the screen that it brings watches for itself. */
  const watch = async (token: string, signal: AbortSignal) => {
    try {
      const steps = adapter.reset.watch?.(token, { signal, locale: locale() }) ?? [];
      for await (const step of steps) {
        if (!signal.aborted) dispatch({ type: 'news', token, step, now: environment.now() });
        return;
      }
      throw new SsprError('server', 'The backend does not tell what comes after this step.');
    } catch (cause) {
      if (!signal.aborted) dispatch({ type: 'unwatched', token, error: asError(cause) });
    }
  };

  // Async itself, so that an adapter that throws at once keeps nobody from leaving.
  const cancel = async (token: string) => adapter.reset.cancel(token, { locale: locale() });

  const run = (effect: Effect) => {
    switch (effect.type) {
      case 'call': {
        const { signal } = call;
        ask(effect, signal)
          .catch(
            (cause: unknown): FlowEvent => ({
              type: 'failed',
              id: effect.attempt.id,
              error: asError(cause),
            }),
          )
          .then((event) => signal.aborted || dispatch(event));
        break;
      }
      case 'abort':
        call.abort();
        call = new AbortController();
        break;
      case 'watch':
        watching.abort();
        watching = new AbortController();
        if (effect.token !== undefined) watch(effect.token, watching.signal);
        break;
      case 'cancel':
        // Nobody waits for it: a flow that is not given up runs out by itself (rule SESSION-1).
        cancel(effect.token).catch(() => {});
        break;
      case 'expire':
        cancelTimer();
        cancelTimer =
          effect.inMs === undefined
            ? () => {}
            : environment.after(effect.inMs, () =>
                dispatch({ type: 'expired', now: environment.now() }),
              );
    }
  };

  const dispatch = (event: FlowEvent) => {
    if (disposed) return;
    const [next, effects] = transition(state, event);
    const changed = next !== state;
    state = next;
    effects.forEach(run);
    if (changed) for (const listener of listeners) listener(state);
  };

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    discover: (hint = {}) => dispatch({ type: 'discover', id: environment.newAttemptId(), hint }),
    start: (intent) => dispatch({ type: 'start', id: environment.newAttemptId(), intent }),
    answer: (answer) => dispatch({ type: 'answer', id: environment.newAttemptId(), answer }),
    retry: () => dispatch({ type: 'retry' }),
    leave: () => dispatch({ type: 'left', now: environment.now() }),
    dispose() {
      disposed = true;
      call.abort();
      watching.abort();
      cancelTimer();
      listeners.clear();
    },
  };
}
