import type { MessageTexts } from './generated/message-texts.js';

/**
 * A host page's own words: by message id for whatever language is shown, or by locale and then by id.
 * A locale that is not shipped becomes available by being named here.
 *
 * ```ts
 * element.messages = { 'reset.identify.heading': 'Forgot your Contoso password?' };
 * element.messages = { en: { … }, de: { … }, fr: { … } };
 * ```
 */
export type OwnWords = MessageTexts | { readonly [locale: string]: MessageTexts };

/** Nothing checks what a page sets, so nothing is taken for granted here; `msg` passes over what is no text. */
type Entries = Readonly<Record<string, unknown>>;

const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null;

/** The locales that own words name. */
export const localesOf = (own: OwnWords | undefined): string[] =>
  Object.entries(own ?? {}).flatMap(([key, value]) => (isEntries(value) ? key : []));

/** Own words for one locale, by message id. */
export function ownWordsFor(own: OwnWords | undefined, locale: string): Entries | undefined {
  const entries: Entries | undefined = own && { ...own };
  const forLocale = entries?.[locale];
  return isEntries(forLocale) ? forLocale : entries;
}
