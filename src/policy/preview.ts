import type { KnownMethodType, KnownRefusalCode } from '../contract/index.js';
import { gatesRequired, usableDescribed, usableMethods } from './gates.js';
import { familyOf, methodOrder } from './methods.js';
import type { RuleId } from './rules.js';
import { mayReset, type Reachable } from './scope.js';
import type { Subject } from './subject.js';
import type { TenantPolicy } from './tenant-policy.js';
import type { Verdict } from './verdict.js';

/** How a person stands under a policy at a moment. */
export interface Standing {
  /** What decides whether the person may reset, and by which rule (SCOPE-6). */
  readonly verdict: Verdict<KnownRefusalCode>;
  /** How many proofs are needed (rules GATE-1, GATE-2). */
  readonly gates: 1 | 2;
  /** What counts for the person, most secure first (rules GATE-3, METHOD-5). */
  readonly methods: readonly KnownMethodType[];
  /** Whether the person may reset, and cannot without answering questions (WCAG 3.3.8). */
  readonly needsQuestions: boolean;
}

export type PreviewedChange = 'becomes-unable' | 'becomes-able' | 'stays-able' | 'stays-unable';

/** What a change does to one person. */
export interface PreviewedPerson {
  readonly username: string;
  readonly change: PreviewedChange;
  readonly before: Standing;
  readonly after: Standing;
  readonly loses: readonly KnownMethodType[];
  readonly gains: readonly KnownMethodType[];
}

/** Something of the new policy that keeps people out for how they think or perceive. */
export interface AccessibilityFault {
  readonly criterion: 'WCAG 2.2 SC 3.3.8';
  readonly rule: RuleId;
  /**
   * `questions-only`: the people cannot reset without remembering answers. `external-captcha`: whether
   * there is a way without a puzzle is up to its provider; beside a picture there always is one.
   */
  readonly because: 'questions-only' | 'external-captcha';
  /** Who is concerned; for a captcha, everyone who may reset. */
  readonly usernames: readonly string[];
}

/** What a change of policy would do to people (rule GATE-5). */
export interface PolicyPreview {
  /** Everyone for whom something changes, in the order of the subjects. */
  readonly people: readonly PreviewedPerson[];
  readonly accessibility: readonly AccessibilityFault[];
  readonly counts: {
    readonly people: number;
    readonly ableBefore: number;
    readonly ableAfter: number;
    readonly becomeUnable: number;
    readonly becomeAble: number;
    /** How many become unable by which rule. */
    readonly unableBy: Readonly<Partial<Record<RuleId, number>>>;
    /** How many lose which method. */
    readonly losing: Readonly<Partial<Record<KnownMethodType, number>>>;
  };
}

export interface PreviewOptions {
  /** When the policy after is looked at, milliseconds since 1970. Default: when that before is. */
  readonly later?: number;
  /** What can be written to under a policy (rule WRITEBACK-1). Default: everything. */
  readonly reachable?: (policy: TenantPolicy) => Reachable | undefined;
}

const allReachable = (): undefined => undefined;

function standing(
  policy: TenantPolicy,
  subject: Subject,
  now: number,
  reachable: Reachable | undefined,
): Standing {
  const [first, ...rest] = mayReset(policy, subject, now, reachable);
  const verdict = rest.at(-1) ?? first;
  const { gates } = gatesRequired(policy, subject.roles, now);
  const usable = new Set(usableMethods(policy, subject, now).map(({ type }) => type));
  const methods = methodOrder.filter((type) => usable.has(type));
  const withoutQuestions = new Set(methods.map((type) => familyOf[type]));
  withoutQuestions.delete('questions');
  return {
    verdict,
    gates,
    methods,
    needsQuestions:
      verdict.allowed && withoutQuestions.size + usableDescribed(subject).length < gates,
  };
}

const changeOf = (before: Standing, after: Standing): PreviewedChange =>
  before.verdict.allowed
    ? after.verdict.allowed
      ? 'stays-able'
      : 'becomes-unable'
    : after.verdict.allowed
      ? 'becomes-able'
      : 'stays-unable';

/** Whether the person would notice: who may reset, why not, with how many proofs, by which methods. */
const isChanged = ({ change, before, after, loses, gains }: PreviewedPerson): boolean =>
  change.startsWith('becomes') ||
  loses.length + gains.length > 0 ||
  (after.verdict.allowed && before.gates !== after.gates) ||
  JSON.stringify(before.verdict) !== JSON.stringify(after.verdict);

function tally<K extends string>(keys: readonly K[]): Readonly<Partial<Record<K, number>>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function accessibilityFaults(
  { captcha }: TenantPolicy,
  people: readonly PreviewedPerson[],
): readonly AccessibilityFault[] {
  const fault = (
    because: AccessibilityFault['because'],
    concerned: readonly PreviewedPerson[],
  ): readonly AccessibilityFault[] =>
    concerned.length === 0
      ? []
      : [
          {
            criterion: 'WCAG 2.2 SC 3.3.8',
            rule: 'CAPTCHA-2',
            because,
            usernames: concerned.map(({ username }) => username),
          },
        ];
  const able = people.filter(({ after }) => after.verdict.allowed);
  return [
    ...fault(
      'questions-only',
      able.filter(({ after }) => after.needsQuestions),
    ),
    ...fault('external-captcha', captcha.kind === 'external' ? able : []),
  ];
}

/**
 * What people would notice of a policy that comes into force (rule GATE-5): who can no longer reset,
 * who newly can, by which rules, and who loses a method. With the same policy twice and a later
 * moment: what the end of a method would do (rule METHOD-4).
 */
export function previewPolicy(
  before: TenantPolicy,
  after: TenantPolicy,
  subjects: readonly Subject[],
  now: number,
  { later = now, reachable = allReachable }: PreviewOptions = {},
): PolicyPreview {
  const reachableBefore = reachable(before);
  const reachableAfter = reachable(after);
  const everyone = subjects.map((subject): PreviewedPerson => {
    const was = standing(before, subject, now, reachableBefore);
    const is = standing(after, subject, later, reachableAfter);
    return {
      username: subject.username,
      change: changeOf(was, is),
      before: was,
      after: is,
      loses: was.methods.filter((type) => !is.methods.includes(type)),
      gains: is.methods.filter((type) => !was.methods.includes(type)),
    };
  });
  const unable = everyone.filter(({ change }) => change === 'becomes-unable');
  return {
    people: everyone.filter(isChanged),
    accessibility: accessibilityFaults(after, everyone),
    counts: {
      people: everyone.length,
      ableBefore: everyone.filter((one) => one.before.verdict.allowed).length,
      ableAfter: everyone.filter((one) => one.after.verdict.allowed).length,
      becomeUnable: unable.length,
      becomeAble: everyone.filter(({ change }) => change === 'becomes-able').length,
      unableBy: tally(unable.map((one) => one.after.verdict.rule)),
      losing: tally(everyone.flatMap(({ loses }) => loses)),
    },
  };
}
