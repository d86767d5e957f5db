import type { Work } from '../contract/discovery.js';
import { require } from './expectation.js';

/** Does a proof of work as a browser would, and answers its payload (rule CAPTCHA-2). */
export async function solveWork({ algorithm, challenge, salt, maxNumber, signature }: Work) {
  for (let number = 0; number <= maxNumber; number += 1)
    if ((await sha256(`${salt}${number}`)) === challenge)
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  require(false, 'a proof of work that can be done', 'one without a solution');
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest(algorithmName, new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const algorithmName = 'SHA-256';
