import type { Adapter, Captcha, ResetIntent } from '../../src/contract/index.js';
import { pictureAlphabet } from '../../src/tenant/captcha/glyphs.js';
import { spokenDigits } from '../../src/tenant/captcha/spoken-digits.js';
import { drawWork } from '../../src/tenant/captcha/work.js';
import {
  type Overrides,
  type Random,
  seededRandom,
  type TenantOptions,
} from '../../src/tenant/index.js';
import { randomText } from '../../src/tenant/random.js';
import type { ResetPage } from '../../src/testing/index.js';
import { heardIn } from '../unit/tenant/captcha/captcha-desk.js';
import { adapterOver, adele, type Look, open, type World, world } from './reset-world.js';

export type PictureCaptcha = Extract<Captcha, { kind: 'picture' }>;

/** A tenant that asks for a captcha, with eyes and ears on what it asks and what it is sent. */
export interface CaptchaWorld extends World {
  readonly adapter: Adapter;
  /** All captchas that were given out. */
  readonly captchas: readonly Captcha[];
  /** All that was sent to start a reset. */
  readonly started: readonly ResetIntent[];
  /** What the newest picture shows. */
  read(): string;
  /** What the newest recording says, in the language that it was asked for. */
  hear(): Promise<string>;
}

/** Random bytes that are remembered from the last call of `forget` on. */
function remembered(random: Random) {
  let bytes: number[] = [];
  return {
    bytes(length: number) {
      const drawn = random.bytes(length);
      bytes.push(...drawn);
      return drawn;
    },
    forget: () => {
      bytes = [];
    },
    /** The same bytes once more. */
    again(): Random {
      let at = 0;
      return {
        bytes(length) {
          at += length;
          return Uint8Array.from(bytes.slice(at - length, at));
        },
      };
    },
  };
}

export function captchaWorld(
  captcha: NonNullable<Overrides['captcha']>,
  options: Partial<TenantOptions> = {},
): CaptchaWorld {
  const random = remembered(seededRandom(7));
  const settings = { captcha: { maxNumber: 200, ...captcha } };
  const where = world(settings, { random, ...options });
  const { tenant } = where;
  const captchas: Captcha[] = [];
  const started: ResetIntent[] = [];
  let locale = '';
  /** As it was drawn, since nobody can read a picture but a person. */
  let shown: Random = random;
  const newest = (): PictureCaptcha => {
    const captcha = captchas.at(-1);
    if (captcha?.kind !== 'picture') throw new Error(`No picture, but ${captcha?.kind}.`);
    return captcha;
  };
  return {
    ...where,
    captchas,
    started,
    adapter: adapterOver(tenant, {
      async discover(hint, call) {
        random.forget();
        locale = call.locale;
        const discovery = await tenant.discover(hint, call);
        captchas.push(discovery.captcha);
        shown = random.again();
        return discovery;
      },
      start(intent, attempt) {
        started.push(intent);
        return tenant.reset.start(intent, attempt);
      },
    }),
    read() {
      newest();
      const { length, maxNumber } = tenant.policy.captcha;
      drawWork(shown, maxNumber, 0);
      return randomText(shown, pictureAlphabet, length);
    },
    hear: async () => heardIn(newest().audio, await spokenDigits(locale)),
  };
}

/** Waits until the captcha is there, under the username. */
export async function asked(page: ResetPage): Promise<void> {
  await page.until(() => page.form.querySelector('.captcha') !== null, 'a captcha');
  await page.element.updateComplete;
}

export const pictureOf = (page: ResetPage): string =>
  page.form.querySelector<HTMLImageElement>('.captcha img')?.src ?? '';

export const audioOf = (page: ResetPage): HTMLAudioElement => {
  const audio = page.form.querySelector('audio');
  if (!audio) throw new Error(`No recording: ${page}`);
  return audio;
};

export const withPicture = (): CaptchaWorld => captchaWorld({ kind: 'picture' });

/** An element that asks for the characters of a picture, its username typed. */
export async function openedWithPicture(where: CaptchaWorld, look: Look = {}): Promise<ResetPage> {
  const page = await open(where, { adapter: where.adapter, ...look });
  await asked(page);
  page.type('username', adele);
  return page;
}

export const typedIn = (page: ResetPage): string => page.field('captcha').value;

/** Waits for the picture after this one. */
export async function renewed(page: ResetPage, before: string): Promise<void> {
  await page.until(() => pictureOf(page) !== before, 'another picture');
  await page.element.updateComplete;
}
