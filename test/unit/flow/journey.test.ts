import { expect } from 'chai';
import type { Fault } from '../../../src/mock/index.js';
import { username } from './builders.js';
import {
  at,
  contoso,
  moves,
  newPassword,
  overNetwork,
  resetOver,
  settled,
  smoothTrace,
  traceOf,
  when,
} from './world.js';

describe('a reset without markup', () => {
  it('goes from the username through both proofs to the new password', async () => {
    const { tenant, environment } = contoso();
    const flow = resetOver(tenant, environment);
    const kinds: string[] = [];
    for (const move of Object.values(moves(flow, tenant))) {
      move();
      kinds.push((await settled(flow)).step.kind);
    }
    expect(kinds).to.deep.equal([
      'choose-method',
      'enter-code',
      'choose-method',
      'enter-code',
      'new-password',
      'done',
    ]);
    expect(flow.state.username).to.equal(username);
    expect(flow.state.branding?.name).to.equal('Contoso');
    expect(await tenant.signIn(username, newPassword)).to.include({ outcome: 'signed-in' });
    expect(environment.waiting, 'timers left').to.equal(0);
  });

  it('leaves one row of each kind and one mail each behind', async () => {
    const trace = await smoothTrace();
    expect(trace.filter((line) => line.startsWith('mail'))).to.deep.equal([
      'mail code to adele.v@mail.example',
      `mail password-reset to ${username}`,
      'mail password-reset to adele.v@mail.example',
    ]);
    expect(new Set(trace).size).to.be.above(8);
  });

  describe('over a network that fails at every step', () => {
    for (const fault of [
      { kind: 'offline' },
      { kind: 'lost-answer' },
      { kind: 'truncated' },
      { kind: 'html' },
      { kind: 'server-error' },
      { kind: 'server-error', body: true },
      { kind: 'rate-limited', retryAfter: 2 },
      { kind: 'redirect', location: 'https://elsewhere.example' },
    ] as const satisfies readonly Fault[])
      for (const how of ['retried', 'sent again'] as const)
        it(`has one effect each where ${JSON.stringify(fault)} is ${how}`, async () => {
          const { tenant, environment } = contoso();
          const { adapter, faults } = overNetwork(tenant, environment);
          const flow = resetOver(adapter, environment);
          for (const [name, move] of Object.entries(moves(flow, tenant))) {
            const before = flow.state.step;
            faults.next(name === 'start' ? 'start' : 'advance', fault, 2);
            move();
            for (const time of ['the first', 'the second']) {
              const { activity, step } = await settled(flow);
              expect(activity.status, `${name}, ${time} time`).to.equal('failed');
              expect(step, `${name}, ${time} time`).to.equal(before);
              if (how === 'retried') flow.retry();
              else move();
            }
            const { activity } = await settled(flow);
            expect(activity.status, name).to.equal('idle');
          }
          expect(at(flow, 'done').username).to.equal(username);
          expect(traceOf(tenant)).to.deep.equal(await smoothTrace());
        });
  });

  it('fails with a timeout where no answer comes, and goes on from there', async () => {
    const { tenant, environment } = contoso();
    const { adapter, faults } = overNetwork(tenant, environment);
    const flow = resetOver(adapter, environment);
    faults.next('discover', { kind: 'drop' });
    faults.next('start', { kind: 'drop' });
    flow.start({ username });
    environment.clock.advance({ seconds: 15 });
    expect((await settled(flow)).activity).to.have.nested.property('error.code', 'timeout');
    flow.retry();
    // The start is under way as soon as the discovery is back.
    await when(flow, ({ discovery }) => discovery !== undefined);
    environment.clock.advance({ seconds: 15 });
    expect((await settled(flow)).activity).to.have.nested.property('error.code', 'timeout');
    flow.retry();
    expect((await settled(flow)).step.kind).to.equal('choose-method');
  });

  describe('after a lost answer', () => {
    /** At the code of the mail, whose right code or a wrong one was sent and its answer lost. */
    async function lostAt(code: 'right' | 'wrong') {
      const { tenant, environment } = contoso();
      const { adapter, faults } = overNetwork(tenant, environment);
      const flow = resetOver(adapter, environment);
      const move = moves(flow, tenant);
      for (const name of ['start', 'choose the mail'] as const) {
        move[name]();
        await settled(flow);
      }
      faults.next('advance', { kind: 'lost-answer' });
      if (code === 'right') move['enter its code']();
      else flow.answer({ action: 'enter-code', code: '000000' });
      expect((await settled(flow)).activity.status).to.equal('failed');
      return { tenant, flow, move };
    }

    it('a corrected code is taken, and the flow is not superseded', async () => {
      const { flow, move } = await lostAt('wrong');
      move['enter its code']();
      expect((await settled(flow)).step).to.deep.include({
        kind: 'choose-method',
        gate: { index: 2, total: 2 },
        problems: [],
      });
    });

    it('a wrong code wears the code down once', async () => {
      const { flow } = await lostAt('wrong');
      flow.retry();
      await settled(flow);
      expect(at(flow, 'enter-code').triesLeft).to.equal(2);
      expect(at(flow, 'enter-code').problems.map(({ code }) => code)).to.deep.equal(['code-wrong']);
    });

    it('another code after the right one is not sent: the proof has been accepted', async () => {
      const { flow, tenant } = await lostAt('right');
      flow.answer({ action: 'enter-code', code: '000000' });
      expect((await settled(flow)).step).to.deep.include({
        kind: 'choose-method',
        gate: { index: 2, total: 2 },
      });
      expect(traceOf(tenant).join()).not.to.contain('Verification option failed');
    });

    it('giving up ends the flow at the backend too', async () => {
      const { flow, tenant } = await lostAt('wrong');
      const cancelled = new Promise((resolve) =>
        tenant.audit.subscribe(({ reason }) => reason === 'Cancelled' && resolve(reason)),
      );
      flow.leave();
      expect(flow.state.step.kind).to.equal('identify');
      expect(await cancelled).to.equal('Cancelled');
    });
  });

  it('is answered once where the network brings every request twice', async () => {
    const { tenant, environment } = contoso();
    const { start, advance } = tenant.reset;
    const twice = {
      ...tenant,
      contract: tenant.contract,
      discover: tenant.discover,
      reset: {
        ...tenant.reset,
        start: async (...call: Parameters<typeof start>) => {
          const [first] = await Promise.all([start(...call), start(...call)]);
          return first;
        },
        advance: async (...call: Parameters<typeof advance>) => {
          const [, second] = await Promise.all([advance(...call), advance(...call)]);
          return second;
        },
      },
    };
    const flow = resetOver(twice, environment);
    for (const move of Object.values(moves(flow, tenant))) {
      move();
      await settled(flow);
    }
    expect(at(flow, 'done').username).to.equal(username);
    expect(traceOf(tenant)).to.deep.equal(await smoothTrace());
  });

  it('runs out by the clock, with username and support code kept, and can be started again', async () => {
    const { tenant, environment } = contoso();
    const flow = resetOver(tenant, environment);
    const move = moves(flow, tenant);
    move.start();
    const { supportCode } = (await settled(flow)).step;
    environment.clock.advance({ minutes: 14, seconds: 59 });
    await Promise.resolve();
    expect(flow.state.step.kind).to.equal('choose-method');
    const over = new Promise((resolve) => flow.subscribe(resolve));
    environment.clock.advance({ seconds: 1 });
    await over;
    expect(at(flow, 'refused')).to.include({ code: 'flow-expired', supportCode });
    expect(flow.state.username).to.equal(username);
    move.start();
    expect((await settled(flow)).step.kind).to.equal('choose-method');
  });
});
