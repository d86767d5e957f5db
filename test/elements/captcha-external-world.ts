import type { ResetPage } from '../../src/testing/index.js';
import { asked, type CaptchaWorld, captchaWorld } from './captcha-world.js';
import { adele, type Look, open, turn } from './reset-world.js';

export const siteKey = 'public-key-of-contoso';
let count = 0;

/** A tenant with a captcha whose maker nobody has registered yet. */
export function external(): { readonly where: CaptchaWorld; readonly provider: string } {
  count += 1;
  const provider = `maker-${count}`;
  const verifyCaptcha = async (token: string) => token.startsWith('good');
  const where = captchaWorld({ kind: 'external', provider, siteKey }, { verifyCaptcha });
  return { where, provider };
}

/** An element that asks for it, its username typed. */
export async function openedWithMaker(where: CaptchaWorld, look: Look = {}): Promise<ResetPage> {
  const page = await open(where, { adapter: where.adapter, username: adele, ...look });
  await asked(page);
  await turn();
  await page.element.updateComplete;
  return page;
}

/** Keeps what tests of a file warn of on the console, in place of saying it. */
export function heard(): { readonly warned: readonly string[] } {
  const { warn } = console;
  let warned: string[] = [];
  beforeEach(() => {
    warned = [];
    console.warn = (...words: unknown[]) => warned.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });
  return {
    get warned() {
      return warned;
    },
  };
}

export const required = 'Do the check below first.';
export const refused = 'We could not tell that you are a person. Try once more.';
export const notLoaded = 'The check did not load. Try again, or ask your service desk.';
export const missing = 'This page cannot show the check. Try again, or ask your service desk.';
