import { expect } from 'chai';
import { day, deny, mayReset, policy, type Subject } from '../../../src/policy/index.js';
import { subject } from './builders.js';

const now = Date.parse('2026-11-24T14:30:00Z');
const everyone = policy({ scope: 'all' });

/** The verdict that decides. */
const decided = (settings: ReturnType<typeof policy>, who: Subject | undefined) => {
  const last = mayReset(settings, who, now).at(-1);
  return last?.allowed ? 'allowed' : `${last?.code} by ${last?.rule}`;
};

describe('who may reset', () => {
  it('SCOPE-1: nobody may, unless the policy says so', () => {
    expect(decided(policy(), subject())).to.equal('SSPR_0009 by SCOPE-1');
  });

  it('SCOPE-1: with scope all, everybody may', () => {
    expect(decided(everyone, subject())).to.equal('allowed');
  });

  it('SCOPE-1: with scope selected, the members of the group may and nobody else', () => {
    const selected = policy({ scope: 'selected', scopeGroup: 'sales' });
    expect(decided(selected, subject({ groups: new Set(['sales']) }))).to.equal('allowed');
    expect(decided(selected, subject({ groups: new Set(['legal']) }))).to.equal(
      'SSPR_0013 by SCOPE-1',
    );
  });

  it('SCOPE-1: with scope selected and no group, there is no policy yet', () => {
    expect(decided(policy({ scope: 'selected' }), subject())).to.equal('SSPR_0011 by SCOPE-1');
  });

  it('SCOPE-2: administrators may whatever the scope', () => {
    const administrator = subject({ roles: ['Helpdesk Administrator'] });
    expect(decided(policy(), administrator)).to.equal('allowed');
  });

  it('SCOPE-2: a switch turns that off, also where everybody else may', () => {
    const administrator = subject({ roles: ['Helpdesk Administrator'] });
    expect(decided(policy({ scope: 'all', adminsMayReset: false }), administrator)).to.equal(
      'admin-reset-off by SCOPE-2',
    );
  });

  it('SCOPE-3: a reset needs a licence that covers it', () => {
    for (const licence of ['none', 'free'] as const)
      expect(decided(everyone, subject({ licence }))).to.equal('SSPR_0012 by SCOPE-3');
    for (const licence of ['business-standard', 'business-premium', 'p1', 'p2'] as const)
      expect(decided(everyone, subject({ licence }))).to.equal('allowed');
  });

  it('SCOPE-3: of an account that is kept on-premises a standard licence covers none', () => {
    const decidedFor = (licence: Subject['licence']) =>
      decided(everyone, subject({ source: 'on-premises', licence }));
    expect(decidedFor('business-standard')).to.equal('SSPR_0012 by SCOPE-3');
    for (const licence of ['business-premium', 'p1', 'p2'] as const)
      expect(decidedFor(licence)).to.equal('allowed');
  });

  it('SCOPE-4: guests and personal accounts have their password elsewhere', () => {
    for (const kind of ['guest', 'personal'] as const)
      expect(decided(everyone, subject({ kind }))).to.equal('guest by SCOPE-4');
  });

  it('SCOPE-5: a disabled account may not', () => {
    expect(decided(everyone, subject({ enabled: false }))).to.equal('account-disabled by SCOPE-5');
  });

  it('SCOPE-6: of many reasons the first in order decides', () => {
    const wrong = { enabled: false, licence: 'none', enrolled: [] } as const;
    const selected = policy({ scope: 'selected', scopeGroup: 'sales' });
    expect(decided(selected, undefined)).to.equal('account-unknown by SCOPE-6');
    expect(decided(selected, subject(wrong))).to.equal('SSPR_0013 by SCOPE-1');
    expect(decided(everyone, subject(wrong))).to.equal('SSPR_0012 by SCOPE-3');
    expect(decided(everyone, subject({ ...wrong, licence: 'p2' }))).to.equal(
      'account-disabled by SCOPE-5',
    );
    expect(decided(everyone, subject({ ...wrong, licence: 'p2', enabled: true }))).to.equal(
      'SSPR_0014 by GATE-3',
    );
  });

  it('SCOPE-6, WRITEBACK-1: whether the password can be written is asked last', () => {
    const down = () => deny('WRITEBACK-4', 'SSPR_0030');
    const codeOf = (who: Subject) => {
      const last = mayReset(everyone, who, now, down).at(-1);
      return last?.allowed === false ? last.code : 'allowed';
    };
    expect(codeOf(subject({ enrolled: [] }))).to.equal('SSPR_0014');
    expect(codeOf(subject())).to.equal('SSPR_0030');
  });

  it('SCOPE-6: each check that was passed says by which rule', () => {
    const rules = mayReset(everyone, subject(), now).map(({ rule }) => rule);
    expect(rules).to.deep.equal([
      'SCOPE-6',
      'SCOPE-4',
      'SCOPE-1',
      'SCOPE-3',
      'SCOPE-5',
      'GATE-3',
      'WRITEBACK-1',
    ]);
  });
});

