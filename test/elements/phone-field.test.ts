import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LateCode } from '../../src/elements/parts/late-code.js';
import {
  type PhoneOptions,
  phoneField,
  phoneNumberOf,
  phoneStyles,
} from '../../src/elements/parts/phone-field.js';
import * as numberingPlans from '../../src/elements/phone/libphonenumber.js';
import type { SsprReset } from '../../src/elements/sspr-reset.js';
import { person } from '../../src/tenant/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { click, press, typeKeys } from '../runner/commands.js';
import { type Alone, alone, drawn } from './part-world.js';
import { adele, open, turn, world } from './reset-world.js';

type Code = typeof numberingPlans;

const fields = new WeakMap<HTMLFormElement, Alone>();

async function field(options: Partial<PhoneOptions> = {}, lang = 'en'): Promise<HTMLFormElement> {
  const all = { name: 'number', label: 'Phone number', ...options };
  const shown = await alone((context) => phoneField(context, all), phoneStyles, lang);
  fields.set(shown.form, shown);
  return shown.form;
}

/** The element around a field, once what was done is drawn. */
async function redrawn(form: HTMLFormElement): Promise<SsprReset> {
  const shown = fields.get(form);
  if (!shown) throw new Error('not a field of this test');
  await drawn(shown.element);
  return shown.element;
}

const arrived = new LateCode<Code>(async () => numberingPlans);

/** A field whose countries have come, in a country. */
const there = (country: string, lang = 'en') => field({ country, late: arrived }, lang);

/** Code that comes, or fails, when the test says so. */
function lateCode() {
  const { promise, resolve, reject } = Promise.withResolvers<Code>();
  return {
    late: new LateCode(() => promise),
    come: () => resolve(numberingPlans),
    fail: () => reject(new Error('offline')),
  };
}

const inputOf = (form: HTMLFormElement): HTMLInputElement => {
  const input = form.querySelector('input');
  if (!input) throw new Error('no input');
  return input;
};
const selectOf = (form: HTMLFormElement): HTMLSelectElement => {
  const select = form.querySelector('select');
  if (!select) throw new Error('no list of countries');
  return select;
};
/** What is typed, with a bar where the caret stands. */
const withCaret = (form: HTMLFormElement): string => {
  const { value, selectionStart } = inputOf(form);
  return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
};

/** Types key by key into the field. */
async function typing(form: HTMLFormElement, ...keys: string[]): Promise<void> {
  inputOf(form).focus();
  for (const key of keys) await (key.length > 1 && /^[A-Z]/.test(key) ? press(key) : typeKeys(key));
}

/** Puts a whole text in at once, in place of what is there. */
async function paste(form: HTMLFormElement, text: string): Promise<void> {
  const input = inputOf(form);
  input.focus();
  input.select();
  expect(document.execCommand('insertText', false, text)).to.equal(true);
  await redrawn(form);
}

async function choose(form: HTMLFormElement, country: string): Promise<void> {
  const select = selectOf(form);
  select.value = country;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await redrawn(form);
}

const read = (form: HTMLFormElement) => phoneNumberOf(new FormData(form), 'number');

const placeOf = (form: HTMLFormElement): number => inputOf(form).getBoundingClientRect().top;

describe('a field for a telephone number', function () {
  this.timeout(20_000);

  // The rules of all plans that the fields of the page share; read when a number is sent.
  before(async () => {
    const form = await field();
    while (!form.querySelector('select')) await turn();
  });

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

  describe('groups the digits while they are typed', () => {
    for (const [country, typed, shown] of [
      ['CH', '795550123', '79 555 01 23|'],
      ['CH', '0795550123', '079 555 01 23|'],
      ['US', '4255550100', '425 555 0100|'],
      ['DE', '+41795550123', '+41 79 555 01 23|'],
      ['DE', '0041795550123', '+41 79 555 01 23|'],
    ] as const)
      it(`${typed} in ${country}`, async () => {
        const form = await there(country);
        await typing(form, ...typed);
        expect(withCaret(form)).to.equal(shown);
      });

    it('and the caret stays where somebody works', async () => {
      const form = await there('CH');
      await typing(form, '795550123', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
      expect(withCaret(form)).to.equal('79 |555 01 23');
      await typing(form, '4');
      expect(inputOf(form).value.replaceAll(' ', '')).to.equal('7945550123');
      expect(withCaret(form).replaceAll(' ', '')).to.equal('794|5550123');
      await typing(form, 'Backspace');
      expect(withCaret(form)).to.equal('79| 555 01 23');
      await typing(form, 'Delete', 'Delete');
      expect(withCaret(form).replaceAll(' ', '')).to.match(/^79\|5?5501?23$/);
    });

    it('and all of them can be deleted, whatever stands between', async () => {
      const form = await there('US');
      await typing(form, '14255550100');
      expect(inputOf(form).value).to.equal('1 (425) 555-0100');
      for (let keys = 0; keys < 16; keys += 1) await typing(form, 'Backspace');
      expect(inputOf(form).value).to.equal('');
    });

    it('but leaves alone what is no number', async () => {
      const form = await there('CH');
      await typing(form, 'call 0795550123 x12');
      expect(inputOf(form).value).to.equal('call 0795550123 x12');
      expect(read(form)).to.deep.equal({ number: 'call 0795550123 x12', country: 'CH' });
    });

    it('and no digit is ever lost, in any country', () => {
      const countries = numberingPlans.countriesIn('en').map(({ code }) => code);
      const digits = fc.array(fc.constantFrom(...'0123456789'), { maxLength: 20 });
      fc.assert(
        fc.property(
          fc.constantFrom(...countries),
          fc.constantFrom('', '+'),
          digits,
          fc.nat(20),
          (country, plus, list, at) => {
            const text = `${plus}${list.join('')}`;
            // Which means a plus sign.
            fc.pre(!text.startsWith('00'));
            const caret = Math.min(at, text.length);
            const typed = numberingPlans.asTyped({ text, caret, country });
            const counted = (shown: string) => shown.replace(/[^\d+]/g, '');
            expect(counted(typed.text)).to.equal(text);
            expect(counted(typed.text.slice(0, typed.caret))).to.equal(text.slice(0, caret));
          },
        ),
        { numRuns: 2_000, seed: 7 },
      );
    });
  });

  describe('takes a number that is pasted', () => {
    for (const text of [
      '0171 1234567',
      '(0171) 123 45 67',
      '0171/123-45-67',
      '0171.1234567',
      '171 1234567',
      '+49 171 1234567',
      '+49 (0) 171 1234567',
      '+49-171-1234567',
      '0049 171 1234567',
      'tel:+49-171-1234567',
      '\u202a+49 171 1234567\u202c',
      '٠١٧١١٢٣٤٥٦٧',
    ])
      it(`as ${text}`, async () => {
        const form = await there('DE');
        await paste(form, text);
        expect(read(form)).to.deep.equal({ number: '+491711234567' });
      });

    it('of another country, without its code, and leaves the guess to whoever knows better', async () => {
      const form = await there('US');
      await paste(form, '030 1234567');
      expect(read(form)).to.deep.equal({ number: '0301234567', country: 'US' });
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
