import type { Helpdesk, KnownRefusalCode, KnownRegistrationType } from '../contract/index.js';
import { LocaleLoader } from './load.js';
import { negotiate, shippedLocales, sourceLocale } from './locales.js';
import { speaking } from './msg.js';
import { messageWords } from './tenant-message-words.js';
import { questionWords } from './tenant-question-words.js';

export interface MailWords {
  readonly subject: string;
  readonly body: string;
}

export interface Told {
  readonly username: string;
  readonly organisation: string;
  readonly helpdesk: Helpdesk | undefined;
}

/** What a simulated tenant says in one language; fits its `TenantTexts`. */
export interface TenantWords {
  code(facts: {
    readonly code: string;
    readonly minutes: number;
    readonly organisation: string;
    readonly supportCode: string;
  }): MailWords;
  passwordReset(facts: Told): MailWords;
  administratorReset(facts: Told & { readonly administrator: string }): MailWords;
  accountUnlocked(facts: Told): MailWords;
  blocked(facts: Told & { readonly hours: number; readonly supportCode: string }): MailWords;
  registrationChanged(
    facts: Told & {
      readonly change: 'added' | 'changed' | 'removed';
      readonly type: KnownRegistrationType;
    },
  ): MailWords;
  notMe(facts: Told): MailWords;
  cannotReset(facts: {
    readonly reason: KnownRefusalCode;
    readonly organisation: string;
    readonly helpdesk: Helpdesk | undefined;
    readonly home: { readonly name: string; readonly url: string } | undefined;
    readonly supportCode: string;
  }): MailWords;
  contact(facts: {
    readonly username: string;
    readonly organisation: string;
    readonly supportCode: string;
  }): MailWords;
  text(facts: {
    readonly code: string;
    readonly minutes: number;
    readonly organisation: string;
    readonly domain?: string | undefined;
  }): string;
  call(facts: { readonly organisation: string }): string;
  notification(facts: { readonly organisation: string; readonly username: string }): string;
  question(code: string): string;
}

const loader = new LocaleLoader({
  de: () => import('./generated/tenant-de.js'),
  ar: () => import('./generated/tenant-ar.js'),
  'en-XA': () => import('./generated/tenant-en-XA.js'),
});

/** All that a tenant says in the best of the shipped languages; in the source language where loading fails. */
export async function tenantTexts(language: string): Promise<TenantWords> {
  const wanted = negotiate([language]);
  const templates = await loader.load(wanted);
  const locale = templates ? wanted : sourceLocale;
  const say = <T>(render: () => T): T => speaking({ locale, templates }, render);
  const words = messageWords(locale);
  return {
    code: (facts) => say(() => words.code(facts)),
    passwordReset: (facts) => say(() => words.passwordReset(facts)),
    administratorReset: (facts) => say(() => words.administratorReset(facts)),
    accountUnlocked: (facts) => say(() => words.accountUnlocked(facts)),
    blocked: (facts) => say(() => words.blocked(facts)),
    registrationChanged: (facts) => say(() => words.registrationChanged(facts)),
    notMe: (facts) => say(() => words.notMe(facts)),
    cannotReset: (facts) => say(() => words.cannotReset(facts)),
    contact: (facts) => say(() => words.contact(facts)),
    text: (facts) => say(() => words.text(facts)),
    call: (facts) => say(() => words.call(facts)),
    notification: (facts) => say(() => words.notification(facts)),
    question: (code) => say(() => questionWords[code]?.() ?? code),
  };
}

/**
 * All that a tenant says, in every shipped language, as the tenant takes it:
 * `createTenant({ texts: await allTenantTexts() })`.
 */
export async function allTenantTexts(): Promise<(language: string) => TenantWords> {
  const source = await tenantTexts(sourceLocale);
  const all = new Map<string, TenantWords>();
  for (const locale of shippedLocales) all.set(locale, await tenantTexts(locale));
  return (language) => all.get(negotiate([language], shippedLocales)) ?? source;
}
