import { expect } from 'chai';
import type { Step } from '../../../src/contract/index.js';
import { adele, contoso, otherThan } from './visitor.js';

async function atCode(world: ReturnType<typeof contoso>, type = 'email') {
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose(type);
  return visitor;
}

const codesOf = (steps: readonly Step[]) =>
  steps.map((step) => (step.kind === 'refused' ? step.code : step.kind));

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
