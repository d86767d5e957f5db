import { expect } from 'chai';
import type { Adapter, Step } from '../../../src/contract/index.js';
import { createTenants } from '../../../src/tenant/index.js';
import { adele, adeleWith, attempt, contoso, newPassword, nobody, Visitor } from './visitor.js';

type World = ReturnType<typeof contoso>;

const at = (world: World, browser: string): Adapter => world.tenant.forClient('local', { browser });

/** Somebody at a browser, as far as the code of a mail. */
async function atCode(world: World, adapter: Adapter = world.tenant): Promise<Visitor> {
  const visitor = new Visitor(adapter);
  await visitor.start();
  await visitor.choose('email');
  return visitor;
}

const nameOf = ({ step }: Visitor): string => {
  if (step?.resumable === undefined) throw new Error(`No name in ${JSON.stringify(step)}`);
  return step.resumable;
};

/** What a reload does: only the name is left. */
async function resumed(adapter: Adapter, name: string, call = attempt()): Promise<Visitor> {
  const visitor = new Visitor(adapter);
  visitor.step = await adapter.reset.resume?.(name, call);
  return visitor;
}

const lasting = ({ kind }: Step) => kind !== 'done' && kind !== 'refused';

describe('a reset that a browser comes back to', () => {
  it('SESSION-1: has one name from its first step to its last, drawn at random', async () => {
    const world = contoso({ methodsRequired: 2 });
    const visitor = await atCode(world);
    const names = new Set([nameOf(visitor)]);
    const steps = [await visitor.enter(await world.tenant.outbox.codeFor(adele))];
    steps.push(await visitor.choose('app-code'));
    steps.push(await visitor.enter(world.tenant.appCodeOf(adele)?.code ?? ''));
    for (const step of steps.filter(lasting)) names.add(step.resumable ?? '');
    expect(names.size).to.equal(1);
    expect([...names][0]).to.match(/^[\w-]{32}$/);
    expect(await visitor.setPassword()).not.to.have.property('resumable');
    const again = await atCode(world);
    expect(names).not.to.include(nameOf(again));
  });

  it('SESSION-1: stands where it stood, under a new token, with the time that is really left', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const left = visitor.at('enter-code');
    world.clock.advance({ seconds: 40 });
    const back = await resumed(world.tenant, nameOf(visitor));
    const { token, ...step } = back.at('enter-code');
    expect(token).not.to.equal(left.token);
    expect(step).to.deep.include({
      method: left.method,
      triesLeft: left.triesLeft,
      supportCode: left.supportCode,
      expiresInMs: 15 * 60_000 - 40_000,
      codeExpiresInMs: 5 * 60_000 - 40_000,
      problems: [],
      notices: [],
      resumable: left.resumable,
    });
  });

  it('CODE-1: sends nothing again, and the code that was sent is still good', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const back = await resumed(world.tenant, nameOf(visitor));
    expect(world.tenant.outbox.list()).to.have.length(1);
    await back.enter(await world.tenant.outbox.codeFor(adele));
    await back.setPassword();
    back.at('done');
    expect(await world.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('SESSION-1: supersedes the page that was left, whether that answers or watches', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const left = new Visitor(world.tenant);
    left.step = visitor.step;
    const watching = left.watch();
    const back = await resumed(world.tenant, nameOf(visitor));
    await watching;
    expect(left.at('refused')).to.include({ code: 'flow-superseded', rule: 'SESSION-1' });
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    expect(visitor.at('refused').code).to.equal('flow-superseded');
    await back.enter(world.tenant.outbox.list()[0]?.code ?? '');
    back.at('new-password');
  });

  it('SESSION-1: is not ended by the page that was left, as a tab that was doubled is', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const back = await resumed(world.tenant, nameOf(visitor));
    await world.tenant.reset.cancel(visitor.token, attempt());
    await back.enter(await world.tenant.outbox.codeFor(adele));
    back.at('new-password');
    await world.tenant.reset.cancel(back.token, attempt());
    await back.setPassword();
    expect(back.at('refused').code).to.equal('flow-expired');
  });

  it('SESSION-1: is ended by its page also where the answer to that was lost', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const { token } = visitor;
    await visitor.answer({ action: 'back' });
    await world.tenant.reset.cancel(token, attempt());
    await visitor.choose('app-code');
    expect(visitor.at('refused').code).to.equal('flow-expired');
  });

  it('SESSION-1: forgets no try, no gate and no block', async () => {
    const world = contoso({ methodsRequired: 2 });
    const visitor = await atCode(world);
    await visitor.enter('000000');
    expect((await resumed(world.tenant, nameOf(visitor))).at('enter-code').triesLeft).to.equal(2);
    const back = await resumed(world.tenant, nameOf(visitor));
    await back.enter(await world.tenant.outbox.codeFor(adele));
    const again = await resumed(world.tenant, nameOf(back));
    expect(again.at('choose-method').gate).to.deep.equal({ index: 2, total: 2 });
    expect(again.notices).to.deep.equal([]);
  });

  it('CODE-3: is told what was answered elsewhere while no page was open', async () => {
    const world = contoso(
      { methodsRequired: 2 },
      { people: [adeleWith({ apps: [{ notifications: true }] })] },
    );
    const visitor = world.visit();
    await visitor.start();
    await visitor.choose('app-notification');
    world.tenant.appOf(adele).approve(visitor.at('wait').number ?? '');
    const back = await resumed(world.tenant, nameOf(visitor));
    expect(back.at('choose-method').gate?.index).to.equal(2);
  });

  it('SESSION-1: waits for the answer that was on its way when the page was left', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const name = nameOf(visitor);
    const code = await world.tenant.outbox.codeFor(adele);
    const [, back] = await Promise.all([visitor.enter(code), resumed(world.tenant, name)]);
    back.at('new-password');
    expect(back.token).not.to.equal(visitor.token);
    await back.setPassword();
    back.at('done');
  });

  it('SESSION-1: the same attempt has its stored answer, another one a token of its own', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const [name, call] = [nameOf(visitor), attempt()];
    const [one, two] = await Promise.all([
      resumed(world.tenant, name, call),
      resumed(world.tenant, name, call),
    ]);
    expect(one.step).to.deep.equal(two.step);
    expect((await resumed(world.tenant, name)).token).not.to.equal(one.token);
    expect((await resumed(world.tenant, name, call)).step).to.deep.equal(one.step);
  });

  it('SESSION-1: two pages of one browser have two flows, which do not disturb each other', async () => {
    const world = contoso();
    const [one, two] = [await atCode(world), await atCode(world)];
    expect(nameOf(one)).not.to.equal(nameOf(two));
    const back = await resumed(world.tenant, nameOf(one));
    await two.enter('12');
    two.at('enter-code');
    expect(back.at('enter-code').supportCode).not.to.equal(two.step?.supportCode);
  });

  it('SESSION-1: counts among the answers of the flow, so that no token comes without end', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const name = nameOf(visitor);
    for (let count = 1; count < 120; count += 1)
      (await resumed(world.tenant, name)).at('enter-code');
    expect((await resumed(world.tenant, name)).step).to.equal(undefined);
  });

  it('TENANT-1: is found again among several tenants', async () => {
    const [world, other] = [contoso(), contoso({}, { name: 'Fabrikam', people: [] })];
    const tenants = createTenants(other.tenant, world.tenant);
    const visitor = await atCode(world, tenants);
    expect((await resumed(tenants, nameOf(visitor))).at('enter-code').resumable).to.equal(
      nameOf(visitor),
    );
    const mine = tenants.forClient('local', { browser: 'mine' });
    expect((await resumed(mine, nameOf(visitor))).step).to.equal(undefined);
  });

  it('GATE-5: stands where the policy of now lets it stand', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    visitor.at('new-password');
    world.tenant.setPolicy({ ...world.tenant.policy, methodsRequired: 2 });
    const back = await resumed(world.tenant, nameOf(visitor));
    expect(back.at('choose-method').gate).to.deep.equal({ index: 2, total: 2 });
    world.tenant.setPolicy({ ...world.tenant.policy, scope: 'none' });
    expect((await resumed(world.tenant, nameOf(back))).step).to.equal(undefined);
  });

  it('REFUSAL-2: an unknown name has a name of its flow like any other', async () => {
    const world = contoso({}, { people: [adeleWith({ app: false })] });
    const steps = [];
    for (const username of [adele, nobody]) {
      const visitor = world.visit();
      await visitor.start(username);
      await visitor.choose('email');
      const back = await resumed(world.tenant, nameOf(visitor));
      steps.push(Object.keys(back.at('enter-code')).toSorted());
      expect(nameOf(back)).to.have.length(32);
    }
    expect(steps[0]).to.deep.equal(steps[1]);
  });
});

