import { expect } from '@open-wc/testing';
import type { Discovery } from '../../src/contract/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { click, press, typeKeys } from '../runner/commands.js';
import { asked, audioOf, type CaptchaWorld, captchaWorld, pictureOf } from './captcha-world.js';
import { adapterOver, adele, focused, type Look, open, turn } from './reset-world.js';

const withPicture = (): CaptchaWorld => captchaWorld({ kind: 'picture' });

/** An element that asks for the characters of a picture, its username typed. */
async function opened(where: CaptchaWorld, look: Look = {}): Promise<ResetPage> {
  const page = await open(where, { adapter: where.adapter, ...look });
  await asked(page);
  page.type('username', adele);
  return page;
}

const typedIn = (page: ResetPage): string => page.field('captcha').value;

/** Waits for the picture after this one. */
async function renewed(page: ResetPage, before: string): Promise<void> {
  await page.until(() => pictureOf(page) !== before, 'another picture');
  await page.element.updateComplete;
}

describe('before the code of any other screen is there', () => {
  // First of all in this page: that code is kept.
  it('a captcha brings its words along', async () => {
    const { requestIdleCallback } = globalThis;
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
    try {
      const page = await opened(withPicture());
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
    const page = await opened(where);
    expect(page.text).to.contain('Characters in the picture');
    page.type('captcha', ` ${where.read().toLowerCase()} `);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    const [captcha] = where.captchas;
    if (captcha?.kind !== 'picture') throw new Error('no picture');
    expect(where.started[0]?.captcha?.challenge).to.equal(captcha.challenge);
  });

  it('is an image with words for those who cannot see it, and a field with a hint', async () => {
    const page = await opened(withPicture());
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
    const page = await opened(where, { adapter });
    expect(page.form.querySelector('img')?.hasAttribute('src')).to.equal(false);
    await page.press('Listen instead');
    expect(audioOf(page).hasAttribute('src')).to.equal(false);
    await page.press('Check without a puzzle');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });

  it('CAPTCHA-1: wrong characters bring a new one; the username stays, and the error leads to the field', async () => {
    const where = withPicture();
    const page = await opened(where);
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
    const page = await opened(where);
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
    const page = await opened(where);
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
    const page = await opened(where);
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
    const page = await opened(where);
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
    const page = await opened(withPicture());
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

describe('a recording of digits', () => {
  const listening = async (where: CaptchaWorld, look: Look = {}) => {
    const page = await opened(where, look);
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

  it('that cannot be played says so, and what to do instead', async () => {
    const where = withPicture();
    const adapter = adapterOver(where.tenant, {
      async discover(hint, call) {
        const discovery = await where.tenant.discover(hint, call);
        if (discovery.captcha.kind !== 'picture') throw new Error('no picture');
        const captcha = { ...discovery.captcha, audio: 'data:audio/wav;base64,AAAA' };
        return { ...discovery, captcha };
      },
    });
    const page = await listening(where, { adapter });
    await page.until(() => page.text.includes('cannot play the recording'), 'a message');
    expect(page.controls).not.to.include('Play the recording');
    await page.press('Check without a puzzle');
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
  });
});

describe('without a puzzle', () => {
  it('CAPTCHA-2, WCAG 3.3.8: the browser works, and nothing is typed', async () => {
    const where = withPicture();
    const page = await opened(where);
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

  it('a person comes back to the picture, which has not changed', async () => {
    const where = withPicture();
    const page = await opened(where);
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
    const page = await opened(where);
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
    const page = await opened(where, { adapter });
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
    const page = await opened(where);
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
    const page = await opened(where);
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
    const first = await opened(one);
    const second = await opened(two);
    await first.press('Listen instead');
    expect(pictureOf(second)).not.to.equal('');
    expect(first.form.querySelector('audio')).not.to.equal(null);
  });
});

describe('what is typed for a captcha', () => {
  it('is in no attribute, event, address, storage or console, and leaves the page with its step', async () => {
    const where = withPicture();
    const seen: string[] = [];
    const types = ['step', 'succeeded', 'refused', 'cancelled', 'failed'].map(
      (type) => `sspr-${type}`,
    );
    const listening = new AbortController();
    for (const type of types)
      window.addEventListener(type, (event) => seen.push(JSON.stringify({ ...event })), {
        signal: listening.signal,
      });
    const observer = new MutationObserver((records) => {
      for (const { target, attributeName } of records)
        if (attributeName && target instanceof Element)
          seen.push(target.getAttribute(attributeName) ?? '');
    });
    observer.observe(document, { subtree: true, attributes: true });
    const page = await opened(where);
    const wrong = 'WRONGONE';
    page.type('captcha', wrong);
    await page.submit();
    await page.until(() => where.captchas.length > 1, 'another captcha');
    await page.settled();
    const right = where.read();
    const field = page.field('captcha');
    page.type('captcha', right);
    seen.push(document.documentElement.outerHTML);
    await page.submit();
    expect(page.stepKind).to.equal('choose-method');
    await turn();
    expect(field.value).to.equal('');
    seen.push(
      location.href,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      document.cookie,
    );
    listening.abort();
    observer.disconnect();
    for (const secret of [wrong, right, ...where.captchas.map((one) => JSON.stringify(one))])
      expect(seen.filter((line) => line.includes(secret))).to.deep.equal([]);
    expect(
      seen.some((line) => line.includes('type="submit"')),
      'something is seen',
    ).to.equal(true);
  });
});
