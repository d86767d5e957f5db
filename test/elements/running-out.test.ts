import { expect } from '@open-wc/testing';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import { adele, holding, newPassword, open, turn, type World, world } from './reset-world.js';

async function atCode(page: ResetPage): Promise<void> {
  await page.identify(adele);
  await page.step('choose-method');
  await page.chooseMethod('email');
  await page.step('enter-code');
}

const hints = ({ form }: ResetPage) =>
  [...form.querySelectorAll('.hint, .error')].map((node) => node.textContent?.trim() ?? '');

describe('a time that runs out', () => {
  it('CODE-1: a code says so in its last minute, and at its end offers a new one in place', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    expect(hints(page).join(' ')).not.to.contain('another');
    where.clock.advance({ minutes: 4, seconds: 10 });
    await page.until(() => hints(page).join(' ').includes('another 0:50'), 'a countdown');
    expect(page.announced.polite).to.contain('less than a minute');
    where.clock.advance({ seconds: 50 });
    await page.until(() => hints(page).join(' ').includes('has run out'), 'the end of the code');
    expect(page.announced.polite).to.contain('has run out');
    const old = await codeFrom(where.tenant, adele);
    await page.press('Send a new code');
    await page.until(() => page.text.includes('New code in'), 'a new code');
    expect(hints(page).join(' ')).not.to.contain('run out');
    const code = await codeFrom(where.tenant, adele);
    expect(code).not.to.equal(old);
    await page.enterCode(code);
    await page.step('new-password');
  });

  it('is counted by the clock that the page has set, also where that comes later', async () => {
    const where = world();
    const page = await open(world());
    await atCode(page);
    Object.assign(page.element, { adapter: where.tenant, environment: where.environment });
    await page.step('identify');
    await atCode(page);
    where.clock.advance({ minutes: 4 });
    // More than once, as code that comes by itself draws the element too.
    for (const left of ['0:50', '0:40', '0:30', '0:20']) {
      where.clock.advance({ seconds: 10 });
      await page.until(() => hints(page).join(' ').includes(`another ${left}`), left);
    }
  });

  it('CODE-1: a code that ran out while the device slept is told as such', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    where.clock.advance({ minutes: 6 });
    await page.until(() => hints(page).join(' ').includes('has run out'), 'the end of the code');
    expect(page.announced.polite).to.contain('has run out');
  });

  it('SESSION-1: the reset warns two minutes before, in words too, and more time can be had', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    const warned = () => page.notices.some((notice) => notice.includes('two minutes'));
    expect(warned()).to.equal(false);
    where.clock.advance({ minutes: 13 });
    await page.until(warned, 'a warning');
    page.type('code', '12');
    await page.press('More time');
    await page.until(() => !warned(), 'no warning any more');
    expect(page.stepKind).to.equal('enter-code');
    expect(page.field('code').value, 'nothing that was typed is lost').to.equal('12');
  });

  it('SESSION-1: at its end it starts over in place, with the username kept', async () => {
    const where = world();
    const page = await open(where);
    await atCode(page);
    where.clock.advance({ minutes: 15 });
    await page.step('refused');
    await page.press('Start again');
    await page.step('identify');
    expect(page.field('username').value).to.equal(adele);
    await page.submit();
    await page.step('choose-method');
  });

  it('a call that takes long is told, once', async () => {
    const where = world();
    const { adapter, go } = holding(where);
    const page = await open(where, { adapter });
    await page.identify(adele);
    await page.step('choose-method');
    page.primary.click();
    await page.until(() => page.primary.getAttribute('aria-disabled') === 'true', 'busy');
    expect(page.announced.polite).not.to.contain('One moment');
    where.clock.advance({ seconds: 1 });
    await page.until(() => page.announced.polite.includes('One moment'), 'a word');
    go();
    await page.settled();
  });
});

/** At the new password, with the backend asked what it says while typing. */
async function atPassword(where: World, look = {}): Promise<ResetPage> {
  const page = await open(where, look);
  await atCode(page);
  await page.enterCode(await codeFrom(where.tenant, adele));
  await page.step('new-password');
  return page;
}

const rule = ({ form }: ResetPage, words: string) =>
  [...form.querySelectorAll('.rules li')].find((item) => item.textContent?.includes(words))
    ?.className;

describe('a new password', () => {
  it('BANNED-1 to 4: is judged by the backend while it is typed, after a pause and not before', async () => {
    const where = world();
    const { tenant } = where;
    const asked: string[] = [];
    const { checkPassword } = tenant.reset;
    const page = await atPassword(where, {
      adapter: {
        contract: 1,
        discover: tenant.discover,
        reset: {
          ...tenant.reset,
          checkPassword: (...call: Parameters<NonNullable<typeof checkPassword>>) => {
            asked.push(call[1]);
            return checkPassword?.(...call) ?? Promise.resolve([]);
          },
        },
      },
    });
    page.type('password', 'Contoso-12');
    await page.element.updateComplete;
    expect(rule(page, 'common'), 'not red at the first key').to.equal('unmet');
    page.type('password', 'Contoso-123');
    await page.element.updateComplete;
    expect(asked).to.deep.equal([]);
    where.clock.advance({ milliseconds: 400 });
    await page.until(() => rule(page, 'common') === 'refused', 'the verdict');
    expect(asked).to.deep.equal(['Contoso-123']);
    page.type('password', newPassword);
    await page.element.updateComplete;
    expect(rule(page, 'common'), 'nobody has judged this one').to.equal('unmet');
    where.clock.advance({ milliseconds: 400 });
    await page.until(() => rule(page, 'common') === 'met', 'the verdict');
    await page.choosePassword(newPassword);
    await page.step('done');
    await turn();
    expect(asked).to.deep.equal(['Contoso-123', newPassword]);
  });

  it('goes on where nobody can judge: the backend judges when it is sent', async () => {
    const where = world();
    const { tenant } = where;
    const page = await atPassword(where, {
      adapter: {
        contract: 1,
        discover: tenant.discover,
        reset: {
          ...tenant.reset,
          checkPassword: () => Promise.reject(new TypeError('no network')),
        },
      },
    });
    page.type('password', newPassword);
    await page.element.updateComplete;
    where.clock.advance({ milliseconds: 400 });
    await turn();
    expect(page.failure).to.equal(undefined);
    await page.choosePassword(newPassword);
    await page.step('done');
  });

  it('tells password managers its rules', async () => {
    const page = await atPassword(world());
    for (const name of ['password', 'confirmation'])
      expect(page.field(name).getAttribute('passwordrules')).to.contain('minlength: 8;');
  });

  it('PASSWORD-6: is typed once where the organisation wants it once', async () => {
    const where = world({ password: { confirmation: 'once' } });
    const page = await atPassword(where);
    expect(page.form.querySelector('input[name=confirmation]')).to.equal(null);
    page.type('password', newPassword);
    await page.submit();
    await page.step('done');
  });
});
