import type { Captcha, Work } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';

/** How many numbers are tried before anything else may have its turn. */
const slice = 64;

const encoder = new TextEncoder();

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The work that a captcha takes in place of a puzzle (rule CAPTCHA-2, WCAG 3.3.8). */
export const workOf = (captcha: Captcha): Work | undefined =>
  captcha.kind === 'proof-of-work' || captcha.kind === 'picture' ? captcha.work : undefined;

/**
 * Does the work of a captcha, in slices between which the page stays alive, and gives its answer: the
 * payload of ALTCHA, base 64 of JSON. The same work has the same answer.
 * @throws the signal's reason, or an `SsprError` where the page is not secure or there is no such number
 */
export async function solve(work: Work, signal: AbortSignal): Promise<string> {
  if (!crypto.subtle)
    throw new SsprError(
      'rejected',
      'The captcha needs a secure page: serve it by https, or from localhost.',
    );
  const { algorithm, challenge, salt, signature, maxNumber } = work;
  for (let start = 0; start <= maxNumber; start += slice) {
    signal.throwIfAborted();
    const count = Math.min(slice, maxNumber - start + 1);
    const hashes = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        crypto.subtle.digest(algorithm, encoder.encode(`${salt}${start + index}`)),
      ),
    );
    const found = hashes.findIndex((hash) => hexOf(hash) === challenge);
    if (found >= 0) {
      const number = start + found;
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  throw new SsprError('malformed-answer', 'A proof of work without a solution.');
}
