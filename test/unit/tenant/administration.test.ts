import { expect } from 'chai';
import {
  auditAsCsv,
  changedPolicy,
  type Overrides,
  person,
  usageAsJson,
} from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, newPassword, nobody, otherThan } from './visitor.js';

const password = 'Old-Saucer-11';

describe('a policy that a tenant begins with', () => {
  it('METHOD-2: is refused where it could not be put in force, with every reason', () => {
    const impossible: Overrides = {
      methods: {
        email: { state: 'disabled' },
        text: { state: 'disabled' },
        call: { state: 'disabled' },
      },
      codes: { digits: 2 },
    };
    expect(() => contoso(impossible)).to.throw(
      TypeError,
      /METHOD-2, methods: .*CODE-1, codes\.digits: |CODE-1, codes\.digits: .*METHOD-2, methods: /,
    );
    expect(() => contoso()).not.to.throw();
  });
});

describe('a policy that is put in force', () => {
  const refusals: readonly (readonly [string, Overrides, readonly string[]])[] = [
    [
      'the app alone',
      {
        methods: {
          email: { state: 'disabled' },
          text: { state: 'disabled' },
          call: { state: 'disabled' },
        },
      },
      ['METHOD-2'],
    ],
    [
      'two impossible things',
      { questions: { toRegister: 2, toReset: 4 }, registration: { reconfirmDays: 731 } },
      ['QUESTION-1', 'REGISTER-2'],
    ],
  ];
  for (const [what, change, rules] of refusals)
    it(`METHOD-2, QUESTION-1, REGISTER-2: is refused with every reason: ${what}`, () => {
      const { tenant } = contoso();
      const before = tenant.policy;
      const verdict = tenant.setPolicy(changedPolicy(before, change));
      expect(verdict).to.include({ allowed: false, code: 'policy-refused' });
      const noted = tenant.verdicts.list().map((decision) => decision.verdict.rule);
      expect(noted).to.include.members([...rules]);
      expect(tenant.policy).to.equal(before);
      expect(tenant.audit.list()).to.deep.equal([]);
    });

  it('GATE-5: can be previewed: who becomes unable, who able, and by which rule', () => {
    const people = [adeleWith(), person({ username: nobody, email: 'n@mail.example' })];
    const { tenant } = contoso({}, { people });
    const stricter = tenant.previewPolicy(changedPolicy(tenant.policy, { methodsRequired: 2 }));
    expect(stricter.people.map(({ username, change }) => [username, change])).to.deep.include([
      nobody,
      'becomes-unable',
    ]);
    expect(stricter.counts).to.deep.include({ becomeUnable: 1, unableBy: { 'GATE-3': 1 } });
    expect(tenant.policy.methodsRequired).to.equal(1);
    tenant.setPolicy(changedPolicy(tenant.policy, { scope: 'none' }));
    const wider = tenant.previewPolicy(changedPolicy(tenant.policy, { scope: 'all' }));
    expect(wider.counts.becomeAble).to.equal(2);
  });

  it('METHOD-4: shows what the end of a method will do', () => {
    const people = [person({ username: adele, phone: '+49 171 1234567' })];
    const { tenant } = contoso({}, { people });
    const later = Date.parse('2027-02-01T00:00:00Z');
    const { counts } = tenant.previewPolicy(tenant.policy, { later });
    expect(counts.becomeUnable).to.equal(1);
  });
});

