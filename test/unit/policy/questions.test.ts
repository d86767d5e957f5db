import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkAnswers,
  checkPolicy,
  drawQuestions,
  type GivenAnswer,
  normalizeAnswer,
  policy,
} from '../../../src/policy/index.js';
import { predefinedCount } from '../../../src/policy/settings.js';
import { predefinedQuestions } from '../../../src/tenant/index.js';

const given = (question: string, answer: string, own = false): GivenAnswer => ({
  question,
  answer,
  own,
});

const three = [
  given('question-01', 'Lisbon'),
  given('question-02', 'Amal'),
  given('question-03', 'Harbour Street'),
];

/** What is said, and of which entry. */
const faults = (answers: readonly GivenAnswer[], count = answers.length) =>
  checkAnswers(answers, count).map(
    ({ index, of, denied: { rule, code } }) => `${index} ${of}: ${rule} ${code}`,
  );

/** Three answers, with this one in the middle. */
const withAnswer = (answer: string) =>
  faults(three.map((one, index) => (index === 1 ? { ...one, answer } : one)));

const withOwn = (question: string) =>
  faults(three.map((one, index) => (index === 1 ? given(question, 'Amal', true) : one)));

describe('security questions', () => {
  it('QUESTION-1: as many as the policy says are answered, and each one that is missing is named', () => {
    expect(faults(three)).to.deep.equal([]);
    expect(faults(three.slice(0, 2), 3)).to.deep.equal([
      '2 question: QUESTION-1 question-required',
      '2 answer: QUESTION-3 answer-required',
    ]);
    expect(faults([given('', 'Lisbon')])).to.deep.equal([
      '0 question: QUESTION-1 question-required',
    ]);
  });

  it('QUESTION-2: 35 are predefined, all different, and the smallest pool has as many as are registered', () => {
    const texts = Object.values<string>(predefinedQuestions);
    expect(new Set(texts.map(normalizeAnswer)).size).to.equal(35);
    expect(texts).to.have.length(predefinedCount);
    const pool = (custom: number) => {
      const questions = Array.from({ length: custom }, (_, index) => `Own question ${index}?`);
      return checkPolicy(policy({ questions: { predefined: [], custom: questions } }))
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('QUESTION'));
    };
    expect(pool(4)).to.deep.equal(['QUESTION-2']);
    expect(pool(5)).to.deep.equal([]);
    expect(pool(20)).to.deep.equal([]);
    expect(pool(21)).to.deep.equal(['QUESTION-2']);
  });

  it('QUESTION-3: an answer has 3 to 40 characters of any script', () => {
    expect(withAnswer('Ro')).to.deep.equal(['1 answer: QUESTION-3 answer-length']);
    expect(withAnswer('روم')).to.deep.equal([]);
    expect(withAnswer('😀'.repeat(2))).to.deep.equal(['1 answer: QUESTION-3 answer-length']);
    expect(withAnswer('😀'.repeat(40))).to.deep.equal([]);
    expect(withAnswer('x'.repeat(41))).to.deep.equal(['1 answer: QUESTION-3 answer-length']);
    expect(withAnswer(' \t ')).to.deep.equal(['1 answer: QUESTION-3 answer-required']);
    // What folding adds is not what was typed.
    expect(withAnswer('ß'.repeat(40))).to.deep.equal([]);
    // What is not compared does not count.
    expect(withAnswer('  a   ')).to.deep.equal(['1 answer: QUESTION-3 answer-length']);
  });

  it('QUESTION-3: a question of one’s own has 3 to 200 characters', () => {
    expect(withOwn('Eh')).to.deep.equal(['1 question: QUESTION-3 question-length']);
    expect(withOwn('Eh?')).to.deep.equal([]);
    expect(withOwn('é'.repeat(200))).to.deep.equal([]);
    expect(withOwn('é'.repeat(201))).to.deep.equal(['1 question: QUESTION-3 question-length']);
  });

  it('QUESTION-3: a verdict says how long it may be', () => {
    const [fault] = checkAnswers([given('question-01', 'x')], 1);
    expect(fault?.denied.params).to.deep.equal({ min: 3, max: 40 });
  });

  it('QUESTION-4: the same question twice is refused, at the second', () => {
    expect(faults([...three, given('question-01', 'Porto')])).to.deep.equal([
      '3 question: QUESTION-4 question-repeated',
    ]);
    expect(
      faults([given('Which ship?', 'Lisbon', true), given(' WHICH  ship?', 'Porto', true)]),
    ).to.deep.equal(['1 question: QUESTION-4 question-repeated']);
  });

  it('QUESTION-4: the same answer to two questions is refused, however it is written', () => {
    for (const again of ['lisbon', ' LISBON ', 'Ｌｉｓｂｏｎ'])
      expect(faults([...three, given('question-04', again)]), again).to.deep.equal([
        '3 answer: QUESTION-4 answer-repeated',
      ]);
  });

  it('QUESTION-4: answers compare without case, width and amount of white space', () => {
    const same: readonly (readonly [string, string])[] = [
      ['Straße', 'STRASSE'],
      ['straße', 'STRAẞE'],
      ['ΟΔΟΣ', 'οδος'],
      ['Cafe\u0301', 'café'],
      ['ﬁsh', 'FISH'],
      ['New\u00a0 York', 'new york'],
    ];
    for (const [one, other] of same)
      expect(normalizeAnswer(one), `${one}, ${other}`).to.equal(normalizeAnswer(other));
    expect(normalizeAnswer('new york')).not.to.equal(normalizeAnswer('newyork'));
    expect(normalizeAnswer('café')).not.to.equal(normalizeAnswer('cafe'));
  });

  it('QUESTION-4: to normalise twice is to normalise once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (answer) => {
        const once = normalizeAnswer(answer);
        expect(normalizeAnswer(once)).to.equal(once);
      }),
      { seed: 20261124, examples: [['ẞ'], ['İ'], ['ſ'], ['\u0345'], ['Σ Σ']] },
    );
  });

  it('QUESTION-4: case and white space around never make another answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (answer) => {
        expect(normalizeAnswer(`\t${answer.toUpperCase()}  `)).to.equal(normalizeAnswer(answer));
      }),
      { seed: 20261124 },
    );
  });

  it('QUESTION-5: so many different ones are drawn of those that are registered', () => {
    const registered = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), fc.nat(7), (chance, n) => {
        const left = [...chance];
        const drawn = drawQuestions((limit) => (left.shift() ?? 0) % limit, registered, n);
        expect(drawn).to.have.length(Math.min(n, registered.length));
        expect(new Set(drawn).size).to.equal(drawn.length);
        expect(registered).to.include.members([...drawn]);
      }),
      { seed: 20261124 },
    );
    expect(registered.join('')).to.equal('abcde');
  });

  it('QUESTION-5: each set of questions is as likely as any other', () => {
    const seen = new Map<string, number>();
    // Every course that chance can take: two draws, of four and then of three.
    for (let first = 0; first < 4; first++)
      for (let second = 0; second < 3; second++) {
        const left = [first, second];
        const drawn = drawQuestions(() => left.shift() ?? 0, ['a', 'b', 'c', 'd'], 2);
        const set = [...drawn].sort().join('');
        seen.set(set, (seen.get(set) ?? 0) + 1);
      }
    expect(Object.fromEntries(seen)).to.deep.equal({ ab: 2, ac: 2, ad: 2, bc: 2, bd: 2, cd: 2 });
  });

  it('QUESTION-6: a verdict on answers never repeats one', () => {
    const secret = 'Zanzibar Zanzibar Zanzibar Zanzibar Zanzibar';
    const found = checkAnswers([given('question-01', secret), given('question-01', secret)], 2);
    expect(found).to.have.length(3);
    expect(JSON.stringify(found)).not.to.match(/zanzibar/i);
  });
});
