import type { Answer, Attempt, Problem } from '../contract/index.js';
import type { Proof } from './proof.js';
import type { Remarks } from './remarks.js';

/** Who asks. */
export interface Client {
  readonly name: string;
  /** Of a sign-in, where somebody is signed in. */
  readonly session?: string | undefined;
  /** Names the browser, unguessably; without it no flow can be resumed. */
  readonly browser?: string | undefined;
}

/** What every flow has, whatever it is for. */
export interface Flow {
  /** Milliseconds since 1970 (rule SESSION-1). */
  readonly expiresAt: number;
  /** Aborts when the flow ends before its time. */
  readonly ended: AbortController;
  /** How many answers it has taken. */
  answers: number;
  /** Called by whatever happens elsewhere: a telephone, an app. */
  onAnswered: () => void;
  /** What its browser calls it, to find it again: drawn at random, and worth nothing to any other. */
  resumable?: string;
}

/** What an answer led to: another step, or the last one. */
export type Outcome<S> = Remarks | { readonly last: S };

/** One kind of flow: what its steps are and where answers lead. */
export interface Walk<F extends Flow, Intent, S> {
  /** Opens a flow, or answers the step that says why there is none. */
  start(
    intent: Intent,
    attempt: Attempt,
    client: Client,
  ): Promise<{ readonly flow: F } | { readonly step: S }>;
  /** Whether a client may go on with a flow, or has to sign in first. Absent: whoever has its token may. */
  isOf?(flow: F, client: Client): boolean;
  answer(flow: F, answer: Answer): Promise<Outcome<S>>;
  /** What was answered elsewhere or in nobody's time, since the step was shown; undefined: nothing. */
  settle(flow: F): Promise<Outcome<S>> | undefined;
  /** Milliseconds until a step settles by itself; undefined: never. */
  settlesInMs(flow: F): number | undefined;
  /** What there is against a password while it is typed. Absent: none is, in a flow of this kind. */
  judge?(flow: F, password: string): readonly Problem[];
  /** The step where a flow stands. */
  step(flow: F, token: string, remarks?: Remarks): S;
  /** Whether nothing comes after where the flow stands, and its time means nothing. */
  isRefused(flow: F): boolean;
  isEnded(flow: F): boolean;
  /** Whether something is under way that nobody can take back: it neither runs out nor is cancelled. */
  isBusy?(flow: F): boolean;
  /** Whether a browser may find the flow again where it stands. Absent: no flow of this kind. */
  mayResume?(flow: F): boolean;
  /** Takes back what a policy that changed meanwhile does not allow, before a flow is shown again. */
  review?(flow: F): void;
  /** Marks it as over, and writes down why where that is not written yet. */
  end(flow: F, why: 'finished' | 'abandoned' | 'cancelled'): void;
  /** The proof that a step is about: a late guess wears it down. */
  proofOf(flow: F): Proof | undefined;
  countLate(flow: F, proof: Proof, answer: Answer): void;
  /** @param flow absent where nobody knows the token */
  expired(flow?: F): S;
  superseded(flow: F): S;
}
