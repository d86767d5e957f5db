import { expect } from '@open-wc/testing';
import { open, turn } from './reset-world.js';
import { stage, walk } from './scenario-steps.js';

/** A browser that reads codes from text messages, and who asks it to. */
function listening() {
  const asked: { readonly signal: AbortSignal; readonly give: (code: string) => void }[] = [];
  const { get } = navigator.credentials;
  const given = 'OTPCredential' in globalThis;
  if (!given) Reflect.set(globalThis, 'OTPCredential', class {});
  navigator.credentials.get = (options) =>
    new Promise((resolve, reject) => {
      const { signal } = options ?? {};
      if (!signal) throw new Error('Nobody could end that.');
      signal.addEventListener('abort', () => reject(signal.reason));
      asked.push({
        signal,
        // As the browser hands it over: an object with the code.
        give: (code) => resolve({ id: '', type: 'otp', code } as Credential),
      });
    });
  return {
    asked,
    stop() {
      navigator.credentials.get = get;
      if (!given) Reflect.deleteProperty(globalThis, 'OTPCredential');
    },
  };
}

describe('a browser that reads codes from text messages', () => {
  // Only where a page may be asked at all.
  const can = 'credentials' in navigator;

  if (can)
    it('fills the code in, and leaves sending it to the person', async () => {
      const browser = listening();
      try {
        const where = await stage('text/number');
        const page = await open(where, where.look);
        await walk(page, where);
        await page.confirmTarget('+49 171 1234567');
        await page.step('enter-code');
        await turn();
        expect(browser.asked).to.have.length(1);
        browser.asked[0]?.give('123456');
        await page.until(() => page.field('code').value === '123456', 'the code');
        expect(page.stepKind).to.equal('enter-code');
        page.element.remove();
        await turn();
        expect(browser.asked[0]?.signal.aborted).to.equal(true);
      } finally {
        browser.stop();
      }
    });
});
