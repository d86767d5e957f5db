import { expect } from 'chai';
import {
  afterFailure,
  blockEnd,
  type Count,
  checkCodeLife,
  checkResend,
  counted,
  day,
  hour,
  left,
  minute,
  openLock,
  policy,
  second,
  takenBack,
} from '../../../src/policy/index.js';

const { throttles, codes, signInLock } = policy();

const times = (count: number, every: number, limit = throttles.wrongProofs): Count =>
  Array.from({ length: count }).reduce<Count>(
    (sum, _, index) => counted(sum, limit, index * every),
    [],
  );

describe('limits', () => {
  it('THROTTLE-1: the fifth wrong proof in 24 hours blocks for 24 hours', () => {
    expect(blockEnd(times(4, hour), throttles.wrongProofs, 3 * hour)).to.equal(undefined);
    expect(blockEnd(times(5, hour), throttles.wrongProofs, 4 * hour)).to.equal(4 * hour + day);
  });

  it('THROTTLE-1: five over more than 24 hours do not block', () => {
    expect(blockEnd(times(5, 6 * hour), throttles.wrongProofs, day)).to.equal(undefined);
  });

  it('THROTTLE-1: a proof that turns out right takes its block back', () => {
    const count = takenBack(times(5, hour), 4 * hour);
    expect(blockEnd(count, throttles.wrongProofs, 4 * hour)).to.equal(undefined);
    expect(left(count, throttles.wrongProofs, 4 * hour)).to.equal(1);
  });

  it('THROTTLE-2: the fifth app code in an hour is served, the sixth blocks', () => {
    const limit = throttles.appCodes;
    expect(blockEnd(times(5, minute, limit), limit, 4 * minute)).to.equal(undefined);
    expect(blockEnd(times(6, minute, limit), limit, 5 * minute)).to.equal(5 * minute + day);
  });

  it('THROTTLE-3: the tenth mail in ten minutes is sent, the next blocks', () => {
    const limit = throttles.emails;
    expect(blockEnd(times(10, second, limit), limit, minute)).to.equal(undefined);
    expect(blockEnd(times(11, second, limit), limit, minute)).to.equal(10 * second + day);
  });

  it('THROTTLE-5: a block ends when it said it would', () => {
    const count = times(5, hour);
    expect(blockEnd(count, throttles.wrongProofs, 4 * hour + day - 1)).to.equal(4 * hour + day);
    expect(blockEnd(count, throttles.wrongProofs, 4 * hour + day)).to.equal(undefined);
  });

  it('CODE-1: a code lives five minutes', () => {
    const code = { sentAt: 0, tries: 0 };
    expect(checkCodeLife(code, codes, 5 * minute - 1).allowed).to.equal(true);
    expect(checkCodeLife(code, codes, 5 * minute)).to.include({ code: 'code-expired' });
  });

  it('CODE-2: three tries use a code up', () => {
    expect(checkCodeLife({ sentAt: 0, tries: 2 }, codes, 0).allowed).to.equal(true);
    expect(checkCodeLife({ sentAt: 0, tries: 3 }, codes, 0)).to.include({ code: 'code-used-up' });
  });

  it('CODE-2: another code goes out after 30 seconds at the earliest', () => {
    expect(checkResend(0, codes, 29 * second)).to.deep.include({ params: { readyInMs: second } });
    expect(checkResend(0, codes, 30 * second).allowed).to.equal(true);
  });

  it('LOCK-1: the tenth failure locks for 60 seconds, each further one twice as long', () => {
    let lock = openLock;
    for (let failures = 1; failures <= 9; failures++) lock = afterFailure(lock, signInLock, 0);
    expect(lock.lockedUntil).to.equal(0);
    lock = afterFailure(lock, signInLock, 0);
    expect(lock.lockedUntil).to.equal(60 * second);
    lock = afterFailure(lock, signInLock, 60 * second);
    expect(lock.lockedUntil).to.equal(180 * second);
  });
});
