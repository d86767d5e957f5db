import { expect } from 'chai';
import type { AgentStatus } from '../../../../src/policy/writeback.js';
import { manualClock } from '../../../../src/tenant/clock.js';
import { OnPremises, onPremises } from '../../../../src/tenant/on-premises/index.js';
import { pbkdf2 } from '../../../../src/tenant/password-hash.js';
import { seededRandom } from '../../../../src/tenant/random.js';
import {
  corp,
  corporation,
  erin,
  erinWith,
  firstPassword,
  firstWords,
  heldHash,
  newPassword,
  outcome,
} from './corporation.js';

const code = (verdict: { readonly allowed: boolean; readonly code?: string }) =>
  verdict.code ?? 'may reset';

describe('the agents of an organisation', () => {
  const told: [status: AgentStatus, check: string, event?: number][] = [
    ['up', 'may reset'],
    ['outdated', 'may reset'],
    ['cannot-check', 'SSPR_0029', 33009],
    ['not-configured', 'SSPR_0029', 33009],
    ['cannot-connect', 'SSPR_0030', 33001],
    ['temporary-trouble', 'SSPR_0030', 33001],
  ];
  for (const [status, check, event] of told) {
    it(`WRITEBACK-4: ${status} reads ${check} before verification`, () => {
      const { site } = corporation({ agents: [{ domains: [corp], status }] });
      expect(code(site.checkReachable(erin))).to.equal(check);
      expect(code(site.checkReset(erin))).to.equal(check);
    });

    it(`WRITEBACK-4: turned ${status} after the check, a write ${event ? `fails with ${event}` : 'goes on'}`, async () => {
      const { site, agent, codes } = corporation();
      expect(code(site.checkReachable(erin))).to.equal('may reset');
      agent.status = status;
      const written = await site.writeBack(erin, newPassword);
      expect(outcome(written)).to.equal(event ? check : 'written');
      expect(codes()).to.deep.equal(event ? [event] : []);
      expect(await site.signIn(erin, newPassword)).to.equal(event ? 'wrong' : 'right');
    });
  }

  it('WRITEBACK-1: with writeback off nobody resets, and it counts at once', async () => {
    let enabled = false;
    const { site } = corporation({}, [erinWith()], { enabled: () => enabled });
    expect(code(site.checkReachable(erin))).to.equal('SSPR_0010');
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0010');
    enabled = true;
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
  });

  it('WRITEBACK-1: a domain that no agent serves cannot be written to', async () => {
    const { site } = corporation();
    const stranger = 'ann.other@elsewhere.example';
    expect(site.serves('elsewhere.example')).to.equal(false);
    expect(code(site.checkReachable(stranger))).to.equal('SSPR_0010');
    expect(await site.writeBack(stranger, newPassword)).to.deep.include({ kind: 'failed' });
  });

  it('WRITEBACK-1: what is true of the domain is said of names that nobody has, too', () => {
    const { site, agent } = corporation();
    expect(site.serves('CORP.example')).to.equal(true);
    expect(code(site.checkReachable('no.body@corp.example'))).to.equal('may reset');
    agent.status = 'cannot-connect';
    expect(code(site.checkReachable('no.body@corp.example'))).to.equal('SSPR_0030');
  });

  it('WRITEBACK-1: Entra Connect and cloud sync serve different domains side by side', async () => {
    const ann = 'ann.other@merged.example';
    const { site } = corporation(
      {
        agents: [
          { tool: 'entra-connect', domains: ['Corp.Example', 'sub.corp.example'] },
          { tool: 'cloud-sync', domains: ['merged.example'] },
        ],
        controllers: [
          { domain: corp },
          { domain: 'sub.corp.example' },
          { domain: 'merged.example', policy: { minimumLength: 20 } },
        ],
      },
      [erinWith(), erinWith({}, { username: ann, firstName: 'Ann', lastName: 'Other' })],
    );
    expect(site.agent(corp)?.tool).to.equal('entra-connect');
    expect(site.agent('merged.example')?.tool).to.equal('cloud-sync');

    expect(outcome(await site.writeBack(ann, newPassword))).to.equal('password-too-short');
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
    const events = site.agents.map(({ events }) => events.list().map((event) => event.code));
    expect(events).to.deep.equal([[], [33008]]);

    const [connect] = site.agents;
    if (connect) connect.status = 'cannot-connect';
    expect(code(site.checkReachable(erin))).to.equal('SSPR_0030');
    expect(code(site.checkReachable(ann))).to.equal('may reset');
    expect(outcome(await site.writeBack(ann, 'Blue-Teapot-77-Green-Kettle'))).to.equal('written');
  });

  it('WRITEBACK-1: an account in the cloud is none that a domain knows', async () => {
    const { site, codes } = corporation({}, [erinWith({}, { onPremises: undefined })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33002]);
    expect(await site.signIn(erin, firstPassword)).to.equal('unknown');
  });

  it('WRITEBACK-1: a definition that serves a domain twice is not built', () => {
    const build = (definition: Parameters<typeof onPremises>[0]) => () =>
      new OnPremises(onPremises(definition), [], {
        clock: manualClock(),
        random: seededRandom(1),
        hash: pbkdf2({ iterations: 1 }),
        enabled: () => true,
        bannedWords: firstWords,
      });
    const twice = [{ domains: [corp] }, { domains: [corp.toUpperCase()] }];
    expect(build({ agents: twice })).to.throw(TypeError, `'${corp}' is served by two agents`);
    expect(build({ controllers: [{ domain: corp }, { domain: corp }] })).to.throw(
      `'${corp}' has two controllers`,
    );
    expect(build({ cloudCommitAfterMs: -1 })).to.throw('cloudCommitAfterMs');
    expect(build({ confirmAfterMs: Number.NaN })).to.throw('confirmAfterMs');
    expect(build({ controllers: [{ domain: corp, policy: { history: 99 } }] })).to.throw('99');
  });
});