describe('a reset that somebody else comes to', () => {
  it('SESSION-1: is not there for another browser, nor for one without a name', async () => {
    const world = contoso();
    const visitor = await atCode(world, at(world, 'hers'));
    const name = nameOf(visitor);
    expect((await resumed(at(world, 'his'), name)).step).to.equal(undefined);
    expect((await resumed(world.tenant, name)).step).to.equal(undefined);
    expect(world.tenant.forClient('local').reset).not.to.have.property('resume');
    // And nothing came of it: the page of its owner goes on.
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    visitor.at('new-password');
    (await resumed(at(world, 'hers'), name)).at('new-password');
  });

  it('SESSION-1: has no name where no browser could come back', async () => {
    const world = contoso();
    const visitor = await atCode(world, world.tenant.forClient('kiosk'));
    expect(visitor.step).not.to.have.property('resumable');
  });

  it('SESSION-1: is not there for who replays the attempt of its owner elsewhere', async () => {
    const world = contoso();
    const visitor = await atCode(world, at(world, 'hers'));
    const call = attempt();
    await resumed(at(world, 'hers'), nameOf(visitor), call);
    expect((await resumed(at(world, 'his'), nameOf(visitor), call)).step).to.equal(undefined);
  });

  it('SESSION-1: is not there under a name that nobody gave, nor under its token', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    for (const name of ['', 'made-up', visitor.token, '__proto__'])
      expect((await resumed(world.tenant, name)).step).to.equal(undefined);
  });

  it('SESSION-1: is there for the browser whose start was answered twice', async () => {
    const world = contoso();
    const call = attempt();
    const [lost, kept] = [at(world, 'lost'), at(world, 'kept')];
    const visitor = new Visitor(kept);
    await lost.reset.start({ username: adele }, call);
    visitor.step = await kept.reset.start({ username: adele }, call);
    (await resumed(kept, nameOf(visitor))).at('choose-method');
  });
});

