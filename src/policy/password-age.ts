import type { TenantPolicy } from './tenant-policy.js';
import { day } from './units.js';

/** Whether a password is older than the policy allows (rule PASSWORD-7). */
export function isExpired({ password }: TenantPolicy, setAt: number, now: number): boolean {
  const { expiresAfterDays } = password;
  return expiresAfterDays > 0 && now >= setAt + expiresAfterDays * day;
}
