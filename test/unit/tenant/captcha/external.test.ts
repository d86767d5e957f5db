import { expect } from 'chai';
import type { VerifyCaptcha } from '../../../../src/tenant/captcha/index.js';
import { desk, solve } from './captcha-desk.js';

const passed = 'CAPTCHA-1: passed';
const failed = 'CAPTCHA-1: captcha-failed';

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
