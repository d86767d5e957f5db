import { expect } from 'chai';
import { KeyedDigest } from '../../../../src/tenant/digest.js';
import { desk, encoded, payloadOf, solve } from './captcha-desk.js';

const passed = 'CAPTCHA-1: passed';
const failed = 'CAPTCHA-1: captcha-failed';

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
