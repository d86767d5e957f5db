import { expect } from 'chai';
import { hour } from '../../../../src/policy/index.js';
import {
  corp,
  corporation,
  erin,
  erinWith,
  firstWords,
  lenient,
  newPassword,
  outcome,
} from './corporation.js';

/** Two points of five: `teapots` and `1`. */
const banned = 'Teapots1';
/** Banned by `laterWords` only. */
const laterBanned = 'Kettles1';
const laterWords = { ...firstWords, terms: [...firstWords.terms, 'kettles'] };
const agentAs = (bannedAgent: 'off' | 'audit' | 'enforce') => lenient({ bannedAgent });

describe('the agent for banned words at a domain controller', () => {
  it('WRITEBACK-2: refuses a banned password where it enforces, and writes that down', async () => {
    const { site, controller, clock, codes } = corporation(agentAs('enforce'));
    const written = await site.writeBack(erin, banned);
    expect(written).to.deep.equal({
      kind: 'refused',
      event: 33008,
      verdict: { allowed: false, rule: 'WRITEBACK-2', code: 'password-too-common' },
    });
    expect(codes()).to.deep.equal([33008]);
    expect(controller.findings.list()).to.deep.equal([
      {
        at: clock.now(),
        username: erin,
        mode: 'enforce',
        code: 'password-too-common',
        downloadedAt: clock.now(),
      },
    ]);
  });

  it('WRITEBACK-2: lets it through where it audits, and writes that down', async () => {
    const { site, controller } = corporation(agentAs('audit'));
    expect(outcome(await site.writeBack(erin, banned))).to.equal('written');
    expect(await site.signIn(erin, banned)).to.equal('right');
    expect(controller.findings.list()).to.have.length(1);
    expect(controller.findings.list()[0]).to.include({
      mode: 'audit',
      code: 'password-too-common',
    });
  });

  it('WRITEBACK-2: is silent where it is off', async () => {
    const { site, controller } = corporation(agentAs('off'));
    expect(outcome(await site.writeBack(erin, banned))).to.equal('written');
    expect(controller.findings.list()).to.deep.equal([]);
  });

  it('WRITEBACK-2: writes nothing down about a good password', async () => {
    const { site, controller } = corporation(agentAs('enforce'));
    expect(outcome(await site.writeBack(erin, newPassword))).to.equal('written');
    expect(controller.findings.list()).to.deep.equal([]);
  });

  it('WRITEBACK-2: changes its mode at runtime', async () => {
    const { site, controller } = corporation(agentAs('off'));
    controller.policy = { ...controller.policy, bannedAgent: 'enforce' };
    expect(outcome(await site.writeBack(erin, banned))).to.equal('password-too-common');
  });

  it('WRITEBACK-2: knows the names of the person and of the organisation', async () => {
    const { site } = corporation(agentAs('enforce'));
    expect(outcome(await site.writeBack(erin, 'c0nt0s0-xyzuvw'))).to.equal('password-has-name');
    expect(outcome(await site.writeBack(erin, 'h@gens-xyzuvw'))).to.equal('password-has-name');
  });

  it('WRITEBACK-2: judges by its copy of the policy until the next hourly download', async () => {
    const { site, controller, clock } = corporation(agentAs('enforce'));
    const begun = clock.now();
    clock.advance({ minutes: 30 });
    site.publish(laterWords);
    clock.advance({ minutes: 29 });
    expect(controller.bannedAgent.downloadedAt).to.equal(begun);
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('written');
    clock.advance({ minutes: 1 });
    expect(controller.bannedAgent.downloadedAt).to.equal(clock.now());
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('password-too-common');
  });

  it('WRITEBACK-2: has the policy of the hour of its download, not of the time of asking', async () => {
    const { site, clock } = corporation(agentAs('enforce'));
    clock.advance({ minutes: 90 });
    site.publish(laterWords);
    clock.advance({ minutes: 20 });
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('written');
    clock.advance({ minutes: 10 });
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('password-too-common');
  });

  it('WRITEBACK-2: what is published in the moment of a download comes with the next', async () => {
    const { site, clock } = corporation(agentAs('enforce'));
    site.publish(laterWords);
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('written');
    clock.advance({ hours: 1 });
    site.publish(firstWords);
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('password-too-common');
    clock.advance({ hours: 1 });
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('written');
  });

  it('WRITEBACK-2: makes every download that was due, though nobody asked meanwhile', () => {
    const { controller, clock } = corporation(agentAs('enforce'));
    const begun = clock.now();
    clock.advance({ minutes: 150 });
    expect(controller.bannedAgent.downloadedAt).to.equal(begun + 2 * hour);
  });

  it('WRITEBACK-2: comes for the words at once when it is told to', async () => {
    const { site, controller } = corporation(agentAs('enforce'));
    site.publish(laterWords);
    controller.bannedAgent.download();
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('password-too-common');
  });

  it('WRITEBACK-2: has a copy of its own at each controller', async () => {
    const ann = 'ann.other@merged.example';
    const policy = agentAs('enforce').controllers[0]?.policy ?? {};
    const domains = [corp, 'merged.example'];
    const { site } = corporation(
      {
        agents: [{ domains }],
        controllers: domains.map((domain) => ({ domain, policy })),
      },
      [erinWith(), erinWith({}, { username: ann })],
    );
    site.publish(laterWords);
    site.controller('merged.example')?.bannedAgent.download();
    expect(outcome(await site.writeBack(erin, laterBanned))).to.equal('written');
    expect(outcome(await site.writeBack(ann, laterBanned))).to.equal('password-too-common');
  });
});
