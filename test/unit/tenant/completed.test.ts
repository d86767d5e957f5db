import { expect } from 'chai';
import type { Step } from '../../../src/contract/index.js';
import { adele, contoso, newPassword } from './visitor.js';

async function atCode(world: ReturnType<typeof contoso>, type = 'email') {
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose(type);
  return visitor;
}

const codesOf = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'refused' ? step.code : step.kind));

describe('a completed reset', () => {
  const proven = async (world: ReturnType<typeof contoso>) => {
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    visitor.at('new-password');
    return visitor;
  };

  it('SESSION-2: ends the other flows of the account that have proven something', async () => {
    const world = contoso();
    const [other, owner] = [await proven(world), await proven(world)];
    await owner.setPassword();
    await other.setPassword('Crimson-Window-38');
    expect(other.at('refused')).to.include({ code: 'flow-superseded' });
    expect(await world.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
    expect(await world.tenant.signIn(adele, 'Crimson-Window-38')).to.deep.equal({
      outcome: 'wrong',
    });
  });

  it('SESSION-2: of two at once one wins, and its password is the one that holds', async () => {
    const world = contoso();
    const [one, two] = [await proven(world), await proven(world)];
    const passwords = ['Violet-Harbor-71', 'Crimson-Window-38'];
    const ends = await Promise.all(
      [one, two].map((visitor, i) => visitor.setPassword(passwords[i] ?? '')),
    );
    // Which of them is first, the hashing decides.
    expect(codesOf(ends).sort()).to.deep.equal(['done', 'flow-superseded']);
    const signIns = await Promise.all(passwords.map((one) => world.tenant.signIn(adele, one)));
    expect(signIns.map(({ outcome }) => outcome === 'signed-in')).to.deep.equal(
      ends.map(({ kind }) => kind === 'done'),
    );
  });

  it('SESSION-2: ends the codes that were sent before, as a wrong code ends', async () => {
    const world = contoso();
    const other = await atCode(world);
    const old = await world.tenant.outbox.codeFor(adele);
    await (await proven(world)).setPassword();
    await other.enter(old);
    expect(other.problems).to.deep.equal(['code-wrong']);
  });

  it('SESSION-2: ends a flow that proves something only afterwards', async () => {
    const world = contoso();
    const other = await atCode(world, 'app-code');
    await (await proven(world)).setPassword();
    await other.enter(world.tenant.appCodeOf(adele)?.code ?? '');
    expect(other.at('refused').code).to.equal('flow-superseded');
  });
});

describe('a flow that is cancelled while it is answered', () => {
  it('SESSION-1: stays cancelled', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const code = await world.tenant.outbox.codeFor(adele);
    const { token } = visitor;
    const going = visitor.enter(code);
    await world.tenant.reset.cancel(token, { locale: 'en' });
    expect(codesOf([await going])).to.deep.equal(['flow-expired']);
  });

  it('SESSION-1: is done where the new password was being stored already', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    const { token } = visitor;
    const going = visitor.setPassword();
    await world.tenant.reset.cancel(token, { locale: 'en' });
    expect((await going).kind).to.equal('done');
    expect(world.tenant.audit.list().map(({ reason }) => reason)).not.to.include('Cancelled');
  });
});
