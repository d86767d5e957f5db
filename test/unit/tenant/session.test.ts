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

describe('many at once', () => {
  it('CODE-2: 60 wrong guesses kill the code, and the right one comes too late', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const code = await world.tenant.outbox.codeFor(adele);
    const { token } = visitor;
    const guesses = Array.from({ length: 60 }, (_, i) => String(i).padStart(6, '0')).filter(
      (guess) => guess !== code,
    );
    const steps = await Promise.all(
      guesses.map((guess) => world.visit().answer({ action: 'enter-code', code: guess }, token)),
    );
    expect(codesOf(steps).filter((one) => one === 'flow-superseded')).to.have.length(
      guesses.length - 1,
    );
    const [first] = steps;
    if (first?.kind !== 'enter-code') throw new Error('the first has the next token');
    expect(first).to.deep.include({ triesLeft: 0 });
    await visitor.answer({ action: 'enter-code', code }, first.token);
    expect(visitor.problems).to.deep.equal(['code-used-up']);
  });

  it('CODE-2: 60 guesses one after the other under one token are no more than three', async () => {
    const world = contoso();
    const visitor = await atCode(world);
    const code = await world.tenant.outbox.codeFor(adele);
    const { token } = visitor;
    const first = await visitor.answer({ action: 'enter-code', code: otherThan(code) }, token);
    for (let i = 1; i < 60; i++)
      expect((await visitor.answer({ action: 'enter-code', code }, token)).kind).to.equal(
        'refused',
      );
    visitor.step = first;
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['code-used-up']);
    expect(visitor.at('enter-code').triesLeft).to.equal(0);
  });

  for (const type of ['email', 'app-code'])
    it(`CODE-1: of 10 right ones by ${type} exactly one wins`, async () => {
      const world = contoso();
      const visitor = await atCode(world, type);
      const code =
        type === 'email'
          ? await world.tenant.outbox.codeFor(adele)
          : (world.tenant.appCodeOf(adele)?.code ?? '');
      const { token } = visitor;
      const steps = await Promise.all(
        Array.from({ length: 10 }, () =>
          world.visit().answer({ action: 'enter-code', code }, token),
        ),
      );
      const winners = steps.filter(({ kind }) => kind === 'new-password');
      expect(winners).to.have.length(1);
      visitor.step = winners[0];
      await visitor.setPassword();
      visitor.at('done');
    });

  it('THROTTLE-1: right ones that come too late are no wrong proofs', async () => {
    const world = contoso({ methodsRequired: 2 });
    const visitor = await atCode(world, 'app-code');
    const answer = {
      action: 'enter-code',
      code: world.tenant.appCodeOf(adele)?.code ?? '',
    } as const;
    const { token } = visitor;
    const [first] = await Promise.all(
      Array.from({ length: 10 }, () => world.visit().answer(answer, token)),
    );
    visitor.step = first;
    await visitor.choose('email');
    expect(visitor.at('enter-code').triesLeft).to.equal(3);
  });

  it('THROTTLE-1: guesses over many flows at once are no more than five', async () => {
    const world = contoso();
    const visitors = await Promise.all(Array.from({ length: 8 }, () => atCode(world, 'app-code')));
    const wrong = otherThan(world.tenant.appCodeOf(adele)?.code ?? '');
    const steps = await Promise.all(visitors.map((one) => one.enter(wrong)));
    expect(new Set(codesOf(steps))).to.deep.equal(new Set(['blocked-until']));
    const compared = world.tenant.audit
      .list()
      .filter(({ reason }) => reason === 'Verification option failed');
    expect(compared).to.have.length(5);
  });
});

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
