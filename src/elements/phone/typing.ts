import {
  AsYouType,
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';

/** What stands in a field for a number, and where. */
export interface Typed {
  readonly text: string;
  /** Where the next character goes: how many stand before it. */
  readonly caret: number;
  /** The country that a number without country code is read as. */
  readonly country: CountryCode;
}

/** Digits of any script and what people put between them; anything else is left as it was typed. */
const usual = /^[\p{Nd}+()[\]\s./‐-―−-]*$/u;
/** What of a number counts, for where the caret stands. */
const counting = /[\p{Nd}+]/gu;

/** Without what is not seen; the ways to write a link and to dial abroad that mean a plus sign become one. */
const withPlus = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00/, '+');

/** What is written before a number inside its country, such as 0. Its place is that of the library's data. */
const nationalPrefixOf = (country: CountryCode): string | undefined => {
  const prefix: unknown = metadata.countries[country]?.[5];
  return typeof prefix === 'string' ? prefix : undefined;
};

/** Whether numbers of a country are written with a zero that is left out after the country code. */
export const hasLeadingZero = (country: CountryCode): boolean => nationalPrefixOf(country) === '0';

/** Whose number it is, where it begins with a country code; several countries may share one. */
function countryOf(number: AsYouType, before: CountryCode): CountryCode {
  const code = number.getCallingCode();
  const country = number.getCountry();
  if (country !== undefined && isSupportedCountry(country)) return country;
  if (code === undefined || code === getCountryCallingCode(before)) return before;
  const [main] =
    Object.entries(metadata.country_calling_codes).find(([one]) => one === code)?.[1] ?? [];
  return main ?? before;
}

/** A number in groups as they are usual; without its country code, as it is written beside it. */
function grouped(number: string, country: CountryCode): string {
  const prefix = nationalPrefixOf(country);
  if (prefix && number.startsWith(prefix)) return new AsYouType(country).input(number);
  const code = `+${getCountryCallingCode(country)}`;
  return new AsYouType()
    .input(code + number)
    .slice(code.length)
    .trim();
}

/** Behind so many characters that count. */
function placeBehind(count: number, text: string): number {
  if (count === 0) return 0;
  const last = [...text.matchAll(counting)][count - 1];
  return last ? last.index + last[0].length : text.length;
}

/** What was typed, in groups; the caret stays behind the digit that it was behind. */
export function asTyped({ text, caret, country }: Typed): Typed {
  const plain = withPlus(text);
  if (!usual.test(plain)) return { text, caret, country };
  const number = parseIncompletePhoneNumber(plain);
  const international = number.startsWith('+');
  const formatter = new AsYouType();
  const written = international ? formatter.input(number) : grouped(number, country);
  const shown = parseIncompletePhoneNumber(written) === number ? written : plain;
  const before = withPlus(text.slice(0, caret)).match(counting)?.length ?? 0;
  return {
    text: shown,
    // Behind a digit, and before what is put in after it: there, it can be deleted.
    caret: placeBehind(before, shown),
    country: international ? countryOf(formatter, country) : country,
  };
}

/** A number as it is written in another country: what was typed stays, but for a country code. */
export function movedTo(country: CountryCode, text: string): string {
  const plain = withPlus(text);
  const formatter = new AsYouType();
  formatter.input(plain);
  const code = formatter.getCallingCode();
  const national = plain.startsWith('+') && code ? plain.slice(1 + code.length) : undefined;
  const moved = national === undefined ? text : `+${getCountryCallingCode(country)}${national}`;
  return asTyped({ text: moved, caret: 0, country }).text;
}

/** A number in the international form (E.164), or undefined where it is none of its country. */
export function internationalForm(text: string, country: CountryCode): string | undefined {
  const options = { defaultCountry: country, extract: false };
  const parsed = parsePhoneNumberFromString(withPlus(text), options);
  // What is only possible may be a number of another country, typed without its code.
  return parsed?.isValid() && !parsed.ext ? parsed.number : undefined;
}
