import { expect } from '@open-wc/testing';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import { maria, newPassword, open, reset, world } from './reset-world.js';

/** Everything that a live region says from now on, each time that it is said. */
function listen(page: ResetPage) {
  const said: string[] = [];
  const observers = ['status', 'alert'].map((role) => {
    const region = page.form.querySelector(`:scope > [role=${role}]`);
    if (!region) throw new Error(`no region ${role}`);
    let last = region.textContent;
    const observer = new MutationObserver(() => {
      // The same text put in once more is no news to a screen reader.
      if (region.textContent === last) return;
      last = region.textContent;
      const words = (region.textContent ?? '').replace(/[\u2066-\u2069]/g, '').trim();
      if (words) said.push(`${role}: ${words}`);
    });
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    return observer;
  });
  return { said, stop: () => observers.map((observer) => observer.disconnect()) };
}

async function atCode(page: ResetPage) {
  await page.identify(maria);
  await page.step('choose-method');
  await page.chooseMethod('email');
  await page.step('enter-code');
}

describe('for those who cannot see it', () => {
  it('the live regions are there, and empty, before anything is said', async () => {
    const element = reset(world());
    document.body.append(element);
    try {
      const regions = () => [...element.querySelectorAll('[role=status], [role=alert]')];
      expect(regions().map(({ textContent }) => textContent)).to.deep.equal(['', '']);
      const before = regions();
      await element.updateComplete;
      expect(regions(), 'the same ones, once drawn').to.deep.equal(before);
      expect(regions().map(({ textContent }) => textContent)).to.deep.equal(['', '']);
      expect(
        regions().every((region) => region.closest('[aria-hidden], [hidden]') === null),
      ).to.equal(true);
    } finally {
      element.remove();
    }
  });

  it('a code that was sent is said, politely, and where to', async () => {
    const page = await open(world());
    const { said } = listen(page);
    await atCode(page);
    expect(said).to.deep.equal(['status: We sent a code to ma•••••@p••••t.example.']);
  });

  it('a proof that was accepted is said', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    const { said } = listen(page);
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
    expect(said).to.deep.equal(['status: That proof is accepted.']);
  });

  it('a wrong code is said at once, and said again when it is wrong again', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    const code = await codeFrom(where.tenant, maria);
    const { said } = listen(page);
    for (const _ of [1, 2]) await page.enterCode(code === '000000' ? '000001' : '000000');
    const words = 'That code is not the one we sent last. Check the newest email.';
    expect(said).to.deep.equal([`alert: ${words}`, `alert: ${words}`]);
  });

  it('an empty field is said again each time', async () => {
    const page = await open(world());
    const { said } = listen(page);
    for (const _ of [1, 2, 3]) await page.identify('');
    expect(said).to.deep.equal(Array(3).fill('alert: Type your username.'));
  });

  it('several problems are read from the summary, which takes the focus, and not twice', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
    const { said } = listen(page);
    await page.choosePassword('Ab1!', 'other');
    expect(document.activeElement?.classList.contains('summary')).to.equal(true);
    expect(said.filter((words) => words.startsWith('alert'))).to.deep.equal([]);
  });

  it('the last two minutes are said once', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    const { said } = listen(page);
    const passes = async (seconds: number, shown: string) => {
      where.clock.advance({ seconds });
      await page.until(() => page.text.includes(shown), shown);
      await page.element.updateComplete;
    };
    await passes(12 * 60 + 59, '2:01 left');
    // The code that was sent has not lived as long as that.
    expect(said.splice(0)).to.deep.equal([
      'status: This code has run out. You can have a new one sent.',
    ]);
    await passes(1, '2:00 left');
    const warning = 'status: Less than two minutes are left.';
    expect(said).to.deep.equal([warning]);
    await passes(1, '1:59 left');
    await passes(60, '0:59 left');
    expect(said).to.deep.equal([warning]);
  });

  it('seconds that pass are not said', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    const { said } = listen(page);
    where.clock.advance({ seconds: 5 });
    await page.until(() => page.text.includes('New code in 0:25'));
    expect(said).to.deep.equal([]);
    expect(page.form.querySelector('.below')?.closest('[aria-live], [role=status]')).to.equal(null);
  });

  it('a failed call is said, and what there was to say before is not said again', async () => {
    const page = await open(world(), {
      adapter: {
        ...world().tenant,
        contract: 1,
        discover: () => Promise.reject(new TypeError('no network')),
        reset: world().tenant.reset,
      },
    });
    await page.until(() => page.failure !== undefined, 'a failure');
    await page.settled();
    const { said } = listen(page);
    await page.press('Try again');
    await page.until(() => said.length > 0, 'words');
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('alert: The server had a problem.');
  });

  it('the end is told by its heading, and nothing of what was typed is left in the regions', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    await page.enterCode(await codeFrom(where.tenant, maria));
    await page.step('new-password');
    await page.choosePassword(newPassword);
    await page.step('done');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.headingElement);
    expect(page.headingElement.role).to.equal('heading');
    expect(page.headingElement.ariaLevel).to.equal('2');
    expect(page.announced).to.deep.equal({ polite: '', assertive: '' });
  });

  it('tries left belong to the field that they are about', async () => {
    const page = await open(world());
    await atCode(page);
    const ids = page.field('code').getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = ids.map((id) => page.form.querySelector(`#${id}`)?.textContent);
    expect(words).to.deep.equal(['Tries left: 3']);
  });
});
