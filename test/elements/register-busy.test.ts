import { expect } from '@open-wc/testing';
import type { Adapter } from '../../src/contract/index.js';
import { SsprError } from '../../src/contract/index.js';
import type { RegisterPage } from '../../src/testing/index.js';
import { nameOf, plain, proveByMail } from './register-steps.js';
import { register, type SignedIn, signedIn } from './register-world.js';

const email = 'amira.h@fineartschool.example';
const phone = '+49 171 1234567';

/** A backend that takes as long as the test wants, and counts what it is asked. */
function slow({ adapter }: SignedIn) {
  const line = adapter.register;
  if (!line) throw new Error('Nobody can register here.');
  let waits: PromiseWithResolvers<void> | undefined;
  let asked = 0;
  const advance: NonNullable<Adapter['register']>['advance'] = async (...call) => {
    asked += 1;
    await waits?.promise;
    return line.advance(...call);
  };
  return {
    adapter: { ...adapter, register: { ...line, advance } },
    /** Holds what is asked from now on; what it returns ends that, in a failure where one is given. */
    hold(): (failure?: SsprError) => void {
      const held = Promise.withResolvers<void>();
      waits = held;
      asked = 0;
      return (failure) => {
        waits = undefined;
        if (failure) held.reject(failure);
        else held.resolve();
      };
    },
    asked: () => asked,
  };
}

async function open(setting: Parameters<typeof signedIn>[0], days = 0) {
  const where = await signedIn(setting, days);
  const backend = slow(where);
  const mode = days ? 'reconfirm' : 'manage';
  const page = await register({ ...where, adapter: backend.adapter }, { mode });
  await page.step(mode);
  return { where, page, backend };
}

const busy = ({ form }: RegisterPage): string[] =>
  [...form.querySelectorAll('button[aria-disabled=true]')].map(nameOf);

describe('a button whose answer is on the way', function () {
  this.timeout(20_000);

  for (const words of ['Make default', 'Change', 'Delete'])
    it(`says so in its row after “${words}”, and is pressed once`, async () => {
      const { page, backend } = await open({ person: { email, phone } });
      const button = page.row('Mobile phone', words);
      const go = backend.hold();
      button.click();
      await page.until(() => page.busy, 'a busy button');
      expect(busy(page)).to.deep.equal(['One moment Mobile phone ••• ••• ••67']);
      expect(plain(button.textContent)).to.equal('One moment');
      button.click();
      page.row('Email', 'Change').click();
      // Whatever draws it anew.
      page.element.setAttribute('heading-level', '3');
      await page.element.updateComplete;
      expect(busy(page)).to.deep.equal(['One moment Mobile phone ••• ••• ••67']);
      go();
      await page.step('choose-method');
      expect(backend.asked()).to.equal(1);
    });

  it('has its own words again after a call that failed', async () => {
    const { page, backend } = await open({ person: { email } });
    const go = backend.hold();
    page.row('Email', 'Change').click();
    await page.until(() => page.busy, 'a busy button');
    go(new SsprError('offline', 'No network.'));
    await page.until(() => page.failure !== undefined, 'a failure');
    expect(busy(page)).to.deep.equal([]);
    page.row('Email', 'Change').click();
    await page.step('choose-method');
  });

  it('says so in the list of what can be added, and in the offer of what would help', async () => {
    const { page, backend } = await open({ person: { email } });
    await page.press('Add method');
    await page.until(() => page.registrable.length > 0, 'the list of what can be added');
    const go = backend.hold();
    page.adder('Authenticator app').click();
    await page.until(() => page.busy, 'a busy button');
    expect(page.registrable[0]?.about).to.equal('One moment');
    expect(page.controls)
      .to.include('One moment')
      .and.not.to.include('Add your authenticator app to stay safe');
    go();
    await page.step('choose-method');
    expect(backend.asked()).to.equal(1);
  });

  it('says so beside what is confirmed or gone', async () => {
    const { page, backend } = await open({ person: { email, phone } }, 180);
    const go = backend.hold();
    page.row('Email', 'Looks good').click();
    await page.until(() => page.busy, 'a busy button');
    expect(busy(page)).to.deep.equal(['One moment Email am•••••@f••••l.example', 'One moment']);
    go();
    await page.until(() => page.registered[0]?.tags.includes('Confirmed') ?? false);
    expect(busy(page)).to.deep.equal([]);
  });

  for (const [words, then] of [
    ['Keep it', ['Email']],
    ['Delete it', []],
  ] as const)
    it(`says so where it was asked what to do, after “${words}”`, async () => {
      const { where, page, backend } = await open({ person: { email } });
      page.row('Email', 'Delete').click();
      await proveByMail(page, where);
      await page.step('confirm-removal');
      const button = page.control(words);
      const go = backend.hold();
      button.click();
      await page.until(() => page.busy, 'a busy button');
      expect(busy(page)).to.deep.equal(['One moment']);
      expect(plain(button.textContent)).to.equal('One moment');
      go();
      await page.step('manage');
      expect(page.registered.map(({ name }) => name)).to.deep.equal(then);
    });
});
