import { expect } from 'chai';
import { onPremises } from '../../../src/tenant/index.js';
import { adele, adeleWith, attempt, contoso, newPassword, type Visitor } from './visitor.js';

const password = 'Old-Saucer-11';
const seconds = 20;

function slow() {
  return contoso(
    { voice: 'detailed', writeback: { enabled: true } },
    {
      people: [adeleWith({ password, onPremises: {} })],
      onPremises: onPremises({
        agents: [{ domains: ['contoso.example'] }],
        confirmAfterMs: seconds * 1_000,
      }),
    },
  );
}

/** As far as a password on its way. */
async function waiting(typed = newPassword) {
  const world = slow();
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose('email');
  await visitor.enter(await world.tenant.outbox.codeFor(adele));
  await visitor.setPassword(typed);
  return { ...world, visitor };
}

/** Time goes by while somebody looks. */
async function watched({ clock }: ReturnType<typeof slow>, visitor: Visitor) {
  const watching = visitor.watch();
  clock.advance({ seconds });
  await watching;
}

describe('a password on its way to a domain', () => {
  it('WRITEBACK-2: is waited for, and nothing of it is known before it is there', async () => {
    const { visitor, tenant } = await waiting();
    expect(visitor.at('wait')).to.deep.include({
      for: 'writeback',
      progress: { index: 3, total: 3 },
      problems: [],
    });
    expect(visitor.step).not.to.have.any.keys('expiresInMs', 'method', 'number');
    expect(tenant.outbox.mails().map(({ purpose }) => purpose)).to.deep.equal(['code']);
    expect(await tenant.signIn(adele, password)).to.include({ outcome: 'signed-in' });
  });

  it('WRITEBACK-2: is done when the domain says so, to who watches', async () => {
    const world = await waiting();
    await watched(world, world.visitor);
    expect(world.visitor.at('done').outcome).to.equal('password-reset');
    expect(await world.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('WRITEBACK-2: is refused when the domain says so, and another one can be typed', async () => {
    const world = await waiting(password);
    await watched(world, world.visitor);
    expect(world.visitor.at('new-password').problems[0]).to.include({
      code: 'password-too-recent',
      rule: 'WRITEBACK-2',
    });
    await world.visitor.setPassword();
    await watched(world, world.visitor);
    world.visitor.at('done');
  });

  it('WRITEBACK-4: ends in a refusal where the line breaks on the way', async () => {
    const world = await waiting();
    const controller = world.tenant.onPremises?.controller('contoso.example');
    if (controller) controller.reachable = false;
    await watched(world, world.visitor);
    expect(world.visitor.at('refused')).to.include({ code: 'SSPR_0030', rule: 'WRITEBACK-4' });
  });

  it('SESSION-1: takes no answer and no cancel meanwhile', async () => {
    const world = await waiting();
    const { visitor, tenant } = world;
    expect(visitor.actions).to.deep.equal(['contact']);
    await visitor.setPassword('Green-Kettle-88');
    expect(visitor.at('wait').problems[0]?.code).to.equal('action-unavailable');
    await tenant.reset.cancel(visitor.token, { locale: 'en' });
    await watched(world, visitor);
    visitor.at('done');
    const ends = tenant.audit.list().map(({ reason }) => reason);
    expect(ends).to.include('Succeeded').and.not.include('Cancelled');
  });

  it('SESSION-1: does not run out, and gives the time back that it took', async () => {
    const world = await waiting(password);
    const { visitor, clock, tenant } = world;
    if (tenant.onPremises) tenant.onPremises.confirmAfterMs = 3_600_000;
    await watched(world, visitor);
    const { expiresInMs } = visitor.at('new-password');
    expect(expiresInMs).to.equal(15 * 60_000);
    await visitor.setPassword();
    const watching = visitor.watch();
    clock.advance({ hours: 1 });
    await watching;
    visitor.at('done');
  });

  it('SESSION-1: is told to who comes back to it, on its way and once it is there', async () => {
    const world = await waiting();
    const { visitor, tenant, clock } = world;
    const name = visitor.step?.resumable ?? '';
    const back = world.visit();
    back.step = await tenant.reset.resume?.(name, attempt());
    expect(back.at('wait').for).to.equal('writeback');
    clock.advance({ seconds });
    // All that follows from the write has to run.
    await tenant.outbox.waitFor('email', adele);
    await tenant.outbox.waitFor('email', adele);
    const again = await tenant.reset.resume?.(name, attempt());
    expect(again?.kind).to.equal('done');
    expect(await tenant.reset.resume?.(name, attempt())).to.equal(undefined);
  });
});
