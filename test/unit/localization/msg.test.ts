import { expect } from 'chai';
import { msg, speaking, str, type Words } from '../../../src/localization/msg.js';

const german: Words = {
  locale: 'de',
  templates: {
    'reset.hello': 'Guten Tag',
    'reset.tries': str`Verbleibende Versuche: ${0}`,
    'reset.gate': str`Von ${1} Nachweisen der ${0}.`,
  },
};

const hello = () => msg('Hello', { id: 'reset.hello', desc: 'A greeting' });
const tries = (count: unknown) =>
  msg(str`Tries left: ${count}`, { id: 'reset.tries', desc: 'Below the code field' });
const gate = (index: number, total: number) =>
  msg(str`Proof ${index} of ${total}.`, { id: 'reset.gate', desc: 'Which proof of how many' });

const withOwn = (overrides: Words['overrides'], base: Words = german): Words => ({
  ...base,
  overrides,
});

describe('a message', () => {
  it('is its source text where nobody is speaking', () => {
    expect(hello()).to.equal('Hello');
    expect(tries(3)).to.equal('Tries left: 3');
    expect(gate(1, 2)).to.equal('Proof 1 of 2.');
  });

  it('is the locale’s text while that locale’s words are spoken', () => {
    expect(speaking(german, hello)).to.equal('Guten Tag');
    expect(speaking(german, () => tries(3))).to.equal('Verbleibende Versuche: 3');
  });

  it('takes its values in the order of the translation', () => {
    expect(speaking(german, () => gate(1, 2))).to.equal('Von 2 Nachweisen der 1.');
  });

  it('is its source text where the locale lacks it', () => {
    const words: Words = { locale: 'de', templates: {} };
    expect(speaking(words, () => tries(3))).to.equal('Tries left: 3');
  });

  it('is found by its id alone, so one without an id stays as it is', () => {
    expect(speaking(german, () => msg('Hello'))).to.equal('Hello');
  });

  it('shows a value that is no text the way a page would', () => {
    expect(tries(undefined)).to.equal('Tries left: undefined');
    expect(tries('')).to.equal('Tries left: ');
  });
});

describe('a host’s own words', () => {
  it('come before the locale’s and the source’s', () => {
    expect(speaking(withOwn({ 'reset.hello': 'Grüezi' }), hello)).to.equal('Grüezi');
    expect(speaking({ locale: 'en', overrides: { 'reset.hello': 'Hi' } }, hello)).to.equal('Hi');
  });

  it('take the values of the message at their placeholders, in any order and number', () => {
    const words = withOwn({ 'reset.gate': '{1}/{1}, nämlich {0}' });
    expect(speaking(words, () => gate(1, 2))).to.equal('2/2, nämlich 1');
  });

  it('keep a placeholder that no value belongs to', () => {
    expect(speaking(withOwn({ 'reset.tries': '{0} {1} {x} {}' }), () => tries(3))).to.equal(
      '3 {1} {x} {}',
    );
  });

  it('do not take a value’s own braces for a placeholder, nor its dollars for a pattern', () => {
    const words = withOwn({ 'reset.gate': '{0} {1}' });
    const text = () => msg(str`${'{1}'} of ${'$&'}`, { id: 'reset.gate' });
    expect(speaking(words, text)).to.equal('{1} $&');
  });

  it('may be empty, to show nothing', () => {
    expect(speaking(withOwn({ 'reset.hello': '' }), hello)).to.equal('');
  });

  it('are passed over where they are no text', () => {
    for (const own of [undefined, null, 3, {}, () => 'x'])
      expect(speaking(withOwn({ 'reset.hello': own }), hello)).to.equal('Guten Tag');
  });
});

describe('speaking', () => {
  it('gives back what was rendered', () => {
    expect(speaking(german, () => 42)).to.equal(42);
  });

  it('ends with the render, and puts back the words around it', () => {
    const heard = speaking(german, () => [hello(), speaking({ locale: 'en' }, hello), hello()]);
    expect(heard).to.deep.equal(['Guten Tag', 'Hello', 'Guten Tag']);
    expect(hello()).to.equal('Hello');
  });

  it('ends also when the render throws', () => {
    const nested = () =>
      speaking(german, () => {
        expect(() =>
          speaking({ locale: 'en' }, () => {
            throw new Error('broken view');
          }),
        ).to.throw('broken view');
        return hello();
      });
    expect(nested()).to.equal('Guten Tag');
    expect(() =>
      speaking(german, () => {
        throw new Error('broken view');
      }),
    ).to.throw();
    expect(hello()).to.equal('Hello');
  });
});
