// The embed loads this file to tick rules while a person types: types are all it imports.
import type { PasswordRule } from '../contract/index.js';
import type { Denied } from './verdict.js';

/** Shorter local parts may occur in a password (rule PASSWORD-4). */
const shortestUsername = 4;

/** Rule PASSWORD-2; what is no letter and no digit is a symbol, the space too. */
const classOf = (character: string): 'upper' | 'lower' | 'digit' | 'symbol' =>
  /\p{Lu}/u.test(character)
    ? 'upper'
    : /\p{L}/u.test(character)
      ? 'lower'
      : /\p{Nd}/u.test(character)
        ? 'digit'
        : 'symbol';

type Broken = Omit<Denied<PasswordProblemCode>, 'allowed'>;

export type PasswordProblemCode =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-simple'
  | 'password-character'
  | 'password-has-username';

/** What `rule` has against the password: nothing (null), or undefined where only the backend can tell. */
function broken(rule: PasswordRule, typed: string, username: string): Broken | null | undefined {
  // The form that is stored (NIST SP 800-63B): else full-width letters pass what plain ones do not.
  const password = typed.normalize('NFKC');
  const characters = [...password];
  switch (rule.kind) {
    case 'length': {
      const { min, max } = rule;
      if (characters.length < min)
        return { rule: 'PASSWORD-1', code: 'password-too-short', params: { min } };
      return characters.length > max
        ? { rule: 'PASSWORD-1', code: 'password-too-long', params: { max } }
        : null;
    }
    case 'classes': {
      const found = new Set(characters.map(classOf));
      return rule.of.filter((one) => found.has(one)).length < rule.atLeast
        ? { rule: 'PASSWORD-2', code: 'password-too-simple', params: { atLeast: rule.atLeast } }
        : null;
    }
    case 'characters': {
      const wrong = characters.find((character) => !rule.allowed.includes(character));
      return wrong === undefined
        ? null
        : { rule: 'PASSWORD-3', code: 'password-character', params: { character: wrong } };
    }
    case 'not-username': {
      const local = (username.split('@')[0] ?? '').toLowerCase();
      return [...local].length >= shortestUsername && password.toLowerCase().includes(local)
        ? { rule: 'PASSWORD-4', code: 'password-has-username' }
        : null;
    }
    default:
      return undefined;
  }
}

export interface Explained {
  readonly rule: PasswordRule;
  /** `undecided`: nothing typed yet, or only the backend can tell. */
  readonly state: 'met' | 'unmet' | 'undecided';
}

/** Each rule with whether the password meets it so far, for a list that is ticked while typing. */
export const explainPassword = (
  rules: readonly PasswordRule[],
  password: string,
  username: string,
): readonly Explained[] =>
  rules.map((rule) => {
    const wrong = password === '' ? undefined : broken(rule, password, username);
    return { rule, state: wrong === undefined ? 'undecided' : wrong ? 'unmet' : 'met' };
  });

/** All that the rules have against a password (PASSWORD-1 to 4); what only a backend can tell is not judged. */
export const checkPassword = (
  rules: readonly PasswordRule[],
  password: string,
  username: string,
): readonly Denied<PasswordProblemCode>[] =>
  rules.flatMap((rule) => {
    const wrong = broken(rule, password, username);
    return wrong ? [{ allowed: false, ...wrong }] : [];
  });
