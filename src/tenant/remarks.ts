import type { Notice, Problem } from '../contract/index.js';
import type { Denied, Verdict } from '../policy/index.js';

/** What is said beside a step. */
export interface Remarks {
  readonly problems?: readonly Problem[];
  readonly notices?: readonly Notice[];
}

/** A verdict as a problem of a field. */
export const problemOf = ({ code, rule, params }: Denied, field?: string): Problem => ({
  code,
  rule,
  ...(params && { params }),
  ...(field !== undefined && { field }),
});

/** What a verdict has to say beside a step: nothing, where it allows. */
export const remark = (verdict: Verdict, field?: string): Remarks =>
  verdict.allowed ? {} : { problems: [problemOf(verdict, field)] };
