import { expect } from 'chai';
import {
  type Message,
  manualClock,
  person,
  seededRandom,
  type TenantOptions,
} from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, newPassword, nobody, otherThan } from './visitor.js';

async function fullReset(world: ReturnType<typeof contoso>) {
  const { tenant, visit } = world;
  const visitor = visit();
  await visitor.start();
  await visitor.choose('email');
  const mailCode = await tenant.outbox.codeFor(adele);
  await visitor.enter(otherThan(mailCode));
  await visitor.enter(mailCode);
  await visitor.choose('app-code');
  const appCode = tenant.appCodeOf(adele)?.code ?? '';
  await visitor.enter(appCode);
  await visitor.setPassword('Bl@nk');
  await visitor.setPassword();
  return { visitor, secrets: [mailCode, otherThan(mailCode), appCode, 'Bl@nk', newPassword] };
}

describe('the audit log', () => {
  it('AUDIT-1, AUDIT-2: has a row for each step of a reset, tied by the support code', async () => {
    const world = contoso({ methodsRequired: 2 });
    const { visitor } = await fullReset(world);
    const rows = world.tenant.audit.list();
    expect(
      rows.map(({ reason, method }) => (method ? `${reason}: ${method}` : reason)),
    ).to.deep.equal([
      'User ID submitted',
      'Verification options presented',
      'Verification option started: email',
      'Verification option failed: email',
      'Verification option completed: email',
      'Verification option started: app-code',
      'Verification option completed: app-code',
      'All verification completed',
      'New password submitted',
      'New password submitted',
      'Password reset',
      'Succeeded',
      'Succeeded',
    ]);
    expect(rows.at(-1)).to.include({
      service: 'Self-service Password Management',
      activity: 'Reset password (self-service)',
      actor: adele,
      target: adele,
      client: 'local',
      status: 'success',
    });
    expect(new Set(rows.map(({ correlationId }) => correlationId))).to.deep.equal(
      new Set([visitor.step?.supportCode]),
    );
  });

  it('AUDIT-2: tells the ends apart', async () => {
    const world = contoso();
    const { tenant, clock, visit } = world;
    const visitor = visit();
    await visitor.start();
    await tenant.reset.cancel(visitor.token, { locale: 'en' });
    await visitor.start();
    clock.advance({ minutes: 15 });
    await visitor.start();
    await visitor.answer({ action: 'none-of-these' });
    await visitor.answer({ action: 'contact' });
    const ends = ['Cancelled', 'Abandoned', 'Failed', 'Contacted administrator', 'Blocked'];
    await visitor.start();
    await visitor.choose('app-code');
    for (let i = 0; i < 5; i++) await visitor.enter(otherThan(tenant.appCodeOf(adele)?.code ?? ''));
    const seen = tenant.audit.list().map(({ reason }) => reason as string);
    expect(seen.filter((reason) => ends.includes(reason))).to.deep.equal(ends);
  });

  it('AUDIT-1: names the true reason of a block, which the person is not told', async () => {
    const people = [person({ username: nobody, enabled: false })];
    const { tenant, visit } = contoso({}, { people });
    await visit().start(nobody);
    const [row] = tenant.audit
      .list()
      .filter(({ activity }) => activity === 'Blocked from self-service password reset');
    expect(row).to.include({ reason: 'account-disabled', rule: 'SCOPE-5', status: 'failure' });
  });

  it('AUDIT-1: has a row for each setting that changes, with old and new value', () => {
    const { tenant } = contoso();
    tenant.setPolicy({ ...tenant.policy, methodsRequired: 2, voice: 'detailed' }, 'gail');
    expect(tenant.audit.list().map(({ actor, change }) => [actor, change])).to.deep.equal([
      ['gail', { setting: 'methodsRequired', old: '1', new: '2' }],
      ['gail', { setting: 'voice', old: '"uniform"', new: '"detailed"' }],
    ]);
  });

  it('AUDIT-3: no row, verdict, subject or step holds a code, a password, a token or an address', async () => {
    const world = contoso({ methodsRequired: 2 });
    const { tenant } = world;
    const { secrets } = await fullReset(world);
    const sinks = JSON.stringify([
      tenant.audit.list(),
      tenant.verdicts.list(),
      tenant.outbox.mails().map(({ subject }) => subject),
      tenant.people.map(({ registered: _, ...shown }) => shown),
    ]);
    for (const secret of [...secrets, 'adele.v@mail.example', tenant.appSecretOf(adele) ?? ''])
      expect(sinks).not.to.contain(secret);
  });

  it('AUDIT-3: no verdict names a character of a password, which the person is shown', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword('Größe-12345-Tee');
    expect(visitor.at('new-password').problems[0]?.params).to.deep.equal({ character: 'ö' });
    const verdicts = JSON.stringify(tenant.verdicts.list());
    expect(verdicts).to.contain('password-character').and.not.contain('ö');
  });

  it('tells who listens of each row', async () => {
    const { tenant, visit } = contoso();
    const heard: string[] = [];
    const stop = tenant.audit.subscribe(({ reason }) => heard.push(reason));
    await visit().start();
    stop();
    await visit().start();
    expect(heard).to.deep.equal(['User ID submitted', 'Verification options presented']);
  });
});

