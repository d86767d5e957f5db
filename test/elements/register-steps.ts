import { codeFrom, type RegisterPage } from '../../src/testing/index.js';
import { amira, type SignedIn } from './register-world.js';

/** The fresh proof that a change asks for (rule REGISTER-6). */
export async function proveByMail(page: RegisterPage, { tenant }: SignedIn): Promise<void> {
  await page.step('choose-method');
  await page.chooseMethod('email');
  await page.step('enter-code');
  await page.enterCode(await codeFrom(tenant, amira));
}

/** Types a new address where it is asked for, and the code that was sent there. */
export async function enrolEmail(
  page: RegisterPage,
  { tenant }: SignedIn,
  address: string,
): Promise<void> {
  await page.step('enrol-email');
  page.type('address', address);
  await page.submit();
  await page.step('enter-code');
  await page.enterCode(await codeFrom(tenant, amira));
}

/** What is there without the isolates of UAX #9 and with plain spaces. */
export const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a screen reader calls a button: what it is labelled by. */
export function nameOf(button: Element): string {
  const ids = (button.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const root = button.getRootNode() as Document | ShadowRoot;
  return ids.length
    ? ids.map((id) => plain(root.getElementById(id)?.textContent)).join(' ')
    : plain(button.textContent);
}
