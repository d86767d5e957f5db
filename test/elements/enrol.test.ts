import { expect } from '@open-wc/testing';
import { codeFrom } from '../../src/testing/index.js';
import { countries, type Enrolling, enrolling, everything, names } from './enrol-steps.js';
import { amira } from './register-world.js';

const newest = ({ where }: Enrolling) => where.tenant.outbox.list().at(-1);

/** Types the code that was sent last. */
const proveByCode = async ({ page, where }: Enrolling): Promise<void> => {
  await page.step('enter-code');
  await page.enterCode(await codeFrom(where.tenant, amira));
};

describe('registering a telephone', function () {
  this.timeout(30_000);
  const phone = () => enrolling('phone', 'enrol-phone', { policy: everything });

  it('REGISTER-5: by a text, with the country from the list, and nothing before the proof', async () => {
    const one = await phone();
    const { page } = one;
    expect(page.heading).to.equal('Add your mobile phone');
    await countries(page);
    await page.choose('number-country', 'CH');
    page.type('number', '795550123');
    expect(page.field('number').value).to.equal('79 555 01 23');
    expect(page.primary.textContent?.trim()).to.equal('Send code');
    await page.submit();
    expect(one.answers.at(-1)).to.deep.equal({
      action: 'enrol-phone',
      number: '+41795550123',
      channel: 'text',
    });
    await page.step('enter-code');
    expect(page.primary.textContent?.trim()).to.equal('Check');
    expect(newest(one)).to.include({ channel: 'text', to: '+41 795550123' });
    expect(page.announced.polite).to.equal('We sent a code to ••• ••• ••23.');
    await page.press('Back');
    await page.step('enrol-phone');
    await page.press('Back');
    await page.step('manage');
    expect(names(one)).to.deep.equal([]);

    page.adder('Mobile phone').click();
    await page.step('enrol-phone');
    await countries(page);
    await page.choose('number-country', 'CH');
    page.type('number', '0795550123');
    await page.submit();
    await page.step('enter-code');
    await page.enterCode(newest(one)?.code ?? '');
    await page.step('manage');
    expect(page.registered[0]?.name).to.equal('Mobile phone');
    expect(page.registered[0]?.about).to.contain('••• ••• ••23');
  });

  it('REGISTER-5: by WhatsApp', async () => {
    const one = await phone();
    const { page } = one;
    page.type('number', '+49 171 1234567');
    await page.pick('WhatsApp');
    await page.submit();
    expect(newest(one)).to.include({ channel: 'whatsapp' });
    await proveByCode(one);
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Mobile phone']);
  });

  it('REGISTER-5: by a call, which the button says before', async () => {
    const one = await phone();
    const { page, where } = one;
    page.type('number', '+49 171 1234567');
    await page.pick('Call');
    expect(page.primary.textContent?.trim()).to.equal('Call me');
    await page.submit();
    await page.step('wait');
    expect(page.heading).to.equal('We are calling you');
    where.tenant.phoneOf(amira).press('#');
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Mobile phone']);
  });

  it('PHONE-1: says beside the number what is wrong with it, and keeps what was typed', async () => {
    const one = await phone();
    const { page } = one;
    await page.submit();
    expect(page.problem('number')).to.equal('Type a telephone number.');
    expect(document.activeElement).to.equal(page.field('number'));
    await page.pick('Call');
    page.type('number', '12');
    await page.submit();
    expect(page.problem('number')).to.contain('Type the number with its country code');
    expect(page.field('number').value.replace(' ', '')).to.equal('12');
    expect(page.primary.textContent?.trim(), 'the choice is kept too').to.equal('Call me');
  });

  it('METHOD-6: says so where a way was switched off meanwhile', async () => {
    const one = await phone();
    const { page, where } = one;
    const { policy } = where.tenant;
    const { methods } = policy;
    where.tenant.setPolicy({
      ...policy,
      methods: { ...methods, text: { ...methods.text, state: 'disabled' } },
    });
    page.type('number', '+49 171 1234567');
    await page.submit();
    expect(page.summary).to.deep.equal(['This way cannot be used now. Choose another.']);
  });

  it('METHOD-4: says before what of it ends, and when', async () => {
    const { page } = await phone();
    expect(page.notices).to.deep.equal([
      'Resets by text and call end on 1 Feb 2027. You can add another method later.',
    ]);
  });

  it('PHONE-2: an office number is called without its extension', async () => {
    const one = await enrolling('office-phone', 'enrol-phone', { policy: everything });
    const { page, where } = one;
    expect(page.heading).to.equal('Add your office phone');
    expect(page.form.querySelector('[type=radio]'), 'calls only').to.equal(null);
    page.type('number', '+49 30 1234567');
    page.type('extension', '89');
    await page.submit();
    await page.step('wait');
    expect(one.answers.at(-1)).to.include({ extension: '89', channel: 'call' });
    expect(newest(one)).to.include({ channel: 'call', to: '+49 301234567' });
    where.tenant.phoneOf(amira).press('#');
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Office phone']);
  });

  it('REGISTER-4: a second number is asked for by its own name', async () => {
    const { page } = await enrolling('alternate-phone', 'enrol-phone', {
      policy: everything,
      person: { email: 'amira.h@fineartschool.example', phone: '+49 171 1234567' },
    });
    expect(page.heading).to.equal('Add another phone');
  });
});

describe('registering an address', function () {
  this.timeout(30_000);
  const email = () => enrolling('email', 'enrol-email', { policy: everything });

  it('REGISTER-5: by a code that is sent there', async () => {
    const one = await email();
    const { page } = one;
    page.type('address', ' amira.h@fineartschool.example ');
    await page.submit();
    await page.step('enter-code');
    expect(page.lead).to.contain('am•••••@f••••l.example');
    await page.enterCode('000000');
    expect(page.problem('code')).to.contain('not the one we sent last');
    await proveByCode(one);
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Email']);
    expect(page.registered[0]?.about).to.contain('am•••••@f••••l.example');
  });

  for (const [rule, typed, says] of [
    ['EMAIL-1', '', 'Type an email address.'],
    ['EMAIL-1', 'amira', 'Type the whole address, such as name@example.com.'],
    ['GATE-3', 'amira@contoso.example', 'Use an address outside your organisation'],
  ] as const)
    it(`${rule}: refuses “${typed}” beside the field`, async () => {
      const { page } = await email();
      page.type('address', typed);
      await page.submit();
      expect(page.problem('address')).to.contain(says);
      expect(page.field('address').value).to.equal(typed);
      expect(document.activeElement).to.equal(page.field('address'));
    });
});
