import { expect } from '@open-wc/testing';
import { SsprError } from '../../src/contract/index.js';
import { atCode, atPassword } from './journey-steps.js';
import { adapterOver, adele, newPassword, world } from './reset-world.js';

describe('a network that fails', () => {
  for (const [code, words] of [
    ['offline', 'We could not reach the server.'],
    ['timeout', 'The server takes too long to answer.'],
    ['rate-limited', 'There is a lot going on right now.'],
    ['server', 'The server had a problem.'],
    ['malformed-answer', 'The server had a problem.'],
  ] as const)
    it(`by ${code} in mid-step loses nothing, and goes on by trying again`, async () => {
      const where = world();
      let fails = false;
      const ids = new Set<string>();
      const adapter = adapterOver(where.tenant, {
        advance: async (token, answer, attempt) => {
          if (!fails) return where.tenant.reset.advance(token, answer, attempt);
          ids.add(attempt.attemptId);
          throw new SsprError(code, 'For developers.');
        },
      });
      const page = await atPassword(where, { adapter });
      fails = true;
      await page.choosePassword(newPassword);
      await page.until(() => page.failure !== undefined, 'a failure');
      expect(page.failure).to.contain(words);
      expect(page.text).not.to.contain('For developers.');
      expect(page.field('password').value).to.equal(newPassword);
      await page.press('Try again');
      await page.until(() => page.failure !== undefined, 'a failure');
      expect(ids.size, 'one attempt, so that nothing happens twice').to.equal(1);
      fails = false;
      await page.press('Try again');
      await page.step('done');
      expect(await where.tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
    });

  it('after the answer was given has no second effect', async () => {
    const where = world();
    let lost = true;
    const adapter = adapterOver(where.tenant, {
      advance: async (token, answer, attempt) => {
        const step = await where.tenant.reset.advance(token, answer, attempt);
        if (answer.action !== 'set-password' || !lost) return step;
        lost = false;
        throw new SsprError('offline', 'The answer was lost.');
      },
    });
    const page = await atPassword(where, { adapter });
    await page.choosePassword(newPassword);
    await page.until(() => page.failure !== undefined, 'a failure');
    await page.press('Try again');
    await page.step('done');
    const told = where.tenant.outbox.mails().filter(({ purpose }) => purpose === 'password-reset');
    expect(told).to.have.length(2);
  });

  it('that cannot be tried again leads to a new start', async () => {
    const where = world();
    let rejects = false;
    const adapter = adapterOver(where.tenant, {
      advance: async (...call) => {
        if (rejects) throw new SsprError('rejected', 'Not this.');
        return where.tenant.reset.advance(...call);
      },
    });
    const page = await atCode(where, 'email', { adapter });
    rejects = true;
    await page.enterCode('123456');
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(page.controls).not.to.include('Try again');
    rejects = false;
    await page.press('Start again');
    await page.step('identify');
    expect(page.field('username').value).to.equal(adele);
    expect(page.failure).to.equal(undefined);
  });
});
