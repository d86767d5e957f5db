import { expect } from 'chai';
import { minute } from '../../../../src/policy/index.js';
import {
  corp,
  corporation,
  erin,
  erinWith,
  firstPassword,
  newPassword,
  outcome,
} from './corporation.js';

const locking = { controllers: [{ domain: corp, policy: { lockout: { failures: 3 } } }] };

describe('the lock of an on-premises account', () => {
  it('LOCK-1: wrong passwords at the domain close it, and time opens it', async () => {
    const { site, controller, clock } = corporation(locking);
    for (const outcome of ['wrong', 'wrong', 'wrong', 'locked'])
      expect(await site.signIn(erin, 'not-it')).to.equal(outcome);
    expect(await site.signIn(erin, firstPassword)).to.equal('locked');
    expect(controller.view(erin)?.lockedForMs).to.equal(10 * minute);
    clock.advance({ minutes: 10 });
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('LOCK-1: a right password makes the domain forget the wrong ones', async () => {
    const { site } = corporation(locking);
    await site.signIn(erin, 'not-it');
    await site.signIn(erin, 'not-it');
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
    expect(await site.signIn(erin, 'not-it')).to.equal('wrong');
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('LOCK-1: wrong ones of long ago do not count', async () => {
    const { site, clock } = corporation(locking);
    await site.signIn(erin, 'not-it');
    await site.signIn(erin, 'not-it');
    clock.advance({ minutes: 10 });
    await site.signIn(erin, 'not-it');
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('LOCK-1: wrong passwords at a change count too, and the lock says when it opens', async () => {
    const { site, codes } = corporation(locking);
    for (let tries = 0; tries < 3; tries++) await site.change(erin, 'not-it', newPassword);
    const locked = await site.change(erin, firstPassword, newPassword);
    expect(locked).to.have.nested.property('verdict.params.retryInMs', 10 * minute);
    expect(locked).to.have.nested.property('verdict.rule', 'LOCK-1');
    expect(codes()).to.deep.equal([33007, 33007, 33007, 33006]);
  });

  it('LOCK-1: a domain can lock until somebody unlocks, or never', async () => {
    const policy = { lockout: { failures: 1, lockMs: 0 } };
    const strict = corporation({ controllers: [{ domain: corp, policy }] });
    await strict.site.signIn(erin, 'not-it');
    strict.clock.advance({ hours: 10_000 });
    expect(await strict.site.signIn(erin, firstPassword)).to.equal('locked');
    await strict.site.unlock(erin);
    expect(await strict.site.signIn(erin, firstPassword)).to.equal('right');

    const open = corporation({
      controllers: [{ domain: corp, policy: { lockout: { failures: 0 } } }],
    });
    for (let tries = 0; tries < 20; tries++) await open.site.signIn(erin, 'not-it');
    expect(await open.site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('LOCK-1: of guesses made all at once no more are compared than the domain allows', async () => {
    const { site } = corporation(locking);
    const guesses = Array.from({ length: 6 }, (_, index) => site.signIn(erin, `guess-${index}`));
    expect(await Promise.all(guesses)).to.deep.equal([
      ...['wrong', 'wrong', 'wrong'],
      ...['locked', 'locked', 'locked'],
    ]);
  });

  it('WRITEBACK-3: a reset unlocks', async () => {
    const { site, controller } = corporation({}, [erinWith({ locked: true })]);
    expect(controller.view(erin)?.lockedForMs).to.equal(Number.POSITIVE_INFINITY);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
    expect(controller.view(erin)?.lockedForMs).to.equal(0);
    expect(await site.signIn(erin, newPassword)).to.equal('right');
  });

  it('WRITEBACK-3: a refused reset does not', async () => {
    const { site } = corporation({}, [erinWith({ locked: true })]);
    expect(outcome(await site.writeBack(erin, firstPassword))).to.equal('password-too-recent');
    expect(await site.signIn(erin, firstPassword)).to.equal('locked');
  });

  it('WRITEBACK-3: an unlock without a reset opens it and leaves the password as it is', async () => {
    const { site, controller } = corporation();
    controller.lock(erin);
    expect(await site.signIn(erin, firstPassword)).to.equal('locked');
    const before = controller.view(erin)?.passwordSetAt;
    expect(await site.unlock(erin)).to.deep.equal({ kind: 'unlocked' });
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
    expect(controller.view(erin)?.passwordSetAt).to.equal(before);
  });

  it('WRITEBACK-3: an unlock is no matter of the age of the password', async () => {
    const { site, controller } = corporation();
    await site.writeBack(erin, newPassword);
    controller.lock(erin);
    expect(outcome(await site.unlock(erin))).to.equal('unlocked');
  });

  it('WRITEBACK-3: an open account can be unlocked all the same', async () => {
    const { site } = corporation();
    expect(outcome(await site.unlock(erin))).to.equal('unlocked');
  });

  it('WRITEBACK-3: an unlock needs the agent', async () => {
    const { site, agent, codes } = corporation({}, [erinWith({ locked: true })]);
    agent.status = 'cannot-connect';
    expect(outcome(await site.unlock(erin))).to.equal('SSPR_0030');
    expect(codes()).to.deep.equal([33001]);
    expect(await site.signIn(erin, firstPassword)).to.equal('locked');
  });
});
