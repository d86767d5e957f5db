import { expect } from 'chai';
import type { VerifyCaptcha } from '../../../../src/tenant/captcha/index.js';
import { KeyedDigest } from '../../../../src/tenant/digest.js';
import { seededRandom } from '../../../../src/tenant/random.js';
import { desk, encoded, heardIn, payloadOf, plainWords, solve } from './captcha-desk.js';

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

describe('an external captcha', () => {
  const external = (verify?: VerifyCaptcha) =>
    desk({ kind: 'external', provider: 'turnstile', siteKey: 'site-1' }, { verify });

  it('CAPTCHA-2: names whose widget the page shows, and with which key', async () => {
    expect(await external().captchas.issue('en')).to.deep.equal({
      kind: 'external',
      provider: 'turnstile',
      siteKey: 'site-1',
    });
  });

  it('CAPTCHA-2: its maker says whether a token is right', async () => {
    const { answer } = external(async (token) => token.startsWith('good'));
    expect(await answer('good-1')).to.equal(passed);
    expect(await answer('bad-1')).to.equal(failed);
  });

  it('CAPTCHA-1: a token works once, at the same time as well', async () => {
    const { answer, clock } = external(async () => true);
    const both = await Promise.all([answer('token'), answer('token')]);
    expect(both.toSorted()).to.deep.equal([failed, passed]);
    clock.advance({ hours: 23 });
    expect(await answer('token')).to.equal(failed);
    expect(await answer('another')).to.equal(passed);
  });

  it('CAPTCHA-2: a maker that cannot be asked lets nobody in', async () => {
    const late = external(async () => {
      throw new Error('unreachable');
    });
    expect(await late.answer('token')).to.equal(failed);
    const early = external(() => {
      throw new Error('misconfigured');
    });
    expect(await early.answer('token')).to.equal(failed);
  });

  it('CAPTCHA-1: a token that its maker could not judge may be brought again', async () => {
    let up = false;
    const { answer } = external(async () => {
      if (!up) throw new Error('unreachable');
      return true;
    });
    expect(await answer('token')).to.equal(failed);
    up = true;
    expect(await answer('token')).to.equal(passed);
  });

  it('CAPTCHA-2: without a maker to ask, no token passes', async () => {
    expect(await external().answer('token')).to.equal(failed);
  });

  it('CAPTCHA-2: a work that is done is no token', async () => {
    const { change, work, answer } = external(async () => false);
    change({ kind: 'proof-of-work' });
    const done = await solve(await work());
    change({ kind: 'external' });
    expect(await answer(done)).to.equal(failed);
  });

  it('is given up with the call that asks', async () => {
    let seen: AbortSignal | undefined;
    const { captchas } = external(async (_, signal) => {
      seen = signal;
      return true;
    });
    const { signal } = new AbortController();
    await captchas.check({ answer: 'token' }, signal);
    expect(seen).to.equal(signal);
  });
});

