import type { Answer, DiscoveryHint, RegistrationIntent, ResetIntent } from '../contract/answer.js';
import type { Captcha, Discovery } from '../contract/discovery.js';
import type { SsprError } from '../contract/error.js';
import type { Branding } from '../contract/parts.js';
import type { AnyStep, AnySteps, Steps } from '../contract/step.js';

/** Before a registration has begun, and when it was left: made by the flow, sent by no backend. */
export type Begin = Omit<Steps['identify'], 'kind'> & { readonly kind: 'begin' };

/** From kind to step of any flow. */
export type FlowSteps = AnySteps & { readonly begin: Begin };
/** Whatever a flow can show. */
export type FlowStep = AnyStep | Begin;
/** The kinds of step that a flow can show. */
export type FlowStepKind = FlowStep['kind'];

/** What starts a flow. */
export type Intent = ResetIntent | RegistrationIntent;

/** What a flow asks of the backend. */
export type Command =
  | { readonly kind: 'discover'; readonly hint: DiscoveryHint }
  | { readonly kind: 'resume'; readonly at: string }
  | { readonly kind: 'start'; readonly intent: Intent }
  | { readonly kind: 'advance'; readonly token: string; readonly answer: Answer };

/** A command under an id of its own: repeated with the same id, it has no second effect. */
export interface Attempted {
  readonly id: string;
  readonly command: Command;
  /** Whether it was sent again because the captcha before it had run out. */
  readonly renewed?: true;
}

/**
 * Typed after an attempt had failed, so that nobody knows whether the backend took that: the old
 * attempt is asked for again first, and this is sent if the screen then still takes it.
 */
export interface Correction {
  readonly id: string;
  readonly answer: Answer;
}

/**
 * Whether the backend is being asked. An attempt is kept in memory, with what was typed, for as long
 * as it may have to be repeated; never longer, and never anywhere else.
 */
export type Activity =
  | { readonly status: 'idle' }
  | {
      readonly status: 'busy';
      readonly attempt: Attempted;
      /** The id of what the attempt, a start, waits for: the discovery, or whether a flow goes on. */
      readonly after?: string;
      readonly next?: Correction;
    }
  | {
      readonly status: 'failed';
      readonly attempt: Attempted;
      readonly error: SsprError;
      readonly next?: Correction;
    }
  /** Nobody could be asked for the step that comes without an answer. */
  | { readonly status: 'unwatched'; readonly token: string; readonly error: SsprError };

/** All that a screen needs. */
export interface FlowState<S extends FlowStep = FlowStep> {
  /** What to show: always exactly one step. */
  readonly step: S;
  /** What is shown before a flow has begun, and when it was left. */
  readonly first: S;
  /** When the step came, by the flow's clock: the step's relative times count from here. */
  readonly since: number;
  /** What the first screen needs; absent until the backend has told. */
  readonly discovery: Discovery | undefined;
  /** What a person has to solve on the first screen; kept while another is on its way. */
  readonly puzzle: Captcha | undefined;
  /** What picked the organisation; asked with again when a captcha is renewed. */
  readonly hint: DiscoveryHint;
  /** The newest branding that the backend told (rule TENANT-3). */
  readonly branding: Branding | undefined;
  /** As typed, kept when the flow runs out (rule SESSION-1). */
  readonly username: string;
  /** Whether the backend is being asked, or could not be. */
  readonly activity: Activity;
}

/** What can happen to a flow. */
export type FlowEvent =
  | { readonly type: 'discover'; readonly id: string; readonly hint?: DiscoveryHint }
  | {
      readonly type: 'resume';
      readonly id: string;
      readonly at: string;
      readonly hint: DiscoveryHint;
    }
  | { readonly type: 'start'; readonly id: string; readonly intent: Intent }
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'retry' }
  | { readonly type: 'discovered'; readonly id: string; readonly discovery: Discovery }
  | { readonly type: 'stepped'; readonly id: string; readonly step: FlowStep; readonly now: number }
  /** There is no flow of this browser to go on with. */
  | { readonly type: 'not-resumed'; readonly id: string }
  | { readonly type: 'failed'; readonly id: string; readonly error: SsprError }
  /** A step came without an answer, under the token of the one that waited for it. */
  | { readonly type: 'news'; readonly token: string; readonly step: FlowStep; readonly now: number }
  /** Nobody can be asked for such a step now. */
  | { readonly type: 'unwatched'; readonly token: string; readonly error: SsprError }
  | { readonly type: 'expired'; readonly now: number }
  | { readonly type: 'left'; readonly now: number };

/** What the flow is then to do, in the world around it. */
export type Effect =
  /** Ask the backend; the answer comes back as `discovered`, `stepped` or `failed` with the id. */
  | {
      readonly type: 'call';
      readonly attempt: Attempted;
      /** What a start has to bring that its intent does not. */
      readonly captcha?: Captcha;
    }
  /** Drop the call that is under way. */
  | { readonly type: 'abort' }
  /** Tell the backend that the flow is given up. */
  | { readonly type: 'cancel'; readonly token: string }
  /** Ask for a step that comes without an answer, until another step is shown; undefined: no more. */
  | { readonly type: 'watch'; readonly token: string | undefined }
  /** Say `expired` after so many milliseconds, in place of any earlier such wish. */
  | { readonly type: 'expire'; readonly inMs: number | undefined };
