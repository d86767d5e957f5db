/** The language that the source texts are written in: British English. */
export const sourceLocale = 'en';

/** The languages that people may be given. */
export const shippedLocales = ['en', 'de', 'ar'] as const;

/** Accented, lengthened English for finding text that was never localized; only ever given when asked for by name. */
export const pseudoLocale = 'en-XA';

export type Locale = (typeof shippedLocales)[number] | typeof pseudoLocale;

export type Direction = 'ltr' | 'rtl';

/** A tag as a locale, canonical (`iw` is `he`); malformed tags are nobody's language, never an error. */
function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/**
 * The tags that satisfy a request, best first. The likely script comes before the bare language, so that
 * `zh-TW` finds `zh-Hant`. It is asked for only where it is needed: the first answer takes a browser a
 * tenth of the first view.
 */
function* candidates(requested: Intl.Locale): Generator<string> {
  yield requested.baseName;
  const { language, script, region } = requested.maximize();
  yield `${language}-${script}-${region}`;
  yield `${language}-${script}`;
  yield `${language}-${region}`;
  yield language;
}

/**
 * The best of the shipped locales for a list of BCP 47 tags, dearest first: lookup as in RFC 4647
 * section 3.4, with scripts inferred. The source language where nothing fits.
 */
export function negotiate(
  requested: readonly string[],
  shipped: readonly string[] = [...shippedLocales, pseudoLocale],
): string {
  for (const tag of requested) {
    const locale = parse(tag);
    for (const candidate of locale ? candidates(locale) : []) {
      const found = shipped.find((tag) => tag.toLowerCase() === candidate.toLowerCase());
      if (found) return found;
    }
  }
  return sourceLocale;
}

/**
 * How a locale is written. By its script and a table, not by `Intl.Locale.getTextInfo`: that is not in
 * every engine, and one way gives one answer.
 */
export function directionOf(locale: string): Direction {
  if (locale === sourceLocale) return 'ltr';
  const script = parse(locale)?.maximize().script ?? '';
  return /Adlm|Arab|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa/.test(script) ? 'rtl' : 'ltr';
}

/**
 * The languages to try for an element: its own `lang`, else that of the nearest ancestor (out of shadow
 * roots to their hosts, as HTML defines the language of a node); after it the browser's, so that a page
 * in a language that is not shipped still gets a language that its reader knows.
 */
export function languagesOf(
  element: Element,
  browser: readonly string[] = navigator.languages,
): readonly string[] {
  const nearest = element.closest('[lang]');
  if (nearest) return [nearest.getAttribute('lang') ?? '', ...browser];
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languagesOf(root.host, browser) : browser;
}
