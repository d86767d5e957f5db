import { expect } from 'chai';
import { adele, otherThan } from '../visitor.js';
import { choosing, mobile, mobileHint, reaching, world } from './world.js';

describe('a number', () => {
  for (const typed of [
    '+49 15112345678',
    '+4915112345678',
    '0049 151 12345678',
    '0151 1234 5678',
    '0151/12345678',
    '(0151) 123-456-78',
    '+49 (0)151 12345678',
    '15112345678',
    '  +49-151-12345678 ',
    '+٤٩ ١٥١ ١٢٣٤٥٦٧٨',
    '＋４９１５１１２３４５６７８',
    'tel:+4915112345678',
  ])
    it(`PHONE-3, PHONE-1: is right as ${typed}`, async () => {
      const visitor = await reaching(world(), 'text', typed);
      expect(visitor.problems).to.deep.equal([]);
      visitor.at('enter-code');
    });

  for (const [stored, typed] of [
    ['+1 2025550123', '(202) 555-0123'],
    ['+1 (202) 555-0123', '1-202-555-0123'],
    ['0044 20 7946 0123', '020 7946 0123'],
    ['+39 06 1234 5678', '06 12345678'],
  ] as const)
    it(`PHONE-1: ${stored} is ${typed}`, async () => {
      const visitor = await reaching(world({ phone: stored }), 'text', typed);
      visitor.at('enter-code');
    });

  for (const typed of [
    '78',
    '+49 15112345679',
    '+43 15112345678',
    'my number',
    '+49 1511234567',
    mobileHint,
    '+49 15112345678 and more',
  ])
    it(`PHONE-3: is wrong as ${typed}, which is a wrong proof`, async () => {
      const at = world();
      const visitor = await reaching(at, 'text', typed);
      expect(visitor.at('confirm-target').problems).to.deep.equal([
        { code: 'target-differs', rule: 'PHONE-3', field: 'target' },
      ]);
      expect(at.tenant.outbox.list()).to.deep.equal([]);
      await visitor.answer({ action: 'back' });
      await visitor.choose('app-code');
      expect(visitor.at('enter-code').triesLeft).to.equal(4);
    });

  it('PHONE-3: is asked for where none was typed, which is no wrong proof', async () => {
    const visitor = await reaching(world(), 'text', '  ');
    expect(visitor.problems).to.deep.equal(['target-required']);
    await visitor.answer({ action: 'other-method' });
    await visitor.choose('app-code');
    expect(visitor.at('enter-code').triesLeft).to.equal(5);
  });

  it('PHONE-3: only its mask is shown before, and nothing is sent', async () => {
    const at = world();
    const visitor = await choosing(at, 'text');
    const step = visitor.at('confirm-target');
    expect(step.method).to.include({ type: 'text', hint: mobileHint });
    expect(JSON.stringify(step)).not.to.match(/12345/);
    expect(visitor.actions).to.deep.equal(['other-method', 'back', 'cancel', 'extend', 'contact']);
    expect(at.tenant.outbox.list()).to.deep.equal([]);
  });

  it('PHONE-3: is typed once per number and flow, whatever is sent there', async () => {
    const at = world();
    const visitor = await reaching(at, 'text');
    await visitor.answer({ action: 'back' });
    await visitor.choose('whatsapp');
    visitor.at('enter-code');
    await visitor.answer({ action: 'back' });
    await visitor.choose('call');
    visitor.at('wait');
    await visitor.answer({ action: 'back' });
    await visitor.choose('office-call');
    visitor.at('confirm-target');
    expect((await choosing(at, 'text')).step?.kind).to.equal('confirm-target');
  });

  it('PHONE-3: five wrong ones block the account (THROTTLE-1)', async () => {
    const visitor = await choosing(world(), 'text');
    for (let i = 0; i < 4; i++) await visitor.confirmTarget('+49 15112345679');
    visitor.at('confirm-target');
    await visitor.confirmTarget('+49 15112345679');
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('THROTTLE-2: five are taken in an hour, right or wrong; the sixth blocks 24 hours', async () => {
    const at = world({}, { throttles: { textsAndCalls: { count: 50 } } });
    for (let i = 0; i < 5; i++) (await reaching(at, 'text')).at('enter-code');
    const sixth = await reaching(at, 'text');
    expect(sixth.at('refused')).to.include({
      code: 'blocked-until',
      rule: 'THROTTLE-2',
      retryInMs: 86_400_000,
    });
    expect(at.tenant.outbox.list().filter(({ channel }) => channel === 'text')).to.have.length(5);
  });

  it('PHONE-3: 60 wrong ones at once under one token are one', async () => {
    const at = world();
    const { token } = await choosing(at, 'text');
    const kinds = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const answer = { action: 'confirm-target', target: `+49 151123456${10 + i}` } as const;
        return (await at.visit().answer(answer, token)).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'confirm-target')).to.have.length(1);
    expect(at.tenant.outbox.list()).to.deep.equal([]);
  });

  it('PHONE-4: the registered one comes before the one of the directory, and both are offered', async () => {
    const at = world({ directory: { phone: '+49 15187654321' } });
    const visitor = at.visit();
    await visitor.start();
    const hints = visitor
      .at('choose-method')
      .methods.filter(({ type }) => ['text', 'whatsapp', 'call'].includes(type))
      .map(({ type, hint }) => [type, hint]);
    expect(hints).to.deep.equal(
      ['text', 'whatsapp', 'call'].flatMap((type) => [
        [type, mobileHint],
        [type, '••• ••• ••21'],
      ]),
    );
    const [, directory] = visitor.at('choose-method').methods.filter(({ type }) => type === 'text');
    await visitor.answer({ action: 'choose-method', method: directory?.id ?? '' });
    await visitor.confirmTarget(mobile);
    expect(visitor.problems).to.deep.equal(['target-differs']);
    await visitor.confirmTarget('+49 15187654321');
    expect(at.tenant.outbox.list().map(({ to }) => to)).to.deep.equal(['+49 15187654321']);
  });

  it('PHONE-4: a number that both hold is offered once', async () => {
    const visitor = world({ directory: { phone: '+49 (0)151 12345678' } }).visit();
    await visitor.start();
    const texts = visitor.at('choose-method').methods.filter(({ type }) => type === 'text');
    expect(texts).to.have.length(1);
  });

  it('GATE-3: counts where only the directory holds it', async () => {
    const at = world({ phone: undefined, directory: { phone: mobile } });
    (await reaching(at, 'text')).at('enter-code');
  });
});

