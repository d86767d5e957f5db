import { expect } from 'chai';
import { minute } from '../../../../src/policy/index.js';
import {
  corporation,
  erin,
  erinWith,
  firstPassword,
  heldHash,
  lenient,
  newPassword,
  outcome,
} from './corporation.js';

const late = { cloudCommitAfterMs: 3 * minute };

describe('a cloud that is behind', () => {
  it('WRITEBACK-5: is a success that says when the cloud will know', async () => {
    const { site, clock } = corporation(late);
    expect(await site.writeBack(erin, newPassword)).to.deep.equal({
      kind: 'written',
      cloudCommit: 'late',
      cloudAt: clock.now() + 3 * minute,
    });
    expect(await site.signIn(erin, newPassword)).to.equal('right');
  });

  it('WRITEBACK-5: catches up when its time has come', async () => {
    const { site, clock } = corporation(late);
    await site.writeBack('Erin.Hagens@corp.example', newPassword);
    const at = clock.now() + 3 * minute;
    clock.advance({ minutes: 2 });
    expect(site.cloudCommitAt(erin.toUpperCase())).to.equal(at);
    clock.advance({ minutes: 1 });
    expect(site.cloudCommitAt(erin)).to.equal(undefined);
  });

  it('WRITEBACK-5: does not happen for a password that was refused', async () => {
    const { site } = corporation(late);
    await site.writeBack(erin, firstPassword);
    expect(site.cloudCommitAt(erin)).to.equal(undefined);
  });

  for (const by of ['pass-through', 'federation'] as const)
    it(`WRITEBACK-5: does not matter with ${by}, where the domain signs people in`, async () => {
      const { site, controller } = corporation(late, [erinWith({ by })]);
      expect(controller.view(erin)?.by).to.equal(by);
      expect(await site.writeBack(erin, newPassword)).to.deep.equal({
        kind: 'written',
        cloudCommit: 'now',
      });
    });
});

describe('several things at once', () => {
  it('WRITEBACK-2: of two resets the first one wins, and the second comes too soon', async () => {
    const { site } = corporation();
    const [first, second] = await Promise.all([
      site.writeBack(erin, newPassword),
      site.writeBack(erin, 'Green-Kettle-78'),
    ]);
    expect(outcome(first)).to.equal('written');
    expect(outcome(second)).to.equal('password-too-soon');
    expect(await site.signIn(erin, newPassword)).to.equal('right');
  });

  it('WRITEBACK-2: the same password twice at once is in the history once', async () => {
    const { site } = corporation(lenient({ history: 24 }));
    const [first, second] = await Promise.all([
      site.writeBack(erin, newPassword),
      site.writeBack(erin, newPassword),
    ]);
    expect([outcome(first), outcome(second)]).to.deep.equal(['written', 'password-too-recent']);
  });

  it('WRITEBACK-2: of many at once the last is in use and all are remembered', async () => {
    const { site } = corporation(lenient({ history: 24 }));
    const passwords = ['Blue-Teapot-1', 'Blue-Teapot-2', 'Blue-Teapot-3'];
    const written = await Promise.all(passwords.map((one) => site.writeBack(erin, one)));
    expect(written.map(outcome)).to.deep.equal(['written', 'written', 'written']);
    expect(await site.signIn(erin, 'Blue-Teapot-3')).to.equal('right');
    const again = await Promise.all(passwords.map((one) => site.writeBack(erin, one)));
    expect(new Set(again.map(outcome))).to.deep.equal(new Set(['password-too-recent']));
  });

  it('WRITEBACK-3: an unlock during a reset waits for it', async () => {
    const { hash, release } = heldHash();
    const { site } = corporation({}, [erinWith({ locked: true })], { hash });
    const order: string[] = [];
    const both = Promise.all([
      site.writeBack(erin, newPassword).then(() => order.push('reset')),
      site.unlock(erin).then(() => order.push('unlock')),
    ]);
    release();
    await both;
    expect(order).to.deep.equal(['reset', 'unlock']);
  });

  it('WRITEBACK-1: an unlock whose turn comes when the controller has gone is a failure', async () => {
    const { hash, release } = heldHash();
    const { site, controller } = corporation({}, [erinWith({ locked: true })], { hash });
    const reset = site.writeBack(erin, newPassword);
    const unlock = site.unlock(erin);
    await Promise.resolve();
    controller.reachable = false;
    release();
    expect(outcome(await reset)).to.equal('SSPR_0030');
    expect(outcome(await unlock)).to.equal('SSPR_0030');
    expect(controller.view(erin)?.lockedForMs).to.equal(Number.POSITIVE_INFINITY);
  });

  it('WRITEBACK-4: a sign-in that broke does not hold up the next', async () => {
    let broken = false;
    const { site } = corporation({}, [erinWith()], {
      hash: async (password) => {
        if (broken) throw new Error('out of memory');
        return password;
      },
    });
    await site.unlock(erin);
    broken = true;
    const signIn = site.signIn(erin, firstPassword).then(
      () => 'answered',
      () => 'broke',
    );
    const unlock = site.unlock(erin);
    expect(await signIn).to.equal('broke');
    expect(outcome(await unlock)).to.equal('unlocked');
  });

  it('WRITEBACK-4: one that broke does not hold up the next', async () => {
    const { hash, release } = heldHash();
    release();
    let broken = true;
    const { site, codes } = corporation({}, [erinWith({}, { password: undefined })], {
      hash: (password, salt) =>
        broken ? Promise.reject(new Error('out of memory')) : hash(password, salt),
    });
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    broken = false;
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
    expect(codes()).to.deep.equal([33001]);
  });

  it('WRITEBACK-4: a first password that could not be hashed fails the write, not the process', async () => {
    const { site, codes } = corporation({}, [erinWith()], {
      hash: () => Promise.reject(new Error('out of memory')),
    });
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33001]);
  });

  it('WRITEBACK-2: the same seed and the same actions end the same', async () => {
    const run = async () => {
      const salts: string[] = [];
      const { hash, release } = heldHash();
      release();
      const { site, agent } = corporation(late, [erinWith()], {
        hash: (password, salt) => {
          salts.push(salt.join());
          return hash(password, salt);
        },
      });
      const results = [
        await site.writeBack(erin, firstPassword),
        await site.writeBack(erin, newPassword),
        await site.unlock(erin),
      ];
      return { results, salts, events: agent.events.list() };
    };
    expect(await run()).to.deep.equal(await run());
  });
});
