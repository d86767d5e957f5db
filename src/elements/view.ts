import type { CSSResult } from 'lit';
import type { Answer, RegistrationIntent } from '../contract/answer.js';
import type { Captcha } from '../contract/discovery.js';
import type { SsprErrorCode } from '../contract/error.js';
import type { Branding, Notice, Problem } from '../contract/parts.js';
import type { FlowStepKind, FlowSteps, Intent } from '../flow/state.js';
import type { OwnWords } from '../localization/own-words.js';
import type { Running } from './later/running.js';

/** What the page has said about where a flow leads, and what for. */
export interface Settings {
  /** Where to sign in when it is done; empty: as the backend says. */
  readonly signInUrl: string;
  /** What a registration is for; absent: whatever the backend says is due. */
  readonly mode?: RegistrationIntent['mode'];
}

/** What a view may know and do besides its step. */
export interface ViewContext {
  readonly locale: string;
  /** The page's own words, for elements inside a view. */
  readonly messages: OwnWords | undefined;
  readonly branding: Branding | undefined;
  /** What there is to correct: of the step, or found before sending. */
  readonly problems: readonly Problem[];
  /** The username to start from. */
  readonly username: string;
  /** What a person has to solve with the username, if anything. */
  readonly captcha: Captcha | undefined;
  /** Asks for another captcha; what is typed stays. */
  newChallenge(): void;
  /** What goes on while a step is shown; absent on the first screen. */
  readonly running: Running | undefined;
  readonly settings: Settings;
  /** Tells the page; false: it has canceled what the event tells. */
  tell(event: Event): boolean;
  /** Whether nobody knows if the backend took what was sent last. */
  readonly unsettled: boolean;
  /** Whether the element is in a dialog that can be closed. */
  readonly dialog: boolean;
  /** An id that is unique in the tree of the form. */
  id(name: string): string;
  /** What is left of a time that the step gave, in milliseconds. */
  left(ms: number): number;
  /** When a time that the step gave is over. */
  at(ms: number): Date;
  answer(answer: Answer): void;
  /** What a button beside the form has sent, or the form, while its answer is on the way. */
  readonly sent: Answer | 'form' | undefined;
  readonly words: Words;
  /** Back to the first screen, the username kept. */
  restart(): void;
  /** Leaves: closes the dialog, or goes back to the first screen. */
  close(): void;
  /** What is typed in a field of the form now. */
  typed(name: string): string;
  /** What is open on this screen until something is sent: secret fields in the clear, a list of what can be added. */
  readonly shown: Set<string>;
  /** Draws again, after a change in what is typed or shown. */
  redraw(): void;
  /** Says something politely to those who cannot see it (WCAG 4.1.3). */
  announce(text: string): void;
}

/** What a form says when it is submitted. */
export type Reply =
  | { readonly start: Intent }
  | { readonly answer: Answer }
  | { readonly problems: readonly Problem[] };

/** What problems, notices and failures are called. */
export interface Words {
  readonly problem: (problem: Problem) => string;
  readonly notice: (notice: Notice) => string;
  readonly failure: (code: SsprErrorCode) => string;
}

/** One screen: plain functions from a step to what is shown. */
export interface View<K extends FlowStepKind> {
  readonly heading: (step: FlowSteps[K], context: ViewContext) => string;
  readonly lead?: (step: FlowSteps[K], context: ViewContext) => string;
  /** Beside the heading, in the shell: whose account it is, or what can be begun here at any time. */
  readonly beside?: (step: FlowSteps[K], context: ViewContext) => unknown;
  /** Set at the end of a flow: a sign above the heading in place of the progress. */
  readonly sign?: (step: FlowSteps[K]) => {
    readonly icon: string;
    readonly tone: 'ok' | 'warn' | 'plain';
  };
  /** What the page is told when a flow ends so. */
  readonly end?: (step: FlowSteps[K]) => Event | undefined;
  /** The fields, in the light DOM. */
  readonly body: (step: FlowSteps[K], context: ViewContext) => unknown;
  /** The words of the one filled button; without it the view brings its own way on. */
  readonly submit?: (step: FlowSteps[K], context: ViewContext) => string;
  /** Where the way back leads, in its own words. Default: “Back”. */
  readonly back?: (step: FlowSteps[K]) => string | undefined;
  /** What the submitted fields say. */
  readonly read?: (data: FormData, step: FlowSteps[K], context: ViewContext) => Reply;
  /** The field that takes the focus when it alone has a problem; with several fields, the summary takes it. */
  readonly onlyField?: string;
  /** Called when the form is drawn, for what is no template. */
  readonly drawn?: (form: HTMLFormElement, step: FlowSteps[K], context: ViewContext) => void;
  readonly styles?: CSSResult;
}
