import { expect } from 'chai';
import {
  type OnPremisesFacts,
  type Overrides,
  onPremises,
  person,
} from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, newPassword, nobody, Visitor } from './visitor.js';

const password = 'Old-Saucer-11';
const domains = ['contoso.example'];
type Definition = Parameters<typeof onPremises>[0];

const kept = (
  facts: OnPremisesFacts = {},
  settings: Overrides = {},
  definition: Partial<Definition> = {},
) =>
  contoso(
    { voice: 'detailed', ...settings, writeback: { enabled: true, ...settings.writeback } },
    {
      people: [adeleWith({ password, onPremises: facts })],
      onPremises: onPremises({
        agents: [{ tool: 'entra-connect', domains, status: 'up' }],
        ...definition,
      }),
    },
  );

/** As far as the new password. */
async function proven({ tenant, visit }: ReturnType<typeof contoso>): Promise<Visitor> {
  const visitor = visit();
  await visitor.start();
  await visitor.choose('email');
  await visitor.enter(await tenant.outbox.codeFor(adele));
  return visitor;
}

describe('a reset of an account that is kept on-premises', () => {
  for (const by of ['password-hash-sync', 'pass-through', 'federation'] as const)
    it(`WRITEBACK-1: sets the password where it is kept, by ${by}`, async () => {
      const world = kept({ by });
      const visitor = await proven(world);
      await visitor.setPassword();
      expect(visitor.at('done').outcome).to.equal('password-reset');
      expect(await world.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
      expect(await world.tenant.signIn(adele, password)).to.deep.equal({ outcome: 'wrong' });
      expect(await world.tenant.onPremises?.signIn(adele, newPassword)).to.equal('right');
    });

  it('WRITEBACK-1: Connect and cloud sync serve different domains of one tenant', async () => {
    const pat = 'pat.lee@fabrikam.example';
    const { tenant } = contoso(
      { voice: 'detailed', writeback: { enabled: true } },
      {
        people: [
          adeleWith({ password, onPremises: {} }),
          person({ username: pat, email: 'pat@mail.example', onPremises: {} }),
        ],
        onPremises: onPremises({
          agents: [
            { tool: 'entra-connect', domains, status: 'up' },
            { tool: 'cloud-sync', domains: ['fabrikam.example'], status: 'cannot-connect' },
          ],
        }),
      },
    );
    const one = new Visitor(tenant);
    await one.start();
    one.at('choose-method');
    await one.start(pat);
    expect(one.at('refused')).to.include({ code: 'SSPR_0030', rule: 'WRITEBACK-4' });
  });

  it('WRITEBACK-2: shows the rules of the domain, and its refusal beside the field', async () => {
    const visitor = await proven(kept());
    const { rules } = visitor.at('new-password');
    expect(rules).to.deep.include({ kind: 'length', min: 7, max: 256 });
    await visitor.setPassword(password);
    expect(visitor.at('new-password').problems).to.deep.include({
      code: 'password-too-recent',
      rule: 'WRITEBACK-2',
      field: 'password',
      params: { remembered: 24 },
    });
    await visitor.setPassword('Größe-12345-Tee');
    visitor.at('done');
  });

  it('WRITEBACK-3: unlocks without a new password, and opens the lock of the domain only', async () => {
    const world = kept({ locked: true }, { writeback: { unlockWithoutReset: true } });
    const { tenant } = world;
    for (let times = 0; times < 10; times += 1) await tenant.signIn(adele, 'not this one');
    const visitor = world.visit();
    await visitor.start();
    expect(visitor.at('choose-goal').goals).to.deep.equal(['reset-password', 'unlock-account']);
    await visitor.answer({ action: 'choose-goal', goal: 'unlock-account' });
    // LOCK-1: choosing clears nothing by itself.
    const domain = tenant.onPremises?.controller('contoso.example');
    expect(domain?.view(adele)?.lockedForMs).to.be.greaterThan(0);
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    expect(visitor.at('done')).to.deep.include({
      outcome: 'account-unlocked',
      notices: [{ code: 'update-saved-passwords' }],
    });
    expect(domain?.view(adele)?.lockedForMs).to.equal(0);
    expect(tenant.people[0]?.lockedForMs).to.be.greaterThan(0);
    expect(tenant.audit.list().map(({ activity }) => activity)).to.include(
      'Unlock user account (self-service)',
    );
    const told = tenant.outbox.mails().filter(({ purpose }) => purpose === 'account-unlocked');
    expect(told).to.have.length(2);
  });

  it('WRITEBACK-4: an agent that is gone when the account is to be unlocked ends in a refusal', async () => {
    const world = kept({ locked: true }, { writeback: { unlockWithoutReset: true } });
    const { tenant } = world;
    const visitor = world.visit();
    await visitor.start();
    await visitor.answer({ action: 'choose-goal', goal: 'unlock-account' });
    await visitor.choose('email');
    const controller = tenant.onPremises?.controller('contoso.example');
    if (controller) controller.reachable = false;
    await visitor.enter(await tenant.outbox.codeFor(adele));
    expect(visitor.at('refused')).to.include({ code: 'SSPR_0030', rule: 'WRITEBACK-4' });
    expect(controller?.view(adele)?.lockedForMs).to.be.greaterThan(0);
    const activities = tenant.audit.list().map(({ activity }) => activity);
    expect(activities).to.include('Blocked from self-service password reset');
    expect(activities).not.to.include('Unlock user account (self-service)');
  });

  it('WRITEBACK-3: a reset unlocks both', async () => {
    const world = kept({ locked: true });
    const visitor = await proven(world);
    await visitor.setPassword();
    expect(visitor.at('done').unlocked).to.equal(true);
    expect(await world.tenant.onPremises?.signIn(adele, newPassword)).to.equal('right');
  });

  it('WRITEBACK-4: an agent that is gone when the password is to be written ends in a refusal', async () => {
    const world = kept();
    const visitor = await proven(world);
    const controller = world.tenant.onPremises?.controller('contoso.example');
    if (controller) controller.reachable = false;
    await visitor.setPassword();
    expect(visitor.at('refused')).to.include({ code: 'SSPR_0030' });
    expect(await world.tenant.signIn(adele, password)).to.include({ outcome: 'signed-in' });
  });

  it('WRITEBACK-5: a cloud that is late is a success, and knows the old password until then', async () => {
    const world = kept({}, {}, { cloudCommitAfterMs: 120_000 });
    const visitor = await proven(world);
    await visitor.setPassword();
    expect(visitor.at('done').notices).to.deep.equal([{ code: 'takes-minutes' }]);
    expect(await world.tenant.signIn(adele, password)).to.include({ outcome: 'signed-in' });
    world.clock.advance({ minutes: 2 });
    expect(await world.tenant.signIn(adele, password)).to.deep.equal({ outcome: 'wrong' });
    expect(await world.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('WRITEBACK-2: of two resets at once, one password is set in domain and cloud alike', async () => {
    const world = kept({}, { session: { lifetimeMs: 900_000 } });
    const [one, two] = [await proven(world), await proven(world)];
    const passwords = ['Blue-Teapot-77', 'Green-Kettle-88'] as const;
    await Promise.all([one.setPassword(passwords[0]), two.setPassword(passwords[1])]);
    const kinds = [one.step?.kind, two.step?.kind];
    expect(kinds.filter((kind) => kind === 'done')).to.have.length(1);
    const winner = kinds[0] === 'done' ? passwords[0] : passwords[1];
    expect(await world.tenant.signIn(adele, winner)).to.include({ outcome: 'signed-in' });
    expect(await world.tenant.onPremises?.signIn(adele, winner)).to.equal('right');
  });

  it('SCOPE-3: needs a licence that covers writeback', async () => {
    const { tenant } = contoso(
      { voice: 'detailed', writeback: { enabled: true } },
      {
        people: [adeleWith({ onPremises: {}, licence: 'business-standard' })],
        onPremises: onPremises({ agents: [{ tool: 'cloud-sync', domains, status: 'up' }] }),
      },
    );
    const visitor = new Visitor(tenant);
    await visitor.start();
    expect(visitor.at('refused')).to.include({ code: 'SSPR_0012', rule: 'SCOPE-3' });
  });

  it('ADMIN-3: a protected administrator is not reset; REFUSAL-2: and looks like anybody else', async () => {
    const told = kept({ adminCount: 1 }).visit();
    await told.start();
    expect(told.at('refused')).to.include({ code: 'protected-admin', rule: 'ADMIN-3' });
    const hidden = kept({ adminCount: 1 }, { voice: 'uniform' }).visit();
    await hidden.start();
    hidden.at('choose-method');
  });

  it('REFUSAL-2: what is true of the domain is told to everybody who names it', async () => {
    const definition = {
      agents: [{ tool: 'cloud-sync', domains, status: 'not-configured' }],
    } as const;
    for (const name of [adele, nobody]) {
      const visitor = kept({}, { voice: 'uniform' }, definition).visit();
      await visitor.start(name);
      expect(visitor.at('refused')).to.include({ code: 'SSPR_0029' });
    }
  });
});
