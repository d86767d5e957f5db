import { expect } from 'chai';
import { englishTexts, person } from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, newPassword, nobody, Visitor } from './visitor.js';

describe('a reset', () => {
  it('GATE-1: leads through one gate to a new password', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    expect(visitor.at('done')).to.deep.include({ username: adele, outcome: 'password-reset' });
    expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.deep.equal({ outcome: 'wrong' });
  });

  it('GATE-4: the second gate does not offer the family of the first', async () => {
    const { tenant, visit } = contoso({ methodsRequired: 2 });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    const second = visitor.at('choose-method');
    expect(second.methods.map(({ type }) => type)).to.deep.equal(['app-code']);
    expect(second.gate).to.deep.equal({ index: 2, total: 2 });
    expect(visitor.notices).to.deep.equal(['proof-accepted']);
    await visitor.choose('app-code');
    await visitor.enter(tenant.appCodeOf(adele)?.code ?? '');
    await visitor.setPassword();
    visitor.at('done');
  });

  it('counts its steps: one for the name, one per gate, one for the password', async () => {
    const { tenant, visit } = contoso({ methodsRequired: 2 });
    const visitor = visit();
    const seen = [await visitor.start('x'), await visitor.start(), await visitor.choose('email')];
    seen.push(await visitor.enter(await tenant.outbox.codeFor(adele)));
    seen.push(await visitor.choose('app-code'));
    seen.push(await visitor.enter(tenant.appCodeOf(adele)?.code ?? ''));
    seen.push(await visitor.setPassword());
    expect(
      seen.map(({ progress }) => progress && `${progress.index}/${progress.total}`),
    ).to.deep.equal(['1/undefined', '2/4', '2/4', '3/4', '3/4', '4/4', undefined]);
  });

  it('GATE-2: an administrator passes two gates where members pass one', async () => {
    const people = [adeleWith({ roles: ['Global Administrator'] })];
    const visitor = contoso({}, { people }).visit();
    await visitor.start();
    expect(visitor.at('choose-method').gate).to.deep.equal({ index: 1, total: 2 });
  });

  it('METHOD-5: offers the app before the mail, and METHOD-7: shows no more than the mask', async () => {
    const visitor = contoso().visit();
    await visitor.start();
    const { methods } = visitor.at('choose-method');
    expect(methods.map(({ type, hint }) => [type, hint])).to.deep.equal([
      ['app-code', undefined],
      ['email', 'ad•••••@m••••l.example'],
    ]);
    expect(JSON.stringify(visitor.step)).not.to.contain('mail.example');
  });

  it('offers on each step what can be done there', async () => {
    const visitor = contoso().visit();
    await visitor.start();
    expect(visitor.actions).to.deep.equal(['none-of-these', 'cancel', 'extend', 'contact']);
    await visitor.choose('email');
    expect(visitor.actions).to.deep.equal([
      'resend',
      'other-method',
      'back',
      'cancel',
      'extend',
      'contact',
    ]);
    await visitor.answer({ action: 'other-method' });
    await visitor.choose('app-code');
    expect(visitor.actions).to.deep.equal(['other-method', 'back', 'cancel', 'extend', 'contact']);
  });

  it('offers no other method where there is none, but a way back', async () => {
    const visitor = contoso({}, { people: [adeleWith({ app: false })] }).visit();
    await visitor.start();
    await visitor.choose('email');
    expect(visitor.actions).to.deep.equal(['resend', 'back', 'cancel', 'extend', 'contact']);
    await visitor.answer({ action: 'other-method' });
    expect(visitor.problems).to.deep.equal(['action-unavailable']);
    await visitor.answer({ action: 'back' });
    visitor.at('choose-method');
  });

  it('asks for a method where none was chosen, and again where it is not offered', async () => {
    const visitor = contoso().visit();
    await visitor.start();
    await visitor.answer({ action: 'choose-method', method: '' });
    expect(visitor.problems).to.deep.equal(['method-required']);
    await visitor.answer({ action: 'choose-method', method: 'fax' });
    expect(visitor.problems).to.deep.equal(['method-unavailable']);
    await visitor.choose('email');
    visitor.at('enter-code');
  });

  it('TENANT-2: a malformed name is told before anybody is looked up', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start('adele vance');
    expect(visitor.at('identify').problems).to.deep.equal([
      { code: 'username-malformed', rule: 'TENANT-2', field: 'username' },
    ]);
    expect(tenant.audit.list()).to.have.length(0);
    await visitor.start(`  ${adele} `);
    expect(visitor.at('choose-method').username).to.equal(adele);
  });

  it('TENANT-2: a second sign-in address works only where the policy allows it', async () => {
    const people = [adeleWith({ alternateUsername: 'adele@contoso.example' })];
    const steps = [false, true].map(async (alternateSignInAddresses) => {
      const settings = { alternateSignInAddresses, voice: 'detailed' } as const;
      return (await contoso(settings, { people }).visit().start('adele@contoso.example')).kind;
    });
    expect(await Promise.all(steps)).to.deep.equal(['refused', 'choose-method']);
  });

  it('TENANT-3: tells who asks once a name or a domain was given, and on every step', async () => {
    const helpdesk = { name: 'Service desk', phone: '+1 555 0100' };
    const { tenant, visit } = contoso({ helpdesk });
    const branding = { name: 'Contoso', helpdesk };
    expect(await tenant.discover({}, attemptless)).not.to.have.property('branding');
    expect(await tenant.discover({ domain: 'contoso.example' }, attemptless)).to.deep.include({
      branding,
    });
    expect(await visit().start()).to.deep.include({ branding });
  });

  it('PASSWORD-1 to 4, 6, BANNED-2, BANNED-4: tells all that is wrong beside the fields', async () => {
    const { tenant, visit } = contoso({ password: { banned: { custom: ['teapot'] } } });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    const wrong = async (password: string, confirmation = password) =>
      (await visitor.setPassword(password, confirmation)).problems.map(
        ({ code, field, rule }) => `${field}: ${code} by ${rule}`,
      );
    expect(await wrong('')).to.deep.equal(['password: password-required by PASSWORD-6']);
    expect(await wrong('short')).to.deep.equal([
      'password: password-too-short by PASSWORD-1',
      'password: password-too-simple by PASSWORD-2',
    ]);
    expect(await wrong('ünder-Teacup-77')).to.deep.equal([
      'password: password-character by PASSWORD-3',
    ]);
    expect(await wrong('Adele.Vance-7')).to.deep.equal([
      'password: password-has-username by PASSWORD-4',
      'password: password-has-name by BANNED-2',
    ]);
    expect(await wrong('Te@p0tTeapot1')).to.deep.equal([
      'password: password-too-common by BANNED-4',
    ]);
    expect(await wrong('Passw0rd')).to.deep.equal(['password: password-too-common by BANNED-4']);
    expect(await wrong(newPassword, 'Blue-Teapot-78')).to.deep.equal([
      'confirmation: confirmation-differs by PASSWORD-6',
    ]);
    await visitor.setPassword();
    visitor.at('done');
  });

  it('BANNED-4, PASSWORD-6: a password in full width is the plain one', async () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
    // A hash that leaves the form of a password alone, unlike the usual one.
    const { tenant, visit } = contoso({}, { hash: async (password) => password });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword(wide('Password1'));
    const refused = visitor.problems;
    await visitor.setPassword('Password1');
    expect(refused).to.deep.equal(visitor.problems);
    expect(refused).to.deep.equal(['password-too-common']);
    await visitor.setPassword(wide(newPassword), newPassword);
    visitor.at('done');
    expect((await tenant.signIn(adele, newPassword)).outcome).to.equal('signed-in');
    expect((await tenant.signIn(adele, wide(newPassword))).outcome).to.equal('signed-in');
  });

  it('NOTIFY-1: tells the person at both addresses, in their language, masked on the page', async () => {
    const people = [adeleWith({ language: 'de' })];
    const { tenant, visit } = contoso({}, { people });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('app-code');
    await visitor.enter(tenant.appCodeOf(adele)?.code ?? '');
    await visitor.setPassword();
    expect(visitor.at('done').told).to.deep.equal([
      'ad•••••@c••••o.example',
      'ad•••••@m••••l.example',
    ]);
    expect(
      tenant.outbox.mails().map(({ to, purpose, locale }) => [to, purpose, locale]),
    ).to.deep.equal([
      [adele, 'password-reset', 'de'],
      ['adele.v@mail.example', 'password-reset', 'de'],
    ]);
  });

  it('NOTIFY-1: tells nobody where that is switched off', async () => {
    const { tenant, visit } = contoso({ notifyUsers: false });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('app-code');
    await visitor.enter(tenant.appCodeOf(adele)?.code ?? '');
    await visitor.setPassword();
    expect(visitor.at('done').told).to.deep.equal([]);
    expect(tenant.outbox.list()).to.have.length(0);
  });

  it('SESSION-2: a reset ends the sessions of the person', async () => {
    const { tenant, clock, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    expect(tenant.people[0]?.sessionsRevokedAt).to.equal(clock.now());
  });

  it('LOCK-1: ten failed sign-ins lock for 60 seconds, and a reset opens the lock', async () => {
    const { tenant, clock, visit } = contoso();
    for (let i = 0; i < 9; i++) await tenant.signIn(adele, 'wrong');
    expect(await tenant.signIn(adele, 'wrong')).to.deep.equal({
      outcome: 'locked',
      retryInMs: 60_000,
    });
    expect((await tenant.signIn(adele, 'Old-Saucer-11')).outcome).to.equal('locked');
    clock.advance({ minutes: 1 });
    expect(await tenant.signIn(adele, 'wrong')).to.deep.equal({
      outcome: 'locked',
      retryInMs: 120_000,
    });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    await visitor.setPassword();
    expect(visitor.at('done').unlocked).to.equal(true);
    expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('LOCK-1: a name that nobody has is locked like any other', async () => {
    const { tenant } = contoso();
    const outcomes = [];
    for (let i = 0; i < 10; i++) outcomes.push((await tenant.signIn(nobody, 'wrong')).outcome);
    expect(outcomes).to.deep.equal([...Array(9).fill('wrong'), 'locked']);
  });

  it('is the same for the same seed', async () => {
    const walk = async () => {
      const { tenant, visit } = contoso({ methodsRequired: 2 });
      const visitor = visit();
      const steps = [await visitor.start(), await visitor.choose('email')];
      steps.push(await visitor.enter(await tenant.outbox.codeFor(adele)));
      return { steps, mails: tenant.outbox.list(), secret: tenant.appSecretOf(adele) };
    };
    expect(await walk()).to.deep.equal(await walk());
  });

  it('writes mails in the words that were injected for the language', async () => {
    const say = (locale: string) => () => ({ subject: locale, body: '' });
    const texts = (locale: string) => ({ ...englishTexts, code: say(locale) });
    const { tenant } = contoso({}, { texts });
    const call = { attemptId: 'one', locale: 'ar' };
    const step = await tenant.reset.start({ username: adele }, call);
    if (step.kind !== 'choose-method') throw new Error(step.kind);
    const method = step.methods.find(({ type }) => type === 'email')?.id ?? '';
    await tenant.reset.advance(step.token, { action: 'choose-method', method }, call);
    expect(tenant.outbox.mails().map(({ subject }) => subject)).to.deep.equal(['ar']);
  });
});

describe('calling for help', () => {
  const helper = person({
    username: 'holly@contoso.example',
    roles: ['Helpdesk Administrator'],
  });

  it('NOTIFY-3: reaches the administrators once, and the flow goes on', async () => {
    const { tenant, visit } = contoso({}, { people: [adeleWith(), helper] });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.answer({ action: 'contact' });
    expect(visitor.at('enter-code').notices).to.deep.equal([{ code: 'administrator-contacted' }]);
    expect(visitor.actions).not.to.include('contact');
    const mail = await tenant.outbox.waitFor('email', helper.username);
    expect(mail).to.include({ purpose: 'contact', to: helper.username });
    expect(mail.body).to.contain(visitor.step?.supportCode);
  });

  it('NOTIFY-3: is not offered where there is a helpdesk', async () => {
    const visitor = contoso({ helpdesk: { url: 'https://help.contoso.example' } }).visit();
    await visitor.start();
    expect(visitor.actions).to.deep.equal(['none-of-these', 'cancel', 'extend']);
    await visitor.answer({ action: 'contact' });
    expect(visitor.problems).to.deep.equal(['action-unavailable']);
  });

  it('THROTTLE-6: once per account in 24 hours', async () => {
    const { clock, visit } = contoso({}, { people: [adeleWith(), helper] });
    const visitor = visit();
    await visitor.start();
    await visitor.answer({ action: 'contact' });
    await visitor.start();
    expect(visitor.actions).not.to.include('contact');
    clock.advance({ hours: 24 });
    await visitor.start();
    expect(visitor.actions).to.include('contact');
  });

  it('THROTTLE-6: three times per client in 24 hours, for names that nobody has too', async () => {
    const { tenant } = contoso({}, { people: [adeleWith(), helper] });
    const visitor = new Visitor(tenant.forClient('kiosk'));
    for (const name of ['a', 'b', 'c']) {
      await visitor.start(`${name}@contoso.example`);
      await visitor.answer({ action: 'contact' });
      expect(visitor.notices).to.include('administrator-contacted');
    }
    await visitor.start();
    expect(visitor.actions).not.to.include('contact');
    expect(tenant.outbox.list()).to.have.length(0);
    const elsewhere = new Visitor(tenant.forClient('office'));
    await elsewhere.start();
    expect(elsewhere.actions).to.include('contact');
  });
});

const attemptless = { locale: 'en' };
