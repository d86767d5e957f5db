import type { TenantPolicy } from './tenant-policy.js';
import { allow, deny, type Verdict } from './verdict.js';

/** What is known of a code that was sent; the code itself is kept as a hash elsewhere. */
export interface CodeState {
  readonly sentAt: number;
  /** Tries that were begun, right or wrong. */
  readonly tries: number;
}

type CodePolicy = TenantPolicy['codes'];

/** The zero of the digits that people type besides ASCII: Arabic-Indic, extended, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

/** The digits that a person meant: spaces and hyphens out, digits of other scripts as ASCII. */
export const readCode = (typed: string): string =>
  typed.replace(/[\s\p{Pd}\u200e\u200f]/gu, '').replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point < start + 10);
    return zero === undefined ? digit : String(point - zero);
  });

/** Whether it can be a code at all; what cannot is no try. */
export function checkCodeForm(
  code: string,
  digits: number,
): Verdict<'code-required' | 'code-malformed'> {
  if (code === '') return deny('CODE-1', 'code-required');
  return code.length === digits && /^[0-9]+$/.test(code)
    ? allow('CODE-1')
    : deny('CODE-1', 'code-malformed', { digits });
}

/** Whether a code may still be tried (rules CODE-1, CODE-2). */
export function checkCodeLife(
  code: CodeState,
  policy: CodePolicy,
  now: number,
): Verdict<'code-expired' | 'code-used-up'> {
  if (code.tries >= policy.tries) return deny('CODE-2', 'code-used-up');
  return now < code.sentAt + policy.lifetimeMs ? allow('CODE-1') : deny('CODE-1', 'code-expired');
}

/** Milliseconds until another code may be sent (rule CODE-2); 0: now. */
export const resendReadyInMs = (sentAt: number, policy: CodePolicy, now: number): number =>
  Math.max(0, sentAt + policy.resendAfterMs - now);

/** Whether another code may be sent now (rule CODE-2). */
export function checkResend(
  sentAt: number,
  policy: CodePolicy,
  now: number,
): Verdict<'resend-too-early'> {
  return checkResendIn(resendReadyInMs(sentAt, policy, now));
}

/** Whether something may be sent again that is ready in so many milliseconds (rules CODE-2, CODE-3). */
export const checkResendIn = (readyInMs: number): Verdict<'resend-too-early'> =>
  readyInMs === 0 ? allow('CODE-2') : deny('CODE-2', 'resend-too-early', { readyInMs });

/** How often the code may still be tried (rule CODE-2). */
export const codeTriesLeft = (code: CodeState, policy: CodePolicy): number =>
  Math.max(0, policy.tries - code.tries);
