import { expect } from '@open-wc/testing';
import { enrolEmail, nameOf, proveByMail } from './register-steps.js';
import { amira, manage, register } from './register-world.js';
import { focused, oldPassword } from './reset-world.js';

const email = 'amira.h@fineartschool.example';
const phone = '+49 171 1234567';
const two = { methodsRequired: 2 } as const;

const many = {
  app: true,
  email,
  phone,
  alternatePhone: '+49 171 2345678',
  others: ['passkey'],
  directory: { officePhone: '+49 30 1234567x89' },
} as const;
const callsOffices = { methods: { 'office-call': { state: 'enabled' } } } as const;

describe('security info', function () {
  this.timeout(20_000);

  describe('what is registered', () => {
    it('REGISTER-4: is shown masked, with what it is good for and what may be done', async () => {
      const { page } = await manage({ person: many, policy: callsOffices });
      expect(page.heading).to.equal('Security info');
      expect(page.lead).to.equal('These are the ways you can prove it’s you.');
      const ends = 'Ends 1 Feb 2027';
      const row = (name: string, about: string, tags: string[], ...controls: string[]) => ({
        name,
        about,
        tags,
        controls,
      });
      const first = 'Make default';
      expect(page.registered).to.deep.equal([
        row('Authenticator app', 'On your phone, the safest way', [], first, 'Delete'),
        row('Email', 'am•••••@f••••l.example', [], 'Change', 'Delete'),
        row('Mobile phone', '••• ••• ••67', [ends], first, 'Change', 'Delete'),
        row('Second mobile phone', '••• ••• ••78', ['Sign-in only'], first, 'Change', 'Delete'),
        row('Office phone', '••• ••• ••67, kept by Contoso', [ends, 'Read only'], first),
        row('Passkey', 'Does not reset a password', ['Sign-in only'], 'Delete'),
      ]);
    });

    it('has buttons that are called by what they are about', async () => {
      const { page } = await manage({ person: { email, phone } });
      expect(nameOf(page.row('Email', 'Change'))).to.equal('Change Email am•••••@f••••l.example');
      expect(nameOf(page.row('Mobile phone', 'Delete'))).to.equal(
        'Delete Mobile phone ••• ••• ••67',
      );
    });

    it('is offered first from now on, where a person wants that', async () => {
      const { where, page } = await manage({ person: { email, phone } });
      page.row('Mobile phone', 'Make default').click();
      await proveByMail(page, where);
      await page.step('manage');
      const [, mobile] = page.registered;
      expect(mobile?.tags).to.include('Default');
      expect(mobile?.controls).to.deep.equal(['Change', 'Delete']);
      expect(page.notices[0]).to.equal('That is offered first from now on.');
      expect(page.announced.polite).to.equal('That is offered first from now on.');
    });

    it('is changed after a fresh proof and a proof of the new, and not before', async () => {
      const { where, page } = await manage({ person: { email } });
      expect(page.text).not.to.include('Last change');
      page.row('Email', 'Change').click();
      await proveByMail(page, where);
      await page.step('enrol-email');
      await page.press('Back');
      await page.step('manage');
      expect(page.registered[0]?.about).to.equal('am•••••@f••••l.example');

      page.row('Email', 'Change').click();
      await enrolEmail(page, where, 'new.one@elsewhere.example');
      await page.step('manage');
      expect(page.notices[0]).to.equal('That is changed now.');
      expect(page.registered[0]?.about).to.equal('ne•••••@e••••e.example, added 24 Nov 2026');
      expect(page.text).to.include('Last change: 24 Nov 2026');
    });

    it('SESSION-2: all other sessions end, and this one goes on', async () => {
      const { where, page } = await manage({ person: { email } });
      const other = await where.tenant.signIn(amira, oldPassword);
      if (other.outcome !== 'signed-in') throw new Error(other.outcome);
      await page.press('Sign out everywhere');
      await page.until(() => page.notices.includes('You are signed out everywhere else.'));
      page.row('Email', 'Change').click();
      await page.step('choose-method');
      const elsewhere = await register(
        { ...where, adapter: where.tenant.forClient('local', { session: other.session }) },
        { mode: 'manage' },
      );
      await elsewhere.until(() => elsewhere.failure !== undefined, 'a failure');
      expect(elsewhere.stepKind).to.equal('begin');
    });
  });

  describe('what could be added', () => {
    it('REGISTER-4: is one click away, with limits, ends and the reasons why not', async () => {
      const { page } = await manage({ person: { app: true, email }, policy: callsOffices });
      expect(page.registrable).to.deep.equal([]);
      await page.press('Add method');
      await page.until(() => page.registrable.length > 0, 'the list of what can be added');
      const row = (name: string, about: string, tags: string[], canBeAdded = true) => ({
        name,
        about,
        tags,
        canBeAdded,
      });
      const ends = 'Ends 1 Feb 2027';
      expect(page.registrable).to.deep.equal([
        row('Authenticator app', 'On your phone, the safest way', ['Up to 5']),
        row('Email', 'You have one already.', [], false),
        row('Mobile phone', 'A code or a call to your number', [ends]),
        row('Second mobile phone', 'Add a mobile phone first.', [], false),
        row('Office phone', 'A call to your desk', [ends]),
      ]);
      await page.press('Add method');
      expect(page.registrable).to.deep.equal([]);
    });

    it('says how many there are where there may be no more', async () => {
      const { page } = await manage({
        person: { email, apps: [{}, {}] },
        policy: { registration: { mostApps: 2 } },
      });
      await page.press('Add method');
      await page.until(() => page.registrable.length > 0, 'the list of what can be added');
      expect(page.registrable[0]).to.deep.include({
        about: 'You have 2, which is the most. Delete one first.',
        canBeAdded: false,
      });
    });

    it('is added after a fresh proof', async () => {
      const { where, page } = await manage({ person: { email } });
      await page.press('Add method');
      await page.until(() => page.registrable.length > 0, 'the list of what can be added');
      page.adder('Authenticator app').click();
      await proveByMail(page, where);
      await page.step('enrol-app');
    });

    it('is all there is to do while nothing is registered', async () => {
      const { where, page } = await manage();
      expect(page.recoverability).to.equal(
        'You could not reset your password now. Nothing is set up for it yet.',
      );
      expect(page.registered).to.deep.equal([]);
      await page.until(() => page.registrable.length > 0, 'the list of what can be added');
      expect(page.registrable.map(({ name, tags }) => [name, ...tags])).to.deep.equal([
        ['Authenticator app', 'Recommended'],
        ['Email'],
        ['Mobile phone', 'Ends 1 Feb 2027'],
        ['Second mobile phone'],
      ]);
      page.adder('Email').click();
      await enrolEmail(page, where, email);
      await page.step('manage');
      expect(page.registered.map(({ name }) => name)).to.deep.equal(['Email']);
      expect(page.notices[0]).to.equal('That is set up now.');
    });

    it('METHOD-6: is nothing where all of it is for others', async () => {
      const others = { include: ['board'] };
      const methods = Object.fromEntries(
        ['app-notification', 'app-code', 'email', 'text', 'whatsapp', 'call'].map((method) => [
          method,
          others,
        ]),
      );
      const { page } = await manage({ policy: { methods } });
      expect(page.text).to.include('There is nothing that you could set up here.');
      expect(page.controls).to.deep.equal(['Sign out everywhere']);
    });
  });

  describe('what a loss would mean', () => {
    it('names what is left where one may be lost', async () => {
      const { page } = await manage({ person: { app: true, email } });
      expect(page.recoverability).to.equal(
        'You can lose one and still get in. Without your authenticator app you could still reset with your email.',
      );
      expect(page.controls.filter((words) => words.includes('to stay safe'))).to.deep.equal([]);
    });

    it('says what locks a person out, and adds the one thing that helps most', async () => {
      const { where, page } = await manage({ person: { email, apps: [{}, {}] }, policy: two });
      expect(page.recoverability).to.equal(
        'Losing your email would lock you out. A reset asks for more than your authenticator app.',
      );
      await page.press('Add your mobile phone to stay safe');
      await proveByMail(page, where);
      await page.step('enrol-phone');
    });

    it('says where each of several is needed', async () => {
      const { page } = await manage({ person: { app: true, email }, policy: two });
      expect(page.recoverability).to.equal(
        'Losing one could lock you out. You need each of these to reset your password: your authenticator app and your email.',
      );
    });

    it('says that there is too little already', async () => {
      const { page } = await manage({ person: { email, others: ['passkey'] }, policy: two });
      expect(page.lead).to.include('Contoso asks for two.');
      expect(page.recoverability).to.equal(
        'You could not reset your password now. A reset asks for more than your email.',
      );
    });

    it('does not take one of two telephones for an example', async () => {
      const { page } = await manage({
        person: { phone, directory: { phone: '+49 171 7654321', officePhone: '+49 30 1234567' } },
        policy: callsOffices,
      });
      expect(page.recoverability).to.include(
        'Without your office phone you could still reset with your mobile phone.',
      );
    });
  });

  describe('deleting', () => {
    it('REGISTER-7: says what it costs, and begins at what harms nothing', async () => {
      const { where, page } = await manage({ person: { app: true, email }, policy: two });
      page.row('Authenticator app', 'Delete').click();
      await proveByMail(page, where);
      await page.step('confirm-removal');
      expect(page.heading).to.equal('Delete your authenticator app?');
      expect(page.recoverability).to.equal(
        'Without it you could not reset your password. A reset asks for more than your email. Add another method first to stay safe.',
      );
      await page.until(() => focused() !== page.headingElement, 'the focus beyond the heading');
      expect(focused()).to.equal(page.control('Keep it'));
      expect(page.controls).not.to.include('Back');

      await page.press('Keep it');
      await page.step('manage');
      expect(page.registered.map(({ name }) => name)).to.deep.equal(['Authenticator app', 'Email']);
    });

    it('leads to another method first, where that would keep a reset possible', async () => {
      const { where, page } = await manage({ person: { email } });
      page.row('Email', 'Delete').click();
      await proveByMail(page, where);
      await page.step('confirm-removal');
      expect(page.controls).to.deep.equal(['Keep it', 'Delete it', 'Add another method first']);
      await page.press('Add another method first');
      await page.step('enrol-app');
      await page.press('Back');
      await page.step('manage');
      expect(page.registered.map(({ name }) => name)).to.deep.equal(['Email']);
    });

    it('deletes after a yes, and says what that has done', async () => {
      const { where, page } = await manage({ person: { app: true, email } });
      page.row('Authenticator app', 'Delete').click();
      await proveByMail(page, where);
      await page.step('confirm-removal');
      expect(page.recoverability).to.equal(
        'Without it you could still reset your password. This would be left for it: your email.',
      );
      await page.press('Delete it');
      await page.step('manage');
      expect(page.notices[0]).to.equal('That is deleted now.');
      expect(page.registered.map(({ name }) => name)).to.deep.equal(['Email']);
      expect(page.recoverability).to.equal(
        'Losing your email would lock you out. Nothing else is set up for a reset.',
      );
    });

    it('says that nothing is lost with what never reset anything', async () => {
      const { where, page } = await manage({ person: { email, others: ['passkey'] } });
      page.row('Passkey', 'Delete').click();
      await proveByMail(page, where);
      await page.step('confirm-removal');
      expect(page.heading).to.equal('Delete your passkey?');
      expect(page.text).to.include(
        'This is not used to reset your password. Deleting it changes nothing about that.',
      );
    });
  });
});
