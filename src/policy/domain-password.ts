import { day, minute } from './units.js';
import { allow, deny, type Verdict } from './verdict.js';

/** What a domain controller asks of passwords (rule WRITEBACK-2). Times in milliseconds. */
export interface DomainPasswordPolicy {
  /** How many of the last passwords, the one in use included, cannot be set again; 0 to 24. */
  readonly history: number;
  /** How old a password must be before the next one; 0: any. */
  readonly minimumAgeMs: number;
  readonly minimumLength: number;
  /** Whether three kinds of characters are asked for, and no name of the person. */
  readonly complexity: boolean;
  /** The agent that checks for banned words: not installed, only writing down, or refusing. */
  readonly bannedAgent: 'off' | 'audit' | 'enforce';
  /** Wrong passwords at the domain, which has a lock of its own (rule LOCK-1). */
  readonly lockout: {
    /** How many within `windowMs` lock; 0: none ever does. */
    readonly failures: number;
    readonly windowMs: number;
    /** 0: until somebody unlocks. */
    readonly lockMs: number;
  };
}

/** What a new domain asks. Its lockout and its agent are our decision: a new domain has neither. */
export const defaultDomainPolicy: DomainPasswordPolicy = {
  history: 24,
  minimumAgeMs: day,
  minimumLength: 7,
  complexity: true,
  bannedAgent: 'enforce',
  lockout: { failures: 10, windowMs: 10 * minute, lockMs: 10 * minute },
};

/** The longest history that a domain keeps. */
export const longestHistory = 24;

/** Why a domain cannot have these settings, in words for its administrator. */
export function domainPolicyFault(policy: DomainPasswordPolicy): string | undefined {
  const { history, minimumAgeMs, minimumLength, lockout } = policy;
  if (!Number.isInteger(history) || history < 0 || history > longestHistory)
    return `a history of 0 to ${longestHistory} passwords, not ${history}`;
  const numbers = { minimumAgeMs, minimumLength, ...lockout };
  const wrong = Object.entries(numbers).find(([, value]) => !(value >= 0));
  return wrong && `${wrong[0]} is 0 or more, not ${wrong[1]}`;
}

/** Names shorter than this may occur in a password. */
const shortestName = 3;
const kindsRequired = 3;

/** Of ASCII only: a currency sign such as `€` is of no kind, and neither is a space. */
const symbols = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';

/** The five kinds of characters that a domain tells apart. */
const kinds: readonly ((character: string) => boolean)[] = [
  (character) => /\p{Lu}/u.test(character),
  (character) => /\p{Ll}/u.test(character),
  (character) => /[0-9]/.test(character),
  (character) => symbols.includes(character),
  // Letters without case, such as those of most Asian scripts.
  (character) => /(?![\p{Lu}\p{Ll}])\p{Alphabetic}/u.test(character),
];

export interface DomainPasswordCase {
  readonly password: string;
  /** The name of the account in the domain (sAMAccountName). */
  readonly accountName: string;
  readonly displayName: string;
  /** When the password in use was set, milliseconds since 1970; undefined: nobody knows, long ago. */
  readonly setAt: number | undefined;
  /** Whether the password is among the last ones of the account. */
  readonly remembered: boolean;
  readonly now: number;
}

export type DomainPasswordCode =
  | 'password-too-soon'
  | 'password-too-short'
  | 'password-too-simple'
  | 'password-has-username'
  | 'password-has-name'
  | 'password-too-recent'
  | 'password-too-common';

/**
 * Whether a domain controller takes a new password, banned words apart (rule WRITEBACK-2). The
 * minimum age comes first: while that lasts, no other password helps. What a domain calls complexity
 * is told apart, because "too simple" helps nobody whose password only holds a name. Complexity is as
 * Windows documents "Password must meet complexity requirements": the account name as a whole, the
 * display name in its parts.
 */
export function checkDomainPassword(
  policy: DomainPasswordPolicy,
  { password, accountName, displayName, setAt, remembered, now }: DomainPasswordCase,
): Verdict<Exclude<DomainPasswordCode, 'password-too-common'>> {
  const tooSoonForMs = setAt === undefined ? 0 : setAt + policy.minimumAgeMs - now;
  if (tooSoonForMs > 0)
    return deny('WRITEBACK-2', 'password-too-soon', { retryInMs: tooSoonForMs });

  const characters = [...password];
  // No account of a person is without a password, whatever the domain asks.
  const min = Math.max(1, policy.minimumLength);
  if (characters.length < min) return deny('WRITEBACK-2', 'password-too-short', { min });

  if (policy.complexity) {
    const found = kinds.filter((isOfKind) => characters.some(isOfKind)).length;
    if (found < kindsRequired)
      return deny('WRITEBACK-2', 'password-too-simple', { atLeast: kindsRequired });
    if (holds(password, accountName)) return deny('WRITEBACK-2', 'password-has-username');
    if (displayName.split(/[,.\-_ #\t]/).some((part) => holds(password, part)))
      return deny('WRITEBACK-2', 'password-has-name');
  }
  return remembered
    ? deny('WRITEBACK-2', 'password-too-recent', { remembered: policy.history })
    : allow('WRITEBACK-2');
}

const holds = (password: string, name: string): boolean =>
  [...name].length >= shortestName && password.toLowerCase().includes(name.toLowerCase());
