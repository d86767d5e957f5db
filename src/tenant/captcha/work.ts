import type { Work } from '../../contract/index.js';
import { hex, type KeyedDigest } from '../digest.js';
import { type Random, randomBelow } from '../random.js';

/** What comes back as base 64 of JSON: ALTCHA's payload, `took` and whatever else left out. */
export interface Solution {
  readonly algorithm: string;
  readonly challenge: string;
  readonly number: number;
  readonly salt: string;
  readonly signature: string;
}

/** Whose work a solution is, and whether it is done. */
export interface SolvedWork {
  /** Whether the challenge is one of ours. */
  readonly genuine: boolean;
  /** Whether number and salt are those of the challenge. */
  readonly solved: boolean;
  /** Milliseconds since 1970, as the salt says; to be trusted only where solved. */
  readonly expiresAt: number;
}

const saltBytes = 12;
/** The last sign keeps the digits of the time and those of the number apart. */
const saltPattern = /^[0-9a-f]{24}\?expires=(\d{1,12})&$/;
const encoder = new TextEncoder();

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
}

/** The salt and the number of a work: all of it that is left to chance. */
export interface WorkDraw {
  readonly salt: string;
  readonly number: number;
}

/**
 * @param maxNumber how far one has to count at most
 * @param expiresAt milliseconds since 1970, whole seconds
 */
export const drawWork = (random: Random, maxNumber: number, expiresAt: number): WorkDraw => ({
  salt: `${hex(random.bytes(saltBytes))}?expires=${expiresAt / 1_000}&`,
  number: randomBelow(random, maxNumber + 1),
});

/**
 * A proof of work in the first challenge format of ALTCHA: to find is the number that, after the salt,
 * has `challenge` as its SHA-256. The signature is an HMAC-SHA-256 of the challenge, so that nothing
 * has to be kept for it (rule CAPTCHA-2).
 */
export async function workOf(
  { salt, number }: WorkDraw,
  maxNumber: number,
  digest: KeyedDigest,
): Promise<Work> {
  const challenge = await sha256(`${salt}${number}`);
  const signature = await digest.text(challenge);
  return { algorithm: 'SHA-256', challenge, salt, maxNumber, signature };
}

const isSolution = (value: unknown): value is Solution =>
  typeof value === 'object' &&
  value !== null &&
  'algorithm' in value &&
  typeof value.algorithm === 'string' &&
  'challenge' in value &&
  typeof value.challenge === 'string' &&
  'number' in value &&
  Number.isSafeInteger(value.number) &&
  'salt' in value &&
  typeof value.salt === 'string' &&
  'signature' in value &&
  typeof value.signature === 'string';

/** The solution in an answer; undefined where it is anything else. */
export function readSolution(answer: string): Solution | undefined {
  try {
    const value: unknown = JSON.parse(atob(answer));
    return isSolution(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Says of a solution what can be said without knowing what came before. */
export async function checkWork(solution: Solution, digest: KeyedDigest): Promise<SolvedWork> {
  const { algorithm, challenge, number, salt, signature } = solution;
  const seconds = saltPattern.exec(salt)?.[1];
  return {
    genuine: signature === (await digest.text(challenge)),
    solved:
      algorithm === 'SHA-256' &&
      seconds !== undefined &&
      challenge === (await sha256(`${salt}${number}`)),
    expiresAt: Number(seconds) * 1_000,
  };
}
