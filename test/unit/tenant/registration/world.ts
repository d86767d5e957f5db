import { Secret, TOTP } from 'otpauth';
import {
  type Overrides,
  type Person,
  person,
  type TenantOptions,
} from '../../../../src/tenant/index.js';
import { adele, contoso } from '../visitor.js';

export const password = 'Old-Saucer-11';

/** A tenant with one person, who has nothing registered unless said otherwise. */
export const worldOf = (
  settings: Overrides = {},
  known: Partial<Person> = {},
  options: Partial<TenantOptions> = {},
) => contoso(settings, { people: [person({ username: adele, password, ...known })], ...options });

/** What an app shows that was set up by this address. */
export const codeOfUri = (uri: string, now: number): string => {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });
};
