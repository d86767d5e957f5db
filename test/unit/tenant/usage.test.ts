import { expect } from 'chai';
import { day, hour, policy, type Subject } from '../../../src/policy/index.js';
import type { AuditRow } from '../../../src/tenant/audit.js';
import { type Usage, usage } from '../../../src/tenant/usage.js';
import { subject } from '../policy/builders.js';
import { adele, contoso } from './visitor.js';

const now = Date.parse('2026-11-24T14:30:00Z');
const progress = 'Self-service password reset flow activity progress';

const row = (known: Partial<AuditRow>): AuditRow => ({
  at: now - hour,
  service: 'Self-service Password Management',
  category: 'UserManagement',
  activity: progress,
  actor: 'adele.vance@contoso.example',
  target: 'adele.vance@contoso.example',
  client: 'local',
  correlationId: 'flow-1',
  status: 'in-progress',
  reason: 'User ID submitted',
  ...known,
});

const begun = (method: AuditRow['method'] & string): Partial<AuditRow> => ({
  reason: 'Verification option started',
  method,
});
const completed = (method: AuditRow['method'] & string): Partial<AuditRow> => ({
  reason: 'Verification option completed',
  method,
});
const reset: Partial<AuditRow> = {
  activity: 'Reset password (self-service)',
  reason: 'Succeeded',
  status: 'success',
};
const ended = (reason: AuditRow['reason']): Partial<AuditRow> => ({ reason, status: 'failure' });

/** The rows of one flow, all `ago` milliseconds ago. */
const flow = (
  id: string,
  ago: number,
  ...rows: readonly Partial<AuditRow>[]
): readonly AuditRow[] =>
  [{}, ...rows].map((known) => row({ at: now - ago, correlationId: id, ...known }));

const counted = (rows: readonly AuditRow[], people: readonly Subject[] = []): Usage =>
  usage({ people, rows, policy: policy({ scope: 'all' }), now });

describe('the people that are counted', () => {
  const people = (policyOf: Parameters<typeof policy>[0], ...all: readonly Subject[]) =>
    usage({ people: all, rows: [], policy: policy(policyOf), now }).people;
  const bare = subject({ enrolled: [] });

  it('USAGE-1: registered is who has as many methods as a reset needs', () => {
    const mail = subject({ enrolled: [{ type: 'email', address: 'a@mail.example' }] });
    expect(people({ scope: 'all' }, subject(), mail, bare)).to.include({ all: 3, registered: 2 });
    expect(people({ scope: 'all', methodsRequired: 2 }, subject(), mail, bare).registered).to.equal(
      1,
    );
  });

  it('USAGE-1: enabled is whom nothing but methods keeps from a reset', () => {
    const guest = subject({ kind: 'guest' });
    const unlicensed = subject({ licence: 'free' });
    const disabled = subject({ enabled: false });
    const all = [subject(), bare, guest, unlicensed, disabled];
    expect(people({ scope: 'all' }, ...all)).to.deep.equal({
      all: 5,
      registered: 4,
      enabled: 2,
      capable: 1,
    });
    expect(people({ scope: 'none' }, ...all)).to.include({ enabled: 0, capable: 0, registered: 4 });
  });

  it('USAGE-1, METHOD-4: who has only a method that has ended is registered no more', () => {
    const texter = subject({ enrolled: [{ type: 'text' }] });
    const at = (moment: number) =>
      usage({ people: [texter], rows: [], policy: policy({ scope: 'all' }), now: moment }).people;
    expect(at(now)).to.include({ registered: 1, capable: 1 });
    expect(at(Date.parse('2027-02-01T00:00:00Z'))).to.include({ registered: 0, enabled: 1 });
  });

  it('USAGE-1: each method is counted once for each person who has data for it', () => {
    const twice = subject({ enrolled: [{ type: 'text' }, { type: 'text' }, { type: 'app-code' }] });
    expect(counted([], [twice, subject()]).registeredByMethod).to.deep.equal({
      'app-notification': 0,
      'app-code': 2,
      email: 1,
      text: 1,
      whatsapp: 0,
      call: 0,
      'office-call': 0,
      questions: 0,
    });
  });
});