describe('how many proofs', () => {
  const onlyEmail = subject({ enrolled: [{ type: 'email', address: 'adele@mail.example' }] });
  const administrator = { roles: ['User Administrator'] } as const;

  it('GATE-1: members need as many as the policy says', () => {
    expect(decided(everyone, onlyEmail)).to.equal('allowed');
    expect(decided(policy({ scope: 'all', methodsRequired: 2 }), onlyEmail)).to.equal(
      'SSPR_0014 by GATE-3',
    );
  });

  it('GATE-2: administrators need two whatever the policy says', () => {
    expect(decided(everyone, { ...onlyEmail, ...administrator })).to.equal('SSPR_0014 by GATE-3');
    expect(decided(everyone, subject(administrator))).to.equal('allowed');
  });

  it('GATE-2: administrators need one in the first 30 days of a trial, and two after', () => {
    const trial = (days: number) => policy({ trialStartedAt: now - days * day });
    expect(decided(trial(29), { ...onlyEmail, ...administrator })).to.equal('allowed');
    expect(decided(trial(30), { ...onlyEmail, ...administrator })).to.equal('SSPR_0014 by GATE-3');
  });

  it('GATE-2: administrators need one without custom domain and on-premises sync', () => {
    const who = { ...onlyEmail, ...administrator };
    expect(decided(policy({ customDomain: false }), who)).to.equal('allowed');
    expect(decided(policy({ customDomain: false, onPremisesSync: true }), who)).to.equal(
      'SSPR_0014 by GATE-3',
    );
  });

  it('GATE-3: a method that the policy disables does not count', () => {
    const noMail = policy({ scope: 'all', methods: { email: { state: 'disabled' } } });
    expect(decided(noMail, onlyEmail)).to.equal('SSPR_0014 by GATE-3');
  });

  it('GATE-3, METHOD-6: a method counts for the groups that it is for', () => {
    const settings = policy({
      scope: 'all',
      methods: { email: { include: ['staff'], exclude: ['interns'] } },
    });
    const member = (...groups: string[]) => ({ ...onlyEmail, groups: new Set(groups) });
    expect(decided(settings, member('staff'))).to.equal('allowed');
    expect(decided(settings, member())).to.equal('SSPR_0014 by GATE-3');
    expect(decided(settings, member('staff', 'interns'))).to.equal('SSPR_0014 by GATE-3');
  });

  it('GATE-3: an address in the domain of the sign-in name is no alternate one', () => {
    const own = subject({ enrolled: [{ type: 'email', address: 'adele@Contoso.example' }] });
    expect(decided(everyone, own)).to.equal('SSPR_0014 by GATE-3');
    const second = policy({ scope: 'all', domains: ['mail.example'] });
    expect(decided(second, onlyEmail)).to.equal('SSPR_0014 by GATE-3');
  });

  it('GATE-4: two apps are one family, so they do not fill two gates', () => {
    const apps = subject({ enrolled: [{ type: 'app-code' }, { type: 'app-code' }] });
    expect(decided(policy({ scope: 'all', methodsRequired: 2 }), apps)).to.equal(
      'SSPR_0014 by GATE-3',
    );
  });

  it('ADMIN-1: a role outside the list makes no administrator', () => {
    expect(decided(policy(), subject({ roles: ['Reports Reader'] }))).to.equal(
      'SSPR_0009 by SCOPE-1',
    );
  });

  it('ADMIN-2: what members may use does not bind administrators', () => {
    const none = policy({
      methods: { email: { state: 'disabled' }, 'app-code': { state: 'disabled' } },
    });
    expect(decided(none, subject(administrator))).to.equal('allowed');
  });
});