describe('what an administrator reads', () => {
  it('USAGE-1: counts people and what they did, as JSON, and the audit as CSV', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    expect(tenant.usage().people).to.include({ registered: 1, enabled: 1, capable: 1 });
    expect(JSON.parse(usageAsJson(tenant.usage())).people).to.include({ capable: 1 });
    expect(auditAsCsv(tenant.audit.list())).to.contain('Reset password (self-service)');
  });

  it('NOTIFY-5: one mail tells of a block, however often somebody comes up against it', async () => {
    const { tenant, visit, clock } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    const code = await tenant.outbox.codeFor(adele);
    for (let tries = 0; tries < 3; tries += 1) await visitor.enter(otherThan(code));
    clock.advance({ seconds: 30 });
    await visitor.answer({ action: 'resend' });
    const next = await tenant.outbox.codeFor(adele);
    for (let tries = 0; tries < 2; tries += 1) await visitor.enter(otherThan(next));
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
    await visit().start();
    const told = tenant.outbox.mails().filter(({ purpose }) => purpose === 'blocked');
    expect(told.map(({ to }) => to)).to.deep.equal([adele, 'adele.v@mail.example']);
  });

  it('NOTIFY-5: another kind of block is told too, and each again on another day', async () => {
    const { tenant, visit, clock } = contoso({
      codes: { resendAfterMs: 0 },
      throttles: { emails: { count: 1, blockMs: 3_600_000 } },
    });
    const told = () => tenant.outbox.mails().filter(({ purpose }) => purpose === 'blocked').length;
    const mailTwice = async () => {
      const visitor = visit();
      await visitor.start();
      await visitor.choose('email');
      await visitor.answer({ action: 'resend' });
      expect(visitor.at('refused').rule).to.equal('THROTTLE-3');
    };
    await mailTwice();
    expect(told()).to.equal(2);
    clock.advance({ hours: 2 });
    await mailTwice();
    expect(told()).to.equal(2);
    clock.advance({ hours: 2 });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('app-code');
    for (let tries = 0; tries < 5; tries += 1)
      await visitor.enter(otherThan(tenant.appCodeOf(adele)?.code ?? ''));
    expect(visitor.at('refused').rule).to.equal('THROTTLE-1');
    expect(told()).to.equal(4);
    clock.advance({ hours: 26 });
    await mailTwice();
    expect(told()).to.equal(6);
  });

  it('NOTIFY-5: "this was not me" alerts the administrators once', async () => {
    const helper = person({ username: 'holly@contoso.example', roles: ['Helpdesk Administrator'] });
    const { tenant, visit } = contoso({}, { people: [adeleWith(), helper] });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    const mails = tenant.outbox.mails().filter(({ purpose }) => purpose === 'password-reset');
    for (const mail of [...mails, ...mails]) mail.notMe?.();
    const alerts = tenant.outbox.mails().filter(({ purpose }) => purpose === 'not-me');
    expect(alerts.map(({ to }) => to)).to.deep.equal([helper.username]);
    expect(alerts[0]?.body).to.contain(adele);
  });
});

describe('a change by somebody who knows the password', () => {
  const changing = async (settings: Overrides = {}, licence: 'p1' | 'free' = 'p1') => {
    const { tenant, clock } = contoso(settings, { people: [adeleWith({ password, licence })] });
    const signIn = await tenant.signIn(adele, password);
    if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
    const change = (next: string, current = password) =>
      tenant.changePassword(signIn.session, current, next);
    return { tenant, clock, change, session: signIn.session };
  };

  it('PASSWORD-5: refuses the current password, and takes another one', async () => {
    const { tenant, change } = await changing();
    const refused = await change(password);
    expect(refused).to.deep.include({ outcome: 'refused' });
    expect(refused.outcome === 'refused' && refused.problems[0]).to.include({
      code: 'password-unchanged',
      rule: 'PASSWORD-5',
    });
    expect(await change(newPassword, 'not this one')).to.deep.equal({ outcome: 'wrong' });
    expect(await change(newPassword)).to.deep.equal({ outcome: 'changed' });
    expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
    expect(await tenant.signIn(adele, password)).to.deep.equal({ outcome: 'wrong' });
  });

  it('PASSWORD-5: a reset may bring the last one back', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword(password);
    visitor.at('done');
  });

  it('SCOPE-3: is covered by every licence, and AUDIT-1: leaves a row', async () => {
    const { tenant, change } = await changing({}, 'free');
    expect(await change(newPassword)).to.deep.equal({ outcome: 'changed' });
    const activities = tenant.audit.list().map(({ activity, status }) => [activity, status]);
    expect(activities).to.deep.include(['Change password (self-service)', 'success']);
  });

  it('PASSWORD-1 to 4, BANNED-4: holds the rules of any password', async () => {
    const { change } = await changing();
    expect(await change('short')).to.deep.include({ outcome: 'refused' });
  });

  it('SESSION-2: needs a session that is not over', async () => {
    const { tenant, change, session } = await changing();
    tenant.signOut(session);
    expect(await change(newPassword)).to.deep.equal({ outcome: 'signed-out' });
  });

  it('PASSWORD-7: a password expires after the days that the policy gives it, counted anew from a change', async () => {
    const { tenant, clock, change } = await changing({ password: { expiresAfterDays: 90 } });
    clock.advance({ hours: 24 * 90 });
    expect(await tenant.signIn(adele, password)).to.include({ passwordExpired: true });
    await change(newPassword);
    expect(await tenant.signIn(adele, newPassword)).to.include({ passwordExpired: false });
    const { tenant: lasting, clock: time } = await changing();
    time.advance({ hours: 24 * 3_650 });
    expect(await lasting.signIn(adele, password)).to.include({ passwordExpired: false });
  });
});
