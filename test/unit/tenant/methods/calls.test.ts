import { expect } from 'chai';
import { adele } from '../visitor.js';
import { choosing, mobile, reaching, settled, world } from './world.js';

const calls = ({ tenant }: ReturnType<typeof world>) =>
  tenant.outbox.list().filter((message) => message.channel === 'call');

describe('a call', () => {
  it('METHOD: rings at the number, waits 60 seconds, and goes on by #', async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    const step = visitor.at('wait');
    expect(step).to.deep.include({
      for: 'call',
      waitExpiresInMs: 60_000,
      notices: [{ code: 'calling' }],
    });
    expect(step).not.to.have.property('number');
    expect(step.actions[0]).to.deep.equal({ name: 'resend', readyInMs: 10_000 });
    expect(at.tenant.phoneOf(adele).ringing).to.include({ channel: 'call', to: mobile });
    const old = visitor.token;
    const watched = visitor.watch();
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('accepted');
    const next = await watched;
    visitor.at('new-password');
    expect(visitor.notices).to.deep.equal(['proof-accepted']);
    // Under the old token the same step is answered, whatever is said and however often.
    for (const action of ['resend', 'back'] as const)
      expect(await at.visit().answer({ action }, old)).to.deep.equal(next);
    await visitor.setPassword();
    visitor.at('done');
  });

  it('METHOD: goes on without anybody who watches', async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    at.tenant.phoneOf(adele).press('#');
    await visitor.answer({ action: 'resend' });
    visitor.at('new-password');
    expect(calls(at)).to.have.length(1);
  });

  it('METHOD: other keys do nothing', async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    const phone = at.tenant.phoneOf(adele);
    for (const key of ['1', '*', '', '##', ' ']) expect(phone.press(key)).to.equal('refused');
    await visitor.answer({ action: 'extend' });
    expect(visitor.at('wait').problems).to.deep.equal([]);
    expect(phone.press('#')).to.equal('accepted');
    expect(phone.press('#')).to.equal('too-late');
    expect(phone.hangUp()).to.equal('too-late');
  });

  it("CODE-3: hung up, it can be made again at once, and is nobody's wrong proof", async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    const watched = visitor.watch();
    expect(at.tenant.phoneOf(adele).hangUp()).to.equal('refused');
    await watched;
    const step = visitor.at('wait');
    expect(step.problems).to.deep.equal([{ code: 'call-not-answered', rule: 'CODE-3' }]);
    expect(step.waitExpiresInMs).to.equal(0);
    expect(step.actions[0]).to.deep.equal({ name: 'resend', readyInMs: 0 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.at('wait').waitExpiresInMs).to.equal(60_000);
    expect(calls(at)).to.have.length(2);
    at.tenant.phoneOf(adele).press('#');
    await visitor.watch();
    visitor.at('new-password');
    expect((await choosing(at, 'app-code')).at('enter-code').triesLeft).to.equal(5);
  });

  it('CODE-3: nobody answers in 60 seconds', async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    const watched = visitor.watch();
    await settled();
    at.clock.advance({ seconds: 59 });
    await settled();
    visitor.at('wait');
    at.clock.advance({ seconds: 1 });
    await watched;
    expect(visitor.problems).to.deep.equal(['call-not-answered']);
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('too-late');
    await visitor.answer({ action: 'resend' });
    expect(visitor.problems).to.deep.equal([]);
    expect(at.tenant.phoneOf(adele).press('#')).to.equal('accepted');
  });

  it('CODE-3: is not made again before 10 seconds, by no way round', async () => {
    const at = world();
    const visitor = await reaching(at, 'call');
    at.clock.advance({ seconds: 9 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.problems).to.deep.equal(['resend-too-early']);
    await visitor.answer({ action: 'back' });
    await visitor.choose('call');
    expect(visitor.at('wait').actions[0]).to.deep.equal({ name: 'resend', readyInMs: 1_000 });
    expect(calls(at)).to.have.length(1);
    at.clock.advance({ seconds: 1 });
    await visitor.answer({ action: 'resend' });
    expect(calls(at)).to.have.length(2);
  });

  for (const way of ['resend', 'back'] as const)
    it(`CODE-3: only the newest one counts, after ${way}`, async () => {
      const at = world();
      const visitor = await reaching(at, 'call');
      at.clock.advance({ seconds: 10 });
      await visitor.answer({ action: way });
      if (way === 'back') await visitor.choose('call');
      const [first, second] = calls(at);
      expect(first?.press('#')).to.equal('too-late');
      expect(first?.hangUp()).to.equal('too-late');
      expect(second?.press('#')).to.equal('accepted');
      await visitor.watch();
      visitor.at('new-password');
    });

  it('THROTTLE-2: five texts and calls in an hour, the sixth blocks and does not ring', async () => {
    const at = world();
    const visitor = await reaching(at, 'text');
    await visitor.answer({ action: 'back' });
    await visitor.choose('call');
    for (let i = 0; i < 3; i++) {
      at.clock.advance({ seconds: 10 });
      await visitor.answer({ action: 'resend' });
    }
    visitor.at('wait');
    at.clock.advance({ seconds: 10 });
    await visitor.answer({ action: 'resend' });
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-2' });
    expect(calls(at)).to.have.length(4);
  });

  for (const type of ['text', 'whatsapp', 'call', 'office-call'] as const)
    it(`THROTTLE-2: counts what is sent by ${type}, with all others`, async () => {
      const at = world({}, { throttles: { textsAndCalls: { count: 2 }, targets: { count: 50 } } });
      const number = type === 'office-call' ? '+49 3012345644' : mobile;
      for (const one of ['text', type]) {
        const to = one === 'text' ? mobile : number;
        expect((await reaching(at, one, to)).step?.kind).not.to.equal('refused');
      }
      const third = await reaching(at, type, number);
      expect(third.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-2' });
      expect(at.tenant.outbox.list().filter(({ channel }) => channel !== 'email')).to.have.length(
        2,
      );
    });

  it('THROTTLE-2: of 10 who call again at once under one token one does', async () => {
    const at = world();
    const { token } = await reaching(at, 'call');
    at.clock.advance({ seconds: 10 });
    const kinds = await Promise.all(
      Array.from({ length: 10 }, async () => {
        return (await at.visit().answer({ action: 'resend' }, token)).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'wait')).to.have.length(1);
    expect(calls(at)).to.have.length(2);
  });

  it('METHOD: of 10 who press # at once one is accepted, and the gate is passed once', async () => {
    const at = world({}, { methodsRequired: 2 });
    const visitor = await reaching(at, 'call');
    const watched = visitor.watch();
    const phone = at.tenant.phoneOf(adele);
    const pressed = Array.from({ length: 10 }, () => phone.press('#'));
    expect(pressed.filter((one) => one === 'accepted')).to.have.length(1);
    await watched;
    expect(visitor.at('choose-method').gate).to.deep.equal({ index: 2, total: 2 });
  });

  it('SESSION-2: answered after a reset elsewhere, it ends the flow', async () => {
    const at = world();
    const late = await reaching(at, 'call');
    const visitor = await choosing(at, 'app-code');
    await visitor.enter(at.tenant.appOf(adele).code() ?? '');
    await visitor.setPassword();
    visitor.at('done');
    at.tenant.phoneOf(adele).press('#');
    await late.watch();
    expect(late.at('refused').code).to.equal('flow-superseded');
  });

  it('THROTTLE-3, THROTTLE-5: a completed reset does not clear the mails', async () => {
    const at = world({}, { throttles: { emails: { count: 2 } } });
    for (let i = 0; i < 2; i++) await choosing(at, 'email');
    const visitor = await choosing(at, 'app-code');
    await visitor.enter(at.tenant.appOf(adele).code() ?? '');
    await visitor.setPassword();
    visitor.at('done');
    const next = await choosing(at, 'email');
    expect(next.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-3' });
  });

  it('THROTTLE-5: a completed reset clears the texts and calls, the numbers and the wrong proofs', async () => {
    const at = world();
    for (let round = 0; round < 2; round++) {
      const visitor = await choosing(at, 'call');
      for (let i = 0; i < 3; i++) await visitor.confirmTarget('+49 15112345679');
      await visitor.confirmTarget(mobile);
      for (let i = 0; i < 3; i++) {
        at.clock.advance({ seconds: 10 });
        await visitor.answer({ action: 'resend' });
      }
      at.tenant.phoneOf(adele).press('#');
      await visitor.watch();
      await visitor.setPassword(`Blue-Teapot-7${round}`);
      visitor.at('done');
    }
  });

  it('SESSION-1: who answers after the end of the flow is too late', async () => {
    for (const end of ['cancelled', 'expired', 'refused'] as const) {
      const at = world();
      const visitor = await reaching(at, 'call');
      if (end === 'cancelled') await at.tenant.reset.cancel(visitor.token, { locale: 'en' });
      if (end === 'refused') {
        await visitor.answer({ action: 'back' });
        await visitor.answer({ action: 'none-of-these' });
      }
      if (end === 'expired') {
        at.clock.advance({ minutes: 14, seconds: 30 });
        await visitor.answer({ action: 'resend' });
        expect(visitor.at('wait').waitExpiresInMs).to.equal(60_000);
        at.clock.advance({ seconds: 30 });
      }
      expect(at.tenant.phoneOf(adele).press('#'), end).to.equal('too-late');
      expect(at.tenant.phoneOf(adele).hangUp(), end).to.equal('too-late');
    }
  });

  it('METHOD: nothing rings where nobody was called', () => {
    const phone = world().tenant.phoneOf(adele);
    expect(phone.ringing).to.equal(undefined);
    expect(phone.press('#')).to.equal('too-late');
  });
});

describe('a call to the office', () => {
  const office = '+49 30 123456 44 ext. 817';

  it('PHONE-2: does not dial the extension, which is not shown either', async () => {
    const at = world({ officePhone: office });
    const visitor = await choosing(at, 'office-call');
    expect(visitor.at('confirm-target').method.hint).to.equal('••• ••• ••44');
    await visitor.confirmTarget('030 12345644');
    visitor.at('wait');
    expect(at.tenant.phoneOf(adele).ringing?.to).to.equal('+49 3012345644');
    at.tenant.phoneOf(adele).press('#');
    await visitor.watch();
    visitor.at('new-password');
  });

  it('PHONE-2, PHONE-3: the number is right with its extension too', async () => {
    const visitor = await choosing(world({ officePhone: office }), 'office-call');
    await visitor.confirmTarget(office);
    visitor.at('wait');
  });

  it('GATE-4: is of another family than the mobile phone', async () => {
    const at = world({}, { methodsRequired: 2 });
    const visitor = await reaching(at, 'call');
    at.tenant.phoneOf(adele).press('#');
    await visitor.watch();
    const types = visitor.at('choose-method').methods.map(({ type }) => type);
    expect(types).to.include('office-call').and.not.include.members(['text']);
    await visitor.choose('office-call');
    await visitor.confirmTarget('+49 3012345644');
    at.tenant.phoneOf(adele).press('#');
    await visitor.watch();
    visitor.at('new-password');
  });
});
