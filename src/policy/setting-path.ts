import type { TenantPolicy } from './tenant-policy.js';

/** Whether a part of the policy is a group of settings, not one setting. */
export type IsGroup<T> = undefined extends T
  ? false
  : T extends readonly unknown[]
    ? false
    : T extends object
      ? true
      : false;

type PathsIn<T> = {
  [K in keyof T & string]: IsGroup<T[K]> extends true ? K | `${K}.${PathsIn<T[K]>}` : K;
}[keyof T & string];

/** Names a setting, or a group of them, by its place in the policy: `codes.lifetimeMs`, `codes`. */
export type SettingPath = PathsIn<TenantPolicy>;

/** What a policy says there. */
export function settingAt(policy: TenantPolicy, path: SettingPath): unknown {
  let value: unknown = policy;
  // All but the last part of a SettingPath name groups.
  for (const part of path.split('.')) value = (value as Readonly<Record<string, unknown>>)[part];
  return value;
}
