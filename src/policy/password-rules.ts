import type { PasswordRule } from '../contract/index.js';
import type { DomainPasswordPolicy } from './domain-password.js';
import type { TenantPolicy } from './tenant-policy.js';
import { type Denied, deny } from './verdict.js';

/** The most that writeback carries, in characters (rule PASSWORD-1). */
const longestDomainPassword = 256;

/** The rules of a tenant's passwords as data, for the person to see before typing. */
export function passwordRulesOf({ password }: TenantPolicy): readonly PasswordRule[] {
  const { minLength, maxLength, classes, classesRequired, allowedCharacters } = password;
  return [
    { kind: 'length', min: minLength, max: maxLength },
    ...(classesRequired > 0
      ? [{ kind: 'classes', atLeast: classesRequired, of: classes } as const]
      : []),
    ...(allowedCharacters === undefined
      ? []
      : [{ kind: 'characters', allowed: allowedCharacters } as const]),
    ...(password.notUsername ? [{ kind: 'not-username' } as const] : []),
    ...(password.banned.wellKnown || password.banned.custom.length > 0
      ? [{ kind: 'not-common' } as const]
      : []),
  ];
}

/** The same of a domain on-premises, as far as it can be told beforehand (rule WRITEBACK-2). */
export const domainPasswordRules = ({
  minimumLength,
  complexity,
  bannedAgent,
}: DomainPasswordPolicy): readonly PasswordRule[] => [
  { kind: 'length', min: Math.max(1, minimumLength), max: longestDomainPassword },
  ...(complexity
    ? [
        { kind: 'classes', atLeast: 3, of: ['upper', 'lower', 'digit', 'symbol'] } as const,
        { kind: 'not-username' } as const,
      ]
    : []),
  ...(bannedAgent === 'enforce' ? [{ kind: 'not-common' } as const] : []),
];

/**
 * What is wrong with the fields before any rule is asked (rule PASSWORD-6). Where a password is typed
 * once, nobody has to confirm it; who does all the same has to agree.
 * @param confirmation undefined: none was sent
 */
export function checkConfirmation(
  password: string,
  confirmation: string | undefined,
  typed: TenantPolicy['password']['confirmation'],
): Denied<'password-required' | 'confirmation-required' | 'confirmation-differs'> | undefined {
  if (password === '') return deny('PASSWORD-6', 'password-required');
  if (confirmation === undefined && typed === 'once') return undefined;
  if (typed === 'twice' && !confirmation) return deny('PASSWORD-6', 'confirmation-required');
  return password === confirmation ? undefined : deny('PASSWORD-6', 'confirmation-differs');
}
