import { expect } from 'chai';
import type { Answer, Step } from '../../../src/contract/index.js';
import { adele, adeleWith, attempt, contoso, newPassword, otherThan } from './visitor.js';

async function atCode(world: ReturnType<typeof contoso>, type = 'email') {
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose(type);
  return visitor;
}

const codesOf = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'refused' ? step.code : step.kind));

describe('tokens', () => {
  it('SESSION-1: every step has a token of its own', async () => {
    const visitor = contoso().visit();
    await visitor.start();
    const tokens = [visitor.token];
    for (const action of ['choose', 'back', 'choose', 'wrong'] as const) {
      if (action === 'choose') await visitor.choose('email');
      else if (action === 'back') await visitor.answer({ action: 'back' });
      else await visitor.enter('12');
      tokens.push(visitor.token);
    }
    expect(new Set(tokens).size).to.equal(5);
    expect(tokens.join()).not.to.match(/adele|contoso/i);
  });

  it('SESSION-1: a spent token under another attempt is superseded, and the flow goes on', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const spent = visitor.token;
    await visitor.answer({ action: 'back' });
    const current = visitor.token;
    await visitor.answer({ action: 'resend' }, spent);
    expect(visitor.at('refused')).to.include({ code: 'flow-superseded', rule: 'SESSION-1' });
    expect(visitor.actions).to.deep.equal(['restart']);
    await visitor.answer({ action: 'none-of-these' }, current);
    expect(visitor.at('refused').code).to.equal('not-proven');
  });

  it('SESSION-1: the same attempt has its stored answer, with no second effect', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    const method = visitor.at('choose-method').methods.find(({ type }) => type === 'email')?.id;
    const answer: Answer = { action: 'choose-method', method: method ?? '' };
    const call = attempt();
    const answers = await Promise.all(
      [1, 2, 3].map(() => tenant.reset.advance(visitor.token, { ...answer }, call)),
    );
    answers.push(await tenant.reset.advance(visitor.token, answer, call));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).to.equal(1);
    expect(tenant.outbox.list()).to.have.length(1);
  });

  it('SESSION-1: the same attempt with other input is another attempt', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const call = attempt();
    const { token } = visitor;
    const enter = (code: string) =>
      world.tenant.reset.advance(token, { action: 'enter-code', code }, call);
    const code = await world.tenant.outbox.codeFor(adele);
    expect(codesOf([await enter(otherThan(code)), await enter(code)])).to.deep.equal([
      'enter-code',
      'flow-superseded',
    ]);
  });

  it('SESSION-1: a lost `done` can be asked for again', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    const call = attempt();
    const answer: Answer = {
      action: 'set-password',
      password: newPassword,
      confirmation: newPassword,
    };
    const done = await world.tenant.reset.advance(visitor.token, answer, call);
    expect(await world.tenant.reset.advance(visitor.token, answer, call)).to.deep.equal(done);
    expect(world.tenant.outbox.mails().filter(({ purpose }) => purpose !== 'code')).to.have.length(
      2,
    );
  });

  it('SESSION-1: the same start is one flow', async () => {
    const { tenant } = contoso();
    const call = attempt();
    const [one, two] = await Promise.all([
      tenant.reset.start({ username: adele }, call),
      tenant.reset.start({ username: adele }, call),
    ]);
    expect(one).to.deep.equal(two);
    expect(one).not.to.deep.equal(await tenant.reset.start({ username: adele }, attempt()));
  });

  it('SESSION-1: a gate of one flow is none of another', async () => {
    const world = contoso({ methodsRequired: 2 });
    const [first, second] = [await atCode(world), await atCode(world)];
    const [codeOfFirst, codeOfSecond] = [
      await world.tenant.outbox.codeFor(adele),
      await world.tenant.outbox.codeFor(adele),
    ];
    await first.enter(codeOfFirst);
    expect(first.at('choose-method').gate?.index).to.equal(2);
    await second.enter(codeOfFirst);
    expect(second.problems).to.deep.equal(['code-wrong']);
    await second.enter(codeOfSecond);
    await second.answer({
      action: 'set-password',
      password: newPassword,
      confirmation: newPassword,
    });
    expect(second.at('choose-method').problems[0]?.code).to.equal('action-unavailable');
  });

  it('SESSION-1: no step can be skipped', async () => {
    const visitor = contoso().visit();
    await visitor.start();
    await visitor.setPassword();
    expect(visitor.at('choose-method').problems[0]?.code).to.equal('action-unavailable');
    await visitor.enter('123456');
    expect(visitor.at('choose-method').problems[0]?.code).to.equal('action-unavailable');
    await visitor.choose('email');
    await visitor.setPassword();
    visitor.at('enter-code');
  });

  it('SESSION-1: a flow takes no more than 120 answers, each of which stays answered', async () => {
    const world = contoso();
    const visitor = world.visit();
    await visitor.start();
    const [first, call] = [visitor.token, attempt()];
    const nothing: Answer = { action: 'choose-method', method: '' };
    const answered = await world.tenant.reset.advance(first, nothing, call);
    visitor.step = answered;
    for (let i = 1; i < 120; i++) await visitor.answer(nothing);
    visitor.at('choose-method');
    await visitor.answer(nothing);
    expect(visitor.at('refused').code).to.equal('flow-expired');
    expect(await world.tenant.reset.advance(first, nothing, call)).to.deep.equal(answered);
  });

  it('SESSION-1: a token that nobody gave out is of no flow', async () => {
    const visitor = contoso().visit();
    await visitor.answer({ action: 'back' }, 'made-up');
    expect(visitor.at('refused').code).to.equal('flow-expired');
  });

  it('SESSION-1: a token of one tenant is nothing to another', async () => {
    const [one, two] = [contoso().visit(), contoso({}, { name: 'Fabrikam' }).visit()];
    await one.start();
    await two.answer({ action: 'none-of-these' }, `${one.token}`);
    expect(two.at('refused').code).to.equal('flow-expired');
  });
});

