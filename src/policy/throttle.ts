import type { RuleId } from './rules.js';
import type { Limit, TenantPolicy } from './tenant-policy.js';
import { allow, deny, type Verdict } from './verdict.js';

/** What is counted, and against which limit of the policy. */
export type ThrottleName = keyof TenantPolicy['throttles'];

/** The rule behind each limit. */
export const throttleRules: Readonly<Record<ThrottleName, RuleId>> = {
  wrongProofs: 'THROTTLE-1',
  appCodes: 'THROTTLE-2',
  textsAndCalls: 'THROTTLE-2',
  targets: 'THROTTLE-2',
  questionPages: 'THROTTLE-2',
  emails: 'THROTTLE-3',
  resets: 'THROTTLE-4',
  contactsPerAccount: 'THROTTLE-6',
  contactsPerClient: 'THROTTLE-6',
  explanations: 'REFUSAL-2',
};

/** What a completed reset clears (rule THROTTLE-5). */
export const clearedByReset: readonly ThrottleName[] = [
  'wrongProofs',
  'appCodes',
  'textsAndCalls',
  'targets',
  'questionPages',
];

/** What blocks an account (rules THROTTLE-1 to 4). */
export const accountThrottles: readonly ThrottleName[] = [...clearedByReset, 'emails', 'resets'];

/**
 * When each counted thing happened, milliseconds since 1970, oldest first. Blocks follow from it, so
 * that taking one back (a proof that turned out right) takes its block back too.
 */
export type Count = readonly number[];

/** `count` with one more, and without what no block or window can reach any more. */
export const counted = (count: Count, limit: Limit, now: number): Count => [
  ...count.filter((at) => now - at < limit.windowMs + limit.blockMs),
  now,
];

/** `count` with the one of `at` taken back. */
export function takenBack(count: Count, at: number): Count {
  const index = count.lastIndexOf(at);
  return index < 0 ? count : count.toSpliced(index, 1);
}

/** When the block ends that this count has brought, or undefined where there is none now. */
export function blockEnd(count: Count, limit: Limit, now: number): number | undefined {
  const blocking = limit.blockedBy === 'last' ? limit.count : limit.count + 1;
  for (let last = count.length - 1; last >= blocking - 1; last--) {
    const at = count[last] ?? 0;
    const first = count[last - blocking + 1] ?? 0;
    if (at - first < limit.windowMs)
      return at + limit.blockMs > now ? at + limit.blockMs : undefined;
  }
  return undefined;
}

/** How many more are served before the block. */
export const left = (count: Count, limit: Limit, now: number): number =>
  Math.max(0, limit.count - count.filter((at) => now - at < limit.windowMs).length);

/** Whether a count blocks (rules THROTTLE-1 to 5: a block is told with the time that it still lasts). */
export function checkThrottle(
  name: ThrottleName,
  count: Count,
  limit: Limit,
  now: number,
): Verdict<'blocked-until'> {
  const end = blockEnd(count, limit, now);
  const rule = throttleRules[name];
  return end === undefined ? allow(rule) : deny(rule, 'blocked-until', { retryInMs: end - now });
}
