import { expect } from 'chai';
import type { Overrides, Person } from '../../../../src/tenant/index.js';
import { adele, type contoso, type Registrant, signedIn } from '../visitor.js';
import { codeOfUri, worldOf } from './world.js';

type World = ReturnType<typeof contoso>;

const manage = async (settings: Overrides = {}, known: Partial<Person> = {}) => {
  const world = worldOf(settings, known);
  const one = await signedIn(world.tenant);
  await one.start('manage');
  return { ...world, one };
};

/** The other proof that a change asks for. */
async function proveByMail({ tenant }: World, one: Registrant): Promise<void> {
  expect(one.at('choose-method').purpose).to.equal('fresh-proof');
  await one.choose('email');
  await one.enter(await tenant.outbox.codeFor(adele));
}

const idOf = (one: Registrant, type: string): string =>
  one.at('manage').registered.find((registered) => registered.type === type)?.id ?? '';

const email = 'a@mail.example';

describe('managing what is registered', () => {
  it('REGISTER-4: lists all with mask, source and what may be done', async () => {
    const { one } = await manage(
      {},
      {
        app: true,
        email,
        phone: '+49 171 1234567',
        directory: { phone: '+49 171 7654321' },
        others: ['passkey'],
      },
    );
    const { registered, required } = one.at('manage');
    expect(required).to.equal(1);
    expect(
      registered.map(({ type, hint, source, may }) => [type, hint, source, may.change, may.remove]),
    ).to.deep.equal([
      ['app', undefined, 'registered', 'never-changed', 'yes'],
      ['email', 'a•••••@m••••l.example', 'registered', 'yes', 'yes'],
      ['phone', '••• ••• ••67', 'registered', 'yes', 'yes'],
      ['phone', '••• ••• ••21', 'directory', 'from-directory', 'from-directory'],
      ['passkey', undefined, 'registered', 'never-changed', 'yes'],
    ]);
  });

  it('REGISTER-4: shows an empty list, and what could be added with its limit', async () => {
    const { one } = await manage();
    const { registered, registrable, suggestion } = one.at('manage');
    expect(registered).to.deep.equal([]);
    expect(suggestion).to.equal('app');
    expect(
      registrable.map(({ type, may, limit, advice }) => [type, may, limit, advice]),
    ).to.deep.equal([
      ['app', 'yes', 5, 'recommended'],
      ['email', 'yes', 1, undefined],
      ['phone', 'yes', 1, undefined],
      ['alternate-phone', 'needs-phone-first', 1, undefined],
    ]);
  });

  it('REGISTER-6: with nothing registered, a young session will do; later only a new sign-in', async () => {
    const { one, clock } = await manage();
    await one.answer({ action: 'add', type: 'app' });
    one.at('enrol-app');
    await one.answer({ action: 'back' });
    clock.advance({ minutes: 15 });
    const told: unknown = await one
      .answer({ action: 'add', type: 'app' })
      .catch((error: unknown) => error);
    expect(told).to.include({ code: 'unauthorized' });
  });

  it('REGISTER-6: where methods exist, a change needs a fresh proof, which lasts 15 minutes', async () => {
    const world = await manage({}, { email });
    const { one, clock, tenant } = world;
    await one.answer({ action: 'add', type: 'app' });
    await proveByMail(world, one);
    const { uri } = one.at('enrol-app');
    await one.answer({ action: 'enrol-app', proof: 'code' });
    await one.enter(codeOfUri(uri, clock.now()));
    expect(one.at('manage').notices).to.deep.equal([{ code: 'registered' }]);
    await one.answer({ action: 'remove', id: idOf(one, 'app') });
    one.at('confirm-removal');
    await one.answer({ action: 'back' });
    clock.advance({ minutes: 15 });
    await one.answer({ action: 'remove', id: idOf(one, 'app') });
    expect(one.at('choose-method').purpose).to.equal('fresh-proof');
    expect(tenant.people[0]?.registered).to.have.length(2);
  });

  it('REGISTER-4: changes an address once the new one is proven, and keeps the old one till then', async () => {
    const world = await manage({}, { email });
    const { one, tenant } = world;
    await one.answer({ action: 'change', id: idOf(one, 'email') });
    await proveByMail(world, one);
    await one.answer({ action: 'enrol-email', address: 'b@post.example' });
    expect(tenant.people[0]?.registered[0]?.address).to.equal(email);
    await one.enter(await tenant.outbox.codeFor(adele));
    expect(one.at('manage').notices).to.deep.equal([{ code: 'changed' }]);
    expect(tenant.people[0]?.registered.map(({ address }) => address)).to.deep.equal([
      'b@post.example',
    ]);
  });

  it('REGISTER-7: says what a deletion costs, allows it, and does not reconfirm before the interval ends', async () => {
    const world = await manage({}, { email });
    const { one, tenant } = world;
    await one.answer({ action: 'remove', id: idOf(one, 'email') });
    await proveByMail(world, one);
    expect(one.at('confirm-removal').registered.ifLost).to.deep.equal({ resets: false, left: [] });
    await one.answer({ action: 'confirm' });
    expect(one.at('manage').registered).to.deep.equal([]);
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: 'interrupt' });
  });

  it('REGISTER-6: leads back to the list from where a proof is asked for, with nothing done', async () => {
    const { one } = await manage({}, { email });
    await one.answer({ action: 'remove', id: idOf(one, 'email') });
    expect(one.at('choose-method').actions.map(({ name }) => name)).to.deep.equal([
      'back',
      'none-of-these',
      'cancel',
    ]);
    await one.answer({ action: 'back' });
    expect(one.at('manage').registered.map(({ type }) => type)).to.deep.equal(['email']);
  });

  it('REGISTER-7: offers what would make up for it, and deletes nothing meanwhile', async () => {
    const world = await manage({}, { email });
    const { one, tenant } = world;
    await one.answer({ action: 'remove', id: idOf(one, 'email') });
    await proveByMail(world, one);
    const asked = one.at('confirm-removal');
    expect(asked.suggestion).to.equal('app');
    expect(asked.actions.map(({ name }) => name)).to.include('add');
    await one.answer({ action: 'add', type: 'phone' });
    await one.answer({ action: 'enrol-phone', number: '+49 171 1234567', channel: 'text' });
    await one.enter(await tenant.outbox.codeFor(adele));
    expect(one.at('manage').registered.map(({ type }) => type)).to.have.members(['email', 'phone']);
  });

  it('REGISTER-7: offers nothing more where a reset would still be possible, or nothing helps', async () => {
    const still = await manage({}, { email, app: true });
    await still.one.answer({ action: 'remove', id: idOf(still.one, 'email') });
    await proveByMail(still, still.one);
    expect(still.one.at('confirm-removal')).not.to.have.property('suggestion');

    const far = await manage({ methodsRequired: 2 }, { email });
    await far.one.answer({ action: 'remove', id: idOf(far.one, 'email') });
    await proveByMail(far, far.one);
    const asked = far.one.at('confirm-removal');
    expect(asked).not.to.have.property('suggestion');
    expect(asked.actions.map(({ name }) => name)).to.deep.equal(['confirm', 'back', 'cancel']);
  });

  it('REGISTER-4: sets the default, of what can be one', async () => {
    const world = await manage({}, { email, app: true });
    const { one } = world;
    await one.answer({ action: 'make-default', id: idOf(one, 'email') });
    expect(one.at('manage').problems[0]).to.deep.include({ params: { why: 'not-a-default' } });
    await one.answer({ action: 'make-default', id: idOf(one, 'app') });
    await proveByMail(world, one);
    expect(one.at('manage').registered.map(({ isDefault }) => isDefault)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('REGISTER-4: stops at five apps', async () => {
    const { one } = await manage({}, { apps: [{}, {}, {}, {}, {}] });
    await one.answer({ action: 'add', type: 'app' });
    expect(one.problems).to.deep.equal(['registration-limit']);
  });

  it('NOTIFY-4: tells the person at both addresses, and AUDIT-1: leaves a row per method', async () => {
    const world = await manage({}, { app: true });
    const { one, tenant, clock } = world;
    await one.answer({ action: 'add', type: 'email' });
    await one.choose('app-code');
    await one.enter(tenant.appCodeOf(adele)?.code ?? '');
    await one.answer({ action: 'enrol-email', address: email });
    await one.enter(await tenant.outbox.codeFor(adele));
    expect(clock.now()).to.be.greaterThan(0);
    const told = tenant.outbox.mails().filter(({ purpose }) => purpose === 'registration-changed');
    expect(told.map(({ to }) => to)).to.deep.equal([adele, email]);
    const rows = tenant.audit
      .list()
      .filter(({ activity }) => activity === 'User registered for self-service password reset');
    expect(rows.map(({ method, status }) => [method, status])).to.deep.equal([
      ['email', 'success'],
    ]);
  });

  it('QUESTION-6: questions are registered and deleted, never changed', async () => {
    const settings = { methods: { questions: { state: 'enabled' } } } as const;
    const { one, tenant } = await manage(settings);
    await one.answer({ action: 'add', type: 'questions' });
    const { questions, count } = one.at('enrol-questions');
    expect(count).to.equal(5);
    expect(questions).to.have.length(35);
    const answers = questions
      .slice(0, 5)
      .map(({ id }, index) => ({ question: id, answer: `answer ${index}` }));
    await one.answer({
      action: 'enrol-questions',
      answers: answers.map((one, index) => (index === 4 ? { ...one, answer: 'ANSWER  0' } : one)),
    });
    expect(one.at('enrol-questions').problems).to.deep.equal([
      { code: 'answer-repeated', rule: 'QUESTION-4', field: 'answer-5' },
    ]);
    await one.answer({ action: 'enrol-questions', answers });
    const [registered] = one.at('manage').registered;
    expect(registered).to.deep.include({ type: 'questions', resets: true });
    expect(registered?.may).to.include({ change: 'never-changed', remove: 'yes' });
    expect(JSON.stringify([tenant.audit.list(), tenant.people, one.step])).not.to.contain(
      'answer 1',
    );
  });

  it('SESSION-1: each change has 15 minutes of its own, and the list itself does not run out', async () => {
    const { one, clock } = await manage();
    expect(one.at('manage').expiresInMs).to.equal(undefined);
    clock.advance({ minutes: 14 });
    await one.answer({ action: 'add', type: 'app' });
    expect(one.at('enrol-app').expiresInMs).to.equal(15 * 60_000);
    clock.advance({ minutes: 15 });
    await one.answer({ action: 'enrol-app', proof: 'code' });
    expect(one.at('refused')).to.include({ code: 'flow-expired' });
  });

  it('SESSION-2: signs out everywhere else, and stays', async () => {
    const { one, tenant } = await manage();
    const other = await signedIn(tenant);
    await other.start('manage');
    await one.answer({ action: 'sign-out-everywhere' });
    expect(one.at('manage').notices).to.deep.equal([{ code: 'signed-out-everywhere' }]);
    const told: unknown = await other
      .answer({ action: 'add', type: 'app' })
      .catch((error: unknown) => error);
    expect(told).to.include({ code: 'unauthorized' });
  });
});

describe('recoverability', () => {
  it('says for each method whether its loss could be borne, and which one more would help most', async () => {
    const { one } = await manage({ methodsRequired: 2 }, { email, phone: '+49 171 1234567' });
    const { registered, suggestion } = one.at('manage');
    expect(registered.map(({ type, ifLost }) => [type, ifLost.resets, ifLost.left])).to.deep.equal([
      ['email', false, ['phone']],
      ['phone', false, ['email']],
    ]);
    expect(suggestion).to.equal('app');
  });

  it('suggests nothing where every loss can be borne', async () => {
    const { one } = await manage({}, { email, app: true });
    expect(one.at('manage').suggestion).to.equal(undefined);
  });

  it('METHOD-4: says until when what is registered is of use', async () => {
    const settings = {
      methods: {
        text: { retiresAt: Date.parse('2026-11-25T14:30:00Z') },
        call: { state: 'disabled' },
      },
    } as const;
    const { one } = await manage(settings, { phone: '+49 171 1234567' });
    expect(one.at('manage').registered[0]).to.include({ retiresInMs: 86_400_000 });
  });

  it('METHOD-4: says what of it ends before it is registered, and nothing where nothing ends', async () => {
    const settings = {
      methods: {
        text: { retiresAt: Date.parse('2026-11-25T14:30:00Z') },
        call: { state: 'disabled' },
      },
    } as const;
    const { one } = await manage(settings);
    await one.answer({ action: 'add', type: 'phone' });
    expect(one.at('enrol-phone').retiring).to.deep.equal([{ method: 'text', inMs: 86_400_000 }]);
    await one.answer({ action: 'back' });
    await one.answer({ action: 'add', type: 'email' });
    expect(one.at('enrol-email')).not.to.have.property('retiring');
  });
});

describe('reconfirming', () => {
  const days = (count: number) => ({ hours: 24 * count });

  it('REGISTER-2: is due after 180 days, and the answer starts them anew', async () => {
    const { tenant, clock } = worldOf({}, { email });
    clock.advance(days(180));
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: 'reconfirm' });
    const one = await signedIn(tenant);
    await one.start();
    expect(one.at('reconfirm')).to.include({ againInDays: 180 });
    await one.answer({ action: 'confirm' });
    expect(one.at('done')).to.include({ outcome: 'confirmed' });
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: undefined });
    clock.advance(days(179));
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: undefined });
    clock.advance(days(1));
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: 'reconfirm' });
  });

  it('REGISTER-2: counts only where registration is asked for, and never with 0 days', async () => {
    for (const registration of [{ required: false }, { reconfirmDays: 0 }]) {
      const { tenant, clock } = worldOf({ registration }, { email });
      clock.advance(days(731));
      expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: undefined });
    }
  });

  it('REGISTER-2: one by one, and one changed on the way', async () => {
    const world = worldOf({}, { email, app: true });
    const { tenant } = world;
    const one = await signedIn(tenant);
    await one.start('reconfirm');
    const [app, mail] = one.at('reconfirm').registered;
    await one.answer({ action: 'confirm', id: app?.id ?? '' });
    expect(one.at('reconfirm').registered.map(({ confirmed }) => confirmed)).to.deep.equal([
      true,
      undefined,
    ]);
    await one.answer({ action: 'change', id: mail?.id ?? '' });
    await proveByMail(world, one);
    await one.answer({ action: 'enrol-email', address: 'b@post.example' });
    await one.enter(await tenant.outbox.codeFor(adele));
    expect(one.at('reconfirm').registered.map(({ confirmed }) => confirmed)).to.deep.equal([
      true,
      true,
    ]);
  });

  it('REGISTER-7: deletes what is no longer there, and asks about the rest', async () => {
    const world = worldOf({}, { email, app: true });
    const one = await signedIn(world.tenant);
    await one.start('reconfirm');
    const [app] = one.at('reconfirm').registered;
    await one.answer({ action: 'remove', id: app?.id ?? '' });
    await proveByMail(world, one);
    expect(one.at('confirm-removal').registered.id).to.equal(app?.id);
    await one.answer({ action: 'back' });
    expect(one.at('reconfirm').registered).to.have.length(2);
    await one.answer({ action: 'remove', id: app?.id ?? '' });
    await one.answer({ action: 'confirm' });
    expect(one.at('reconfirm').registered.map(({ type }) => type)).to.deep.equal(['email']);
  });

  it('REGISTER-7: shows what can be added where nothing is left to confirm', async () => {
    const world = worldOf({}, { email });
    const one = await signedIn(world.tenant);
    await one.start('reconfirm');
    await one.answer({ action: 'remove', id: one.at('reconfirm').registered[0]?.id ?? '' });
    await proveByMail(world, one);
    await one.answer({ action: 'confirm' });
    expect(one.at('manage').registered).to.deep.equal([]);
    await one.answer({ action: 'add', type: 'email' });
    await one.answer({ action: 'enrol-email', address: 'c@post.example' });
    await one.enter(await world.tenant.outbox.codeFor(adele));
    expect(one.at('reconfirm').registered.map(({ confirmed }) => confirmed)).to.deep.equal([true]);
  });
});
