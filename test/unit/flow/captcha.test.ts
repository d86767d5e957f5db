import { expect } from 'chai';
import type { ResetIntent } from '../../../src/contract/index.js';
import { createResetFlow } from '../../../src/flow/index.js';
import { solve, workOf } from '../../../src/flow/proof-of-work.js';
import type { Overrides } from '../../../src/tenant/index.js';
import { username } from './builders.js';
import { contoso, settled, when } from './world.js';

/** A flow over a tenant that asks for work, with all that was brought to its starts. */
function asking(captcha: NonNullable<Overrides['captcha']>) {
  const { tenant, environment } = contoso({ captcha: { maxNumber: 200, ...captcha } });
  const intents: ResetIntent[] = [];
  const adapter = {
    ...tenant,
    contract: tenant.contract,
    discover: tenant.discover,
    reset: {
      ...tenant.reset,
      start: (...args: Parameters<typeof tenant.reset.start>) => {
        intents.push(args[0]);
        return tenant.reset.start(...args);
      },
    },
  };
  const flow = createResetFlow(adapter, { environment });
  return { flow, intents, environment, tenant };
}

describe('a captcha that takes work', () => {
  it('CAPTCHA-2: is worked on unseen, and the reset starts', async () => {
    const { flow, intents } = asking({ kind: 'proof-of-work' });
    flow.start({ username });
    expect((await settled(flow)).step.kind).to.equal('choose-method');
    expect(intents).to.have.length(1);
    expect(intents[0]?.captcha?.answer).to.match(/^[A-Za-z0-9+/=]+$/);
  });

  it('CAPTCHA-2: beside a picture is the way without a puzzle', async () => {
    const { flow } = asking({ kind: 'picture' });
    flow.start({ username });
    expect((await settled(flow)).step.kind).to.equal('choose-method');
  });

  it('CAPTCHA-1: renews itself once where it has run out', async () => {
    const { flow, intents, environment } = asking({ kind: 'proof-of-work' });
    flow.discover();
    await when(flow, ({ discovery }) => discovery !== undefined);
    environment.clock.advance({ minutes: 5 });
    flow.start({ username });
    expect((await settled(flow)).step.kind).to.equal('choose-method');
    expect(intents).to.have.length(2);
  });

  it('CAPTCHA-1: is another one at the next start', async () => {
    const { flow, intents } = asking({ kind: 'proof-of-work' });
    flow.start({ username: 'no domain' });
    expect((await settled(flow)).step.problems.map(({ code }) => code)).to.deep.equal([
      'username-malformed',
    ]);
    flow.start({ username });
    expect((await settled(flow)).step.kind).to.equal('choose-method');
    expect(intents[0]?.captcha).not.to.deep.equal(intents[1]?.captcha);
  });

  it('is left with the flow: nothing is sent after it', async () => {
    const { flow, intents } = asking({ kind: 'proof-of-work', maxNumber: 5_000 });
    flow.discover();
    await when(flow, ({ discovery }) => discovery !== undefined);
    const work = workOf(flow.state.discovery?.captcha ?? { kind: 'none' });
    if (!work) throw new Error('no work');
    flow.start({ username });
    flow.leave();
    flow.dispose();
    // As long as the same work takes that begins later.
    await solve(work, new AbortController().signal);
    await solve(work, new AbortController().signal);
    expect(intents).to.deep.equal([]);
  });
});
