import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
} from 'libphonenumber-js/min';

/** A country or region that has telephone numbers. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: CountryCode;
  /** In the language of the list. */
  readonly name: string;
  /** Such as `+41`. */
  readonly callingCode: string;
}

const lists = new Map<string, readonly Country[]>();

/** All countries by their names in a language, in the order of its alphabet. */
export function countriesIn(locale: string): readonly Country[] {
  const known = lists.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  const list = getCountries()
    .map((code) => ({
      code,
      name: names.of(code) ?? code,
      callingCode: `+${getCountryCallingCode(code)}`,
    }))
    .sort((a, b) => compare(a.name, b.name));
  lists.set(locale, list);
  return list;
}

/**
 * The country to start from: the one that is given, else the first region that one of the languages
 * names, else the one where the first of them is at home. Never anything about the person (METHOD-7).
 * @param given ISO 3166-1 alpha-2
 * @param languages BCP 47 tags, those that count most first
 */
export function startingCountry(
  given: string | undefined,
  languages: readonly string[],
): CountryCode {
  const tags = languages.flatMap(tagOf);
  const regions = [
    given?.toUpperCase(),
    ...tags.map(({ region }) => region),
    ...tags.map((tag) => tag.maximize().region),
  ];
  const isHome = (region: string | undefined): region is CountryCode =>
    region !== undefined && isSupportedCountry(region);
  return regions.find(isHome) ?? 'US';
}

/** A system may name what is no language: WebKit on one without any says `C`. */
function tagOf(language: string): readonly Intl.Locale[] {
  try {
    return [new Intl.Locale(language)];
  } catch {
    return [];
  }
}