describe('what happened lately', () => {
  it('USAGE-1: a reset counts for each method that proved who it was', () => {
    const { resets } = counted(
      flow('1', hour, begun('email'), completed('email'), begun('text'), completed('text'), reset),
    );
    expect(resets['24h']).to.deep.equal({
      ok: 1,
      failed: 0,
      byMethod: { email: { ok: 1, failed: 0 }, text: { ok: 1, failed: 0 } },
    });
  });

  it('USAGE-1: a failed reset counts for the methods that were begun and proved nothing', () => {
    const { resets } = counted([
      ...flow('1', hour, begun('email'), completed('email'), begun('text'), ended('Blocked')),
      ...flow('2', hour, begun('text'), completed('text'), reset),
    ]);
    expect(resets['24h']).to.deep.equal({
      ok: 1,
      failed: 1,
      byMethod: { text: { ok: 1, failed: 1 } },
    });
  });

  it('USAGE-1: a flow fails once, however many rows say so, and in whichever way', () => {
    const blocked = {
      ...ended('SSPR_0014'),
      activity: 'Blocked from self-service password reset',
    } as const;
    const { resets } = counted([
      ...flow('1', hour, ended('Blocked'), blocked, ended('Abandoned')),
      ...flow('2', hour, ended('Cancelled')),
      ...flow('3', hour, ended('Failed')),
      ...flow('4', hour, blocked),
    ]);
    expect(resets['24h']).to.include({ ok: 0, failed: 4 });
  });

  it('USAGE-1: neither a wrong try nor a flow under way is a failed reset, nor is an unlock', () => {
    const { resets } = counted([
      ...flow(
        '1',
        hour,
        begun('email'),
        ended('Verification option failed'),
        completed('email'),
        reset,
      ),
      ...flow('2', hour, begun('email'), ended('Verification option failed')),
      ...flow(
        '3',
        hour,
        {
          activity: 'Unlock user account (self-service)',
          reason: 'Failed',
          status: 'failure',
        },
        ended('Abandoned'),
      ),
    ]);
    expect(resets['24h']).to.include({ ok: 1, failed: 0 });
  });

  it('USAGE-1: registrations count by method, ok and failed', () => {
    const registered = (status: AuditRow['status'], method: AuditRow['method'] & string) =>
      row({ activity: 'User registered for self-service password reset', status, method });
    const { registrations } = counted([
      registered('success', 'email'),
      registered('success', 'questions'),
      registered('failure', 'email'),
    ]);
    expect(registrations['24h']).to.deep.equal({
      ok: 2,
      failed: 1,
      byMethod: { email: { ok: 1, failed: 1 }, questions: { ok: 1, failed: 0 } },
    });
  });

  it('USAGE-1: counts what a tenant writes down', async () => {
    const { tenant, clock, visit } = contoso({ methodsRequired: 2 });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.choose('app-code');
    await visitor.enter(tenant.appCodeOf(adele)?.code ?? '');
    await visitor.setPassword();
    clock.advance({ hours: 1 });
    const other = visit();
    await other.start();
    await other.choose('email');
    await tenant.reset.cancel(other.token, { locale: 'en' });
    const { resets } = usage({
      people: [],
      rows: tenant.audit.list(),
      policy: tenant.policy,
      now: clock.now(),
    });
    expect(resets['24h']).to.deep.equal({
      ok: 1,
      failed: 1,
      byMethod: { email: { ok: 1, failed: 1 }, 'app-code': { ok: 1, failed: 0 } },
    });
  });

  it('USAGE-1: looks back 24 hours, 7 days and 30 days', () => {
    const { resets } = counted(
      [-hour, 0, day - 1, day, 7 * day - 1, 7 * day, 30 * day - 1, 30 * day].flatMap((ago) =>
        flow(`flow ${ago}`, ago, reset),
      ),
    );
    expect([resets['24h'].ok, resets['7d'].ok, resets['30d'].ok]).to.deep.equal([2, 4, 6]);
  });
});
