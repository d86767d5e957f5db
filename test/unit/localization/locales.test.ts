import { expect } from 'chai';
import { directionOf, negotiate } from '../../../src/localization/locales.js';

describe('negotiating a locale', () => {
  it('gives a region its language', () => {
    expect(negotiate(['de-AT'])).to.equal('de');
    expect(negotiate(['de-CH-1996'])).to.equal('de');
    expect(negotiate(['ar-EG'])).to.equal('ar');
    expect(negotiate(['en-US'])).to.equal('en');
  });

  it('takes the first of the requested languages that is shipped', () => {
    expect(negotiate(['fr', 'rm-CH', 'de-CH', 'ar'])).to.equal('de');
  });

  it('gives the source language where nothing fits or nothing is asked', () => {
    expect(negotiate(['fr', 'tlh'])).to.equal('en');
    expect(negotiate([])).to.equal('en');
  });

  it('finds the script that a region writes', () => {
    const chinese = ['zh-Hans', 'zh-Hant', 'zh'];
    expect(negotiate(['zh-TW'], chinese)).to.equal('zh-Hant');
    expect(negotiate(['zh-HK'], chinese)).to.equal('zh-Hant');
    expect(negotiate(['zh-SG'], chinese)).to.equal('zh-Hans');
    expect(negotiate(['zh'], ['zh-Hant', 'zh-Hans'])).to.equal('zh-Hans');
    expect(negotiate(['sr-ME'], ['sr', 'sr-Latn'])).to.equal('sr-Latn');
  });

  it('prefers the exact region, then the language, never another region', () => {
    expect(negotiate(['pt-BR'], ['pt', 'pt-BR'])).to.equal('pt-BR');
    expect(negotiate(['pt-AO'], ['pt-BR', 'pt'])).to.equal('pt');
    expect(negotiate(['pt-AO'], ['pt-BR'])).to.equal('en');
    expect(negotiate(['pt'], ['pt-BR'])).to.equal('pt-BR');
  });

  it('ignores case, extensions and the underscores of other systems', () => {
    expect(negotiate(['DE-at'])).to.equal('de');
    expect(negotiate(['de_CH'])).to.equal('de');
    expect(negotiate(['ar-u-nu-latn'])).to.equal('ar');
    expect(negotiate(['ZH-tw'], ['zh-Hant'])).to.equal('zh-Hant');
  });

  it('knows a language by its former code', () => {
    expect(negotiate(['iw-IL'], ['he'])).to.equal('he');
  });

  it('passes over malformed tags without an error', () => {
    for (const tag of [
      '',
      '*',
      ' ',
      'd',
      'de-',
      '-de',
      'de--AT',
      'x-klingon',
      '12',
      '💥',
      'deutsch, bitte',
    ])
      expect(negotiate([tag]), `alone: "${tag}"`).to.equal('en');
    expect(negotiate(['', '*', 'de--AT', 'ar'])).to.equal('ar');
  });

  it('gives the pseudo-locale only when it is asked for by name', () => {
    expect(negotiate(['en-XA'])).to.equal('en-XA');
    expect(negotiate(['en-xa', 'de'])).to.equal('en-XA');
    for (const tag of ['en', 'en-XB', 'en-Latn', 'fr', 'de'])
      expect(negotiate([tag])).not.to.equal('en-XA');
  });
});

describe('the direction of a locale', () => {
  it('is that of its script', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'ckb', 'ps', 'dv', 'ug'].map(directionOf)).to.deep.equal(
      Array(8).fill('rtl'),
    );
    expect(['en', 'de', 'zh-Hant', 'ja', 'hi', 'el', 'en-XA'].map(directionOf)).to.deep.equal(
      Array(7).fill('ltr'),
    );
  });

  it('follows a script that the tag names against the language’s usual one', () => {
    expect(directionOf('az-Arab')).to.equal('rtl');
    expect(directionOf('pa-PK')).to.equal('rtl');
    expect(directionOf('ar-Latn')).to.equal('ltr');
  });

  it('is left to right for a malformed tag', () => {
    expect(directionOf('')).to.equal('ltr');
    expect(directionOf('ar--')).to.equal('ltr');
  });
});
