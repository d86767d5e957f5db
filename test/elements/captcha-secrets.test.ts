import { expect } from '@open-wc/testing';
import { registerCaptcha } from '../../src/elements/captcha/registry.js';
import type { ResetPage } from '../../src/testing/index.js';
import { external, openedWithMaker } from './captcha-external-world.js';
import { type CaptchaWorld, openedWithPicture, withPicture } from './captcha-world.js';
import { turn } from './reset-world.js';
import { Sinks } from './sinks.js';

let watch: Sinks;
beforeEach(() => {
  watch = new Sinks();
});
afterEach(() => watch.stop());

/** Waits for what is asked after a wrong answer. */
async function askedAgain(page: ResetPage, { captchas }: CaptchaWorld): Promise<void> {
  await page.until(() => captchas.length > 1, 'another captcha');
  await page.settled();
}

async function expectNowhere(secrets: readonly string[]): Promise<void> {
  const seen = await watch.seen();
  for (const secret of secrets)
    expect(seen.filter((line) => line.includes(secret))).to.deep.equal([]);
  expect(seen.filter((line) => line === 'button@type: submit')).not.to.deep.equal([]);
}

describe('what is typed for a captcha', () => {
  it('is in no attribute, event, address, storage or console, and leaves the page with its step', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const wrong = 'WRONGONE';
    page.type('captcha', wrong);
    await page.submit();
    await askedAgain(page, where);
    const right = where.read();
    const field = page.field('captcha');
    page.type('captcha', right);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    await turn();
    expect(field.value).to.equal('');
    const challenges = where.started.map(({ captcha }) => captcha?.challenge ?? '');
    expect(challenges, 'two tries').to.have.length(2);
    await expectNowhere([wrong, right, ...challenges]);
  });
});

describe('the token of an external captcha', () => {
  it('is in no attribute, event, address, storage or console', async () => {
    const { where, provider } = external();
    let solve = (_: string) => {};
    registerCaptcha(provider, {
      mount(_, { solved }) {
        solve = solved;
      },
    });
    const page = await openedWithMaker(where);
    solve('bad-secret-token');
    await page.submit();
    await askedAgain(page, where);
    solve('good-secret-token');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    await turn();
    expect(where.started).to.have.length(2);
    await expectNowhere(['bad-secret-token', 'good-secret-token']);
  });
});
