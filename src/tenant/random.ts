/** Where a tenant takes what nobody can guess. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** The platform's own, fit for secrets. */
export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** The same bytes for the same seed, for tests and demos only: they can be guessed. (mulberry32) */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return { bytes: (length) => Uint8Array.from({ length }, next) };
}

/** `length` characters of `alphabet`, each as likely as the other. */
export function randomText(random: Random, alphabet: string, length: number): string {
  // Bytes beyond the last whole multiple would favour the first characters of the alphabet.
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length)
    for (const byte of random.bytes(length - text.length))
      if (byte < fair) text += alphabet[byte % alphabet.length];
  return text;
}

/** A whole number from 0 to below `limit`, each as likely as the other. */
export function randomBelow(random: Random, limit: number): number {
  // Beyond the last whole multiple the small numbers would be favoured.
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const number = new DataView(random.bytes(4).buffer).getUint32(0);
    if (number < fair) return number % limit;
  }
}

const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** No letter or digit that is taken for another when read aloud or copied by hand. */
const spokenAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 192 bits that name a step of a flow and tell nothing. */
export const randomToken = (random: Random): string => randomText(random, tokenAlphabet, 32);

/** A code of digits, the first of which may be 0. */
export const randomDigits = (random: Random, length: number): string =>
  randomText(random, '0123456789', length);

/** Such as `4QX7-9KTM`: to quote to the helpdesk (rule REFUSAL-1). */
export const randomSupportCode = (random: Random): string =>
  `${randomText(random, spokenAlphabet, 4)}-${randomText(random, spokenAlphabet, 4)}`;
