import { expect } from 'chai';
import type { Step } from '../../../src/contract/index.js';
import { adele, adeleWith, contoso } from './visitor.js';

async function atCode(world: ReturnType<typeof contoso>, type = 'email') {
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose(type);
  return visitor;
}

const _codesOf = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'refused' ? step.code : step.kind));

describe('a policy that changes', () => {
  it('GATE-5: a second gate reaches a flow that has passed the first', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    visitor.at('new-password');
    const { tenant } = world;
    tenant.setPolicy({ ...tenant.policy, methodsRequired: 2 });
    await visitor.setPassword();
    expect(visitor.at('choose-method')).to.deep.include({
      gate: { index: 2, total: 2 },
      problems: [],
    });
  });

  it('GATE-5: one gate less leads on who has passed enough', async () => {
    const world = contoso({ methodsRequired: 2 });
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    const { tenant } = world;
    tenant.setPolicy({ ...tenant.policy, methodsRequired: 1 });
    await visitor.choose('app-code');
    expect(visitor.at('new-password').progress).to.deep.equal({ index: 3, total: 3 });
    await visitor.setPassword();
    visitor.at('done');
  });

  it('GATE-5: a method that is disabled proves nothing any more', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const code = await world.tenant.outbox.codeFor(adele);
    const { tenant } = world;
    const { methods } = tenant.policy;
    const email = { ...methods.email, state: 'disabled' } as const;
    tenant.setPolicy({ ...tenant.policy, methods: { ...methods, email } });
    await visitor.enter(code);
    expect(visitor.at('choose-method').methods.map(({ type }) => type)).to.deep.equal(['app-code']);
    expect(visitor.problems).to.deep.equal(['method-unavailable']);
  });

  it('GATE-5: people without enough methods cannot reset from then on', async () => {
    const people = [adeleWith({ app: false })];
    const world = contoso({ voice: 'detailed' }, { people });
    const visitor = await atCode(world);
    world.tenant.setPolicy({ ...world.tenant.policy, methodsRequired: 2 });
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    expect(visitor.at('refused')).to.include({ code: 'SSPR_0014', rule: 'GATE-3' });
    expect(visitor.problems).to.deep.equal([]);
    const { verdict } = world.tenant.verdicts.list().at(-1) ?? {};
    expect(verdict, 'what was decided last').to.include({ allowed: false, rule: 'GATE-3' });
  });

  it('BANNED: a list that breaks its limits is not saved', () => {
    const { tenant } = contoso();
    const old = tenant.policy;
    const banned = { ...old.password.banned, custom: ['no'] };
    const verdict = tenant.setPolicy({ ...old, password: { ...old.password, banned } });
    expect(verdict).to.include({ allowed: false, rule: 'BANNED' });
    expect(tenant.policy).to.equal(old);
  });
});
