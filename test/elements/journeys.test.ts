import { expect } from '@open-wc/testing';
import { expectBackIn, proveByApp, proveByMail } from './journey-steps.js';
import { adele, lee, maria, nestor, nobody, open, type World, world } from './reset-world.js';

for (const voice of ['uniform', 'detailed'] as const) {
  describe(`in the ${voice} voice`, () => {
    it('a person with one method proves it once and signs in with the new password', async () => {
      const where = world({ voice });
      const page = await open(where);
      expect(page.heading).to.equal('Get back into your account');
      await page.identify(maria);
      await page.step('choose-method');
      expect(page.progress).to.equal('Step 2 of 3');
      expect(page.methodTypes).to.deep.equal(['email']);
      await proveByMail(page, where, maria);
      await expectBackIn(page, where, maria);
    });

    it('a person with two methods proves both, the app first', async () => {
      const where = world({ voice, methodsRequired: 2 });
      const page = await open(where);
      await page.identify(adele);
      await page.step('choose-method');
      expect(page.progress).to.equal('Step 2 of 4');
      expect(page.lead).to.equal('Contoso asks for two different proofs. Choose the first.');
      expect(page.methodTypes).to.deep.equal(['app-code', 'email']);
      await proveByApp(page, where, adele);
      await page.step('choose-method');
      expect(page.progress).to.equal('Step 3 of 4');
      expect(page.methodTypes).to.deep.equal(['email']);
      await proveByMail(page, where, adele);
      await expectBackIn(page, where, adele);
    });

    it('a person with two methods proves both, the mail first', async () => {
      const where = world({ voice, methodsRequired: 2 });
      const page = await open(where);
      await page.identify(adele);
      await page.step('choose-method');
      await proveByMail(page, where, adele);
      await page.step('choose-method');
      expect(page.lead).to.equal('The first proof is accepted. Choose a second, different one.');
      expect(page.methodTypes).to.deep.equal(['app-code']);
      await proveByApp(page, where, adele);
      await expectBackIn(page, where, adele);
    });

    it('an administrator proves two although members prove one', async () => {
      const where = world({ voice, methodsRequired: 1 });
      const page = await open(where);
      await page.identify(nestor);
      await page.step('choose-method');
      expect(page.progress).to.equal('Step 2 of 4');
      await proveByMail(page, where, nestor);
      await page.step('choose-method');
      expect(page.methodTypes).to.deep.equal(['app-code']);
      await proveByApp(page, where, nestor);
      await expectBackIn(page, where, nestor);
    });

    it('a person with two methods proves the one of their choice where the tenant asks one', async () => {
      const where = world({ voice });
      const page = await open(where);
      await page.identify(adele);
      await page.step('choose-method');
      expect(page.progress).to.equal('Step 2 of 3');
      await proveByApp(page, where, adele);
      await expectBackIn(page, where, adele);
    });

    it('a person who starts over after the end finds the username and no password', async () => {
      const where = world({ voice });
      const page = await open(where);
      await page.identify(maria);
      await page.step('choose-method');
      await page.press('None of these work');
      await page.step('refused');
      expect(page.heading).to.equal('We could not confirm it’s you');
      await page.press('Start again');
      await page.step('identify');
      expect(page.field('username').value).to.equal(maria);
      await page.submit();
      await page.step('choose-method');
      await proveByMail(page, where, maria);
      await expectBackIn(page, where, maria);
    });
  });
}

describe('in the detailed voice', () => {
  it('a person with nothing registered is told so, and where to get help', async () => {
    const where = world({ voice: 'detailed' });
    const page = await open(where);
    await page.identify(lee);
    await page.step('refused');
    expect(page.heading).to.equal('We can’t reset this password here');
    expect(page.lead).to.contain('too few ways on file');
    await page.press('Contact your administrator');
    await page.until(() => page.notices.length > 0, 'a notice');
    expect(page.notices).to.deep.equal([
      'We have written to your administrators. They will get in touch with you.',
    ]);
    const mails = where.tenant.outbox.mails().filter(({ purpose }) => purpose === 'contact');
    expect(mails.map(({ recipient }) => recipient)).to.deep.equal([nestor]);
    expect(page.controls).not.to.include('Contact your administrator');
  });

  it('an unknown username is told so, and another can be tried at once', async () => {
    const where = world({ voice: 'detailed' });
    const page = await open(where);
    await page.identify(nobody);
    await page.step('refused');
    expect(page.heading).to.equal('We don’t know this account');
    await page.press('Start again');
    await page.step('identify');
    expect(page.field('username').value).to.equal(nobody);
    await page.identify(maria);
    await page.step('choose-method');
    await proveByMail(page, where, maria);
    await expectBackIn(page, where, maria);
  });
});

describe('in the uniform voice', () => {
  /** All that is said on the way to the end of somebody who cannot get through. */
  async function walk(username: string, where: World) {
    const page = await open(where);
    const shown: string[] = [];
    // What differs from one reset to the next tells nothing about the account.
    const remember = () =>
      shown.push(
        page.text
          .replace(/[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}/g, 'CODE')
          .replace(/\S+•\S+/g, 'MASK'),
      );
    await page.identify(username);
    await page.step('choose-method');
    remember();
    await page.chooseMethod('email');
    await page.step('enter-code');
    remember();
    await page.enterCode('000000');
    await page.until(() => page.problem('code') !== undefined, 'a problem');
    remember();
    await page.press('Back');
    await page.step('choose-method');
    await page.press('None of these work');
    await page.step('refused');
    remember();
    return shown;
  }

  it('who is unknown, has nothing registered or is known reads the same words', async () => {
    // One kind of method, so that decoys have no other either.
    const policy = { voice: 'uniform', methods: { 'app-code': { state: 'disabled' } } } as const;
    const known = await walk(maria, world(policy));
    expect(known).to.have.length(4);
    expect(known[3]).to.contain('If this account is set up for a reset, a code has arrived.');
    expect(await walk(nobody, world(policy))).to.deep.equal(known);
    expect(await walk(lee, world(policy))).to.deep.equal(known);
  });

  it('no code is ever sent to somebody who is unknown', async () => {
    const where = world({ methods: { 'app-code': { state: 'disabled' } } });
    await walk(nobody, where);
    expect(where.tenant.outbox.mails()).to.deep.equal([]);
  });
});
