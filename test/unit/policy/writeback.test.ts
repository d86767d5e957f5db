import { expect } from 'chai';
import {
  type AgentStatus,
  agentRemark,
  agentStatuses,
  checkProtected,
  checkWriteback,
  writebackEvents,
} from '../../../src/policy/writeback.js';

describe('writeback', () => {
  it('WRITEBACK-1: needs to be enabled, whatever the agent', () => {
    for (const agent of agentStatuses)
      expect(checkWriteback({ enabled: false, agent })).to.deep.equal({
        allowed: false,
        rule: 'WRITEBACK-1',
        code: 'SSPR_0010',
      });
  });

  it('WRITEBACK-1: needs an agent for the domain', () => {
    expect(checkWriteback({ enabled: true, agent: undefined })).to.deep.equal({
      allowed: false,
      rule: 'WRITEBACK-1',
      code: 'SSPR_0010',
    });
  });

  const told: Record<AgentStatus, string> = {
    up: 'may reset',
    outdated: 'may reset',
    'cannot-check': 'SSPR_0029',
    'cannot-connect': 'SSPR_0030',
    'not-configured': 'SSPR_0029',
    'temporary-trouble': 'SSPR_0030',
  };
  for (const [status, code] of Object.entries(told) as [AgentStatus, string][]) {
    it(`WRITEBACK-4: with an agent that is ${status} a person ${code === 'may reset' ? code : `reads ${code}`}`, () => {
      const verdict = checkWriteback({ enabled: true, agent: status });
      expect(verdict.allowed ? 'may reset' : verdict.code).to.equal(code);
    });
  }

  it('WRITEBACK-4: there are six statuses, and administrators hear of all but the good one', () => {
    expect(agentStatuses).to.have.members(Object.keys(told));
    expect(agentStatuses.filter((status) => agentRemark(status) === undefined)).to.deep.equal([
      'up',
    ]);
  });

  it('WRITEBACK-4: the event codes are 33001 to 33009, in the order of their meanings', () => {
    expect(Object.entries(writebackEvents)).to.deep.equal([
      ['unknown', 33001],
      ['user-not-found', 33002],
      ['several-matches', 33003],
      ['permissions', 33004],
      ['disabled', 33005],
      ['locked', 33006],
      ['wrong-current-password', 33007],
      ['policy', 33008],
      ['configuration', 33009],
    ]);
  });

  it('ADMIN-3: a protected administrator is not reset by writeback, others are', () => {
    expect(checkProtected(1)).to.include({ rule: 'ADMIN-3', code: 'protected-admin' });
    expect(checkProtected(0)).to.deep.equal({ allowed: true, rule: 'ADMIN-3' });
  });
});
