const accented: Readonly<Record<string, string>> = {
  a: 'å',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ö',
  P: 'Þ',
  Q: 'Ɋ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};

/** One part of a message: text, or a placeholder that stays as it is. */
type Part<Placeholder> = string | Placeholder;

const accent = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const other = accented[letter] ?? letter;
    return /[aeiou]/i.test(letter) ? other + other.toLowerCase() : other;
  });

/**
 * A message in the pseudo-locale: every letter accented, so that text that was never localized stands
 * out; every vowel doubled, which makes it longer by about 40 % within its words, as German does; in
 * brackets, so that a cut-off end or a sentence glued together is seen.
 */
export function pseudo<Placeholder>(parts: readonly Part<Placeholder>[]): Part<Placeholder>[] {
  return ['[', ...parts.map((part) => (typeof part === 'string' ? accent(part) : part)), ']'];
}
