import { expect } from '@open-wc/testing';
import { appCode, codeFrom, type ResetPage } from '../../src/testing/index.js';
import {
  adapterOver,
  addresses,
  adele,
  newPassword,
  open,
  turn,
  type World,
  world,
} from './reset-world.js';
import { Sinks } from './sinks.js';

let watch: Sinks;
beforeEach(() => {
  watch = new Sinks();
});
afterEach(() => watch.stop());

/** Keeps the tokens that a backend gives out. */
function keepingTokens({ tenant }: World) {
  const tokens: string[] = [];
  const kept = async (answer: ReturnType<typeof tenant.reset.start>) => {
    const step = await answer;
    if ('token' in step && step.token) tokens.push(step.token);
    return step;
  };
  const adapter = adapterOver(tenant, {
    start: (...call) => kept(tenant.reset.start(...call)),
    advance: (...call) => kept(tenant.reset.advance(...call)),
  });
  return { adapter, tokens };
}

async function toCode(page: ResetPage, type: 'email' | 'app-code') {
  await page.step('choose-method');
  await page.chooseMethod(type);
  await page.step('enter-code');
}

describe('secrets', () => {
  it('leave the element by no event, attribute, address, storage, form or console', async () => {
    const where = world({ methodsRequired: 2 });
    const { adapter, tokens } = keepingTokens(where);
    const page = await open(where, { adapter });
    const wrong = '314159';
    const refused = 'My-Contoso-2026';
    await page.identify(adele);
    await toCode(page, 'email');
    const mailCode = await codeFrom(where.tenant, adele);
    await page.enterCode(wrong);
    await page.enterCode(mailCode);
    await toCode(page, 'app-code');
    const code = appCode(where.tenant, adele);
    await page.enterCode(code);
    await page.step('new-password');
    await page.choosePassword(refused);
    page.type('password', newPassword);
    page.control('Show password').click();
    await page.element.updateComplete;
    await page.choosePassword(newPassword);
    await page.step('done');
    await turn();

    const seen = await watch.seen();
    expect(tokens).to.have.length.above(6);
    const secrets = [wrong, refused, mailCode, code, newPassword, addresses[adele], ...tokens];
    for (const secret of secrets)
      expect(
        seen.filter((line) => line.includes(secret)),
        `what tells ${secret}`,
      ).to.deep.equal([]);
    // The watch sees what there is to see.
    expect(
      seen.some((line) => line.startsWith('sspr-step: ') && line.includes('kind=done')),
    ).to.equal(true);
    expect(seen.some((line) => line === 'input@name: password')).to.equal(true);
    expect(
      seen.some((line) => line === 'div@id: heading'),
      'inside of shadow roots',
    ).to.equal(true);
    expect(seen.some((line) => line.startsWith('submit'))).to.equal(false);
    expect(seen.some((line) => line.startsWith('formdata'))).to.equal(false);
  });

  it('leave it by no failure either', async () => {
    const where = world();
    const page = await open(where, {
      adapter: adapterOver(where.tenant, {
        advance: (token, answer, attempt) =>
          answer.action === 'choose-method'
            ? where.tenant.reset.advance(token, answer, attempt)
            : Promise.reject(new TypeError(`bad: ${JSON.stringify(answer)}`)),
      }),
    });
    await page.identify(adele);
    await toCode(page, 'email');
    await page.enterCode('271828');
    await page.until(() => page.failure !== undefined, 'a failure');
    await turn();
    expect(page.text).not.to.contain('271828');
    expect((await watch.seen()).filter((line) => line.includes('271828'))).to.deep.equal([]);
  });

  it('that do leave are seen by this test', async () => {
    const page = await open(world());
    const secret = 'Leaky-Kettle-99';
    class Leak extends Event {
      readonly detail = { inner: { secret } };
    }
    const leaks: Readonly<Record<string, () => void>> = {
      'sspr-step': () =>
        page.element.dispatchEvent(new Leak('sspr-step', { bubbles: true, composed: true })),
      'button@title': () => page.primary.setAttribute('title', secret),
      'div@class': () => {
        page.headingElement.className = secret;
      },
      'console.warn': () => console.warn({ value: [secret] }),
      localStorage: () => localStorage.setItem('leak', secret),
      sessionStorage: () => sessionStorage.setItem('leak', secret),
      cookies: () => {
        // biome-ignore lint/suspicious/noDocumentCookie: this is the leak that is to be seen.
        document.cookie = `leak=${secret}`;
      },
      pushState: () => history.pushState({ secret }, ''),
      formdata: () => {
        const form = document.createElement('form');
        form.innerHTML = `<input name="x" value="${secret}">`;
        page.element.parentElement?.append(form);
        new FormData(form);
      },
    };
    try {
      for (const leak of Object.values(leaks)) leak();
      await turn();
      const seen = (await watch.seen()).filter((line) => line.includes(secret));
      const places = new Set(seen.map((line) => line.split(': ')[0]));
      expect([...places]).to.include.members(Object.keys(leaks));
    } finally {
      localStorage.removeItem('leak');
      sessionStorage.removeItem('leak');
      // biome-ignore lint/suspicious/noDocumentCookie: as above.
      document.cookie = 'leak=; max-age=0';
    }
  });

  it('are emptied when their step goes, and when the element does', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(adele);
    await toCode(page, 'email');
    const code = page.field('code');
    await page.enterCode(await codeFrom(where.tenant, adele));
    await page.step('new-password');
    expect(code.value).to.equal('');
    expect(code.isConnected).to.equal(false);
    const fields = [page.field('password'), page.field('confirmation')];
    await page.choosePassword(newPassword);
    await page.step('done');
    for (const field of fields) expect(field.value).to.equal('');

    const second = await open(where);
    await second.identify(adele);
    await toCode(second, 'app-code');
    where.clock.advance({ seconds: 30 });
    await second.enterCode(appCode(where.tenant, adele));
    await second.step('new-password');
    second.type('password', newPassword);
    const password = second.field('password');
    second.element.remove();
    await turn();
    expect(password.value).to.equal('');
  });

  it('are emptied when a reset runs out or is given up', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(adele);
    await toCode(page, 'email');
    page.type('code', '161803');
    const first = page.field('code');
    where.clock.advance({ minutes: 15 });
    await page.step('refused');
    expect(first.value).to.equal('');

    await page.press('Start again');
    await page.step('identify');
    await page.submit();
    await toCode(page, 'app-code');
    page.type('code', '161803');
    const second = page.field('code');
    await page.cancel();
    await page.until(() => page.controls.includes('Leave'), 'the question');
    await page.press('Leave');
    await page.step('identify');
    expect(second.value).to.equal('');
  });

  it('are hidden from recorders of sessions', async () => {
    const where = world();
    const page = await open(where);
    await page.identify(adele);
    await toCode(page, 'email');
    const expectHidden = (name: string) => {
      for (const mark of ['data-private', 'data-sentry-mask', 'data-hj-suppress'])
        expect(page.field(name).hasAttribute(mark), `${name} has ${mark}`).to.equal(true);
    };
    expectHidden('code');
    await page.enterCode(await codeFrom(where.tenant, adele));
    await page.step('new-password');
    expectHidden('password');
    expectHidden('confirmation');
  });
});
