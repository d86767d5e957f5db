import type { KnownProblemCode, KnownRefusalCode } from '../contract/index.js';
import type { RuleId } from './rules.js';

/** What a verdict may add: counts, times in milliseconds, names. Never a secret. */
export type VerdictParams = Readonly<Record<string, string | number>>;

/** The rule has nothing against it. */
export interface Allowed {
  readonly allowed: true;
  readonly rule: RuleId;
}

/** The rule is against it, with the code that the person is told by. */
export interface Denied<Code extends string = KnownRefusalCode | KnownProblemCode> {
  readonly allowed: false;
  readonly rule: RuleId;
  readonly code: Code;
  readonly params?: VerdictParams;
}

/** What a rule says of a case, with the id of the rule that decided. */
export type Verdict<Code extends string = KnownRefusalCode | KnownProblemCode> =
  | Allowed
  | Denied<Code>;

/** Nothing against it, by this rule. */
export const allow = (rule: RuleId): Allowed => ({ allowed: true, rule });

/** Against it, by this rule, with this code. */
export const deny = <const Code extends string>(
  rule: RuleId,
  code: Code,
  params?: VerdictParams,
): Denied<Code> => ({ allowed: false, rule, code, ...(params && { params }) });
