import { expect } from 'chai';
import { adele, adeleWith, contoso, newPassword, otherThan, type Visitor } from './visitor.js';

/** A visitor who was sent a code, and the code. */
async function withCode({ tenant, visit }: ReturnType<typeof contoso>) {
  const visitor: Visitor = visit();
  await visitor.start();
  await visitor.choose('email');
  return { visitor, code: await tenant.outbox.codeFor(adele) };
}

const codesSent = ({ tenant }: ReturnType<typeof contoso>) =>
  tenant.outbox.mails().filter(({ purpose }) => purpose === 'code');

describe('a code by mail', () => {
  it('CODE-1: has six digits and is sent to the alternate address, not in the subject', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    expect(code).to.match(/^\d{6}$/);
    expect(visitor.at('enter-code').notices).to.deep.equal([
      { code: 'code-sent', params: { hint: 'ad•••••@m••••l.example' } },
    ]);
    const [mail] = world.tenant.outbox.mails();
    expect(mail?.to).to.equal('adele.v@mail.example');
    expect(mail?.subject).not.to.contain(code);
  });

  it('CODE-1: may be typed with a space', async () => {
    const { visitor, code } = await withCode(contoso());
    await visitor.enter(`${code.slice(0, 3)} ${code.slice(3)}`);
    visitor.at('new-password');
  });

  it('CODE-1: expires after five minutes, which is no wrong try', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    expect(visitor.at('enter-code').codeExpiresInMs).to.equal(300_000);
    world.clock.advance({ minutes: 5 });
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['code-expired']);
    expect(visitor.at('enter-code')).to.include({ triesLeft: 3, codeExpiresInMs: 0 });
    expect(visitor.actions).to.include('resend');
  });

  it('CODE-1: a new code kills the old one', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    world.clock.advance({ seconds: 30 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.notices).to.deep.equal(['new-code-sent']);
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['code-wrong']);
    await visitor.enter(await world.tenant.outbox.codeFor(adele));
    visitor.at('new-password');
  });

  it('CODE-2: is not sent again before 30 seconds, by no way round', async () => {
    const world = contoso();
    const { visitor } = await withCode(world);
    world.clock.advance({ seconds: 29 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.problems).to.deep.equal(['resend-too-early']);
    expect(visitor.at('enter-code').actions[0]).to.deep.equal({ name: 'resend', readyInMs: 1_000 });
    await visitor.answer({ action: 'other-method' });
    await visitor.choose('email');
    expect(world.tenant.outbox.list()).to.have.length(1);
    world.clock.advance({ seconds: 1 });
    await visitor.answer({ action: 'resend' });
    expect(codesSent(world)).to.have.length(2);
  });

  it('CODE-2: three wrong tries kill a code', async () => {
    const { visitor, code } = await withCode(contoso());
    const left: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      await visitor.enter(otherThan(code));
      left.push(...visitor.problems, visitor.at('enter-code').triesLeft);
    }
    expect(left).to.deep.equal(['code-wrong', 2, 'code-wrong', 1, 'code-used-up', 0]);
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['code-used-up']);
  });

  it('CODE-2: what cannot be a code is no try', async () => {
    const { visitor } = await withCode(contoso());
    await visitor.enter('12345');
    expect(visitor.problems).to.deep.equal(['code-malformed']);
    await visitor.enter('');
    expect(visitor.problems).to.deep.equal(['code-required']);
    expect(visitor.at('enter-code').triesLeft).to.equal(3);
  });

  it('CODE-2, THROTTLE-1: a new code has three tries of its own, of the five of the account', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    for (let i = 0; i < 3; i++) await visitor.enter(otherThan(code));
    world.clock.advance({ seconds: 30 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.at('enter-code').triesLeft).to.equal(2);
  });
});

describe('a code of the app', () => {
  const atApp = async ({ visit }: ReturnType<typeof contoso>) => {
    const visitor = visit();
    await visitor.start();
    await visitor.choose('app-code');
    return visitor;
  };

  it('is taken once', async () => {
    const world = contoso();
    const code = world.tenant.appCodeOf(adele)?.code ?? '';
    const first = await atApp(world);
    await first.enter(code);
    first.at('new-password');
    const second = await atApp(world);
    await second.enter(code);
    expect(second.problems).to.deep.equal(['code-reused']);
  });

  it('is taken one step late or early, not two', async () => {
    for (const [seconds, kind] of [
      [30, 'new-password'],
      [60, 'enter-code'],
    ] as const) {
      const world = contoso();
      const code = world.tenant.appCodeOf(adele)?.code ?? '';
      world.clock.advance({ seconds });
      const visitor = await atApp(world);
      expect((await visitor.enter(code)).kind).to.equal(kind);
    }
  });

  it('shows how long it lives', () => {
    const { tenant, clock } = contoso();
    clock.advance({ seconds: 12 });
    expect(tenant.appCodeOf(adele)?.secondsLeft).to.equal(18);
    expect(tenant.appCodeOf('no.app@contoso.example')).to.equal(undefined);
  });

  it('THROTTLE-2: five are served in an hour, right or wrong; the sixth blocks 24 hours', async () => {
    const world = contoso({ throttles: { wrongProofs: { count: 50 } } });
    const visitor = await atApp(world);
    const code = world.tenant.appCodeOf(adele)?.code ?? '';
    for (let i = 0; i < 5; i++) await visitor.enter(otherThan(code));
    expect(visitor.at('enter-code').triesLeft).to.equal(0);
    await visitor.enter(code);
    expect(visitor.at('refused')).to.include({
      code: 'blocked-until',
      rule: 'THROTTLE-2',
      retryInMs: 86_400_000,
    });
  });
});

