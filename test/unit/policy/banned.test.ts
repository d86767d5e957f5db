import { expect } from 'chai';
import {
  checkBanned,
  checkPolicy,
  normalised,
  policy,
  scorePassword,
} from '../../../src/policy/index.js';

const usual = ['blank', 'password', 'contoso', 'london', 'widget'];

const verdict = (password: string, terms: readonly string[], names: readonly string[] = []) => {
  const found = checkBanned({ password, terms, names: [...names, 'Fabrikam'], minPoints: 5 });
  return found.allowed ? 'accepted' : `refused by ${found.rule}`;
};

describe('the banned-password score', () => {
  it('BANNED-1: undoes case and look-alikes', () => {
    expect(normalised('P@$$W0RD1')).to.equal('passwordl');
  });

  const table: [password: string, terms: readonly string[], points: number][] = [
    ['Bl@nK', ['blank'], 1],
    ['abcdeg', ['abcdef'], 1],
    ['abcdefg', ['abcdef'], 2],
    ['abcde', ['abcdef'], 1],
    ['C0ntos0Blank12', ['contoso', 'blank'], 4],
    ['ContoS0Bl@nkf9!', ['contoso', 'blank'], 5],
    ['Contoso!1', usual, 3],
    ['Contoso@London', usual, 3],
    ['ContosoWidget', usual, 2],
    ['LondonHQ', usual, 3],
    ['P@ssword1', usual, 2],
    ['P@$$w0rd123!', usual, 5],
    ['Tr7!Contoso9x', usual, 7],
    ['Passwort2024!', usual, 6],
  ];
  for (const [password, terms, points] of table)
    it(`BANNED-3: scores ${password} ${points}, so BANNED-4 ${points < 5 ? 'refuses' : 'accepts'} it`, () => {
      expect(scorePassword(password, terms)).to.equal(points);
      expect(verdict(password, terms)).to.equal(points < 5 ? 'refused by BANNED-4' : 'accepted');
    });

  it('BANNED-3: does not minimise over fuzzy windows, which would score 4', () => {
    expect(scorePassword('ContoS0Bl@nkf9!', ['blank', 'contoso'])).to.equal(5);
  });

  it('BANNED-3: takes the longer of two terms that both fit', () => {
    expect(scorePassword('passwordx', ['pass', 'word', 'password'])).to.equal(2);
  });

  it('BANNED-3: counts a term as often as it occurs', () => {
    expect(scorePassword('blankBlank', ['blank'])).to.equal(2);
  });

  it('BANNED-3: takes a whole leftover with one character too many before shorter terms', () => {
    expect(scorePassword('passwxord', ['password', 'word'])).to.equal(1);
  });

  it('BANNED-3: one point for each character where nothing is banned', () => {
    expect(scorePassword('Zebra', [])).to.equal(5);
    expect(scorePassword('', ['blank'])).to.equal(0);
  });

  it('BANNED-2: refuses the name of the person, look-alikes undone', () => {
    expect(verdict('p0LL23fb', [], ['Jo', 'Poll'])).to.equal('refused by BANNED-2');
  });

  it('BANNED-2: refuses the name of the organisation', () => {
    expect(verdict('xx-F@brikam-99-yy', [])).to.equal('refused by BANNED-2');
  });

  it('BANNED-2: lets names of three characters pass', () => {
    expect(verdict('Ann-7-teapots', [], ['Ann'])).to.equal('accepted');
  });

  it('BANNED: an own list has at most 1000 words of 4 to 16 characters', () => {
    const faults = (custom: readonly string[]) =>
      checkPolicy(policy({ scope: 'all', password: { banned: { custom } } })).map(
        ({ rule, params }) => `${rule}: ${params?.why}`,
      );
    expect(faults(['four', 'sixteen-letters!'])).to.deep.equal([]);
    for (const list of [
      ['two'],
      ['seventeen-letters'],
      Array.from({ length: 1_001 }, (_, i) => `word${i}`),
    ])
      expect(faults(list).join()).to.match(/^BANNED: /);
  });
});
