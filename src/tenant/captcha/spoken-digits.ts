import { fromBase64 } from './base64.js';

/** 0 to 9 as spoken: samples of `sampleRate`. */
export type SpokenDigits = readonly Uint8Array[];

/** The languages in which digits are spoken, loaded when one is first heard. */
const languages: Readonly<Record<string, () => Promise<{ readonly digits: readonly string[] }>>> = {
  en: () => import('./generated/digits-en.js'),
  de: () => import('./generated/digits-de.js'),
  ar: () => import('./generated/digits-ar.js'),
};

/**
 * The digits in the language of `locale`, English where that is not spoken (rule CAPTCHA-2).
 * @param locale a BCP 47 tag such as `de-AT`
 */
export async function spokenDigits(locale: string): Promise<SpokenDigits> {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  const load = Object.hasOwn(languages, language) ? languages[language] : languages.en;
  const { digits } = (await load?.()) ?? { digits: [] };
  return digits.map(fromBase64);
}
