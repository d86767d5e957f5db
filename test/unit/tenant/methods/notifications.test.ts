import { expect } from 'chai';
import { policy } from '../../../../src/tenant/index.js';
import { adele, contoso, type Visitor } from '../visitor.js';
import { allMethods, choosing, settled, type World, wellKnown, world } from './world.js';

const two = { methodsRequired: 2 } as const;
const notified = (at: World): Promise<Visitor> => choosing(at, 'app-notification');
const numberOn = (visitor: Visitor): string => visitor.at('wait').number ?? '';
const notifications = ({ tenant }: World) =>
  tenant.outbox.list().filter((message) => message.channel === 'notification');
const other = (number: string): string => String((Number(number) + 1) % 100).padStart(2, '0');

describe('a notification', () => {
  it('METHOD-1: is offered where two proofs are needed, not where one is', async () => {
    for (const methodsRequired of [1, 2] as const) {
      const visitor = world({}, { methodsRequired }).visit();
      await visitor.start();
      const types = visitor.at('choose-method').methods.map(({ type }) => type);
      expect(types.includes('app-notification')).to.equal(methodsRequired === 2);
      expect(types).to.include('app-code');
    }
  });

  it('METHOD-1: is not offered of an app that takes none', async () => {
    const visitor = world({ apps: [{}] }, two).visit();
    await visitor.start();
    const types = visitor.at('choose-method').methods.map(({ type }) => type);
    expect(types).to.include('app-code').and.not.include('app-notification');
  });

  it('METHOD: shows the number on the page, and goes on once it is typed in the app', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    const step = visitor.at('wait');
    expect(step.number).to.match(/^\d\d$/);
    expect(step).to.deep.include({
      for: 'notification',
      waitExpiresInMs: 60_000,
      notices: [{ code: 'notification-sent' }],
      method: { id: step.method?.id, type: 'app-notification' },
    });
    const watched = visitor.watch();
    expect(at.tenant.appOf(adele).approve(numberOn(visitor))).to.equal('accepted');
    await watched;
    // GATE-4: the code of the app is of the same family.
    const types = visitor.at('choose-method').methods.map(({ type }) => type);
    expect(types[0]).to.equal('email');
    expect(types).not.to.include('app-code');
  });

  it('METHOD: the number is in no notification, no row and no verdict, and neither is the app', async () => {
    const at = world({}, two);
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) seen.push(numberOn(await notified(at)));
    at.tenant.appOf(adele).deny();
    for (const { body, to } of notifications(at)) expect(body + to).not.to.match(/\d/);
    const rows = at.tenant.audit
      .list()
      .map(({ correlationId: _, at: __, ...row }) => JSON.stringify(row).replace(/[A-Z]+-\d/g, ''));
    for (const row of rows) expect(row).not.to.match(/\d\d/);
    const said = at.tenant.verdicts.list().map((one) => ('params' in one ? one.params : {}));
    for (const number of seen) expect(JSON.stringify(said)).not.to.contain(`"${number}"`);
  });

  for (const [what, answer, problem] of [
    ['a number that does not match', 'wrong', 'notification-wrong-number'],
    ['a no', 'deny', 'notification-denied'],
  ] as const)
    it(`THROTTLE-1: ${what} is a wrong proof, and another one can be sent at once`, async () => {
      const at = world({}, two);
      const visitor = await notified(at);
      const app = at.tenant.appOf(adele);
      const right = numberOn(visitor);
      const watched = visitor.watch();
      expect(answer === 'deny' ? app.deny() : app.approve(other(right))).to.equal('refused');
      await watched;
      expect(visitor.at('wait').problems.map(({ code }) => code)).to.deep.equal([problem]);
      expect(visitor.at('wait')).to.include({ waitExpiresInMs: 0 });
      // What was answered once is answered.
      expect(app.approve(right)).to.equal('too-late');
      await visitor.answer({ action: 'resend' });
      expect(app.approve(numberOn(visitor))).to.equal('accepted');
      await visitor.watch();
      await visitor.choose('questions');
      expect(visitor.at('answer-questions').triesLeft).to.equal(4);
    });

  for (const [typed, outcome] of [
    ['', 'refused'],
    ['0x0', 'refused'],
    [' 0 ', 'accepted'],
    [0, 'accepted'],
    ['00', 'accepted'],
  ] as const)
    it(`METHOD: where the number is 00, '${typed}' is ${outcome}`, async () => {
      // Bytes of zeros draw zeros; tokens have to differ all the same.
      let nth = 0;
      const random = { bytes: (n: number) => new Uint8Array(n).fill(n === 2 ? 0 : nth++ % 200) };
      const people = [wellKnown()];
      const at = contoso({ ...two, methods: allMethods }, { people, random });
      const visitor = await notified(at);
      expect(numberOn(visitor)).to.equal('00');
      expect(at.tenant.appOf(adele).approve(typed)).to.equal(outcome);
    });

  it('CODE-3: waits 60 seconds, which is no wrong proof', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    const number = numberOn(visitor);
    const watched = visitor.watch();
    await settled();
    at.clock.advance({ seconds: 60 });
    await watched;
    expect(visitor.problems).to.deep.equal(['notification-expired']);
    expect(visitor.at('wait').actions[0]).to.deep.equal({ name: 'resend', readyInMs: 0 });
    expect(at.tenant.appOf(adele).approve(number)).to.equal('too-late');
    await visitor.answer({ action: 'back' });
    await visitor.choose('questions');
    expect(visitor.at('answer-questions').triesLeft).to.equal(5);
  });

  it('CODE-2: is not sent again before 30 seconds; then the old one is too late', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    const number = numberOn(visitor);
    await visitor.answer({ action: 'resend' });
    expect(visitor.problems).to.deep.equal(['resend-too-early']);
    expect(numberOn(visitor)).to.equal(number);
    at.clock.advance({ seconds: 30 });
    await visitor.answer({ action: 'resend' });
    const [first, second] = notifications(at);
    expect(first?.approve(number)).to.equal('too-late');
    expect(first?.deny()).to.equal('too-late');
    expect(second?.approve(numberOn(visitor))).to.equal('accepted');
  });

  it('THROTTLE-1: five wrong numbers block, also those that nobody waits for', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    for (let i = 0; i < 4; i++) {
      at.tenant.appOf(adele).approve(other(numberOn(visitor)));
      await visitor.watch();
      await visitor.answer({ action: 'resend' });
    }
    await visitor.answer({ action: 'back' });
    at.tenant.appOf(adele).deny();
    await visitor.choose('email');
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
    const again = at.visit();
    await again.start();
    again.at('refused');
  });

  it('THROTTLE-1: the fifth wrong number ends in a block for who watches', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    for (let i = 0; i < 5; i++) {
      if (i > 0) await visitor.answer({ action: 'resend' });
      at.tenant.appOf(adele).deny();
      await visitor.watch();
    }
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('SESSION-1: two flows side by side have a number each, and each goes on by its own', async () => {
    const at = world({}, two);
    const [one, another] = [await notified(at), await notified(at)];
    const [first, second] = notifications(at);
    const watched = one.watch();
    expect(second?.approve(numberOn(another))).to.equal('accepted');
    await another.watch();
    another.at('choose-method');
    one.at('wait');
    expect(first?.approve(numberOn(one))).to.equal('accepted');
    await watched;
    one.at('choose-method');
  });

  it('SESSION-2: approved after a reset elsewhere, it ends the flow', async () => {
    const at = world({}, two);
    const late = await notified(at);
    const [notification] = notifications(at);
    const visitor = at.visit();
    await visitor.start();
    await visitor.choose('app-code');
    await visitor.enter(at.tenant.appOf(adele).code() ?? '');
    await visitor.choose('email');
    await visitor.enter(await at.tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    visitor.at('done');
    const watched = late.watch();
    notification?.approve(numberOn(late));
    await watched;
    expect(late.at('refused').code).to.equal('flow-superseded');
  });

  it('GATE-5, METHOD-1: proves nothing once one proof is enough', async () => {
    const at = world({}, two);
    const visitor = await notified(at);
    at.tenant.setPolicy(policy({ scope: 'all', methods: allMethods }));
    const watched = visitor.watch();
    at.tenant.appOf(adele).approve(numberOn(visitor));
    await watched;
    expect(visitor.at('choose-method').problems).to.deep.equal([
      { code: 'method-unavailable', rule: 'GATE-5' },
    ]);
  });

  it('METHOD: answers too late where nobody asked', () => {
    const app = world().tenant.appOf(adele);
    expect(app.notification).to.equal(undefined);
    expect(app.approve('12')).to.equal('too-late');
    expect(app.deny()).to.equal('too-late');
  });
});
