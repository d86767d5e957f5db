import type { Adapter, FlowDriver } from '../contract/adapter.js';
import type { Answer, DiscoveryHint, RegistrationIntent, ResetIntent } from '../contract/answer.js';
import type { Captcha } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import type { Problem } from '../contract/parts.js';
import type { RegistrationStep, Step } from '../contract/step.js';
import { contractVersion } from '../contract/version.js';
import { type FlowEnvironment, platform } from './environment.js';
import { begin, identify } from './first-steps.js';
import { initialState } from './initial-state.js';
import { solve, workOf } from './proof-of-work.js';
import { receivedDiscovery, receivedProblems, receivedStep } from './received.js';
import { tokenOf } from './screen.js';
import type { Begin, Effect, FlowEvent, FlowState, FlowStep, Intent } from './state.js';
import { transition } from './transition.js';

/** What a flow lives in. */
export interface FlowOptions {
  /** The language to ask for, a BCP 47 tag; read at every call. Default: English. */
  readonly locale?: () => string;
  /** Default: the platform's clock, timers and random numbers. */
  readonly environment?: FlowEnvironment | undefined;
}

/** A flow without any markup: what to show, and what a person can do about it. */
export interface Flow<S extends FlowStep, I> {
  /** What to show now; a new object after every change. */
  readonly state: FlowState<S>;
  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: (state: FlowState<S>) => void): () => void;
  /**
   * Asks the backend what the first screen needs, a new captcha too; does nothing in an open flow.
   * The `start` of a reset does so itself where this was not called.
   */
  discover(hint?: DiscoveryHint): void;
  /** Goes on with the flow of that name (`resumable`), if this browser has begun it; else as `discover`. */
  resume(at: string, hint?: DiscoveryHint): void;
  /** Opens a flow; that of a reset for a username (rule CAPTCHA-1: with the captcha's answer, where one is asked). */
  start(intent: I): void;
  /** Answers the step. Does nothing while a call is under way, and after the end. */
  answer(answer: Answer): void;
  /** Repeats the failed call under the same attempt id: no second effect at the backend. */
  retry(): void;
  /**
   * What there is against a password that only the backend can judge, on a step that `checks`. A
   * newer question ends an older one. Resolves with undefined where nobody could say.
   */
  checkPassword(password: string): Promise<readonly Problem[] | undefined>;
  /** Gives the flow up and shows the first screen again, for which `discover` then asks; the username is kept. */
  leave(): void;
  /** Aborts what is under way. Nothing happens after it. */
  dispose(): void;
}

/** The flow of somebody who is locked out. */
export type ResetFlow = Flow<Step, ResetIntent>;
/** The flow of somebody who is signed in. */
export type RegistrationFlow = Flow<RegistrationStep | Begin, RegistrationIntent>;

/** More makes timers of platforms go off at once. */
const longestTimerMs = 2 ** 31 - 1;

const asError = (cause: unknown): SsprError =>
  cause instanceof SsprError ? cause : new SsprError('server', 'The adapter failed.', { cause });

/** Throws on a contract that this widget does not speak. */
function speaks(version: number): void {
  if (version !== contractVersion)
    throw new SsprError(
      'unsupported-contract',
      `The backend speaks version ${version} of the contract; this widget speaks ${contractVersion}.`,
    );
}

/** Starts a headless reset over an adapter. No call is made before `discover`, `resume` or `start`. */
export const createResetFlow = (adapter: Adapter, options?: FlowOptions): ResetFlow =>
  createFlow<Step, ResetIntent>(adapter, adapter.reset, identify, options);

/**
 * Starts a headless registration over an adapter, for whom the page's session says. No call is made
 * before `start`. Where the adapter has none, every call fails as `not-found`.
 */
export const createRegistrationFlow = (adapter: Adapter, options?: FlowOptions): RegistrationFlow =>
  createFlow<RegistrationStep | Begin, RegistrationIntent>(
    adapter,
    adapter.register,
    begin,
    options,
  );

