import { expect } from 'chai';
import { changedPolicy } from '../../../../src/tenant/index.js';
import { adele, signedIn } from '../visitor.js';
import { worldOf } from './world.js';

describe('an answer that comes elsewhere', () => {
  it('REGISTER-5: is too late once the change has run out, and stores nothing', async () => {
    const { tenant, clock } = worldOf();
    const one = await signedIn(tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'phone' });
    await one.answer({ action: 'enrol-phone', number: '+49 171 1234567', channel: 'call' });
    one.at('wait');
    clock.advance({ minutes: 15 });
    expect(tenant.phoneOf(adele).press('#')).to.equal('too-late');
    expect(tenant.people[0]?.registered).to.deep.equal([]);
  });

  it('REGISTER-5: is taken while the change is under way, and the list follows by itself', async () => {
    const { tenant } = worldOf();
    const one = await signedIn(tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'phone' });
    await one.answer({ action: 'enrol-phone', number: '+49 171 1234567', channel: 'call' });
    expect(tenant.phoneOf(adele).press('#')).to.equal('accepted');
    await one.watch();
    expect(one.at('manage').registered.map(({ type }) => type)).to.deep.equal(['phone']);
  });

  it('QUESTION-2: questions are in English where the injected texts fail', async () => {
    const texts = () => {
      throw new Error('no such language');
    };
    const settings = { methods: { questions: { state: 'enabled' } } } as const;
    const { tenant } = worldOf(settings, {}, { texts });
    const one = await signedIn(tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'questions' });
    expect(one.at('enrol-questions').questions[0]?.text).to.match(/^[A-Z].*\?$/);
  });
});

describe('what changes while it is used', () => {
  const email = 'a@mail.example';

  it('GATE-3: a method that was removed proves nothing more in a reset under way', async () => {
    const { tenant, visit } = worldOf({}, { email, app: true });
    const visitor = visit();
    await visitor.start(adele);
    await visitor.choose('email');
    const code = await tenant.outbox.codeFor(adele);
    const one = await signedIn(tenant);
    await one.start('manage');
    const mail = one.at('manage').registered.find(({ type }) => type === 'email');
    await one.answer({ action: 'remove', id: mail?.id ?? '' });
    await one.choose('app-code');
    await one.enter(tenant.appOf(adele).code() ?? '');
    await one.answer({ action: 'confirm' });
    await visitor.enter(code);
    expect(visitor.problems).to.deep.equal(['method-unavailable']);
    expect(visitor.at('choose-method').methods.map(({ type }) => type)).to.deep.equal(['app-code']);
  });

  it('GATE-5: a method that was switched off gives no fresh proof', async () => {
    const { tenant } = worldOf({}, { email, app: true });
    const one = await signedIn(tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'phone' });
    await one.choose('email');
    const code = await tenant.outbox.codeFor(adele);
    tenant.setPolicy(changedPolicy(tenant.policy, { methods: { email: { state: 'disabled' } } }));
    await one.enter(code);
    expect(one.problems).to.deep.equal(['method-unavailable']);
    expect(one.at('choose-method').purpose).to.equal('fresh-proof');
  });
});