for (const channel of ['text', 'whatsapp'] as const)
  describe(`a code by ${channel}`, () => {
    const codeTo = async (at: ReturnType<typeof world>) =>
      (await at.tenant.outbox.waitFor(channel, adele)).code;

    it('CODE-1: has six digits, goes to the number, and proves', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      expect(visitor.at('enter-code')).to.deep.include({
        digits: 6,
        triesLeft: 3,
        codeExpiresInMs: 300_000,
        notices: [{ code: 'code-sent', params: { hint: mobileHint } }],
      });
      const [message] = at.tenant.outbox.list();
      expect(message).to.include({ channel, to: mobile, locale: 'en' });
      const code = await codeTo(at);
      expect(code).to.match(/^\d{6}$/);
      expect(message?.body).to.contain(code);
      await visitor.enter(code);
      visitor.at('new-password');
    });

    it('CODE-1: expires after five minutes, and a new one kills the old one', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      const first = await codeTo(at);
      at.clock.advance({ minutes: 5 });
      await visitor.enter(first);
      expect(visitor.problems).to.deep.equal(['code-expired']);
      await visitor.answer({ action: 'resend' });
      expect(visitor.notices).to.deep.equal(['new-code-sent']);
      await visitor.enter(first);
      expect(visitor.problems).to.deep.equal(['code-wrong']);
      await visitor.enter(await codeTo(at));
      visitor.at('new-password');
    });

    it('CODE-1: a code of one method is none of another', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      const code = await codeTo(at);
      await visitor.answer({ action: 'back' });
      await visitor.choose('email');
      await visitor.enter(code);
      expect(visitor.problems).to.deep.equal(['code-wrong']);
    });

    it('CODE-2: is not sent again before 30 seconds, by no way round', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      at.clock.advance({ seconds: 29 });
      await visitor.answer({ action: 'resend' });
      expect(visitor.problems).to.deep.equal(['resend-too-early']);
      await visitor.answer({ action: 'back' });
      await visitor.choose(channel);
      expect(visitor.at('enter-code').actions[0]).to.deep.equal({
        name: 'resend',
        readyInMs: 1_000,
      });
      expect(at.tenant.outbox.list()).to.have.length(1);
      at.clock.advance({ seconds: 1 });
      await visitor.answer({ action: 'resend' });
      expect(at.tenant.outbox.list()).to.have.length(2);
    });

    it('CODE-2: three wrong tries kill it; a new one has what THROTTLE-1 leaves', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      const code = await codeTo(at);
      for (let i = 0; i < 3; i++) await visitor.enter(otherThan(code));
      expect(visitor.problems).to.deep.equal(['code-used-up']);
      await visitor.enter(code);
      expect(visitor.problems).to.deep.equal(['code-used-up']);
      at.clock.advance({ seconds: 30 });
      await visitor.answer({ action: 'resend' });
      expect(visitor.at('enter-code').triesLeft).to.equal(2);
    });

    it('CODE-2: 60 wrong guesses at once kill it, and the right one comes too late', async () => {
      const at = world();
      const visitor = await reaching(at, channel);
      const code = await codeTo(at);
      const { token } = visitor;
      const guesses = Array.from({ length: 60 }, (_, i) =>
        String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'),
      );
      const kinds = await Promise.all(
        guesses.map(async (guess) => {
          const answer = { action: 'enter-code', code: guess } as const;
          return (await at.visit().answer(answer, token)).kind;
        }),
      );
      expect(kinds).not.to.include('new-password');
      await visitor.start();
      await visitor.choose(channel);
      await visitor.confirmTarget(mobile);
      // Three of them counted, two are left of the five of THROTTLE-1.
      expect(visitor.at('enter-code').triesLeft).to.equal(2);
    });
  });
