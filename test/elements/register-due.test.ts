import { expect } from '@open-wc/testing';
import { enrolEmail, nameOf, plain, proveByMail } from './register-steps.js';
import { register, type SignedIn, signedIn } from './register-world.js';
import { focused } from './reset-world.js';

const email = 'amira.h@fineartschool.example';
const phone = '+49 171 1234567';

/** Hears an event of the element as soon as it comes. */
function heard(page: { readonly element: HTMLElement }, type: 'sspr-registered' | 'sspr-skipped') {
  const events: Event[] = [];
  page.element.addEventListener(type, (event) => events.push(event));
  return events;
}

async function due(setting: Parameters<typeof signedIn>[0], days = 0) {
  const where: SignedIn = await signedIn(setting, days);
  const page = await register(where);
  return { where, page };
}

describe('what is missing', function () {
  this.timeout(20_000);

  it('REGISTER-1: is asked for at sign-in, and can be put off', async () => {
    const { page } = await due({ policy: { methodsRequired: 2 } });
    const skipped = heard(page, 'sspr-skipped');
    await page.step('registration-needed');
    expect(page.heading).to.equal('Make sure you can always get back in');
    expect(page.lead).to.equal(
      'Contoso asks for more ways to prove it’s you. It takes a few minutes.',
    );
    expect(page.progress).to.equal('Step 1 of 4');
    expect(page.registered.map(({ name, about }) => [name, about])).to.deep.equal([
      ['Authenticator app', 'On your phone, the safest way'],
      ['Email', 'A code to a private address'],
    ]);
    expect(page.controls).not.to.include('Cancel');
    await page.press('Not now');
    await page.step('done');
    expect(page.heading).to.equal('You can do it later');
    expect(page.recoverability).to.equal(
      'You could not reset your password now. Nothing is set up for it yet.',
    );
    expect(skipped).to.have.length(1);
  });

  it('is explained to who asks why', async () => {
    const { page } = await due({});
    await page.step('registration-needed');
    const why = page.form.querySelector<HTMLElement>('summary');
    expect(plain(why?.textContent)).to.equal('Why does Contoso ask for this?');
    const because = page.form.querySelector<HTMLElement>('details p');
    expect(because?.checkVisibility()).to.equal(false);
    why?.click();
    expect(because?.checkVisibility()).to.equal(true);
    expect(because?.textContent).to.include('Without them the service desk has to help you first.');
  });

  it('REGISTER-1: cannot be put off where the policy says so', async () => {
    const { page } = await due({ policy: { registration: { maySkip: false } } });
    await page.step('registration-needed');
    expect(page.controls).to.include('Cancel').and.not.to.include('Not now');
  });

  it('REGISTER-3: is only what is missing, the most secure first', async () => {
    const { where, page } = await due({ person: { email }, policy: { methodsRequired: 2 } });
    await page.step('registration-needed');
    expect(page.lead).to.equal(
      'Contoso asks for one more way to prove it’s you. It takes about a minute.',
    );
    expect(page.registered.map(({ name }) => name)).to.deep.equal(['Authenticator app']);
    await page.submit();
    await proveByMail(page, where);
    await page.step('enrol-app');
  });

  it('REGISTER-3: can be another method, up to the summary', async () => {
    const { where, page } = await due({});
    const registered = heard(page, 'sspr-registered');
    await page.step('registration-needed');
    await page.press('Set up a different method');
    await page.step('choose-registration');
    expect(focused()).to.equal(page.headingElement);
    expect(page.registrable.map(({ name, canBeAdded }) => [name, canBeAdded])).to.deep.equal([
      ['Authenticator app', true],
      ['Email', true],
      ['Mobile phone', true],
      ['Second mobile phone', false],
    ]);
    await page.press('Back');
    await page.step('registration-needed');
    await page.press('Set up a different method');
    await page.step('choose-registration');
    page.adder('Email').click();
    await enrolEmail(page, where, email);
    await page.step('done');
    expect(page.heading).to.equal('You are all set');
    expect(page.registered.map(({ name, about }) => [name, about])).to.deep.equal([
      ['Email', 'am•••••@f••••l.example'],
    ]);
    expect(page.recoverability).to.equal(
      'Losing your email would lock you out. Nothing else is set up for a reset.',
    );
    expect(page.notices).not.to.include('That is set up now.');
    expect(registered).to.have.length(1);
  });
});

