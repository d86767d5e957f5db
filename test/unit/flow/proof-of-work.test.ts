import { expect } from 'chai';
import { solve } from '../../../src/flow/proof-of-work.js';

/** A challenge that no number answers. */
const unsolvable = {
  algorithm: 'SHA-256',
  challenge: 'none',
  salt: 'salt',
  signature: 'signed',
  maxNumber: 20_000,
} as const;

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing failed',
    (error: unknown) => error,
  );

describe('the work of a captcha', () => {
  it('ends after the slice that is under way when nobody wants it any more', async () => {
    const abort = new AbortController();
    const reason = new Error('The person left.');
    const failure = failureOf(solve(unsolvable, abort.signal));
    abort.abort(reason);
    expect(await failure).to.equal(reason);
  });

  it('without a solution is an answer that nobody can use', async () => {
    const { signal } = new AbortController();
    const failure = await failureOf(solve({ ...unsolvable, maxNumber: 500 }, signal));
    expect(failure).to.include({ code: 'malformed-answer' });
  });
});
