import { expect } from 'chai';
import { createResetFlow } from '../../../src/flow/index.js';
import { contoso, settled } from './world.js';

describe('a time that is longer than timers can be', () => {
  it('ends no flow at once', async () => {
    const { tenant, environment } = contoso();
    const wishes: number[] = [];
    const after: typeof environment.after = (ms, callback) => {
      wishes.push(ms);
      return environment.after(ms, callback);
    };
    const start: typeof tenant.reset.start = async (intent, attempt) => ({
      ...(await tenant.reset.start(intent, attempt)),
      expiresInMs: 2 ** 40,
    });
    const flow = createResetFlow(
      {
        contract: tenant.contract,
        discover: tenant.discover,
        reset: { ...tenant.reset, start },
      },
      { environment: { ...environment, now: environment.now, after } },
    );
    flow.start({ username: 'adele.vance@contoso.example' });
    await settled(flow);
    expect(flow.state.step.kind).to.equal('choose-method');
    // What `setTimeout` takes; it calls back at once for more.
    expect(wishes).to.deep.equal([2 ** 31 - 1]);
    flow.dispose();
  });
});