function createFlow<S extends FlowStep, I extends Intent>(
  adapter: Adapter,
  given: FlowDriver<I, Exclude<S, Begin>> | undefined,
  first: S,
  { locale = () => 'en', environment = platform }: FlowOptions = {},
): Flow<S, I> {
  // The machine knows steps and intents of any flow. It hands on what this driver gave, makes
  // `refused`, which both have, and takes only what this flow was given.
  const driver = given as FlowDriver<Intent, FlowStep> | undefined;
  let state: FlowState = initialState<FlowStep>(first);
  const shown = () => state as FlowState<S>;
  let call = new AbortController();
  let watching = new AbortController();
  let judging = new AbortController();
  let cancelTimer = () => {};
  let disposed = false;
  const listeners = new Set<(state: FlowState<S>) => void>();

  /** The work that a captcha takes is done here; what else it takes, whoever starts has brought. */
  const answered = async (
    intent: Intent,
    captcha: Captcha,
    signal: AbortSignal,
  ): Promise<Intent> => {
    const work = workOf(captcha);
    return work ? { ...intent, captcha: { answer: await solve(work, signal) } } : intent;
  };

  const ask = async (
    { attempt: { id, command }, captcha }: Extract<Effect, { readonly type: 'call' }>,
    signal: AbortSignal,
  ): Promise<FlowEvent> => {
    const attempt = { signal, locale: locale(), attemptId: id };
    speaks(adapter.contract);
    if (command.kind === 'discover') {
      const discovery = await adapter.discover(command.hint, attempt);
      speaks(discovery.contract);
      return { type: 'discovered', id, discovery: receivedDiscovery(discovery) };
    }
    if (!driver) throw new SsprError('not-found', 'The adapter has no flow of this kind.');
    if (command.kind === 'resume') {
      const step = await driver.resume?.(command.at, attempt);
      return step
        ? { type: 'stepped', id, step: receivedStep(step), now: environment.now() }
        : { type: 'not-resumed', id };
    }
    const step =
      command.kind === 'start'
        ? await driver.start(
            captcha ? await answered(command.intent, captcha, signal) : command.intent,
            attempt,
          )
        : await driver.advance(command.token, command.answer, attempt);
    return { type: 'stepped', id, step: receivedStep(step), now: environment.now() };
  };

  /** Tells of the first step that comes; the screen that it brings watches for itself. */
  const watch = async (token: string, signal: AbortSignal) => {
    try {
      const steps = driver?.watch?.(token, { signal, locale: locale() }) ?? [];
      for await (const step of steps) {
        if (signal.aborted) return;
        dispatch({ type: 'news', token, step: receivedStep(step), now: environment.now() });
        return;
      }
      throw new SsprError('server', 'The backend does not tell what comes after this step.');
    } catch (cause) {
      if (!signal.aborted) dispatch({ type: 'unwatched', token, error: asError(cause) });
    }
  };

  // Async itself, so that an adapter that throws at once keeps nobody from leaving.
  const cancel = async (token: string) => driver?.cancel(token, { locale: locale() });

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
            : environment.after(Math.min(effect.inMs, longestTimerMs), () =>
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
    if (changed) for (const listener of listeners) listener(shown());
  };

  return {
    get state() {
      return shown();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    discover: (hint) =>
      dispatch({ type: 'discover', id: environment.newAttemptId(), ...(hint && { hint }) }),
    resume: (at, hint = {}) =>
      dispatch({ type: 'resume', id: environment.newAttemptId(), at, hint }),
    start: (intent) => dispatch({ type: 'start', id: environment.newAttemptId(), intent }),
    answer: (answer) => dispatch({ type: 'answer', id: environment.newAttemptId(), answer }),
    retry: () => dispatch({ type: 'retry' }),
    async checkPassword(password) {
      judging.abort();
      judging = new AbortController();
      const { signal } = judging;
      const token = tokenOf(state.step);
      if (token === undefined) return undefined;
      try {
        return receivedProblems(
          await driver?.checkPassword?.(token, password, { signal, locale: locale() }),
        );
      } catch {
        // A hint that does not come is no failure: the backend judges again when it is sent.
        return undefined;
      }
    },
    leave: () => dispatch({ type: 'left', now: environment.now() }),
    dispose() {
      disposed = true;
      call.abort();
      watching.abort();
      judging.abort();
      cancelTimer();
      listeners.clear();
    },
  };
}
