import { expect } from 'chai';
import type { Adapter } from '../../../src/contract/index.js';
import { createRegistrationFlow, type RegistrationFlow } from '../../../src/flow/index.js';
import { openScenario } from '../../../src/mock/scenarios/index.js';
import { username } from './builders.js';
import { contoso } from './world.js';

const settled = (flow: RegistrationFlow): Promise<RegistrationFlow['state']> =>
  new Promise((resolve) => {
    if (flow.state.activity.status !== 'busy') return resolve(flow.state);
    const end = flow.subscribe((state) => {
      if (state.activity.status === 'busy') return;
      end();
      resolve(state);
    });
  });

describe('a headless registration', () => {
  it('REGISTER-4: shows the list, goes on to what is added, and is left to where it began', async () => {
    const { adapter } = await openScenario('manage/empty');
    const flow = createRegistrationFlow(adapter);
    expect(flow.state.step.kind).to.equal('begin');
    flow.start({ mode: 'manage' });
    const { step: list } = await settled(flow);
    if (list.kind !== 'manage') throw new Error(list.kind);
    expect(list.registrable.map(({ type }) => type)).to.include('email');
    flow.answer({ action: 'add', type: 'email' });
    expect((await settled(flow)).step.kind).to.equal('enrol-email');
    flow.leave();
    expect(flow.state.step.kind).to.equal('begin');
    flow.dispose();
  });

  it('asks for no captcha and no username', async () => {
    const { adapter } = await openScenario('manage/empty');
    let discoveries = 0;
    const counted: Adapter = {
      ...adapter,
      contract: 1,
      reset: adapter.reset,
      register: adapter.register,
      discover: (...call) => {
        discoveries += 1;
        return adapter.discover(...call);
      },
    };
    const flow = createRegistrationFlow(counted);
    flow.start({});
    await settled(flow);
    expect(discoveries).to.equal(0);
    flow.dispose();
  });

  it('fails as unauthorized where nobody is signed in, and goes on once somebody is', async () => {
    const { tenant } = contoso();
    let signedIn: string | undefined;
    const driver = () => {
      const { register } = tenant.forClient(
        'local',
        signedIn === undefined ? {} : { session: signedIn },
      );
      if (!register) throw new Error('The tenant registers nothing.');
      return register;
    };
    const adapter: Adapter = {
      contract: 1,
      discover: tenant.discover,
      reset: tenant.reset,
      register: {
        start: (...call) => driver().start(...call),
        advance: (...call) => driver().advance(...call),
        cancel: (...call) => driver().cancel(...call),
      },
    };
    const flow = createRegistrationFlow(adapter);
    flow.start({ mode: 'manage' });
    const { activity } = await settled(flow);
    if (activity.status !== 'failed') throw new Error(activity.status);
    expect(activity.error.code).to.equal('unauthorized');
    const signIn = await tenant.signIn(username, 'Old-Saucer-11');
    if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
    signedIn = signIn.session;
    flow.retry();
    // Whoever signs in anew has shown who they are; the backend decides what it asks for first.
    expect((await settled(flow)).step.kind).to.be.oneOf(['manage', 'choose-method']);
    flow.dispose();
  });

  it('fails as not found over an adapter that registers nothing', async () => {
    const { tenant } = contoso();
    const flow = createRegistrationFlow({
      contract: 1,
      discover: tenant.discover,
      reset: tenant.reset,
    });
    flow.start({});
    const { activity } = await settled(flow);
    if (activity.status !== 'failed') throw new Error(activity.status);
    expect(activity.error.code).to.equal('not-found');
    flow.dispose();
  });
});
