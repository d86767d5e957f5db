import type { Adapter } from '../contract/adapter.js';
import type { Method } from '../contract/parts.js';

/** What a check needs of the backend under test: an adapter, and what its people know. */
export interface World {
  readonly adapter: Adapter;
  /** An account that can reset its password now, with no failed proofs against it. */
  readonly username: string;
  /** A username of the same organisation, well formed, that nobody has. */
  readonly unknownUsername: string;
  /** A password that the backend takes for `username`. */
  readonly password: string;
  /** The newest code of a method of `username`, read where the person would read it. */
  readCode(method: Method): string | Promise<string>;
}

/** Whether accounts that cannot reset look like those that can, or are told why (rule REFUSAL-2). */
export type Voice = 'uniform' | 'detailed';

/** Opens a world for one check. What one check did to an account must not be felt by the next. */
export type OpenWorld = () => World | Promise<World>;

/** A promise that a backend keeps or breaks. */
export interface Check {
  /** The id of the rule that asks for it, or `CONTRACT`. */
  readonly rule: string;
  /** A sentence about the backend. */
  readonly title: string;
  /** Resolves where it holds; else rejects with an `Error` that says what was expected. */
  run(): Promise<void>;
}
