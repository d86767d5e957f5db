import { expect } from '@open-wc/testing';
import { press, typeKeys } from '../runner/commands.js';
import { captchaWorld, openedWithPicture, pictureOf, withPicture } from './captcha-world.js';
import { adapterOver, adele, focused, open, turn } from './reset-world.js';

describe('without a puzzle', () => {
  it('CAPTCHA-2, WCAG 3.3.8: the browser works, and nothing is typed', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    page.control('Check without a puzzle').focus();
    await page.press('Check without a puzzle');
    expect(page.form.querySelector('[name=captcha], img, audio')).to.equal(null);
    const words = 'When you continue, your browser does a short check. You have nothing to solve.';
    expect(page.text).to.contain(words);
    expect(page.announced.polite).to.equal(words);
    expect(page.controls).to.deep.equal(['Back to the picture', 'Continue']);
    expect(focused()).to.equal(page.control('Back to the picture'));
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    const [intent] = where.started;
    expect(intent?.captcha?.challenge).to.equal(undefined);
    expect(JSON.parse(atob(intent?.captcha?.answer ?? ''))).to.include({ algorithm: 'SHA-256' });
  });

  it('nobody has to correct characters that are not asked for any more', async () => {
    const page = await openedWithPicture(withPicture());
    await page.submit();
    expect(page.problems).to.have.length(1);
    await page.press('Check without a puzzle');
    expect(page.problems).to.deep.equal([]);
    expect(page.summary).to.deep.equal([]);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('a person comes back to the picture, which has not changed', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    await page.press('Check without a puzzle');
    await page.press('Back to the picture');
    expect(pictureOf(page)).to.equal(before);
    expect(focused(), 'nothing is focused that was not').to.equal(document.body);
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('a check that runs out does so unseen, and nothing is announced', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    await page.press('Check without a puzzle');
    const { polite } = page.announced;
    where.clock.advance({ minutes: 5 });
    await page.until(() => where.captchas.length > 1, 'another captcha');
    await turn();
    expect(page.announced.polite).to.equal(polite);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('a check that the backend refuses is told where it stands', async () => {
    const where = withPicture();
    const { tenant } = where;
    const adapter = adapterOver(tenant, {
      start: ({ username }, attempt) => tenant.reset.start({ username }, attempt),
    });
    const page = await openedWithPicture(where, { adapter });
    await page.press('Check without a puzzle');
    await page.submit();
    const words = 'We could not tell that you are a person. Try once more.';
    expect(page.problems).to.deep.equal([words]);
    await page.press(words);
    expect(focused()?.className).to.equal('captcha');
  });
});

describe('a captcha that nobody sees', () => {
  for (const kind of ['proof-of-work', 'none'] as const)
    it(`CAPTCHA-2: ${kind} shows nothing, and opens the reset`, async () => {
      const where = captchaWorld({ kind });
      const page = await open(where, { adapter: where.adapter, username: adele });
      await page.until(() => where.captchas.length > 0, 'a discovery');
      await turn();
      expect(page.form.querySelector('.captcha')).to.equal(null);
      expect(page.form.querySelectorAll('input')).to.have.length(1);
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    });
});

describe('with the keyboard alone', () => {
  const nameOf = (element: Element | null): string =>
    element instanceof HTMLInputElement ? element.name : (element?.textContent ?? '').trim();

  it('a person reaches everything of a captcha in the order in which it is read', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    page.field('username').focus();
    const stops = async (count: number) => {
      const names: string[] = [];
      for (let stop = 0; stop < count; stop += 1) {
        await press('Tab');
        expect(focused()?.matches(':focus-visible')).to.equal(true);
        names.push(nameOf(focused()));
      }
      return names;
    };
    expect(await stops(5)).to.deep.equal([
      'Listen instead',
      'New characters',
      'Check without a puzzle',
      'captcha',
      'Continue',
    ]);

    page.control('Listen instead').focus();
    await press('Enter');
    await page.element.updateComplete;
    await press('Shift+Tab');
    expect(nameOf(focused())).to.equal('Play the recording');
    expect(await stops(4)).to.deep.equal([
      'Back to the picture',
      'New digits',
      'Check without a puzzle',
      'captcha',
    ]);
    await typeKeys(await where.hear());
    await press('Enter');
    await page.step('choose-method');
    expect(focused()).to.equal(page.headingElement);
  });

  it('Enter in a field sends the form, and asks for no other picture', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    page.field('captcha').focus();
    await typeKeys(where.read());
    await press('Enter');
    await page.step('choose-method');
    expect(where.captchas).to.have.length(1);
  });
});

describe('two elements on one page', () => {
  it('each take a way of their own', async () => {
    const one = withPicture();
    const two = withPicture();
    const first = await openedWithPicture(one);
    const second = await openedWithPicture(two);
    await first.press('Listen instead');
    expect(pictureOf(second)).not.to.equal('');
    expect(first.form.querySelector('audio')).not.to.equal(null);
  });
});
