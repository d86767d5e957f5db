import { expect } from '@open-wc/testing';
import type { ResetPage } from '../../src/testing/index.js';
import { click, press } from '../runner/commands.js';
import {
  asked,
  audioOf,
  type CaptchaWorld,
  openedWithPicture,
  pictureOf,
  typedIn,
  withPicture,
} from './captcha-world.js';
import { adapterOver, adele, focused, type Look, open, turn } from './reset-world.js';

describe('a recording of digits', () => {
  const listening = async (where: CaptchaWorld, look: Look = {}) => {
    const page = await openedWithPicture(where, look);
    page.type('captcha', 'AB');
    page.control('Listen instead').focus();
    await page.press('Listen instead');
    return page;
  };

  it('CAPTCHA-2: stands in place of the picture, with words of its own', async () => {
    const where = withPicture();
    const page = await listening(where);
    expect(page.form.querySelector('img')).to.equal(null);
    expect(page.text).to.contain('Digits in the recording');
    const field = page.field('captcha');
    expect(field.labels?.[0]?.textContent).to.equal('Type the digits that you hear');
    expect(field.inputMode).to.equal('numeric');
    expect(field.value, 'characters are no digits').to.equal('');
    expect(page.announced.polite).to.equal('Play the recording and type the digits that you hear.');
    expect(focused()).to.equal(page.control('Back to the picture'));
    page.type('captcha', await where.hear());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('is spoken in the language of the element', async () => {
    const where = withPicture();
    const page = await open(where, { adapter: where.adapter, lang: 'de', username: adele });
    await asked(page);
    page.type('captcha', await where.hear());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('is still there after wrong digits, with new ones', async () => {
    const where = withPicture();
    const page = await listening(where);
    const before = audioOf(page).src;
    page.type('captcha', '1');
    await page.submit();
    await page.until(() => audioOf(page).src !== before, 'another recording');
    expect(page.announced.polite).to.equal('There is a new recording.');
    expect(typedIn(page)).to.equal('');
    const second = audioOf(page).src;
    await page.press('New digits');
    await page.until(() => audioOf(page).src !== second, 'another recording');
    page.type('captcha', await where.hear());
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('gives way to the picture again', async () => {
    const page = await listening(withPicture());
    await page.press('Back to the picture');
    expect(pictureOf(page)).not.to.equal('');
    expect(page.form.querySelector('audio')).to.equal(null);
    expect(focused()).to.equal(page.control('Listen instead'));
    expect(page.announced.polite).to.equal('Type the characters in the picture.');
  });

  /** The button that plays has been used, and it plays. */
  async function playing(where: CaptchaWorld) {
    const page = await listening(where);
    const audio = audioOf(page);
    expect(audio.autoplay || !audio.paused, 'it plays by itself').to.equal(false);
    // Long, and without a sound device: what is heard is not what is tested.
    audio.loop = true;
    audio.muted = true;
    await click(page.control('Play the recording'));
    await page.until(() => page.controls.includes('Pause'), 'a way to pause');
    expect(audio.paused).to.equal(false);
    return { page, audio };
  }

  it('plays and pauses by one button, never by itself', async () => {
    const { page, audio } = await playing(withPicture());
    await click(page.control('Pause'));
    await page.until(() => page.controls.includes('Play the recording'), 'a way to play');
    expect(audio.paused).to.equal(true);
    page.control('Play the recording').focus();
    await press(' ');
    await page.until(() => page.controls.includes('Pause'), 'a way to pause');
    expect(audio.paused).to.equal(false);
  });

  it('is silent when it is over, and can be played again', async () => {
    const { page, audio } = await playing(withPicture());
    audio.loop = false;
    audio.currentTime = audio.duration;
    await page.until(() => page.controls.includes('Play the recording'), 'a way to play');
    await click(page.control('Play the recording'));
    await page.until(() => page.controls.includes('Pause'), 'a way to pause');
  });

  const ends: Record<string, (page: ResetPage, where: CaptchaWorld) => Promise<unknown>> = {
    'new digits come': async (page) => {
      const before = audioOf(page).src;
      await page.press('New digits');
      await page.until(() => audioOf(page).src !== before, 'another recording');
      await page.until(() => page.controls.includes('Play the recording'), 'a way to play');
    },
    'the picture comes back': (page) => page.press('Back to the picture'),
    'no puzzle is wanted': (page) => page.press('Check without a puzzle'),
    'the step goes': async (page, where) => {
      page.type('captcha', await where.hear());
      await page.submit();
      expect(page.stepKind).to.equal('choose-method');
    },
    'the element is removed': async (page) => page.element.remove(),
  };
  for (const [when, end] of Object.entries(ends))
    it(`is silent when ${when}`, async () => {
      const where = withPicture();
      const { page, audio } = await playing(where);
      await end(page, where);
      await turn();
      expect(audio.paused).to.equal(true);
    });

  /** The first of so many recordings cannot be played. */
  const broken = async (count: number) => {
    const where = withPicture();
    let given = 0;
    const adapter = adapterOver(where.adapter, {
      async discover(hint, call) {
        const discovery = await where.adapter.discover(hint, call);
        if (discovery.captcha.kind !== 'picture') throw new Error('no picture');
        given += 1;
        if (given > count) return discovery;
        const captcha = { ...discovery.captcha, audio: 'data:audio/wav;base64,AAAA' };
        return { ...discovery, captcha };
      },
    });
    const page = await listening(where, { adapter });
    await page.until(() => page.text.includes('cannot play the recording'), 'a message');
    return page;
  };

  it('is tried anew after one that cannot be played', async () => {
    const page = await broken(1);
    const before = audioOf(page).src;
    await page.press('Back to the picture');
    await page.press('New characters');
    await page.press('Listen instead');
    await page.until(() => audioOf(page).src !== before, 'another recording');
    await page.until(() => page.controls.includes('Play the recording'), 'a way to play');
  });

  it('that cannot be played says so, and what to do instead', async () => {
    const page = await broken(Number.POSITIVE_INFINITY);
    expect(page.controls).not.to.include('Play the recording');
    await page.press('Check without a puzzle');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });
});
