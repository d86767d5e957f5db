import type { Overrides } from './changed-policy.js';
import { changedPolicy } from './changed-policy.js';
import { defaultPolicy } from './default-policy.js';
import type { TenantPolicy } from './tenant-policy.js';

/** Whose advice the password rules of a tenant follow; `custom`: nobody's but its own. */
export type PasswordProfile = 'entra' | 'nist' | 'custom';

const { banned, ...entra } = defaultPolicy.password;
const { custom: _custom, ...bannedByDefault } = banned;

/**
 * Password rules by name, to be laid over a policy with `changedPolicy()`. Each sets every rule but
 * the organisation's own banned words, which stay as they are.
 * - `entra`, the default: 8 to 256 characters of a list, three of four classes (PASSWORD-1 to 4).
 * - `nist`: NIST SP 800-63B-4, 3.1.1.2, for a password that is all a person signs in with: 15
 *   characters or more, any Unicode, no classes, no expiry, and a list of banned words. The guideline
 *   counts the username among those words, so it stays banned. It is typed once: the guideline has
 *   people see what they type, and asks for no second field.
 */
export const passwordProfiles: Readonly<Record<Exclude<PasswordProfile, 'custom'>, Overrides>> = {
  entra: { password: { ...entra, banned: bannedByDefault } },
  nist: {
    password: {
      minLength: 15,
      maxLength: 256,
      classesRequired: 0,
      classes: entra.classes,
      allowedCharacters: undefined,
      notUsername: true,
      confirmation: 'once',
      checksWhileTyping: true,
      expiresAfterDays: 0,
      banned: bannedByDefault,
    },
  },
};

/** The stricter reading of rule PASSWORD-2: upper case, lower case, digit and symbol, all four. */
export const allClasses: Overrides = {
  password: { classesRequired: entra.classes.length, classes: entra.classes },
};

/** Which profile a policy's password rules are, the organisation's own banned words apart. */
export function passwordProfileOf(policy: TenantPolicy): PasswordProfile {
  const same = (profile: Exclude<PasswordProfile, 'custom'>): boolean =>
    JSON.stringify(changedPolicy(policy, passwordProfiles[profile]).password) ===
    JSON.stringify(policy.password);
  return same('entra') ? 'entra' : same('nist') ? 'nist' : 'custom';
}
