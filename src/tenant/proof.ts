import type { KnownProblemCode } from '../contract/index.js';
import type { Denied, Verdict } from '../policy/index.js';
import type { CandidateMethod } from './candidate.js';
import type { DescribedMethod } from './described-methods.js';

/** What came of comparing what was typed. */
export type Compared =
  | 'right'
  | Extract<KnownProblemCode, 'code-wrong' | 'code-reused' | 'answers-wrong' | 'values-wrong'>;

/** Sending anew, calling again, notifying again. */
export interface Sending {
  readyInMs(): number;
  check(): Verdict<'resend-too-early'>;
  send(): Promise<void>;
}

interface Gate {
  readonly method: CandidateMethod;
  /** Whether the gate was passed. */
  readonly passed: boolean;
  /** Absent where the method sends nothing. */
  readonly sending?: Sending;
}

/** A gate that is proven by typing something. */
interface TypedProof<Input> extends Gate {
  /** The smallest of all limits that apply (rule CODE-2). */
  triesLeft(): number;
  /** Whether a try is worth comparing at all. */
  life(): Verdict<'code-expired' | 'code-used-up'>;
  /** Counts a try as wrong, before anybody compares it. What it answers takes that back. */
  raise(): () => void;
  /** Whether the limits still serve the try that was just counted. */
  served(): Verdict<'blocked-until'>;
  /**
   * Compares. What is right is used up the moment that it is found right, so that of many at once one
   * wins and the rest are no tries any more.
   */
  compare(input: Input): Promise<Compared>;
}

/** A code, sent or shown by an app. */
export interface CodeProof extends TypedProof<string> {
  readonly kind: 'code';
  readonly digits: number;
  /** Milliseconds that the code is good for; absent where it never runs out. */
  expiresInMs?(): number;
}

/** A question as it is asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
}

/** Security questions, drawn anew after each try (rule QUESTION-5). */
export interface QuestionsProof extends TypedProof<Readonly<Record<string, string>>> {
  readonly kind: 'questions';
  readonly asked: readonly AskedQuestion[];
}

/** Fields of a method that the organisation describes, by their names. */
export interface FormProof extends TypedProof<Readonly<Record<string, string>>> {
  readonly kind: 'form';
  readonly described: DescribedMethod;
}

/** A gate that is proven elsewhere: on a telephone, in an app. */
export interface ElsewhereProof extends Gate {
  readonly kind: 'elsewhere';
  readonly for: 'call' | 'notification';
  /** To be typed in the app. */
  readonly number?: string | undefined;
  /** Milliseconds until nobody waits any more (rule CODE-3); 0 once it was answered. */
  expiresInMs(): number;
  /** Whether something came of it that nobody has taken yet. */
  hasNews(): boolean;
  /** Another one takes its place: whoever answers it now is too late. */
  dismiss(): void;
  /** What came of it, once something has. */
  takeNews(): 'right' | Denied<ElsewhereProblem> | undefined;
}

export type ElsewhereProblem = Extract<
  KnownProblemCode,
  'notification-denied' | 'notification-wrong-number' | 'notification-expired' | 'call-not-answered'
>;

/** One gate being proven. Each way has its own file. */
export type Proof = CodeProof | QuestionsProof | FormProof | ElsewhereProof;
export type AnyTypedProof = Exclude<Proof, ElsewhereProof>;
