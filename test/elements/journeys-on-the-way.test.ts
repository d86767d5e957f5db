import { expect } from '@open-wc/testing';
import { codeFrom } from '../../src/testing/index.js';
import { expectBackIn, proveByApp, proveByMail } from './journey-steps.js';
import { addresses, adele, maria, open, type World, world } from './reset-world.js';

describe('on the way', () => {
  async function atMailCode(where: World, username = adele) {
    const page = await open(where);
    await page.identify(username);
    await page.step('choose-method');
    await page.chooseMethod('email');
    await page.step('enter-code');
    return page;
  }

  it('the code screen says where the code went, masked, and until when it works', async () => {
    const page = await atMailCode(world());
    const until = new Date('2026-11-24T14:35:00Z');
    const time = until.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    expect(page.lead).to.match(/^We emailed six digits to ad•+@m•+l\.example\. They work until /);
    expect(page.lead).to.contain(time);
    expect(page.text).not.to.contain(addresses[adele]);
  });

  it('another code can be sent after half a minute, and kills the old one', async () => {
    const where = world();
    const page = await atMailCode(where);
    const old = await codeFrom(where.tenant, adele);
    expect(page.text).to.contain('New code in 0:30');
    expect(page.controls).not.to.include('Send a new code');
    where.clock.advance({ seconds: 12 });
    await page.until(() => page.text.includes('New code in 0:18'), 'the countdown');
    where.clock.advance({ seconds: 18 });
    await page.until(() => page.controls.includes('Send a new code'), 'the button');
    await page.press('Send a new code');
    await page.until(() => page.text.includes('New code in 0:30'), 'the countdown');
    expect(page.announced.polite).to.equal('We sent a new code. The old one no longer works.');
    const fresh = await codeFrom(where.tenant, adele);
    expect(fresh).not.to.equal(old);
    await page.enterCode(old);
    expect(page.problem('code')).to.contain('not the one we sent last');
    await page.enterCode(fresh);
    await page.step('new-password');
  });

  it('the tries of a code count down, and the code is used up', async () => {
    const where = world();
    const page = await atMailCode(where);
    const code = await codeFrom(where.tenant, adele);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(page.text).to.contain('Tries left: 3');
    await page.enterCode(wrong);
    expect(page.text).to.contain('Tries left: 2');
    await page.enterCode(wrong);
    expect(page.text).to.contain('Tries left: 1');
    await page.enterCode(wrong);
    expect(page.problem('code')).to.contain('one try too many');
    await page.enterCode(code);
    expect(page.stepKind).to.equal('enter-code');
    expect(page.problem('code')).to.contain('one try too many');
  });

  it('a code is too old after five minutes, and a new one helps in place', async () => {
    const where = world();
    const page = await atMailCode(where);
    const old = await codeFrom(where.tenant, adele);
    where.clock.advance({ minutes: 5 });
    await page.until(() => page.controls.includes('Send a new code'), 'the button');
    await page.enterCode(old);
    expect(page.problem('code')).to.contain('That code has run out');
    await page.press('Send a new code');
    await page.enterCode(await codeFrom(where.tenant, adele));
    await page.step('new-password');
  });

  it('too many wrong proofs pause resets, and the time of the end is told', async () => {
    const where = world({ throttles: { wrongProofs: { count: 2 } } });
    const page = await atMailCode(where);
    const code = await codeFrom(where.tenant, adele);
    const wrong = code === '000000' ? '000001' : '000000';
    await page.enterCode(wrong);
    await page.enterCode(wrong);
    await page.step('refused');
    expect(page.heading).to.equal('Resets are paused for now');
    const end = new Date('2026-11-25T14:30:00Z').toLocaleString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(page.text).to.contain('You can try again from');
    expect(page.text).to.contain(end);
  });

  it('another method can be used for the same proof', async () => {
    const where = world();
    const page = await atMailCode(where);
    await page.press('Use another method');
    await page.step('choose-method');
    expect(page.methodTypes).to.deep.equal(['app-code', 'email']);
    await proveByApp(page, where, adele);
    await expectBackIn(page, where, adele);
  });

  it('a reset that runs out starts over in place, with the username kept', async () => {
    const where = world();
    const page = await atMailCode(where, maria);
    expect(page.text).to.contain('15:00 left');
    where.clock.advance({ minutes: 15 });
    await page.step('refused');
    expect(page.heading).to.equal('The time for this is over');
    await page.submit();
    await page.step('identify');
    expect(page.field('username').value).to.equal(maria);
    await codeFrom(where.tenant, maria);
    await page.submit();
    await page.step('choose-method');
    await proveByMail(page, where, maria);
    await expectBackIn(page, where, maria);
  });

  it('the end says whose password, when, and who was told, by masked addresses', async () => {
    const where = world();
    const page = await atMailCode(where);
    await page.enterCode(await codeFrom(where.tenant, adele));
    await expectBackIn(page, where, adele);
    expect(page.text).to.contain(`The password of ${adele}, today at `);
    expect(page.text).to.match(/You, at ad•+@c•+o\.example and ad•+@m•+l\.example\./);
    expect(page.text).not.to.contain(addresses[adele]);
    const told = where.tenant.outbox.mails().filter(({ purpose }) => purpose === 'password-reset');
    expect(told.map(({ to }) => to)).to.have.members([adele, addresses[adele]]);
  });

  it('a reset that nobody is allowed says so, with a way on', async () => {
    const where = world({ scope: 'none' });
    const page = await open(where);
    await page.identify(maria);
    await page.step('refused');
    expect(page.lead).to.contain('has not turned on password reset');
    expect(page.controls).to.include('Contact your administrator');
  });

  it('leads to the organisation’s own helpdesk where it has one', async () => {
    const helpdesk = { name: 'IT desk', email: 'help@contoso.example', phone: '+49 30 1234' };
    const where = world({ scope: 'none', helpdesk });
    const page = await open(where);
    await page.identify(maria);
    await page.step('refused');
    expect(page.text).to.contain('IT desk').and.to.contain('+49 30 1234');
    const link = page.control('Write to the service desk');
    expect(link.getAttribute('href')).to.match(
      /^mailto:help@contoso\.example\?subject=Password%20reset%2C%20support%20code%20[\w-]{9}$/,
    );
  });
});