describe('the log of verdicts', () => {
  it('names the rule of every decision', async () => {
    const world = contoso({ methodsRequired: 2 });
    await fullReset(world);
    const ruled = world.tenant.verdicts.list().map(({ verdict }) => verdict.rule);
    for (const rule of [
      'TENANT-2',
      'SCOPE-1',
      'SCOPE-3',
      'SCOPE-5',
      'GATE-3',
      'CODE-1',
      'PASSWORD-1',
      'BANNED-4',
    ])
      expect(ruled).to.include(rule);
  });

  it('ties decisions to the flow', async () => {
    const { tenant, visit } = contoso();
    const step = await visit().start();
    const [first] = tenant.verdicts.list();
    expect(first).to.include({ username: adele, correlationId: step.supportCode });
  });
});

describe('the outbox', () => {
  it('gives each message out once, in order, also to who waits before it comes', async () => {
    const { tenant, clock, visit } = contoso();
    const first = tenant.outbox.codeFor(adele);
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    clock.advance({ seconds: 30 });
    await visitor.answer({ action: 'resend' });
    const codes = [await first, await tenant.outbox.codeFor(adele.toUpperCase())];
    expect(codes).to.deep.equal(tenant.outbox.list().map(({ code }) => code));
  });

  it('stops waiting with the signal', async () => {
    const { tenant } = contoso();
    const stop = new AbortController();
    const waiting = tenant.outbox.waitFor('email', adele, stop.signal);
    stop.abort('enough');
    expect(await waiting.catch((reason: unknown) => reason)).to.equal('enough');
  });

  it('tells who listens, and hands every message to the injected delivery', async () => {
    const delivered: Message[] = [];
    const { tenant, visit } = contoso({}, { delivery: (message) => delivered.push(message) });
    const heard: Message[] = [];
    tenant.outbox.subscribe((message) => heard.push(message));
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    expect(heard).to.have.length(1);
    expect(delivered).to.deep.equal(heard);
  });

  const down = () => {
    throw new Error('no mail server');
  };
  for (const [what, options] of [
    ['a delivery that throws', { delivery: down }],
    ['texts that throw', { texts: down }],
    // What a table in plain JavaScript answers for a language that it does not have.
    ['texts without the language', { texts: () => undefined as never }],
  ] satisfies readonly [string, Partial<TenantOptions>][])
    it(`REFUSAL-2: ${what} fails no flow, and the outbox has the mail in English`, async () => {
      const { tenant, visit } = contoso({}, options);
      const visitor = visit();
      await visitor.start();
      await visitor.choose('email');
      visitor.at('enter-code');
      expect(tenant.outbox.list()[0]?.body).to.contain('Your code to prove');
    });

  it('REFUSAL-2: a delivery that rejects later is taken care of', async () => {
    let taken = false;
    const delivery = () => {
      const failing = Promise.reject(new Error('no mail server'));
      const then = failing.then.bind(failing);
      // biome-ignore lint/suspicious/noThenProperty: tells whether somebody takes the rejection
      failing.then = (done, failed) => {
        taken ||= typeof failed === 'function';
        return then(done, failed);
      };
      return failing;
    };
    const visitor = contoso({}, { delivery }).visit();
    await visitor.start();
    await visitor.choose('email');
    visitor.at('enter-code');
    expect(taken).to.equal(true);
  });

  it('REFUSAL-2: a listener that throws fails no flow, and keeps nothing from the others', async () => {
    const { tenant, visit } = contoso();
    const heard: Message[] = [];
    for (const log of [tenant.outbox, tenant.audit, tenant.verdicts]) log.subscribe(down);
    tenant.outbox.subscribe((message) => heard.push(message));
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    visitor.at('enter-code');
    expect(heard).to.have.length(1);
  });
});

describe('people', () => {
  it('are read without their password and the secret of their app', () => {
    const { tenant } = contoso({}, { people: [adeleWith({ password: 'Old-Saucer-11' })] });
    const [view] = tenant.people;
    expect(view).to.include({ username: adele, lockedForMs: 0 });
    expect(view?.registered).to.deep.equal([
      { type: 'app', source: 'registered' },
      { type: 'email', source: 'registered', address: 'adele.v@mail.example' },
    ]);
    expect(JSON.stringify(view)).not.to.match(/Saucer/);
    expect(JSON.stringify(view)).not.to.contain(tenant.appSecretOf(adele));
  });

  it('cannot sign in without a password, or with a disabled account', async () => {
    const people = [
      adeleWith(),
      person({ username: nobody, enabled: false, password: 'Old-Saucer-11' }),
    ];
    const { tenant } = contoso({}, { people });
    expect(await tenant.signIn(adele, '')).to.deep.equal({ outcome: 'wrong' });
    expect(await tenant.signIn(nobody, 'Old-Saucer-11')).to.deep.equal({ outcome: 'disabled' });
  });
});

describe('clock and chance', () => {
  it('a manual clock ends the waits whose time has come, and no other', async () => {
    const clock = manualClock(0);
    const ended: string[] = [];
    const waits = [
      clock.wait(2_000).then(() => ended.push('two')),
      clock.wait(1_000).then(() => ended.push('one')),
    ];
    const stop = new AbortController();
    const third = clock.wait(5_000, stop.signal).catch((reason: unknown) => reason);
    clock.advance({ seconds: 2 });
    await Promise.all(waits);
    expect(ended).to.deep.equal(['one', 'two']);
    stop.abort('enough');
    expect(await third).to.equal('enough');
  });

  it('a seed gives the same bytes, another seed others', () => {
    const bytes = (seed: number) => [...seededRandom(seed).bytes(16)];
    expect(bytes(1)).to.deep.equal(bytes(1));
    expect(bytes(1)).not.to.deep.equal(bytes(2));
  });
});
