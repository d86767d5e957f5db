import { expect } from 'chai';
import fc from 'fast-check';
import { maskPhone } from '../../../src/policy/index.js';
import { callableNumber, checkTarget, normalizePhone } from '../../../src/policy/phone.js';

const stored = (input: string, country?: string) => normalizePhone(input, country)?.stored;

describe('phone numbers', () => {
  describe('PHONE-1, in the form that is kept', () => {
    const usual: readonly (readonly [input: string, country: string | undefined, kept: string])[] =
      [
        ['+1 425 555 0100', undefined, '+1 4255550100'],
        ['+1 (425) 555-0100', undefined, '+1 4255550100'],
        ['+1.425.555.0100', undefined, '+1 4255550100'],
        ['tel:+14255550100', undefined, '+1 4255550100'],
        ['0049 30 123456', undefined, '+49 30123456'],
        ['+49 (0)30 123456', undefined, '+49 30123456'],
        ['030/123456', 'DE', '+49 30123456'],
        ['(425) 555-0100', 'us', '+1 4255550100'],
        ['011 49 30 123456', 'US', '+49 30123456'],
        ['+44 20 7946 0958', 'DE', '+44 2079460958'],
        ['+39 06 1234567', undefined, '+39 061234567'],
        ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966 501234567'],
        ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', undefined, '+966 501234567'],
        ['\u2066+966 50 123 4567\u2069', undefined, '+966 501234567'],
        ['＋８１ ３ １２３４ ５６７８', undefined, '+81 312345678'],
      ];
    for (const [input, country, kept] of usual)
      it(`takes ${input}${country ? ` of ${country}` : ''}`, () => {
        expect(stored(input, country)).to.equal(kept);
      });

    it('takes nothing that can be no number', () => {
      for (const input of ['', 'hello', '12', '+999 12345', 'call +1 425 555 0100', '425 555 0100'])
        expect(stored(input), input).to.equal(undefined);
      expect(stored('425 555 0100', 'XX')).to.equal(undefined);
    });

    it('keeps a number that is kept as it is', () => {
      const number = fc.tuple(
        fc.constantFrom('+1 425', '+49 30', '+966 50', '+44 20', '+81 3', '+39 06'),
        fc.integer({ min: 2_000_000, max: 9_999_999 }),
        fc.constantFrom('', '-', ' ', '.'),
      );
      fc.assert(
        fc.property(number, ([start, digits, gap]) => {
          const once = stored(`${start}${gap}${digits}`);
          fc.pre(once !== undefined);
          expect(once).to.match(/^\+\d{1,3} \d+$/);
          expect(stored(once ?? '')).to.equal(once);
        }),
        { seed: 20261124 },
      );
    });

    it('never throws, whatever is typed', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string(), (input, country) => {
          const found = normalizePhone(input, country);
          expect(found === undefined || /^\+\d{1,3} \d+$/.test(found.stored)).to.equal(true);
        }),
        { seed: 20261124 },
      );
    });
  });

  it('PHONE-2: an extension is kept apart, in any usual form', () => {
    for (const input of [
      'x12345',
      ' x 12345',
      ' ext. 12345',
      ';ext=12345',
      ' extension 12345',
      '#12345',
    ])
      expect(normalizePhone(`+1 425 555 0100${input}`), input).to.deep.equal({
        stored: '+1 4255550100',
        extension: '12345',
      });
    expect(normalizePhone('+1 425 555 0100')).not.to.have.property('extension');
  });

  it('PHONE-2: no extension is called', () => {
    expect(callableNumber('+1 4255550100 x12345')).to.equal('+1 4255550100');
    expect(callableNumber('+1 4255550100x1')).to.equal('+1 4255550100');
    // Whatever the organisation has typed for one.
    expect(callableNumber('+1 4255550100X12 or 13')).to.equal('+1 4255550100');
    expect(callableNumber('+1 4255550100')).to.equal('+1 4255550100');
  });

  describe('PHONE-3, the complete number', () => {
    const right: readonly (readonly [typed: string, kept: string])[] = [
      ['+1 425 555 0100', '+1 4255550100'],
      ['425-555-0100', '+1 4255550100'],
      ['001 425 555 0100', '+1 4255550100'],
      ['416 555 0100', '+1 4165550100'],
      ['07700 900123', '+44 7700900123'],
      ['٠٥٠ ١٢٣ ٤٥٦٧', '+966 501234567'],
      ['030 123456', '+49 30123456'],
      ['+1 425 555 0100', '+1 4255550100 x12345'],
      ['+1 425 555 0100 x12345', '+1 4255550100 x12345'],
      ['+1 425 555 0100', '+1 (425) 555-0100'],
    ];
    for (const [typed, kept] of right)
      it(`is ${typed} for ${kept}`, () => {
        expect(checkTarget(typed, kept)).to.deep.equal({ allowed: true, rule: 'PHONE-3' });
      });

    it('is no part of it, and no number near it', () => {
      for (const typed of ['00', '0100', '555 0100', '+1 425 555 0101', '+44 425 555 0100', 'x'])
        expect(checkTarget(typed, '+1 4255550100'), typed).to.deep.equal({
          allowed: false,
          rule: 'PHONE-3',
          code: 'target-differs',
        });
    });

    it('has to be typed', () => {
      for (const number of ['+1 4255550100', undefined])
        expect(checkTarget('  ', number)).to.include({ code: 'target-required' });
    });

    it('is never right for a decoy, and said in the same words', () => {
      for (const typed of ['+1 425 555 0100', '+1 202 555 0100', '202 555 0100', 'undefined'])
        expect(checkTarget(typed, undefined), typed).to.deep.equal(
          checkTarget('+1 425 555 0199', '+1 4255550100'),
        );
    });
  });

  it('METHOD-7: a number shows its last two digits, whatever its length and country', () => {
    for (const number of [
      '+1 4255550112',
      '+49 30123412',
      '+1 4255550112 x345',
      '+1 4255550112x3-45',
      '+44 7700900112',
    ])
      expect(maskPhone(number), number).to.equal('••• ••• ••12');
  });
});
