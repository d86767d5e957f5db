import { expect } from 'chai';
import { adele, contoso } from '../visitor.js';
import {
  allMethods,
  choosing,
  countingClock,
  mobile,
  reaching,
  settled,
  wellKnown,
} from './world.js';

/** Where it is known how many wait for the clock. */
function watched() {
  const clock = countingClock();
  const people = [wellKnown()];
  return { ...contoso({ methods: allMethods }, { people, clock }), clock };
}

describe('who watches', () => {
  it('is told by as many as watch, in the same step', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const others = [at.visit(), at.visit()].map((one) => {
      one.step = visitor.step;
      return one.watch();
    });
    const mine = visitor.watch();
    await settled();
    expect(at.clock.waiting()).to.equal(3);
    at.tenant.phoneOf(adele).press('#');
    const step = await mine;
    expect(step?.kind).to.equal('new-password');
    expect(await Promise.all(others)).to.deep.equal([step, step]);
    expect(at.clock.waiting()).to.equal(0);
  });

  it('is told by as many as watch that nobody answered, once', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const other = at.visit();
    other.step = visitor.step;
    const both = [visitor.watch(), other.watch()];
    await settled();
    at.clock.advance({ seconds: 60 });
    const [one, two] = await Promise.all(both);
    expect(one?.problems.map(({ code }) => code)).to.deep.equal(['call-not-answered']);
    expect(two).to.deep.equal(one);
    const failures = at.tenant.audit
      .list()
      .filter(({ reason }) => reason === 'Verification option failed');
    expect(failures).to.have.length(1);
  });

  it('is told what came before anybody watched', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const { token } = visitor;
    at.tenant.phoneOf(adele).press('#');
    await visitor.watch();
    const step = visitor.at('new-password');
    const late = at.visit();
    for await (const one of at.tenant.reset.watch?.(token, { locale: 'en' }) ?? []) late.step = one;
    expect(late.step).to.deep.equal(step);
  });

  it('is told what came while an answer was on its way', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const answer = visitor.answer({ action: 'extend' });
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('accepted');
    await answer;
    visitor.at('wait');
    await visitor.watch();
    visitor.at('new-password');
  });

  it('ends with the signal, with its reason, and leaves nothing behind', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const stop = new AbortController();
    const steps = at.tenant.reset.watch?.(visitor.token, { locale: 'en', signal: stop.signal });
    const next = (async () => {
      for await (const step of steps ?? []) return step;
      return undefined;
    })().catch((reason: unknown) => reason);
    await settled();
    expect(at.clock.waiting()).to.equal(1);
    stop.abort('enough');
    expect(await next).to.equal('enough');
    expect(at.clock.waiting()).to.equal(0);
    // The flow goes on without.
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('accepted');
  });

  it('is told nothing under a token that was answered, or that nobody gave out', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    const { token } = visitor;
    await visitor.answer({ action: 'extend' });
    for (const one of [token, 'nobody gave this out']) {
      const steps = [];
      for await (const step of at.tenant.reset.watch?.(one, { locale: 'en' }) ?? [])
        steps.push(step);
      expect(steps).to.deep.equal([]);
    }
    expect(at.clock.waiting()).to.equal(0);
  });

  it('SESSION-1: is told that the flow ran out before the telephone was answered', async () => {
    const at = watched();
    const visitor = await choosing(at, 'call');
    at.clock.advance({ minutes: 14, seconds: 30 });
    await visitor.confirmTarget(mobile);
    const next = visitor.watch();
    await settled();
    at.clock.advance({ seconds: 30 });
    expect(await next).to.include({ kind: 'refused', code: 'flow-expired' });
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('too-late');
    expect(at.clock.waiting()).to.equal(0);
  });

  it('SESSION-1: nothing is left pending once the flow ends, however many watched', async () => {
    for (const end of ['cancel', 'done'] as const) {
      const at = watched();
      const visitor = await reaching(at, 'call');
      const all = [visitor.watch()];
      await settled();
      await visitor.answer({ action: 'extend' });
      const second = at.visit();
      second.step = visitor.step;
      all.push(second.watch());
      await settled();
      if (end === 'cancel') await at.tenant.reset.cancel(visitor.token, { locale: 'en' });
      else {
        at.tenant.phoneOf(adele).press('#');
        visitor.step = await all[1];
        await visitor.setPassword();
        visitor.at('done');
      }
      await Promise.all(all);
      expect(at.clock.waiting(), end).to.equal(0);
    }
  });

  it('SESSION-1: more time for the flow is none for the call', async () => {
    const at = watched();
    const visitor = await reaching(at, 'call');
    at.clock.advance({ seconds: 40 });
    await visitor.answer({ action: 'extend' });
    expect(visitor.at('wait')).to.include({
      waitExpiresInMs: 20_000,
      expiresInMs: (30 * 60 - 40) * 1_000,
    });
    expect(visitor.actions.filter((name) => name === 'extend')).to.have.length(1);
    await visitor.answer({ action: 'extend' });
    expect(visitor.actions).not.to.include('extend');
    await visitor.answer({ action: 'extend' });
    expect(visitor.problems).to.deep.equal(['extended-too-often']);
  });

  it('SESSION-1: more time for the flow revives no code', async () => {
    const at = watched();
    const visitor = await reaching(at, 'text');
    const code = await at.tenant.outbox.codeFor(adele);
    at.clock.advance({ minutes: 5 });
    await visitor.answer({ action: 'extend' });
    expect(visitor.at('enter-code').codeExpiresInMs).to.equal(0);
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['code-expired']);
  });

  for (const type of ['text', 'call', 'questions'] as const)
    it(`SESSION-1: at 15 minutes every answer to ${type} is too late`, async () => {
      const at = watched();
      const visitor = await (type === 'questions' ? choosing(at, type) : reaching(at, type));
      at.clock.advance({ minutes: 15 });
      await visitor.answer({ action: 'back' });
      expect(visitor.at('refused').code).to.equal('flow-expired');
    });
});
