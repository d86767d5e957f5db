import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { allow, deny, type Verdict } from './verdict.js';

/** A number in the form in which it is kept (rules PHONE-1, PHONE-2). */
export interface NormalizedPhone {
  /** `+CC NUMBER`: one space after the country code. */
  readonly stored: string;
  /** Digits only; kept for display, never called. */
  readonly extension?: string | undefined;
}

/** The zero of the digits that people type besides ASCII: Arabic-Indic, extended, Devanagari, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];

const asciiDigits = (typed: string): string =>
  typed.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => point >= start && point < start + 10);
    return zero === undefined ? digit : String(point - zero);
  });

/** `x12345`, `ext. 12`, `#12` at the end (rule PHONE-2). */
const extensionForm = /\s*(?:;?ext[.=:]?|extension|x|#|durchwahl)\s*([0-9]{1,15})\s*$/iu;

/** Where a number without country code is from. */
type Home = { readonly defaultCountry: CountryCode } | { readonly defaultCallingCode: string };

function read(input: string, home: Home | undefined): NormalizedPhone | undefined {
  const typed = asciiDigits(input)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/^\s*tel:/i, '')
    .trim();
  const found = extensionForm.exec(typed);
  const number = (found ? typed.slice(0, found.index) : typed).replace(/^00/, '+');
  const parsed = parsePhoneNumberFromString(number, { ...home, extract: false });
  if (!parsed?.isPossible()) return undefined;
  const extension = found?.[1] ?? parsed.ext;
  return {
    stored: `+${parsed.countryCallingCode} ${parsed.nationalNumber}`,
    ...(extension !== undefined && { extension }),
  };
}

/**
 * A number in any usual form as it is kept (rule PHONE-1), or undefined where it can be none.
 * @param country ISO 3166-1 alpha-2, for a number without country code
 */
export function normalizePhone(input: string, country?: string): NormalizedPhone | undefined {
  const code = country?.toUpperCase() ?? '';
  return read(input, isSupportedCountry(code) ? { defaultCountry: code } : undefined);
}

/** What is called: without the extension (rule PHONE-2). */
export const callableNumber = (stored: string): string => stored.replace(/\s*x.*$/i, '');

/** Worked through where there is no number, so that a decoy takes as long (rule REFUSAL-2). */
const nobodys = '+1 2025550100';

/**
 * Whether the complete number was typed (rule PHONE-3). Spaces, hyphens, an extension and the like do not
 * matter, and neither does the country code: what is typed without one is read as a number of the same.
 * @param stored undefined: a decoy, whose number nobody knows
 */
export function checkTarget(
  typed: string,
  stored: string | undefined,
): Verdict<'target-required' | 'target-differs'> {
  if (typed.trim() === '') return deny('PHONE-3', 'target-required');
  const known = parsePhoneNumberFromString(callableNumber(stored ?? nobodys));
  const given = read(typed, known && { defaultCallingCode: known.countryCallingCode });
  const wanted = known && `+${known.countryCallingCode} ${known.nationalNumber}`;
  const same = stored !== undefined && wanted !== undefined && given?.stored === wanted;
  return same ? allow('PHONE-3') : deny('PHONE-3', 'target-differs');
}
