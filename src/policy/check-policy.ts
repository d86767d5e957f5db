import { agreements } from './agreements.js';
import type { RuleId } from './rules.js';
import { isRecord, shown } from './setting-form.js';
import { type Setting, settings } from './settings.js';
import type { TenantPolicy } from './tenant-policy.js';
import { type Denied, deny } from './verdict.js';

/** Why a policy cannot be saved: `params.setting` is a path in it, `params.why` a sentence. */
export type PolicyRefused = Denied<'policy-refused'>;

/** What came of reading a policy: the policy, or all that it has against it. */
export type ReadPolicy =
  | { readonly allowed: true; readonly policy: TenantPolicy }
  | { readonly allowed: false; readonly refused: readonly PolicyRefused[] };

type Node = Setting | { readonly [key: string]: Node };

const refuse = (rule: RuleId, setting: string, why: string): PolicyRefused =>
  deny(rule, 'policy-refused', { setting, why });

const isSetting = (node: Node): node is Setting => typeof node.form === 'function';

/** A group as a whole belongs to the rule of its first setting; the policy to that of its changes. */
const ruleOf = (node: Node): RuleId =>
  node === settings
    ? 'GATE-5'
    : isSetting(node)
      ? node.rule
      : ruleOf(Object.values(node)[0] ?? settings);

interface Reading {
  /** What was read, with all its settings and no others; a policy where nothing was refused. */
  readonly value: unknown;
  readonly refused: readonly PolicyRefused[];
}

function read(node: Node, value: unknown, path: string): Reading {
  if (isSetting(node)) {
    const refused = node
      .form(value)
      .map(({ at, why, rule = node.rule }) => refuse(rule, path + at, why));
    return { value, refused };
  }
  if (!isRecord(value))
    return { value, refused: [refuse(ruleOf(node), path || 'policy', 'Settings are needed.')] };
  const inner = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const strange = Object.keys(value)
    .filter((key) => !Object.hasOwn(node, key))
    .map((key) => refuse(ruleOf(node), inner(shown(key)), 'There is no such setting.'));
  const readings = Object.entries(node).map(([key, part]): readonly [string, Reading] => [
    key,
    read(part, Object.hasOwn(value, key) ? value[key] : undefined, inner(key)),
  ]);
  return {
    value: Object.fromEntries(readings.map(([key, reading]) => [key, reading.value])),
    refused: [...strange, ...readings.flatMap(([, reading]) => reading.refused)],
  };
}

/** Whether `path` is `group`, or in it. */
const isWithin = (path: string, group: string): boolean =>
  path === group || path.startsWith(`${group}.`) || path.startsWith(`${group}[`);

/**
 * A policy from JSON, or every reason against it: values of wrong types or out of range, settings
 * that are missing or that there are not, and settings that no person could meet together. What may
 * be undefined in a policy is left out in JSON. Never throws.
 */
export function parsePolicy(json: unknown): ReadPolicy {
  const { value, refused } = read(settings, json, '');
  const wrong = refused.map(({ params }) => String(params?.setting));
  const isSound = (path: string): boolean =>
    !wrong.some((one) => one === 'policy' || isWithin(one, path) || isWithin(path, one));
  // Each agreement reads sound settings only, so that for it the value is a policy.
  const policy = value as TenantPolicy;
  const disagreed = agreements
    .filter(({ reads }) => reads.every(isSound))
    .flatMap(({ rule, setting, fault }) => {
      const why = fault(policy);
      return why === undefined ? [] : [refuse(rule, setting, why)];
    });
  const all = [...refused, ...disagreed];
  return all.length === 0 ? { allowed: true, policy } : { allowed: false, refused: all };
}

/**
 * Every reason why a policy cannot be saved, each with its rule; none, where it can. Scope `selected`
 * without a group is possible: people are told so (rule REFUSAL-2, `SSPR_0011`). Never throws.
 */
export function checkPolicy(policy: TenantPolicy): readonly PolicyRefused[] {
  const reading = parsePolicy(policy);
  return reading.allowed ? [] : reading.refused;
}
