import type { PasswordRule } from '../contract/password-rules.js';

/** Symbols that every password manager types and no rule of ours refuses; the hyphen first, as the format asks. */
const symbols = '-!@#$%^&*_+=.,?';

/** More than any generator makes; some managers read a larger number as none. */
const longest = 128;

/**
 * The rules as password managers read them in the attribute `passwordrules` of an input
 * (developer.apple.com/password-rules): a generated password then obeys them. What the format cannot
 * say, such as “three of four kinds”, is asked for more strictly; what only the backend can tell, not at all.
 */
export function passwordRulesAttribute(rules: readonly PasswordRule[]): string {
  const allowed = rules.find((rule) => rule.kind === 'characters')?.allowed;
  const typed = [...symbols].filter((symbol) => allowed?.includes(symbol) ?? true).join('');
  const nameOf = { upper: 'upper', lower: 'lower', digit: 'digit', symbol: `[${typed}]` } as const;
  const parts = rules.flatMap((rule) => {
    switch (rule.kind) {
      case 'length':
        return [`minlength: ${rule.min}`, `maxlength: ${Math.min(rule.max, longest)}`];
      case 'classes':
        return rule.of.map((one) => `required: ${nameOf[one]}`);
      default:
        return [];
    }
  });
  return [...parts, `allowed: upper, lower, digit, [${typed}]`].map((part) => `${part};`).join(' ');
}
