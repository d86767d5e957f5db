import { expect } from '@open-wc/testing';
import { appCode, codeFrom, type ResetPage } from '../../src/testing/index.js';
import { adele, type Look, newPassword, oldPassword, open, type World } from './reset-world.js';

export async function proveByMail(page: ResetPage, { tenant }: World, username: string) {
  await page.chooseMethod('email');
  await page.step('enter-code');
  await page.enterCode(await codeFrom(tenant, username));
}

export async function proveByApp(page: ResetPage, { tenant }: World, username: string) {
  await page.chooseMethod('app-code');
  await page.step('enter-code');
  await page.enterCode(appCode(tenant, username));
}

/** The journey is over when the new password opens the account, and the old one does not. */
export async function expectBackIn(page: ResetPage, { tenant }: World, username: string) {
  await page.step('new-password');
  await page.choosePassword(newPassword);
  await page.step('done');
  expect(page.heading).to.equal('Your password is changed');
  expect(await tenant.signIn(username, newPassword)).to.include({ outcome: 'signed-in' });
  expect(await tenant.signIn(username, oldPassword)).to.deep.equal({ outcome: 'wrong' });
}

/** Adele’s reset, where a code is asked for. */
export async function atCode(where: World, type: 'email' | 'app-code' = 'email', look: Look = {}) {
  const page = await open(where, look);
  await page.identify(adele);
  await page.step('choose-method');
  await page.chooseMethod(type);
  await page.step('enter-code');
  return page;
}

/** Adele’s reset, where the new password is asked for. */
export async function atPassword(where: World, look: Look = {}) {
  const page = await atCode(where, 'email', look);
  await page.enterCode(await codeFrom(where.tenant, adele));
  await page.step('new-password');
  return page;
}
