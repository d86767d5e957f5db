import type { Captcha, Work } from '../../../../src/contract/index.js';
import { defaultPolicy, type TenantPolicy } from '../../../../src/policy/index.js';
import { Captchas, type CaptchasOptions } from '../../../../src/tenant/captcha/index.js';
import { drawPicture } from '../../../../src/tenant/captcha/picture.js';
import { manualClock } from '../../../../src/tenant/clock.js';
import { hex, KeyedDigest } from '../../../../src/tenant/digest.js';
import { seededRandom } from '../../../../src/tenant/random.js';

export type CaptchaSettings = Partial<TenantPolicy['captcha']>;
export type PictureCaptcha = Extract<Captcha, { kind: 'picture' }>;

/** 32 letters, so that other makers of HMACs can be given the same key as text. */
export const keyText = 'the-key-of-a-tenant-in-32-bytes!';
export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Each digit is 40 samples that no noise turns into those of another. */
export const plainWords = Array.from({ length: 10 }, (_, digit) =>
  new Uint8Array(40).fill(20 + 20 * digit + (digit > 4 ? 20 : 0)),
);

/** Captchas of a kind at a clock that stands still; what pictures show is told as they are drawn. */
export function desk(settings: CaptchaSettings = {}, options: Partial<CaptchasOptions> = {}) {
  const clock = manualClock();
  const shown: string[] = [];
  let policy = { ...defaultPolicy.captcha, maxNumber: 50, ...settings };
  const captchas = new Captchas({
    now: () => clock.now(),
    random: seededRandom(1),
    digest: new KeyedDigest(bytesOf(keyText)),
    policy: () => policy,
    verify: undefined,
    words: async () => plainWords,
    draw: (characters, random) => {
      shown.push(characters);
      return drawPicture(characters, random);
    },
    ...options,
  });
  return {
    captchas,
    clock,
    /** What the last picture shows. */
    shownLast: () => shown.at(-1) ?? '',
    change: (changed: CaptchaSettings) => {
      policy = { ...policy, ...changed };
    },
    answer: async (answer: string, challenge?: string) => {
      const given = challenge === undefined ? { answer } : { challenge, answer };
      return outcome(await captchas.check(given));
    },
    picture: async (locale = 'en'): Promise<PictureCaptcha> => {
      const captcha = await captchas.issue(locale);
      if (captcha.kind !== 'picture') throw new Error(`${captcha.kind} is no picture.`);
      return captcha;
    },
    work: async (): Promise<Work> => {
      const captcha = await captchas.issue('en');
      if (captcha.kind !== 'proof-of-work') throw new Error(`${captcha.kind} is no work.`);
      return captcha.work;
    },
  };
}

/** The rule that decided, and how. */
export const outcome = (verdict: {
  readonly allowed: boolean;
  readonly rule: string;
  readonly code?: string;
}): string => `${verdict.rule}: ${verdict.code ?? 'passed'}`;

export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))));

/** Counts until the hash is found, as a widget has to. */
export async function numberOf({ salt, challenge, maxNumber }: Work): Promise<number> {
  for (let number = 0; number <= maxNumber; number++)
    if ((await sha256(`${salt}${number}`)) === challenge) return number;
  throw new Error('No number up to the highest is right.');
}

export type Payload = Record<'algorithm' | 'challenge' | 'salt' | 'signature', unknown> & {
  readonly number: unknown;
};

export const encoded = (payload: unknown): string => btoa(JSON.stringify(payload));

export async function payloadOf(work: Work): Promise<Payload> {
  const { algorithm, challenge, salt, signature } = work;
  return { algorithm, challenge, number: await numberOf(work), salt, signature };
}

/** The work done: what goes into the answer. */
export const solve = async (work: Work): Promise<string> => encoded(await payloadOf(work));

/** The bytes behind a data URI of the media type. */
export function dataOf(uri: string, type: string): Uint8Array {
  const start = `data:${type};base64,`;
  if (!uri.startsWith(start)) throw new Error(`${uri.slice(0, 40)} is no ${type}.`);
  return Uint8Array.from(atob(uri.slice(start.length)), (one) => one.charCodeAt(0));
}

const wavHeader = 44;
const mostNoise = 6;

/** The digits that a recording speaks, found by the samples of the words. */
export function heardIn(audio: string, words: readonly Uint8Array[]): string {
  const samples = dataOf(audio, 'audio/wav').subarray(wavHeader);
  const isAt = (word: Uint8Array, start: number): boolean =>
    start + word.length <= samples.length &&
    word.every((sample, at) => Math.abs(sample - (samples[start + at] ?? 0)) <= mostNoise);
  let digits = '';
  for (let at = 0; at < samples.length; at++) {
    const digit = words.findIndex((word) => isAt(word, at));
    if (digit < 0) continue;
    digits += digit;
    at += (words[digit]?.length ?? 1) - 1;
  }
  return digits;
}