describe('what may have changed', function () {
  this.timeout(20_000);

  it('REGISTER-2: is asked about when it is due, and all of it confirmed at once', async () => {
    const { page } = await due({ person: { app: true, email } }, 180);
    const registered = heard(page, 'sspr-registered');
    await page.step('reconfirm');
    expect(page.heading).to.equal('Is this still right?');
    expect(page.lead).to.equal('Confirm each one, or change it. We ask again in 180 days.');
    await page.press('Confirm all');
    await page.step('done');
    expect(page.heading).to.equal('All of it is up to date');
    expect(page.notices.filter((words) => words.includes('Thank you'))).to.deep.equal([]);
    expect(page.announced.polite).to.equal('Thank you, that is confirmed.');
    expect(page.recoverability).to.include('You can lose one and still get in.');
    expect(registered).to.have.length(1);
  });

  it('is confirmed one by one, until all of it is', async () => {
    const { page } = await due({ person: { email, phone } }, 180);
    await page.step('reconfirm');
    const looksGood = page.row('Email', 'Looks good');
    expect(nameOf(looksGood)).to.equal('Looks good Email am•••••@f••••l.example');
    looksGood.click();
    await page.until(() => page.registered[0]?.tags.includes('Confirmed') ?? false);
    expect(page.registered.map(({ controls }) => controls)).to.deep.equal([
      [],
      ['Looks good', 'Change'],
    ]);
    page.row('Mobile phone', 'Looks good').click();
    await page.step('done');
  });

  it('is changed on the way', async () => {
    const { where, page } = await due({ person: { email, phone } }, 180);
    await page.step('reconfirm');
    page.row('Email', 'Change').click();
    await proveByMail(page, where);
    await enrolEmail(page, where, 'new.one@elsewhere.example');
    await page.step('reconfirm');
    const changed = page.registered.find(({ name }) => name === 'Email');
    expect(changed?.about).to.equal('ne•••••@e••••e.example');
    expect(changed?.tags).to.deep.equal(['Confirmed']);
  });

  it('says why something cannot be changed', async () => {
    const { page } = await due({ person: { app: true, email, directory: { phone } } }, 180);
    await page.step('reconfirm');
    expect(page.registered.map(({ name, controls }) => [name, ...controls])).to.deep.equal([
      ['Authenticator app', 'Looks good', 'I no longer have it'],
      ['Email', 'Looks good', 'Change'],
      ['Mobile phone', 'Looks good'],
    ]);
    expect(page.text).to.include('Your organisation keeps it. The service desk can change it.');
  });

  it('is deleted where it cannot be changed, after what that costs was said', async () => {
    const { where, page } = await due({ person: { app: true, email } }, 180);
    await page.step('reconfirm');
    const gone = page.row('Authenticator app', 'I no longer have it');
    expect(nameOf(gone)).to.equal(
      'I no longer have it Authenticator app On your phone, the safest way',
    );
    gone.click();
    await proveByMail(page, where);
    await page.step('confirm-removal');
    expect(page.recoverability).to.include('Without it you could still reset your password.');
    await page.press('Delete it');
    await page.step('reconfirm');
    expect(page.notices).to.deep.equal(['That is deleted now.']);
    expect(page.registered.map(({ name }) => name)).to.deep.equal(['Email']);
  });

  it('can be confirmed another time', async () => {
    const { page } = await due({ person: { email } }, 180);
    await page.step('reconfirm');
    await page.press('Not now');
    await page.step('done');
    expect(page.heading).to.equal('You can do it later');
    expect(page.lead).to.equal('You will be asked again when you next sign in.');
    // Whether one method is enough, nobody has said here.
    expect(page.recoverability).to.equal('');
  });
});
