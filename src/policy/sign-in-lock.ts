import type { TenantPolicy } from './tenant-policy.js';

/** The failed sign-ins of one account since the last good one. */
export interface SignInLock {
  readonly failures: number;
  /** Milliseconds since 1970; in the past where it is open. */
  readonly lockedUntil: number;
}

export const openLock: SignInLock = { failures: 0, lockedUntil: 0 };

/**
 * The lock after one more failure (rule LOCK-1): the tenth locks for 60 s, and each failure after a
 * lock has ended locks again for twice as long.
 */
export function afterFailure(
  lock: SignInLock,
  policy: TenantPolicy['signInLock'],
  now: number,
): SignInLock {
  const failures = lock.failures + 1;
  const over = failures - policy.failures;
  return { failures, lockedUntil: over < 0 ? 0 : now + policy.lockMs * 2 ** over };
}

/** Milliseconds until the account can be signed in to again; 0: now. */
export const lockedForMs = (lock: SignInLock, now: number): number =>
  Math.max(0, lock.lockedUntil - now);
