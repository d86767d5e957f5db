import { expect } from 'chai';
import { SsprError } from '../../../../src/contract/index.js';
import { adele, attempt, contoso } from '../visitor.js';

describe('a registration of somebody who has signed out', () => {
  it('REGISTER-6: shows nothing again, not to who repeats the start that showed it either', async () => {
    const { tenant } = contoso();
    const signIn = await tenant.signIn(adele, 'Old-Saucer-11');
    if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
    const { register } = tenant.forClient('local', { session: signIn.session });
    const call = attempt();
    const first = await register?.start({ mode: 'manage' }, call);
    expect(await register?.start({ mode: 'manage' }, call), 'the stored answer').to.equal(first);
    tenant.signOut(signIn.session);
    for (const again of [call, attempt()]) {
      const came = await register?.start({ mode: 'manage' }, again).catch((error) => error);
      expect(came).to.be.instanceOf(SsprError);
      expect(came).to.include({ code: 'unauthorized' });
    }
  });
});
