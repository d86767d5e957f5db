/// <reference types="vite/client" />
import { allTenantTexts } from '../src/localization/index.js';
import { createTenant, pbkdf2, policy, type Tenant } from '../src/tenant/index.js';
import type { Choices } from './choices.js';
import logo from './contoso.svg?inline';
import { staff, visitors } from './staff.js';

/** Enough to be slow for a guess and quick on a phone; a real tenant keeps the default. */
const iterations = 20_000;

/**
 * Contoso, made anew: nothing of an earlier visit is left.
 * @param language what everyone reads now, whenever a mail is written
 */
export async function createContoso(
  { person, voice }: Choices,
  language: () => Choices['language'],
): Promise<Tenant> {
  const texts = await allTenantTexts();
  return createTenant({
    name: 'Contoso',
    logo,
    people: staff,
    policy: policy({
      scope: 'all',
      voice,
      methodsRequired: visitors[person].methodsRequired,
      domains: ['contoso.com'],
      helpdesk: {
        name: 'Contoso Service Desk',
        phone: '+1 425 555 0100',
        hours: {
          en: 'weekdays 7:00 to 19:00',
          de: 'werktags 7 bis 19 Uhr',
          ar: 'أيام العمل 7:00–19:00',
        }[language()],
        email: 'help@contoso.com',
      },
    }),
    hash: pbkdf2({ iterations }),
    texts: () => texts(language()),
  });
}
