/**
 * The tag that numbers and times are written by. Sentences have Latin digits in Arabic too; the source
 * texts are British English, where `en` alone would mean American dates.
 */
const conventions: Readonly<Record<string, string>> = {
  en: 'en-GB',
  'en-XA': 'en-GB',
  ar: 'ar-u-nu-latn',
};

const conventionOf = (locale: string): string => conventions[locale] ?? locale;

/** A time of day on a 24 hour clock: "14:37". */
export function clockTime(date: Date, locale: string, timeZone?: string): string {
  return date.toLocaleTimeString(conventionOf(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}

/** A day and its time: "Wednesday 25 November at 09:41". */
export function dayAndTime(date: Date, locale: string, timeZone?: string): string {
  return date.toLocaleString(conventionOf(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
}

/** A date in full but for its weekday: "1 Feb 2027". */
export function shortDate(date: Date, locale: string, timeZone?: string): string {
  return date.toLocaleDateString(conventionOf(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
}

/** A whole number: "1,000". */
export const number = (value: number, locale: string): string =>
  value.toLocaleString(conventionOf(locale));

/** Milliseconds left as minutes and seconds, "0:24"; the last second counts until it is over, and less than nothing is nothing. */
export function duration(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const digits = (value: number, minimumIntegerDigits: number) =>
    value.toLocaleString(conventionOf(locale), { minimumIntegerDigits, useGrouping: false });
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}

/** A whole number of minutes, hours or days, in words: "5 minutes". */
export const span = (count: number, unit: 'minute' | 'hour' | 'day', locale: string): string =>
  count.toLocaleString(conventionOf(locale), { style: 'unit', unit, unitDisplay: 'long' });

/** "email, text and call". */
export const list = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(conventionOf(locale)).format(items);

/**
 * Keeps the letters of an address, number or name from being reordered by the sentence around it, by
 * the isolates of UAX #9: left to right (addresses, numbers), or as the text itself begins (names). What
 * embeds, overrides or isolates inside of the text is taken out: it would end this isolate, and turn the
 * words of the sentence around.
 */
export const isolate = (text: string, direction: 'ltr' | 'auto' = 'ltr'): string =>
  `${direction === 'ltr' ? '\u2066' : '\u2068'}${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;

/** A number or a mask of one, which reads as one only on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
