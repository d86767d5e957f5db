import { defaultPolicy } from './default-policy.js';
import type { TenantPolicy } from './tenant-policy.js';

/** Any part of `T` (default: of a policy); lists are given whole. */
export type Overrides<T = TenantPolicy> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Overrides<T[K]> | undefined }
    : T;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: unknown, overrides: unknown): unknown {
  if (!isRecord(base) || !isRecord(overrides)) return overrides;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) merged[key] = merge(base[key], value);
  return merged;
}

/** `base` with what `overrides` says otherwise, however deep; lists are replaced, not joined. */
export const changedPolicy = (base: TenantPolicy, overrides: Overrides): TenantPolicy =>
  // The shape is that of `base`, which Overrides<> cannot leave.
  merge(base, overrides) as TenantPolicy;

/** A policy: the defaults with what is said otherwise. */
export const policy = (overrides: Overrides = {}): TenantPolicy =>
  changedPolicy(defaultPolicy, overrides);
