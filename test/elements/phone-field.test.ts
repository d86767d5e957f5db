import { expect } from '@open-wc/testing';
import { LateCode } from '../../src/elements/parts/late-code.js';
import * as numberingPlans from '../../src/elements/phone/libphonenumber.js';
import { person } from '../../src/tenant/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { click } from '../runner/commands.js';
import {
  type Code,
  choose,
  field,
  inputOf,
  lateCode,
  paste,
  placeOf,
  read,
  redrawn,
  selectOf,
  there,
  typing,
  whenShared,
  withCaret,
} from './phone-steps.js';
import { adele, open, turn, world } from './reset-world.js';

describe('a field for a telephone number', function () {
  this.timeout(20_000);

  before(whenShared);

  describe('before the countries have come', () => {
    it('is a plain one that managers know and recorders leave alone', async () => {
      const form = await field(lateCode());
      const { type, autocomplete, dir, dataset, labels } = inputOf(form);
      expect({ type, autocomplete, dir }).to.deep.equal({
        type: 'tel',
        autocomplete: 'tel',
        dir: 'ltr',
      });
      expect(dataset).to.have.keys('private', 'sentryMask', 'hjSuppress');
      expect(labels?.[0]?.textContent).to.equal('Phone number');
      expect(form.querySelector('select')).to.equal(null);
      expect(form.textContent).to.contain('With country code. Spaces and hyphens are fine.');
    });

    it('sends what was typed, as it was typed', async () => {
      const form = await field(lateCode());
      await typing(form, ' +49 (0) 171 / 1234567 ');
      expect(read(form)).to.deep.equal({ number: '+49 (0) 171 / 1234567' });
    });
  });

  describe('when they come while somebody is typing', () => {
    it('loses nothing, and nothing moves', async () => {
      const code = lateCode();
      const form = await field(code);
      await typing(form, '+491711234567', 'ArrowLeft', 'ArrowLeft');
      const input = inputOf(form);
      const [top, typed] = [placeOf(form), withCaret(form)];
      code.come();
      await redrawn(form);
      expect(selectOf(form).value, 'the country of what is typed').to.equal('DE');
      expect(inputOf(form), 'the very same input').to.equal(input);
      expect(document.activeElement, 'the focus').to.equal(input);
      expect(withCaret(form)).to.equal(typed);
      expect(placeOf(form)).to.equal(top);
      await typing(form, '0');
      expect(withCaret(form)).to.equal('+49 171 123450|67');
    });
  });

  describe('when they cannot be had', () => {
    it('stays usable, says what to do, and nothing moves', async () => {
      const code = lateCode();
      const form = await field(code);
      await typing(form, '+49171');
      const top = placeOf(form);
      code.fail();
      await redrawn(form);
      expect(form.querySelector('select')).to.equal(null);
      expect(form.textContent).to.contain('Type its code first');
      expect(placeOf(form)).to.equal(top);
      await typing(form, '1234567');
      expect(read(form)).to.deep.equal({ number: '+491711234567' });
    });

    it('are asked for again by the next field', async () => {
      let asked = 0;
      const late = new LateCode<Code>(async () => {
        asked += 1;
        if (asked === 1) throw new Error('offline');
        return numberingPlans;
      });
      const first = await field({ late });
      await turn();
      expect(first.querySelector('select')).to.equal(null);
      const second = await field({ late });
      await turn();
      expect(asked).to.equal(2);
      expect(selectOf(second).options).to.have.length(245);
    });
  });

  describe('has a list of countries', () => {
    it('that begins where the backend says', async () => {
      expect(selectOf(await there('ch')).value).to.equal('CH');
    });

    it('that begins where the languages of the browser are spoken', () => {
      const { startingCountry } = numberingPlans;
      expect(startingCountry(undefined, ['en', 'de-CH', 'fr-FR'])).to.equal('CH');
      expect(startingCountry(undefined, ['ar'])).to.equal('EG');
      expect(startingCountry('XX', ['en-XA', 'en'])).to.equal('US');
    });

    it('in the language and the order of the reader', async () => {
      const form = await there('CH', 'de');
      const names = [...selectOf(form).options].map(({ text }) =>
        text.replace(/[\u2066\u2069]/g, ''),
      );
      expect(names).to.include('Österreich\u00a0 +43');
      const at = (name: string) => names.findIndex((one) => one.startsWith(name));
      expect(at('Ägypten')).to.be.lessThan(at('Belgien'));
      expect(at('Österreich')).to.be.lessThan(at('Schweiz'));
      expect(selectOf(form).selectedOptions[0]?.text).to.contain('Schweiz');
    });

    it('that follows a country code that is typed', async () => {
      const form = await there('CH');
      await typing(form, '+4');
      expect(selectOf(form).value).to.equal('CH');
      await typing(form, '9');
      expect(selectOf(form).value).to.equal('DE');
      await typing(form, 'Backspace', '4');
      expect(selectOf(form).value, 'the one that most of the code belongs to').to.equal('GB');
    });

    it('that stays where several countries have the same code', async () => {
      const form = await there('CA');
      await typing(form, '+1');
      expect(selectOf(form).value).to.equal('CA');
    });

    it('that takes what is typed along to another country', async () => {
      const form = await there('DE');
      await typing(form, '0795550123');
      await choose(form, 'CH');
      expect(inputOf(form).value).to.equal('079 555 01 23');
      expect(read(form)).to.deep.equal({ number: '+41795550123' });
      await paste(form, '+49 79 5550123');
      expect(selectOf(form).value).to.equal('DE');
      await choose(form, 'CH');
      expect(inputOf(form).value).to.equal('+41 79 555 01 23');
      expect(selectOf(form).value).to.equal('CH');
    });

    it('that keeps its country when the language changes', async () => {
      const form = await there('CH', 'de');
      await choose(form, 'AT');
      const element = await redrawn(form);
      element.lang = 'ar';
      while (form.lang !== 'ar') await redrawn(form);
      expect(selectOf(form).value).to.equal('AT');
      expect(selectOf(form).selectedOptions[0]?.text).to.contain('النمسا');
    });

    it('and says whether the first zero may be left out', async () => {
      const form = await there('CH');
      expect(form.textContent).to.contain('You can leave out the first zero.');
      await choose(form, 'IT');
      expect(form.textContent).not.to.contain('first zero');
    });
  });

  for (const direction of ['ltr', 'rtl'] as const) {
    it(`stands at the start of its lines and is accessible (${direction})`, async () => {
      const form = await there('CH', direction === 'rtl' ? 'ar' : 'en');
      await typing(form, '795550123');
      const { direction: written, textAlign } = getComputedStyle(inputOf(form));
      expect(written).to.equal('ltr');
      expect(textAlign).to.equal(direction === 'rtl' ? 'right' : 'start');
      expect(getComputedStyle(selectOf(form)).direction).to.equal(direction);
      await expect(form).to.be.accessible();
    });
  }

  it('can be chosen from with the pointer and the keys of the platform', async () => {
    const form = await there('CH');
    expect(selectOf(form).getBoundingClientRect().height).to.be.at.least(44);
    selectOf(form).focus();
    await click(inputOf(form));
    expect(document.activeElement).to.equal(inputOf(form));
  });

  describe('before a proof', () => {
    const countries = async (page: ResetPage): Promise<HTMLSelectElement> => {
      await page.until(() => page.form.querySelector('select') !== null, 'all countries');
      return selectOf(page.form);
    };
    const atNumber = async (phone: string): Promise<ResetPage> => {
      const page = await open(world({}, { people: [person({ username: adele, phone })] }));
      await page.identify(adele);
      await page.step('choose-method');
      await page.chooseMethod('text');
      await page.step('confirm-target');
      return page;
    };

    it('METHOD-7: begins in the same country whoever it is', async () => {
      const guesses = [];
      for (const phone of ['+41 79 5550123', '+49 171 1234567', '+44 20 79460018'])
        guesses.push((await countries(await atNumber(phone))).value);
      const guess = numberingPlans.startingCountry(undefined, ['en', ...navigator.languages]);
      expect(guesses).to.deep.equal([guess, guess, guess]);
    });

    it('PHONE-3: is right with its country chosen above it, and without its first zero', async () => {
      const page = await atNumber('+41 79 5550123');
      const select = await countries(page);
      select.value = 'CH';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await page.confirmTarget('79 555 01 23');
      await page.step('enter-code');
    });

    it('PHONE-3: is another one in another country', async () => {
      const page = await atNumber('+41 79 5550123');
      const select = await countries(page);
      select.value = 'DE';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await page.confirmTarget('0171 1234567');
      expect(page.problem('target')).to.contain('not the number that ends like this');
      expect(page.field('target').value, 'and can be corrected').to.equal('0171 1234567');
      expect(select.value).to.equal('DE');
    });
  });
});
