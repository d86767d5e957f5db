import { expect } from 'chai';
import { Expiring } from '../../../../src/tenant/captcha/expiring.js';

describe('what is kept for a time', () => {
  it('CAPTCHA-1: is forgotten when its time is over, in whatever order it came', () => {
    let now = 0;
    const kept = new Expiring<string>(() => now);
    kept.set('late', 'a', 20);
    kept.set('early', 'b', 10);
    now = 9;
    expect([kept.has('early'), kept.has('late'), kept.size]).to.deep.equal([true, true, 2]);
    now = 10;
    expect([kept.has('early'), kept.has('late'), kept.size]).to.deep.equal([false, true, 1]);
    now = 20;
    expect([kept.take('late'), kept.size]).to.deep.equal([undefined, 0]);
  });

  it('CAPTCHA-1: is gone when it is taken', () => {
    const kept = new Expiring<string>(() => 0);
    kept.set('one', 'a', 10);
    expect([kept.take('one'), kept.take('one')]).to.deep.equal(['a', undefined]);
  });

  it('is not all looked through with each call, or what somebody leaves here would slow all down', () => {
    const kept = new Expiring<true>(() => 0);
    const began = performance.now();
    for (let index = 0; index < 20_000; index += 1) {
      kept.set(`${index}`, true, 10);
      kept.has(`${index}`);
    }
    // Some milliseconds; many seconds where each call looks at all of them.
    expect(performance.now() - began).to.be.lessThan(1_000);
  });

  it('is no more than the most: the oldest goes first', () => {
    const kept = new Expiring<string>(() => 0, 2);
    for (const name of ['one', 'two', 'one', 'three']) kept.set(name, name, 10);
    expect([kept.has('one'), kept.has('two'), kept.has('three')]).to.deep.equal([
      true,
      false,
      true,
    ]);
  });
});