describe('RFC 6238, appendix B, in its last six digits', () => {
  // The secret of the appendix, '12345678901234567890', as base 32.
  const app = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const vectors: [at: string, code: string][] = [
    ['1970-01-01T00:00:59Z', '287082'],
    ['2005-03-18T01:58:29Z', '081804'],
    ['2005-03-18T01:58:31Z', '050471'],
    ['2009-02-13T23:31:30Z', '005924'],
    ['2033-05-18T03:33:20Z', '279037'],
    ['2603-10-11T11:33:20Z', '353130'],
  ];
  for (const [at, code] of vectors)
    it(`shows and takes ${code} at ${at}`, async () => {
      const world = contoso({}, { people: [adeleWith({ app })] });
      world.clock.advance({ milliseconds: Date.parse(at) - world.clock.now() });
      expect(world.tenant.appCodeOf(adele)?.code).to.equal(code);
      const visitor = world.visit();
      await visitor.start();
      await visitor.choose('app-code');
      await visitor.enter(code);
      visitor.at('new-password');
    });
});

describe('throttling', () => {
  it('THROTTLE-1: five wrong proofs over all methods and flows block the account', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    for (let i = 0; i < 3; i++) await visitor.enter(otherThan(code));
    const other = world.visit();
    await other.start();
    await other.choose('app-code');
    const appCode = otherThan(world.tenant.appCodeOf(adele)?.code ?? '');
    await other.enter(appCode);
    expect(other.at('enter-code').triesLeft).to.equal(1);
    await other.enter(appCode);
    const refused = other.at('refused');
    expect(refused).to.include({
      code: 'blocked-until',
      rule: 'THROTTLE-1',
      retryInMs: 86_400_000,
    });
    world.clock.advance({ hours: 23 });
    await other.start(adele.toUpperCase());
    expect(other.at('refused')).to.include({ code: 'blocked-until', retryInMs: 3_600_000 });
    world.clock.advance({ hours: 1 });
    await other.start();
    other.at('choose-method');
  });

  it('THROTTLE-1: right proofs do not count, and THROTTLE-5: a reset clears the wrong ones', async () => {
    const world = contoso();
    const { visitor, code } = await withCode(world);
    await visitor.enter(otherThan(code));
    await visitor.enter(code);
    const other = world.visit();
    await other.start();
    await other.choose('app-code');
    expect(other.at('enter-code').triesLeft).to.equal(4);
    await visitor.setPassword();
    await other.start();
    await other.choose('app-code');
    expect(other.at('enter-code').triesLeft).to.equal(5);
  });

  it('THROTTLE-3: ten mails in ten minutes, the next blocks', async () => {
    const world = contoso();
    const visitor = world.visit();
    for (let i = 0; i < 10; i++) {
      await visitor.start();
      await visitor.choose('email');
      visitor.at('enter-code');
    }
    await visitor.start();
    await visitor.choose('email');
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-3' });
    expect(codesSent(world)).to.have.length(10);
  });

  it('THROTTLE-3: a code sent again is a mail like any other', async () => {
    const world = contoso({ throttles: { emails: { count: 2 } } });
    const { visitor } = await withCode(world);
    for (let i = 0; i < 2; i++) {
      world.clock.advance({ seconds: 30 });
      await visitor.answer({ action: 'resend' });
    }
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-3' });
    expect(codesSent(world)).to.have.length(2);
  });

  it('THROTTLE-4: five resets in an hour, then blocked; THROTTLE-5: none of them clears that', async () => {
    const world = contoso();
    for (let i = 0; i < 5; i++) {
      const { visitor, code } = await withCode(world);
      await visitor.enter(code);
      await visitor.setPassword(`${newPassword}-${i}`);
      visitor.at('done');
    }
    const visitor = world.visit();
    await visitor.start();
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-4' });
  });

  it('SESSION-2, THROTTLE-4: of flows side by side one completes, and one is counted', async () => {
    const world = contoso();
    const visitors = [];
    for (let i = 0; i < 7; i++) {
      const { visitor, code } = await withCode(world);
      await visitor.enter(code);
      visitors.push(visitor);
    }
    const kinds = await Promise.all(visitors.map(async (one) => (await one.setPassword()).kind));
    expect(kinds.filter((kind) => kind === 'done')).to.have.length(1);
    const visitor = world.visit();
    await visitor.start();
    visitor.at('choose-method');
  });
});
