import type { Answer, DiscoveryHint, RegistrationIntent, ResetIntent } from './answer.js';
import type { Discovery } from './discovery.js';
import type { Problem } from './parts.js';
import type { RegistrationStep, Step } from './step.js';
import type { contractVersion } from './version.js';

/** What comes with every call. */
export interface Call {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The language to answer and to write in, a BCP 47 tag. */
  readonly locale: string;
}

/** What comes with every call that may change something. */
export interface Attempt extends Call {
  /**
   * Names this attempt, so that a lost answer can be asked for again: the same id with the same
   * token and input gives the stored answer with no second effect; another id with a spent token is
   * refused as `flow-superseded`. Over HTTP it travels as `Idempotency-Key`.
   */
  readonly attemptId: string;
}

/** A backend's side of one kind of flow: a step machine. Every promise may reject with an `SsprError`. */
export interface FlowDriver<Intent, S = Step> {
  /** Opens a flow and answers its first step, or `identify` with problems and no flow. */
  start(intent: Intent, attempt: Attempt): Promise<S>;
  /** Answers the step that `token` stands for. What a person can correct comes back as problems. */
  advance(token: string, answer: Answer, attempt: Attempt): Promise<S>;
  /**
   * The steps that come without an answer: the flow ran out, or was ended elsewhere. Polling or
   * streaming is hidden inside. Ends after a step without a token, or with `signal`.
   */
  watch?(token: string, call: Call): AsyncIterable<S>;
  /**
   * Where a flow stands that this browser began, by the name that its steps carry (`resumable`); whose
   * browser it is, the backend knows by itself, from a cookie that no script reads. The token of the
   * step is a new one: whoever still holds the old one is superseded.
   * @returns the step as it was, its sent code still good and nothing sent again; undefined where
   *   there is no such flow
   */
  resume?(at: string, attempt: Attempt): Promise<S | undefined>;
  /**
   * What there is against a password that only the backend can judge (rules BANNED-1 to 4), while it is
   * typed on a `new-password` that `checks`. Changes nothing, counts nothing, keeps nothing.
   * @returns no problem where it would be accepted as far as can be told
   */
  checkPassword?(token: string, password: string, call: Call): Promise<readonly Problem[]>;
  /** Gives the flow up. Resolves also where there is none. */
  cancel(token: string, call: Call): Promise<void>;
}

/** All that the elements need of a backend. */
export interface Adapter {
  /** The version of the contract that it was written for. */
  readonly contract: typeof contractVersion;
  /** What the first screen needs, before any flow exists; the same whether an account exists or not. */
  discover(hint: DiscoveryHint, call: Call): Promise<Discovery>;
  /** The way back into an account. */
  readonly reset: FlowDriver<ResetIntent>;
  /** Present where people can register; `start` rejects as `unauthorized` where nobody is signed in. */
  readonly register?: FlowDriver<RegistrationIntent, RegistrationStep> | undefined;
}
