import { expect } from 'chai';
import { platform } from '../../../src/flow/index.js';

/** Lets timers of no time at all call back. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the platform of a flow', () => {
  it('names attempts that differ, in characters that a header takes', () => {
    const ids = Array.from({ length: 200 }, () => platform.newAttemptId());
    expect(new Set(ids).size).to.equal(200);
    for (const id of ids) expect(id).to.match(/^[0-9]{1,10}(-[0-9]{1,10}){3}$/);
  });

  it('calls back, unless the wish is taken back', async () => {
    const called: string[] = [];
    platform.after(0, () => called.push('kept'));
    platform.after(0, () => called.push('taken back'))();
    await turn();
    await turn();
    expect(called).to.deep.equal(['kept']);
  });

  it('reads the clock of the machine', () => {
    expect(Math.abs(platform.now() - Date.now())).to.be.below(1_000);
  });
});
