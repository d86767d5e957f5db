import type { Captcha, ResetIntent, Work } from '../../contract/index.js';
import { drawPicture } from '../../tenant/captcha/picture.js';
import type { ManualClock, TenantOptions } from '../../tenant/index.js';

type CaptchaAnswer = NonNullable<ResetIntent['captcha']>;

/** The one token that the maker of an external captcha knows here. */
const token = 'a-token-of-the-maker';

/** Looks at captchas as they are drawn: nobody can read a picture but a person. */
export class CaptchaReader {
  #shown = '';

  /** For the tenant whose captchas are read. */
  readonly options = {
    drawCaptcha: (characters, random) => {
      this.#shown = characters;
      return drawPicture(characters, random);
    },
    verifyCaptcha: async (given) => given === token,
  } satisfies Pick<TenantOptions, 'drawCaptcha' | 'verifyCaptcha'>;

  /**
   * What a person brings for the newest captcha.
   * @param how `late`: rightly, when its time is over
   */
  async answer(
    captcha: Captcha,
    how: 'right' | 'wrong' | 'late',
    clock: ManualClock,
  ): Promise<CaptchaAnswer | undefined> {
    const wrong = how === 'wrong' ? '-wrong' : '';
    if (how === 'late' && 'expiresInMs' in captcha)
      clock.advance({ milliseconds: captcha.expiresInMs });
    switch (captcha.kind) {
      case 'none':
        return undefined;
      case 'picture':
        return { challenge: captcha.challenge, answer: `${this.#shown}${wrong}` };
      case 'external':
        return { answer: `${token}${wrong}` };
      case 'proof-of-work':
        return { answer: await solved(captcha.work, how === 'wrong' ? -1 : 0) };
    }
  }
}

/** The work done, in the payload of ALTCHA. */
async function solved(work: Work, off: number): Promise<string> {
  const { maxNumber, ...known } = work;
  for (let number = 0; number <= maxNumber; number += 1)
    if ((await sha256(`${work.salt}${number}`)) === work.challenge)
      return btoa(JSON.stringify({ ...known, number: number + off }));
  throw new Error('The work has no solution.');
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
