import { expect } from 'chai';
import { localesOf, type OwnWords, ownWordsFor } from '../../../src/localization/own-words.js';

/** As a page without types would set it. */
const anything = (value: unknown) => value as OwnWords;

describe('own words', () => {
  it('by id alone are for whatever language is shown', () => {
    const own = anything({ 'reset.hello': 'Hi' });
    expect(localesOf(own)).to.deep.equal([]);
    expect(ownWordsFor(own, 'en')).to.deep.equal({ 'reset.hello': 'Hi' });
    expect(ownWordsFor(own, 'de')).to.deep.equal({ 'reset.hello': 'Hi' });
  });

  it('by locale are for that locale, and make it available', () => {
    const own = anything({ en: { 'reset.hello': 'Hi' }, fr: { 'reset.hello': 'Bonjour' } });
    expect(localesOf(own)).to.deep.equal(['en', 'fr']);
    expect(ownWordsFor(own, 'fr')).to.deep.equal({ 'reset.hello': 'Bonjour' });
    expect(ownWordsFor(own, 'de')).not.to.have.property('reset.hello');
  });

  it('may be missing, or no words at all, without an error', () => {
    for (const own of [undefined, null, 'words', 3, [], { de: null }, { de: 'x' }]) {
      expect(localesOf(anything(own))).to.deep.equal([]);
      expect(() => ownWordsFor(anything(own), 'de')).not.to.throw();
    }
  });
});
