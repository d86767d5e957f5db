import { expect } from '@open-wc/testing';
import type { Discovery } from '../../src/contract/index.js';
import {
  asked,
  audioOf,
  openedWithPicture,
  pictureOf,
  renewed,
  typedIn,
  withPicture,
} from './captcha-world.js';
import { adapterOver, adele, focused, open } from './reset-world.js';

describe('before the code of any other screen is there', () => {
  // First of all in this page: that code is kept.
  it('a captcha brings its words along', async () => {
    const { requestIdleCallback } = globalThis;
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
    try {
      const page = await openedWithPicture(withPicture());
      await page.submit();
      expect(page.problems).to.deep.equal([
        'Type what you see or hear, or check without a puzzle.',
      ]);
      expect(focused()).to.equal(page.form.querySelector('.summary'));
    } finally {
      Object.assign(globalThis, { requestIdleCallback });
    }
  });
});

describe('a picture of characters', () => {
  it('CAPTCHA-1: is asked with the username, in one form, and opens the reset', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    expect(page.text).to.contain('Characters in the picture');
    page.type('captcha', ` ${where.read().toLowerCase()} `);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    const [captcha] = where.captchas;
    if (captcha?.kind !== 'picture') throw new Error('no picture');
    expect(where.started[0]?.captcha?.challenge).to.equal(captcha.challenge);
  });

  it('is an image with words for those who cannot see it, and a field with a hint', async () => {
    const page = await openedWithPicture(withPicture());
    const image = page.form.querySelector('img');
    expect(pictureOf(page)).to.match(/^data:image\/svg\+xml;base64,/);
    await image?.decode();
    expect(image?.alt).to.contain('listen to digits or check without a puzzle');
    const field = page.field('captcha');
    expect(field.labels?.[0]?.textContent).to.equal('Type the characters');
    expect(
      page.form.querySelector(`#${field.getAttribute('aria-describedby')}`)?.textContent,
    ).to.equal('Capital or small letters both work');
    expect(field.autocomplete).to.equal('off');
    expect(page.form.querySelectorAll('.captcha svg:not([aria-hidden=true])')).to.have.length(0);
  });

  it('that is no image is not shown as one', async () => {
    const where = withPicture();
    const adapter = adapterOver(where.tenant, {
      async discover(hint, call) {
        const discovery = await where.tenant.discover(hint, call);
        if (discovery.captcha.kind !== 'picture') throw new Error('no picture');
        const captcha = {
          ...discovery.captcha,
          picture: 'javascript:alert(1)',
          audio: 'https://x/',
        };
        return { ...discovery, captcha };
      },
    });
    const page = await openedWithPicture(where, { adapter });
    expect(page.form.querySelector('img')?.hasAttribute('src')).to.equal(false);
    await page.press('Listen instead');
    expect(audioOf(page).hasAttribute('src')).to.equal(false);
    await page.press('Check without a puzzle');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('CAPTCHA-1: wrong characters bring a new one; the username stays, and the error leads to the field', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    page.type('captcha', 'nothing');
    await page.submit();
    await renewed(page, before);
    await page.settled();
    expect(page.field('username').value).to.equal(adele);
    expect(typedIn(page)).to.equal('');
    const words = 'We could not tell that you are a person. Try once more.';
    expect(page.problem('captcha')).to.equal(words);
    expect(page.problem('username')).to.equal(undefined);
    expect(page.field('captcha').getAttribute('aria-invalid')).to.equal('true');
    expect(page.summary).to.deep.equal([words]);
    expect(focused()).to.equal(page.form.querySelector('.summary'));
    expect(page.announced.polite).to.contain('New characters are shown.');
    await page.press(words);
    expect(focused()).to.equal(page.field('captcha'));
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('that nobody has answered is asked for in words, and nothing is sent', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    await page.submit();
    expect(page.problem('captcha')).to.equal(
      'Type what you see or hear, or check without a puzzle.',
    );
    page.type('username', ' ');
    page.type('captcha', 'AB');
    await page.submit();
    expect(page.problems).to.deep.equal(['Type your username.']);
    expect(focused()).to.equal(page.field('username'));
    expect(typedIn(page), 'what was typed is not lost').to.equal('AB');
    expect(pictureOf(page)).to.equal(before);
    expect(where.started).to.deep.equal([]);
  });

  it('CAPTCHA-1: changes when new characters are asked for, and only the old ones are emptied', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    page.type('captcha', 'AB');
    const button = page.control('New characters');
    button.focus();
    button.click();
    await renewed(page, before);
    expect(where.captchas).to.have.length(2);
    expect(typedIn(page)).to.equal('');
    expect(page.field('username').value).to.equal(adele);
    expect(focused()).to.equal(button);
    expect(page.announced.polite).to.equal('New characters are shown.');
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('CAPTCHA-1: renews itself before it runs out, while somebody types', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    page.type('captcha', 'AB');
    page.field('captcha').focus();
    where.clock.advance({ minutes: 5 });
    await renewed(page, before);
    expect(typedIn(page)).to.equal('');
    expect(page.field('username').value).to.equal(adele);
    expect(focused()).to.equal(page.field('captcha'));
    expect(page.announced.polite).to.equal('New characters are shown.');
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('that comes late moves nobody, and what was typed before stays', async () => {
    const where = withPicture();
    let come = (_: Discovery) => {};
    const late = new Promise<Discovery>((resolve) => {
      come = resolve;
    });
    const adapter = adapterOver(where.tenant, { discover: () => late });
    const page = await open(where, { adapter });
    page.field('username').focus();
    page.type('username', adele);
    expect(page.form.querySelector('.captcha')).to.equal(null);
    come(await where.adapter.discover({}, { locale: 'en' }));
    await asked(page);
    expect(focused()).to.equal(page.field('username'));
    expect(page.field('username').value).to.equal(adele);
    const [fade, ...others] = page.form.querySelector('.captcha')?.getAnimations() ?? [];
    expect(others).to.deep.equal([]);
    expect(fade?.effect?.getComputedTiming().endTime).to.be.at.most(180);
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('is not shown again after a restart, until there is a new one', async () => {
    const where = withPicture();
    const page = await openedWithPicture(where);
    const before = pictureOf(page);
    page.type('captcha', where.read());
    await page.submit();
    await page.press('None of these work');
    await page.step('refused');
    await page.press('Start again');
    await page.step('identify');
    await asked(page);
    expect(pictureOf(page)).not.to.equal(before);
    expect(page.announced.polite).to.equal('');
    page.type('captcha', where.read());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('speaks another language at once, without losing what was typed', async () => {
    const page = await openedWithPicture(withPicture());
    page.type('captcha', 'AB');
    const before = page.field('captcha').labels?.[0]?.textContent;
    page.element.lang = 'en-XA';
    await page.until(
      () => page.field('captcha').labels?.[0]?.textContent !== before,
      'other words',
    );
    expect(typedIn(page)).to.equal('AB');
  });
});
