import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as numberingPlans from '../../src/elements/phone/libphonenumber.js';
import { inputOf, paste, read, there, typing, whenShared, withCaret } from './phone-steps.js';

describe('typing a telephone number', function () {
  this.timeout(20_000);

  before(whenShared);

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
});
