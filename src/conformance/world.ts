import type { Adapter } from '../contract/adapter.js';
import type { Captcha } from '../contract/discovery.js';
import type { Method } from '../contract/parts.js';
import type { Question } from '../contract/registration.js';
import type { Steps } from '../contract/step.js';

/**
 * What a check needs of the backend under test: an adapter, and what its people know. All that is
 * optional is for whoever has it: a check that lacks something is reported as not offered.
 */
export interface World {
  /** Reached by somebody who is not signed in. */
  readonly adapter: Adapter;
  /** An account that can reset its password now, with no failed proofs against it. */
  readonly username: string;
  /** A username of the same organisation, well formed, that nobody has. */
  readonly unknownUsername: string;
  /** A password that the backend takes for `username`. */
  readonly password: string;
  /** The newest code of a method of `username`, read where the person would read it. */
  readCode(method: Method): string | Promise<string>;

  /** Somebody who has an account and may not reset: a guest, somebody out of scope. */
  readonly ineligibleUsername?: string | undefined;
  /** Whether `username` may end up blocked: each world has an account of its own. Default: it may not. */
  readonly expendable?: boolean | undefined;
  /** The complete number behind a mask; without it no method that asks for one is tried (rule PHONE-3). */
  fullNumber?(method: Method): string | Promise<string>;
  /** The right answers, by the id of each question. */
  answersTo?(
    questions: readonly Question[],
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** What proves a method of the backend's own, by the names of the fields. */
  valuesFor?(
    step: Steps['form'],
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Accepts or declines the call or the notification that is waiting. */
  respond?(response: Response): void | Promise<void>;
  /** Winds the backend's clock on, in milliseconds. */
  advance?(ms: number): void | Promise<void>;
  /** The answer to a picture or to an external captcha. A proof of work is done by the suite. */
  solveCaptcha?(captcha: Captcha): string | Promise<string>;
  /**
   * The same backend from another browser. `adapter` is one browser: over HTTP its `fetch` keeps
   * cookies, as a browser does.
   */
  readonly otherBrowser?: Adapter | undefined;
  /** The same backend for `username`, signed in with a password and nothing proven since. */
  readonly signedIn?: Adapter | undefined;
  /** The same for somebody who has registered too little to reset. */
  readonly newcomer?: Adapter | undefined;
  /** An address that can be registered; `readCode` has its codes too. */
  readonly newAddress?: string | undefined;
}

/** What a person does on a telephone or in an app. */
export interface Response {
  readonly method: Method;
  readonly accept: boolean;
  /** The digits to type in the app; absent for a call. */
  readonly number?: string | undefined;
}

/** Whether accounts that cannot reset look like those that can, or are told why (rule REFUSAL-2). */
export type Voice = 'uniform' | 'detailed';

/** Opens a world for one check. What one check did to an account must not be felt by the next. */
export type OpenWorld = () => World | Promise<World>;

/** What came of a check that did not fail. */
export type Outcome =
  | { readonly outcome: 'holds' }
  | {
      readonly outcome: 'not-offered';
      /** What is missing, in words. */
      readonly because: string;
    };

/** A promise that a backend keeps or breaks. */
export interface Check {
  /** The id of the rule that asks for it, or `CONTRACT`. */
  readonly rule: string;
  /** A sentence about the backend. */
  readonly title: string;
  /** Rejects with an `Error` that says what was expected, where the backend breaks it. */
  run(): Promise<Outcome>;
}
