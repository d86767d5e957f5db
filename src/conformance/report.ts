import { SsprError } from '../contract/error.js';
import { conformance } from './conformance.js';
import { Broken } from './expectation.js';
import { measureTiming, type Timing } from './timing.js';
import type { Check, OpenWorld, Outcome, Voice } from './world.js';

/** What came of one check. */
export type CheckResult = { readonly rule: string; readonly title: string } & (
  | Outcome
  | {
      readonly outcome: 'fails';
      readonly expected: string;
      /** What came instead; absent where `expected` says it all. */
      readonly seen?: string | undefined;
    }
);

/** What is known of one rule: one check that fails makes it fail. */
export interface RuleResult {
  readonly rule: string;
  /** `not-offered`: no check of it could be made. */
  readonly outcome: CheckResult['outcome'];
  readonly checks: readonly CheckResult[];
}

/** What a backend keeps, by rule. */
export interface Report {
  readonly voice: Voice;
  /** Whether no rule fails. */
  readonly holds: boolean;
  readonly rules: readonly RuleResult[];
  /** A figure, never a verdict (rule REFUSAL-2). */
  readonly timing?: Timing | undefined;
}

export interface RunOptions {
  /** Default: `uniform`. */
  readonly voice?: Voice;
  /** Ends the run between two checks; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told of each check when it is done. */
  readonly onResult?: (result: CheckResult) => void;
  /** Milliseconds of a clock that runs on; with it known and unknown names are timed. */
  readonly now?: () => number;
}

/** Runs every check, one after the other, and says by rule what came of it. */
export async function runConformance(
  openWorld: OpenWorld,
  { voice = 'uniform', signal, onResult, now }: RunOptions = {},
): Promise<Report> {
  const results: CheckResult[] = [];
  for (const check of conformance(openWorld, voice)) {
    signal?.throwIfAborted();
    const result = await resultOf(check);
    results.push(result);
    onResult?.(result);
  }
  signal?.throwIfAborted();
  const rules = [...new Set(results.map(({ rule }) => rule))].map((rule) => {
    const checks = results.filter((result) => result.rule === rule);
    return { rule, outcome: outcomeOf(checks), checks };
  });
  return {
    voice,
    holds: rules.every(({ outcome }) => outcome !== 'fails'),
    rules,
    ...(now && { timing: await measureTiming(openWorld, now) }),
  };
}

async function resultOf({ rule, title, run }: Check): Promise<CheckResult> {
  try {
    return { rule, title, ...(await run()) };
  } catch (error) {
    return error instanceof Broken
      ? { rule, title, outcome: 'fails', expected: error.expected, seen: error.seen }
      : { rule, title, outcome: 'fails', expected: 'an answer', seen: nameOf(error) };
  }
}

/** An unexpected error may quote what was typed: only what kind it is gets told. */
const nameOf = (error: unknown): string =>
  error instanceof SsprError
    ? `a failed call (${error.code})`
    : `an error (${error instanceof Error ? error.name : typeof error})`;

const outcomeOf = (checks: readonly CheckResult[]): CheckResult['outcome'] =>
  (['fails', 'holds'] as const).find((one) => checks.some(({ outcome }) => outcome === one)) ??
  'not-offered';
