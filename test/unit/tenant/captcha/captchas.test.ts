import { expect } from 'chai';
import { seededRandom } from '../../../../src/tenant/random.js';
import { desk, heardIn, plainWords, solve } from './captcha-desk.js';

const passed = 'CAPTCHA-1: passed';
const failed = 'CAPTCHA-1: captcha-failed';

describe('a picture captcha', () => {
  it('CAPTCHA-1: the characters of the picture are right', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const { challenge } = await picture();
    expect(await answer(shownLast(), challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: the digits of the recording are right as well', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const { challenge, audio } = await picture();
    const digits = heardIn(audio, plainWords);
    expect(digits)
      .to.match(/^\d{6}$/)
      .and.not.equal(shownLast());
    expect(await answer(digits, challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: anything else is wrong', async () => {
    const { picture, answer, shownLast, captchas } = desk({ kind: 'picture' });
    for (const wrong of [
      () => '',
      () => 'AAAAAA',
      () => shownLast().slice(1),
      () => `${shownLast()}A`,
      () => [...shownLast()].reverse().join(''),
    ]) {
      const { challenge } = await picture();
      expect(await answer(wrong(), challenge)).to.equal(failed);
    }
    await picture();
    expect(await answer(shownLast())).to.equal(failed);
    expect(await captchas.check(undefined)).to.include({ allowed: false, code: 'captcha-failed' });
  });

  it('CAPTCHA-1: "new characters" brings another picture, another recording and another challenge', async () => {
    const { picture, shownLast } = desk({ kind: 'picture' });
    const first = await picture();
    const shownFirst = shownLast();
    const second = await picture();
    expect(shownLast()).not.to.equal(shownFirst);
    expect(second.challenge).not.to.equal(first.challenge);
    expect(second.picture).not.to.equal(first.picture);
    expect(heardIn(second.audio, plainWords)).not.to.equal(heardIn(first.audio, plainWords));
  });

  it('CAPTCHA-1: a right answer works once', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const { challenge } = await picture();
    expect(await answer(shownLast(), challenge)).to.equal(passed);
    expect(await answer(shownLast(), challenge)).to.equal(failed);
  });

  it('CAPTCHA-1: of two right answers at the same time one passes', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const { challenge } = await picture();
    const both = [answer(shownLast(), challenge), answer(shownLast(), challenge)];
    expect((await Promise.all(both)).toSorted()).to.deep.equal([failed, passed]);
  });

  it('CAPTCHA-1: a wrong answer uses the captcha up, and the next one is new', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const first = await picture();
    expect(await answer('wrong', first.challenge)).to.equal(failed);
    expect(await answer(shownLast(), first.challenge)).to.equal(failed);
    const { challenge } = await picture();
    expect(await answer(shownLast(), challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: the right answer of another captcha is wrong', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const first = await picture();
    const shownFirst = shownLast();
    const second = await picture();
    expect(await answer(shownFirst, second.challenge)).to.equal(failed);
    expect(await answer(shownFirst, first.challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: it lives for five minutes, and says so', async () => {
    const { picture, answer, shownLast, clock } = desk({ kind: 'picture' });
    const first = await picture();
    expect(first.expiresInMs).to.equal(5 * 60_000);
    clock.advance({ milliseconds: first.expiresInMs - 1 });
    expect(await answer(shownLast(), first.challenge)).to.equal(passed);
    const second = await picture();
    clock.advance({ milliseconds: second.expiresInMs });
    expect(await answer(shownLast(), second.challenge)).to.equal(failed);
  });

  it('CAPTCHA-1: case and white space do not count', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const { challenge } = await picture();
    const spaced = [...shownLast().toLowerCase()].join(' \u00a0');
    expect(await answer(` ${spaced}\n`, challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: look-alikes do not count', async () => {
    const { picture, answer } = desk({ kind: 'picture', length: 30 });
    for (const likes of ['OlZ34SG7B9', 'oIz34sg7b9', 'QLz34sG7b9', 'di234S67B9']) {
      const { challenge, audio } = await picture();
      const typed = [...heardIn(audio, plainWords)].map((digit) => likes[Number(digit)]).join('');
      expect(typed).to.match(/[a-z]/i);
      expect(await answer(typed, challenge)).to.equal(passed);
    }
  });

  it('CAPTCHA-1: digits may be typed in the script of the person', async () => {
    const { picture, answer } = desk({ kind: 'picture' });
    for (const zero of [0x0660, 0x06f0]) {
      const { challenge, audio } = await picture('ar');
      const typed = [...heardIn(audio, plainWords)].map((digit) =>
        String.fromCodePoint(zero + Number(digit)),
      );
      expect(await answer(typed.join(''), challenge)).to.equal(passed);
    }
  });

  it('CAPTCHA-1: is as long as the policy says', async () => {
    const { picture, shownLast, change } = desk({ kind: 'picture' });
    await picture();
    expect(shownLast()).to.have.length(6);
    change({ length: 9 });
    const { audio } = await picture();
    expect(shownLast()).to.have.length(9);
    expect(heardIn(audio, plainWords)).to.have.length(9);
  });

  it('CAPTCHA-2: beside it stands a way without a puzzle (WCAG 3.3.8)', async () => {
    const { picture, answer } = desk({ kind: 'picture' });
    const { work } = await picture();
    expect(await answer(await solve(work))).to.equal(passed);
    const second = await picture();
    expect(await answer(await solve(second.work), second.challenge)).to.equal(passed);
  });

  it('CAPTCHA-1: picture and work are one captcha, which passes once', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' });
    const first = await picture();
    expect(await answer(await solve(first.work))).to.equal(passed);
    expect(await answer(shownLast(), first.challenge)).to.equal(failed);
    const second = await picture();
    expect(await answer(shownLast(), second.challenge)).to.equal(passed);
    expect(await answer(await solve(second.work))).to.equal(failed);
  });

  it('CAPTCHA-1: of more than may wait for an answer, the oldest is forgotten', async () => {
    const { picture, answer, shownLast } = desk({ kind: 'picture' }, { mostPictures: 2 });
    const issued: [challenge: string, shown: string][] = [];
    for (let count = 0; count < 3; count++) issued.push([(await picture()).challenge, shownLast()]);
    const outcomes = await Promise.all(
      issued.map(([challenge, shown]) => answer(shown, challenge)),
    );
    expect(outcomes).to.deep.equal([failed, passed, passed]);
  });

  it('CAPTCHA-1: nothing that is kept or sent holds the answer', async () => {
    const { picture, shownLast } = desk({ kind: 'picture' });
    const captcha = await picture();
    const svg = atob(captcha.picture.split(',')[1] ?? '');
    expect(JSON.stringify({ ...captcha, svg })).not.to.include(shownLast());
    expect(JSON.stringify({ ...captcha, svg })).not.to.include(heardIn(captcha.audio, plainWords));
  });

  it('from one seed comes the same captcha, whatever loads first', async () => {
    const slow = async () => {
      for (let turn = 0; turn < 50; turn++) await undefined;
      return plainWords;
    };
    const made = (words?: typeof slow) => {
      const { picture } = desk(
        { kind: 'picture' },
        { random: seededRandom(7), ...(words && { words }) },
      );
      return Promise.all([picture(), picture()]);
    };
    const [first, second] = [await made(), await made(slow)];
    expect(first).to.deep.equal(second);
    expect(first[0]).not.to.deep.equal(first[1]);
  });
});

describe('the kinds of captcha', () => {
  it('CAPTCHA-2: none asks for nothing and lets everybody in', async () => {
    const { captchas, answer } = desk({ kind: 'none' });
    expect(await captchas.issue('en')).to.deep.equal({ kind: 'none' });
    expect(await answer('anything')).to.equal('CAPTCHA-2: passed');
    expect(await captchas.check(undefined)).to.deep.equal({ allowed: true, rule: 'CAPTCHA-2' });
  });

  it('CAPTCHA-2: the policy chooses, at once', async () => {
    const { captchas, change, answer, picture, shownLast } = desk({ kind: 'picture' });
    const { challenge } = await picture();
    change({ kind: 'proof-of-work' });
    expect((await captchas.issue('en')).kind).to.equal('proof-of-work');
    expect(await answer(shownLast(), challenge)).to.equal(failed);
    change({ kind: 'none' });
    expect((await captchas.issue('en')).kind).to.equal('none');
  });
});
