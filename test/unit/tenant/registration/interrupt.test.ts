import { expect } from 'chai';
import type { Answer } from '../../../../src/contract/index.js';
import type { Person } from '../../../../src/tenant/index.js';
import { adele, type contoso, otherThan, Registrant, signedIn } from '../visitor.js';
import { codeOfUri, password, worldOf } from './world.js';

const signIn = (tenant: ReturnType<typeof contoso>['tenant']) => tenant.signIn(adele, password);

describe('the interrupt at sign-in', () => {
  it('REGISTER-1: asks people in scope with too few methods, at every sign-in until done', async () => {
    const { tenant } = worldOf();
    expect(await signIn(tenant)).to.include({ due: 'interrupt' });
    expect(await signIn(tenant)).to.include({ due: 'interrupt' });
    expect(
      await worldOf({}, { email: 'a@mail.example' }).tenant.signIn(adele, password),
    ).to.include({ due: undefined });
  });

  for (const [who, settings, known] of [
    ['is out of scope', { scope: 'selected', scopeGroup: 'nobody' }, {}],
    ['has no licence', {}, { licence: 'free' }],
    ['is in a tenant that asks nobody', { registration: { required: false } }, {}],
  ] as const)
    it(`REGISTER-1: leaves alone who ${who}`, async () => {
      const { tenant } = worldOf(settings, known);
      expect(await signIn(tenant)).to.include({ due: undefined });
    });

  it('REGISTER-1: can be put off, unless the policy says otherwise', async () => {
    const { tenant } = worldOf();
    const one = await signedIn(tenant);
    await one.start();
    expect(one.at('registration-needed').actions.map(({ name }) => name)).to.include('skip');
    await one.answer({ action: 'skip' });
    expect(one.at('done')).to.include({ outcome: 'skipped' });
    expect(await signIn(tenant)).to.include({ due: 'interrupt' });

    const strict = await signedIn(worldOf({ registration: { maySkip: false } }).tenant);
    await strict.start();
    expect(strict.at('registration-needed').actions.map(({ name }) => name)).not.to.include('skip');
    await strict.answer({ action: 'skip' });
    expect(strict.problems).to.deep.equal(['action-unavailable']);
  });

  it('REGISTER-3: asks for what is missing only, most secure first, and ends with a summary', async () => {
    const { tenant, clock } = worldOf({ methodsRequired: 2 });
    const one = await signedIn(tenant);
    await one.start();
    expect(one.at('registration-needed')).to.deep.include({
      missing: ['app', 'email'],
      progress: { index: 1, total: 4 },
    });
    await one.answer({ action: 'confirm' });
    const { uri, proofs } = one.at('enrol-app');
    expect(proofs).to.deep.equal(['notification', 'code']);
    await one.answer({ action: 'enrol-app', proof: 'code' });
    await one.enter(codeOfUri(uri, clock.now()));
    expect(one.at('enrol-email').notices).to.deep.equal([{ code: 'registered' }]);
    await one.answer({ action: 'enrol-email', address: 'a@mail.example' });
    await one.enter(await tenant.outbox.codeFor(adele));
    const { outcome, registered } = one.at('done');
    expect(outcome).to.equal('registered');
    expect(registered?.map(({ type, resets }) => [type, resets])).to.deep.equal([
      ['app', true],
      ['email', true],
    ]);
    expect(await signIn(tenant)).to.include({ due: undefined });
  });

  it('REGISTER-3: with one of two in place, asks for the other one', async () => {
    const { tenant } = worldOf({ methodsRequired: 2 }, { app: true });
    const one = await signedIn(tenant);
    await one.start();
    expect(one.at('registration-needed').missing).to.deep.equal(['email']);
  });

  it('REGISTER-3: offers to set up a different method', async () => {
    const { tenant } = worldOf();
    const one = await signedIn(tenant);
    await one.start();
    await one.answer({ action: 'confirm' });
    one.at('enrol-app');
    await one.answer({ action: 'use-different' });
    const { registrable } = one.at('choose-registration');
    expect(registrable.map(({ type, may }) => [type, may])).to.deep.equal([
      ['app', 'yes'],
      ['email', 'yes'],
      ['phone', 'yes'],
      ['alternate-phone', 'needs-phone-first'],
    ]);
    await one.answer({ action: 'add', type: 'phone' });
    await one.answer({
      action: 'enrol-phone',
      number: '0171 1234567',
      country: 'DE',
      channel: 'text',
    });
    await one.enter(await tenant.outbox.codeFor(adele));
    expect(one.at('done').registered?.map(({ hint }) => hint)).to.deep.equal(['••• ••• ••67']);
  });

  it('PHONE-5: offers the office phone only where the directory holds one', async () => {
    const settings = {
      methodsRequired: 2,
      methods: { 'office-call': { state: 'enabled' } },
    } as const;
    const offered = async (known: Partial<Person>) => {
      const one = await signedIn(worldOf(settings, known).tenant);
      await one.start();
      await one.answer({ action: 'use-different' });
      return one.at('choose-registration').registrable.find(({ type }) => type === 'office-phone')
        ?.may;
    };
    expect(await offered({})).to.equal('not-here');
    expect(await offered({ directory: { officePhone: '+49 30 1234567' } })).to.equal('yes');
  });

  it('REGISTER-5: stores nothing before it is proven', async () => {
    const { tenant } = worldOf();
    const one = await signedIn(tenant);
    await one.start();
    await one.answer({ action: 'use-different' });
    await one.answer({ action: 'add', type: 'email' });
    await one.answer({ action: 'enrol-email', address: 'a@mail.example' });
    const code = await tenant.outbox.codeFor(adele);
    await one.enter(otherThan(code));
    expect(one.problems).to.deep.equal(['code-wrong']);
    expect(tenant.people[0]?.registered).to.deep.equal([]);
    await one.enter(code);
    expect(tenant.people[0]?.registered).to.deep.equal([
      { type: 'email', source: 'registered', address: 'a@mail.example' },
    ]);
  });

  const mistakes: readonly (readonly [string, Answer, string])[] = [
    ['no address', { action: 'enrol-email', address: ' ' }, 'address-required'],
    ['half an address', { action: 'enrol-email', address: 'a@b' }, 'address-malformed'],
    [
      'an address of the same domain',
      { action: 'enrol-email', address: 'x@contoso.example' },
      'address-own-domain',
    ],
    ['no number', { action: 'enrol-phone', number: '', channel: 'text' }, 'number-required'],
    [
      'no real number',
      { action: 'enrol-phone', number: '12', channel: 'text' },
      'number-malformed',
    ],
  ];
  for (const [what, answer, problem] of mistakes)
    it(`EMAIL-1, PHONE-1: tells beside the field that ${what} was typed`, async () => {
      const { tenant } = worldOf();
      const one = await signedIn(tenant);
      await one.start();
      await one.answer({ action: 'use-different' });
      const type = answer.action === 'enrol-email' ? 'email' : 'phone';
      await one.answer({ action: 'add', type });
      await one.answer(answer);
      expect(one.problems).to.deep.equal([problem]);
      expect(tenant.outbox.list()).to.deep.equal([]);
    });

  it('REGISTER-6: needs somebody who is signed in', async () => {
    const { tenant } = worldOf();
    for (const session of [undefined, 'made-up']) {
      const start = new Registrant(tenant.forClient('local', { session })).start();
      const told: unknown = await start.catch((error: unknown) => error);
      expect(told).to.include({ name: 'SsprError', code: 'unauthorized' });
    }
  });

  it('REGISTER-6: a token opens nothing in another session, nor in none', async () => {
    const { tenant } = worldOf();
    const one = await signedIn(tenant);
    await one.start('manage');
    const call = { locale: 'en' };
    for (const other of [
      await signedIn(tenant),
      new Registrant(tenant),
      new Registrant(tenant.forClient('local')),
    ]) {
      other.step = one.step;
      for (const asked of [other.answer({ action: 'add', type: 'email' }), other.watch()])
        expect(await asked.catch((error: unknown) => error)).to.include({ code: 'unauthorized' });
      await other.adapter.register?.cancel(one.token, call);
    }
    // And nothing came of it.
    await one.answer({ action: 'add', type: 'email' });
    one.at('enrol-email');
    await one.adapter.register?.cancel(one.token, call);
    await one.answer({ action: 'enrol-email', address: 'a@mail.example' });
    expect(one.at('refused').code).to.equal('flow-expired');
  });
});
