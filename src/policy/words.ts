/** Words of an organisation: the same in every language, or by language, a BCP 47 tag each. */
export type Words = string | Readonly<Record<string, string>>;

const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The words in a language: exactly that, else one like it, else English, else the first there are. */
export function wordsIn(words: Words, locale: string): string {
  if (typeof words === 'string') return words;
  const all = Object.entries(words);
  const by = (fits: (tag: string) => boolean) => all.find(([tag]) => fits(tag))?.[1];
  return (
    by((tag) => tag.toLowerCase() === locale.toLowerCase()) ??
    by((tag) => languageOf(tag) === languageOf(locale)) ??
    by((tag) => languageOf(tag) === 'en') ??
    all[0]?.[1] ??
    ''
  );
}
