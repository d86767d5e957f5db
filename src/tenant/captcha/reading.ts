import { readCode } from '../../policy/index.js';

/** Characters that people take for one another; each group is read as its first (rule CAPTCHA-1, D). */
const lookAlikes = ['0oqd', '1il', '2z', '5s', '6g', '8b', 'uv'];

const readAs = new Map(
  lookAlikes.flatMap((group) => [...group].map((one) => [one, group.charAt(0)] as const)),
);

/**
 * What somebody means who typed `answer`: case, look-alikes, white space, hyphens and the script of
 * digits do not count (rule CAPTCHA-1, D).
 */
export const readingOf = (answer: string): string =>
  [...readCode(answer.normalize('NFKC')).toLowerCase()]
    .map((character) => readAs.get(character) ?? character)
    .join('');