describe('a proof of work', () => {
  it('CAPTCHA-2: done, it passes without a puzzle', async () => {
    const { work, answer } = desk({ kind: 'proof-of-work' });
    expect(await answer(await solve(await work()))).to.equal(passed);
  });

  it('CAPTCHA-1: it works once', async () => {
    const { work, answer, clock } = desk({ kind: 'proof-of-work' });
    const done = await solve(await work());
    expect(await answer(done)).to.equal(passed);
    expect(await answer(done)).to.equal(failed);
    clock.advance({ minutes: 6 });
    expect(await answer(done)).to.equal(failed);
  });

  it('CAPTCHA-1: of the same work twice at the same time one passes', async () => {
    const { work, answer } = desk({ kind: 'proof-of-work' });
    const done = await solve(await work());
    const both = await Promise.all([answer(done), answer(done)]);
    expect(both.toSorted()).to.deep.equal([failed, passed]);
  });

  it('CAPTCHA-1: it lives for five minutes', async () => {
    const { work, answer, clock } = desk({ kind: 'proof-of-work' });
    const [first, second] = [await solve(await work()), await solve(await work())];
    clock.advance({ minutes: 4, seconds: 59, milliseconds: 999 });
    expect(await answer(first)).to.equal(passed);
    clock.advance({ milliseconds: 1 });
    expect(await answer(second)).to.equal(failed);
  });

  it('CAPTCHA-1: one that was spent stays spent when the policy shortens lives', async () => {
    const { work, answer, clock, change } = desk({ kind: 'proof-of-work' });
    const done = await solve(await work());
    change({ lifetimeMs: 10_000 });
    expect(await answer(done)).to.equal(passed);
    clock.advance({ minutes: 1 });
    expect(await answer(done)).to.equal(failed);
  });

  it('CAPTCHA-1: a wrong number uses it up', async () => {
    const { work, answer } = desk({ kind: 'proof-of-work' });
    const payload = await payloadOf(await work());
    expect(await answer(encoded({ ...payload, number: 51 }))).to.equal(failed);
    expect(await answer(encoded(payload))).to.equal(failed);
  });

  it('CAPTCHA-1: the number of another work is wrong', async () => {
    const { work, answer } = desk({ kind: 'proof-of-work', maxNumber: 5_000 });
    const [first, second] = [await payloadOf(await work()), await payloadOf(await work())];
    expect(first.number).not.to.equal(second.number);
    expect(await answer(encoded({ ...first, number: second.number }))).to.equal(failed);
    expect(await answer(encoded(second))).to.equal(passed);
  });

  it('CAPTCHA-2: a signature that is not ours does not pass, and uses nothing up', async () => {
    const { work, answer } = desk({ kind: 'proof-of-work' });
    const payload = await payloadOf(await work());
    const signature = `${payload.signature}`.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(await answer(encoded({ ...payload, signature }))).to.equal(failed);
    expect(await answer(encoded(payload))).to.equal(passed);
  });

  it('CAPTCHA-2: what somebody made for themselves does not pass', async () => {
    const { answer } = desk({ kind: 'proof-of-work' });
    const own = desk(
      { kind: 'proof-of-work' },
      {
        digest: new KeyedDigest(new Uint8Array(32)),
      },
    );
    expect(await answer(await solve(await own.work()))).to.equal(failed);
  });

  it('CAPTCHA-1: the time in the salt cannot be put off', async () => {
    const { work, answer, clock } = desk({ kind: 'proof-of-work' });
    const payload = await payloadOf(await work());
    const salt = `${payload.salt}`;
    const later = salt.replace(/expires=\d+/, 'expires=99999999999');
    // The digits of the number counted among those of the time, which an open end would allow.
    const spliced = { salt: `${salt.slice(0, -1)}${payload.number}`, number: 0 };
    clock.advance({ minutes: 5 });
    for (const changed of [{ salt: later }, spliced])
      expect(await answer(encoded({ ...payload, ...changed }))).to.equal(failed);
  });

  const garbled: [why: string, answer: string][] = [
    ['nothing', ''],
    ['no base 64', 'not base 64!'],
    ['no JSON', btoa('not json')],
    ['no object', encoded(7)],
    ['null', encoded(null)],
    ['an empty object', encoded({})],
  ];
  for (const [why, answer] of garbled)
    it(`CAPTCHA-2: ${why} does not pass`, async () => {
      const { captchas } = desk({ kind: 'proof-of-work' });
      expect(await captchas.check({ answer })).to.include({ code: 'captcha-failed' });
    });

  const broken: [field: string, value: unknown][] = [
    ['algorithm', 'SHA-1'],
    ['algorithm', undefined],
    ['challenge', 7],
    ['number', '7'],
    ['number', 7.5],
    ['number', -1],
    ['number', 1e300],
    ['salt', ['a']],
    ['salt', ''],
    ['signature', null],
    ['signature', ''],
  ];
  for (const [field, value] of broken)
    it(`CAPTCHA-2: with ${field} ${JSON.stringify(value)} it does not pass`, async () => {
      const { work, answer } = desk({ kind: 'proof-of-work' });
      const payload = await payloadOf(await work());
      expect(await answer(encoded({ ...payload, [field]: value }))).to.equal(failed);
    });
});