describe('a reset that is over', () => {
  const gone: [what: string, end: (world: World, visitor: Visitor) => Promise<unknown>][] = [
    [
      'it was completed',
      async ({ tenant }, visitor) => {
        await visitor.enter(await tenant.outbox.codeFor(adele));
        await visitor.setPassword();
      },
    ],
    [
      'it was cancelled',
      ({ tenant }, visitor) => tenant.reset.cancel(visitor.token, { locale: 'en' }),
    ],
    ['it ran out', async ({ clock }) => clock.advance({ minutes: 15 })],
    [
      'it was given up',
      async (_, visitor) => {
        await visitor.answer({ action: 'back' });
        await visitor.answer({ action: 'none-of-these' });
      },
    ],
    [
      'it was blocked',
      async (_, visitor) => {
        await visitor.answer({ action: 'back' });
        await visitor.choose('app-code');
        for (let times = 0; times < 5; times += 1) await visitor.enter('000000');
      },
    ],
    [
      'another reset of the account was completed',
      async (world, visitor) => {
        await visitor.enter(await world.tenant.outbox.codeFor(adele));
        const other = await atCode(world);
        await other.enter(await world.tenant.outbox.codeFor(adele));
        await other.setPassword();
      },
    ],
  ];
  for (const [what, end] of gone)
    it(`SESSION-1: is not resumed: ${what}`, async () => {
      const world = contoso();
      const visitor = await atCode(world);
      const name = nameOf(visitor);
      await end(world, visitor);
      expect((await resumed(world.tenant, name)).step).to.equal(undefined);
    });

  it('SESSION-1: a refusal has no name to come back to', async () => {
    const visitor = contoso({ scope: 'none' }).visit();
    await visitor.start();
    expect(visitor.at('refused')).not.to.have.property('resumable');
  });

  it('ends a call with the reason of its signal', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const call = { ...attempt(), signal: AbortSignal.abort('gone') };
    const resuming = world.tenant.reset.resume?.(nameOf(visitor), call);
    expect(await resuming?.catch((reason: unknown) => reason)).to.equal('gone');
  });
});