describe('the event log of an agent', () => {
  it('WRITEBACK-4: has 33001 when something broke that nobody foresaw', async () => {
    const { site, codes } = corporation({}, [erinWith({}, { password: undefined })], {
      hash: () => Promise.reject(new Error('no such algorithm')),
    });
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33001]);
  });

  it('WRITEBACK-4: has 33002 for an account that the domain does not have', async () => {
    const { site, agent, clock } = corporation({}, [erinWith({ matches: 0 })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(agent.events.list()).to.deep.equal([
      { at: clock.now(), code: 33002, operation: 'reset', username: erin },
    ]);
  });

  it('WRITEBACK-4: has 33003 when several accounts answer to one person, and none is written', async () => {
    const { site, codes } = corporation({}, [erinWith({ matches: 2 })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(outcome(await site.unlock(erin))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33003, 33003]);
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('WRITEBACK-4: has 33004 when the agent lacks the right, which a change does not need', async () => {
    const { site, codes } = corporation({}, [erinWith({ writable: false, locked: true })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(outcome(await site.unlock(erin))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33004, 33004]);

    const open = corporation({}, [erinWith({ writable: false })]);
    expect(outcome(await open.site.change(erin, firstPassword, newPassword))).to.equal('written');
  });

  it('WRITEBACK-4: has 33005 for an account that is disabled on-premises', async () => {
    const { site, codes } = corporation({}, [erinWith({ disabled: true })]);
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('account-disabled');
    expect(outcome(await site.change(erin, firstPassword, newPassword))).to.equal(
      'account-disabled',
    );
    expect(outcome(await site.unlock(erin))).to.equal('account-disabled');
    expect(codes()).to.deep.equal([33005, 33005, 33005]);
    expect(await site.signIn(erin, firstPassword)).to.equal('disabled');
    expect(await site.signIn(erin, newPassword)).to.equal('wrong');
  });

  it('WRITEBACK-4: has 33006 for a change of a locked account', async () => {
    const { site, codes } = corporation({}, [erinWith({ locked: true })]);
    expect(outcome(await site.change(erin, firstPassword, newPassword))).to.equal('blocked-until');
    expect(codes()).to.deep.equal([33006]);
  });

  it('WRITEBACK-4: has 33009 when the agent has no controller for its domain', async () => {
    const { site, codes } = corporation({ controllers: [] });
    expect(code(site.checkReachable(erin))).to.equal('SSPR_0029');
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0029');
    expect(codes()).to.deep.equal([33009]);
    expect(await site.signIn(erin, firstPassword)).to.equal('unreachable');
  });
});

describe('a protected administrator on-premises', () => {
  it('ADMIN-3: is neither reset nor unlocked by writeback, and told so before verification', async () => {
    const { site, codes } = corporation({}, [erinWith({ adminCount: 1 })]);
    expect(site.checkReset(erin)).to.deep.equal({
      allowed: false,
      rule: 'ADMIN-3',
      code: 'protected-admin',
    });
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('protected-admin');
    expect(outcome(await site.unlock(erin))).to.equal('protected-admin');
    expect(codes()).to.deep.equal([33004, 33004]);
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });

  it('ADMIN-3: changes the password by their own right', async () => {
    const { site } = corporation({}, [erinWith({ adminCount: 1 })]);
    expect(outcome(await site.change(erin, firstPassword, newPassword))).to.equal('written');
  });

  it('REFUSAL-2: reads of a trouble of the domain what everybody else reads', () => {
    const { site, agent } = corporation({}, [erinWith({ adminCount: 1 })]);
    agent.status = 'cannot-connect';
    expect(code(site.checkReset(erin))).to.equal('SSPR_0030');
  });
});

describe('a controller that goes away', () => {
  it('WRITEBACK-1: is noticed before verification', () => {
    const { site, controller } = corporation();
    controller.reachable = false;
    expect(code(site.checkReachable(erin))).to.equal('SSPR_0030');
  });

  it('WRITEBACK-1: between the check and the write is a failure, never a success', async () => {
    const { site, controller, codes } = corporation();
    expect(code(site.checkReachable(erin))).to.equal('may reset');
    controller.reachable = false;
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('SSPR_0030');
    expect(await site.signIn(erin, newPassword)).to.equal('unreachable');
    expect(codes()).to.deep.equal([33001]);
    controller.reachable = true;
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
  });

  it('WRITEBACK-1: in the middle of a write leaves the old password', async () => {
    const { hash, release } = heldHash();
    const { site, controller, codes } = corporation({}, [erinWith()], { hash });
    const written = site.writeBack(erin, newPassword);
    // The write has reached the domain and waits for its hash.
    await Promise.resolve();
    controller.reachable = false;
    release();
    expect(outcome(await written)).to.equal('SSPR_0030');
    expect(codes()).to.deep.equal([33001]);
    controller.reachable = true;
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
    expect(await site.signIn(erin, newPassword)).to.equal('wrong');
  });

  it('WRITEBACK-1: so does an agent that goes away then', async () => {
    const { hash, release } = heldHash();
    const { site, agent } = corporation({}, [erinWith()], { hash });
    const written = site.writeBack(erin, newPassword);
    await Promise.resolve();
    agent.status = 'temporary-trouble';
    release();
    expect(outcome(await written)).to.equal('SSPR_0030');
    expect(await site.signIn(erin, firstPassword)).to.equal('right');
  });
});
