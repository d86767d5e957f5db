import { expect } from 'chai';
import {
  corporation,
  erin,
  erinWith,
  firstPassword,
  lenient,
  newPassword,
  outcome,
} from './corporation.js';

/** A password of its own for each number. */
const numbered = (index: number) => `Teapot-${index}-Blue`;

describe('a password that is written back', () => {
  it('WRITEBACK-2: is the one that the domain knows from then on', async () => {
    const { site, controller, clock } = corporation();
    expect(await site.writeBack(erin, newPassword)).to.deep.equal({
      kind: 'written',
      cloudCommit: 'now',
    });
    expect(await site.signIn(erin, newPassword)).to.equal('right');
    expect(await site.signIn(erin, firstPassword)).to.equal('wrong');
    expect(controller.view(erin)?.passwordSetAt).to.equal(clock.now());
  });

  it('WRITEBACK-2: is found however the username was typed', async () => {
    const { site } = corporation();
    expect(outcome(await site.writeBack(erin.toUpperCase(), newPassword))).to.equal('written');
    expect(await site.signIn(erin, newPassword)).to.equal('right');
  });

  it('WRITEBACK-2: the domain controller refuses the password in use, as one of its history', async () => {
    const { site, codes } = corporation();
    expect(await site.writeBack(erin, firstPassword)).to.deep.equal({
      kind: 'refused',
      event: 33008,
      verdict: {
        allowed: false,
        rule: 'WRITEBACK-2',
        code: 'password-too-recent',
        params: { remembered: 24 },
      },
    });
    expect(codes()).to.deep.equal([33008]);
  });

  it('WRITEBACK-2: the domain controller remembers the last 24, and forgets the one before', async () => {
    const { site } = corporation(lenient({ history: 24 }));
    for (let index = 1; index <= 23; index++)
      expect(outcome(await site.writeBack(erin, numbered(index)))).to.equal('written');
    expect(outcome(await site.writeBack(erin, firstPassword))).to.equal('password-too-recent');
    expect(outcome(await site.writeBack(erin, numbered(24)))).to.equal('written');
    expect(outcome(await site.writeBack(erin, numbered(1)))).to.equal('password-too-recent');
    expect(outcome(await site.writeBack(erin, firstPassword))).to.equal('written');
  });

  it('WRITEBACK-2: a history made longer holds what was set before', async () => {
    const { site, controller } = corporation(lenient({ history: 1 }));
    await site.writeBack(erin, numbered(1));
    await site.writeBack(erin, numbered(2));
    controller.policy = { ...controller.policy, history: 3 };
    expect(outcome(await site.writeBack(erin, firstPassword))).to.equal('password-too-recent');
  });

  it('PASSWORD-5: on-premises history decides for itself: without one the password in use may stay', async () => {
    const { site } = corporation(lenient());
    expect(outcome(await site.writeBack(erin, firstPassword))).to.equal('written');
    expect(outcome(await site.change(erin, firstPassword, firstPassword))).to.equal('written');
  });

  it('WRITEBACK-2: a refused password does not enter the history and leaves the old one in use', async () => {
    const { site, controller } = corporation();
    expect(outcome(await site.writeBack(erin, 'simple'))).to.equal('password-too-short');
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
    expect(controller.view(erin)?.passwordSetAt).to.equal(undefined);
  });

  it('WRITEBACK-2: comes too soon after the last one, and in time a day later', async () => {
    const { site, clock, codes } = corporation();
    await site.writeBack(erin, newPassword);
    clock.advance({ hours: 20 });
    const early = await site.writeBack(erin, 'Green-Kettle-78');
    expect(early).to.deep.include({ kind: 'refused', event: 33008 });
    expect(early).to.have.nested.property('verdict.code', 'password-too-soon');
    expect(early).to.have.nested.property('verdict.params.retryInMs', 4 * 3_600_000);
    expect(codes()).to.deep.equal([33008]);
    clock.advance({ hours: 4 });
    expect(outcome(await site.writeBack(erin, 'Green-Kettle-78'))).to.equal('written');
  });

  it('WRITEBACK-2: the age counts from what the domain knew before', async () => {
    const setAt = Date.parse('2026-11-24T10:30:00Z');
    const { site } = corporation({}, [erinWith({ passwordSetAt: setAt })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('password-too-soon');
  });

  it('WRITEBACK-2: the names that it may not hold are those of the account', async () => {
    const { site } = corporation({}, [
      erinWith({}, { username: 'ehagens@corp.example', firstName: 'Erin', lastName: 'Vance' }),
    ]);
    const write = (password: string) => site.writeBack('ehagens@corp.example', password);
    expect(outcome(await write('77-EHagens-Pot'))).to.equal('password-has-username');
    expect(outcome(await write('77-vance-Teapot'))).to.equal('password-has-name');
    expect(outcome(await write('teapotblue'))).to.equal('password-too-simple');
  });

  it('WRITEBACK-2: is the same however its characters were composed', async () => {
    const { site } = corporation({}, [erinWith()], { hash: async (password) => password });
    await site.writeBack(erin, 'Caf\u00e9-Teapot-77');
    expect(await site.signIn(erin, 'Cafe\u0301-Teapot-77')).to.equal('right');
  });

  it('AUDIT-3: no log of agent or controller holds a password', async () => {
    const { site, agent, controller } = corporation();
    await site.writeBack(erin, firstPassword);
    await site.writeBack(erin, 'Teapots1!');
    const logs = JSON.stringify([agent.events.list(), controller.findings.list()]);
    expect(agent.events.list()).to.have.length(2);
    expect(controller.findings.list()).to.have.length(1);
    expect(logs).not.to.include(firstPassword);
    expect(logs).not.to.include('Teapots1!');
  });
});

describe('a change of the password on-premises', () => {
  it('PASSWORD-5: needs the password in use', async () => {
    const { site, codes } = corporation();
    const changed = await site.change(erin, 'not-it', newPassword);
    expect(changed).to.deep.include({ kind: 'failed', event: 33007 });
    expect(outcome(changed)).to.equal('not-proven');
    expect(codes()).to.deep.equal([33007]);
    expect(await site.signIn(erin, newPassword)).to.equal('wrong');
  });

  it('PASSWORD-5: with it another password is taken', async () => {
    const { site } = corporation();
    expect(outcome(await site.change(erin, firstPassword, newPassword))).to.equal('written');
    expect(await site.signIn(erin, newPassword)).to.equal('right');
  });

  it('PASSWORD-5: to the password in use is for the history to refuse', async () => {
    const { site } = corporation();
    expect(outcome(await site.change(erin, firstPassword, firstPassword))).to.equal(
      'password-too-recent',
    );
  });

  it('PASSWORD-5: nobody without a password proves one, not even an empty one', async () => {
    const { site } = corporation({}, [erinWith({}, { password: undefined })]);
    expect(outcome(await site.change(erin, '', newPassword))).to.equal('not-proven');
    expect(await site.signIn(erin, '')).to.equal('wrong');
  });
});
