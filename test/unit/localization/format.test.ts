import { expect } from 'chai';
import {
  clockTime,
  dayAndTime,
  duration,
  isolate,
  list,
  number,
  shortDate,
} from '../../../src/localization/format.js';

const afternoon = new Date('2026-11-25T14:37:09Z');
const midnight = new Date('2026-11-25T00:05:00Z');

describe('a time of day', () => {
  it('stands on a 24 hour clock in every language', () => {
    for (const locale of ['en', 'de', 'ar', 'en-XA', 'fr'])
      expect(clockTime(afternoon, locale, 'UTC')).to.equal('14:37');
    expect(clockTime(midnight, 'en', 'UTC')).to.equal('00:05');
  });

  it('is told in the person’s own time zone, or the one that is given', () => {
    expect(clockTime(afternoon, 'de', 'Europe/Zurich')).to.equal('15:37');
  });
});

describe('a day', () => {
  it('is said as the language says it, with its time', () => {
    expect(dayAndTime(afternoon, 'en', 'UTC')).to.match(/^Wednesday,? 25 November(,| at) 14:37$/);
    expect(dayAndTime(afternoon, 'de', 'UTC')).to.match(
      /^Mittwoch, 25\. November(,| um) 14:37( Uhr)?$/,
    );
    expect(dayAndTime(afternoon, 'ar', 'UTC')).to.match(/^الأربعاء،? 25 نوفمبر.* 14:37$/);
  });

  it('is short in a tag', () => {
    expect(shortDate(new Date('2027-02-01T12:00:00Z'), 'en', 'UTC')).to.equal('1 Feb 2027');
    expect(shortDate(new Date('2027-02-01T12:00:00Z'), 'de', 'UTC')).to.equal('1. Feb. 2027');
  });
});

describe('a duration', () => {
  it('is minutes and two figures of seconds', () => {
    expect(duration(24_000, 'en')).to.equal('0:24');
    expect(duration(760_000, 'de')).to.equal('12:40');
    expect(duration(5_000, 'ar')).to.equal('0:05');
    expect(duration(3_600_000, 'en')).to.equal('60:00');
  });

  it('counts the last second until it is over', () => {
    expect(duration(1, 'en')).to.equal('0:01');
    expect(duration(59_001, 'en')).to.equal('1:00');
    expect(duration(0, 'en')).to.equal('0:00');
    expect(duration(-5_000, 'en')).to.equal('0:00');
  });

  it('has the figures of the language, but Latin ones in Arabic', () => {
    expect(duration(760_000, 'fa')).to.equal('۱۲:۴۰');
    expect(duration(760_000, 'ar')).to.equal('12:40');
    expect(number(1234, 'ar')).to.equal('1,234');
    expect(number(1234, 'de')).to.equal('1.234');
  });
});

describe('a list', () => {
  it('is joined as the language joins it', () => {
    expect(list(['email', 'text', 'call'], 'en')).to.equal('email, text and call');
    expect(list(['E-Mail', 'App'], 'de')).to.equal('E-Mail und App');
    expect(list(['البريد', 'التطبيق'], 'ar')).to.equal('البريد والتطبيق');
    expect(list([], 'en')).to.equal('');
  });
});

describe('an isolated address', () => {
  it('is left to right and closed again', () => {
    expect(isolate('jo•••••@f••••m.org')).to.equal('\u2066jo•••••@f••••m.org\u2069');
  });

  it('reads as a name begins where that is asked for', () => {
    expect(isolate('شركة', 'auto')).to.equal('\u2068شركة\u2069');
  });
});

describe('a name in a sentence', () => {
  it('cannot end its isolate, nor turn the words after it around', () => {
    const evil = 'Contoso\u2069\u202e moc.live\u202c\u2066\u2067\u2068\u202a\u202b\u202d';
    expect(isolate(evil, 'auto')).to.equal('\u2068Contoso moc.live\u2069');
    expect(isolate(evil)).to.equal('\u2066Contoso moc.live\u2069');
    // Marks that only say which way a letter reads belong to names.
    expect(isolate('\u200fسارة\u200e')).to.equal('\u2066\u200fسارة\u200e\u2069');
  });
});