describe('time', () => {
  it('SESSION-1: a reset lives 15 minutes from the accepted username', async () => {
    const world = contoso();
    const visitor = await atCode(world, 'app-code');
    world.clock.advance({ minutes: 14, seconds: 59 });
    await visitor.enter('');
    expect(visitor.at('enter-code').expiresInMs).to.equal(1_000);
    world.clock.advance({ seconds: 1 });
    await visitor.enter(world.tenant.appCodeOf(adele)?.code ?? '');
    expect(visitor.at('refused')).to.include({ code: 'flow-expired', rule: 'SESSION-1' });
    expect(visitor.actions).to.deep.equal(['restart']);
  });

  it('SESSION-1: who watches is told when the time is over', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const steps: Step[] = [];
    const watching = (async () => {
      for await (const step of world.tenant.reset.watch?.(visitor.token, { locale: 'en' }) ?? [])
        steps.push(step);
    })();
    world.clock.advance({ minutes: 15 });
    await watching;
    expect(codesOf(steps)).to.deep.equal(['flow-expired']);
  });

  it('stops watching with the signal', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const stop = new AbortController();
    const call = { locale: 'en', signal: stop.signal };
    const watching = world.tenant.reset.watch?.(visitor.token, call)[Symbol.asyncIterator]().next();
    stop.abort('enough');
    expect(await watching?.catch((reason: unknown) => reason)).to.equal('enough');
  });

  it('is over once it is cancelled, which can be said twice', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    await world.tenant.reset.cancel(visitor.token, { locale: 'en' });
    await world.tenant.reset.cancel(visitor.token, { locale: 'en' });
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    expect(visitor.at('refused').code).to.equal('flow-expired');
    expect(world.tenant.audit.list().filter(({ reason }) => reason === 'Cancelled')).to.have.length(
      1,
    );
  });

  it('calls nobody for help once it is cancelled', async () => {
    const people = [adeleWith({ roles: ['Global Administrator'] })];
    const world = contoso({}, { people });
    const visitor = world.visit();
    await visitor.start();
    await world.tenant.reset.cancel(visitor.token, { locale: 'en' });
    await visitor.answer({ action: 'contact' });
    expect(visitor.at('refused').code).to.equal('flow-expired');
    expect(world.tenant.outbox.list()).to.have.length(0);
  });

  it('ends a call with the reason of its signal', async () => {
    const { tenant } = contoso();
    const stop = new AbortController();
    const call = { ...attempt(), signal: stop.signal };
    const starting = tenant.reset.start({ username: adele }, call);
    stop.abort('gone');
    expect(await starting.catch((reason: unknown) => reason)).to.equal('gone');
  });
});
