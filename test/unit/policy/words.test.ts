import { expect } from 'chai';
import { checkPolicy, policy, type Words, wordsIn } from '../../../src/policy/index.js';

describe('words of an organisation', () => {
  const words = { de: 'Ausweis', 'pt-BR': 'Crachá', en: 'Badge', ar: 'شارة' };

  it('are in the language asked for, in one like it, in English, or in the first there is', () => {
    expect(wordsIn(words, 'pt-br')).to.equal('Crachá');
    expect(wordsIn(words, 'pt-PT')).to.equal('Crachá');
    expect(wordsIn(words, 'de-AT')).to.equal('Ausweis');
    expect(wordsIn(words, 'fr')).to.equal('Badge');
    expect(wordsIn({ de: 'Ausweis' }, 'fr')).to.equal('Ausweis');
    expect(wordsIn({}, 'fr')).to.equal('');
  });

  it('may be the same in every language', () => {
    expect(wordsIn('ID', 'ar')).to.equal('ID');
  });
});

describe('a ladder', () => {
  const faults = (...ladder: readonly object[]) =>
    checkPolicy({ ...policy(), ladder: ladder as never }).map(({ rule, params }) => [
      rule,
      params?.setting,
    ]);
  const text = { de: 'Ausweis mitbringen', en: 'Bring your badge' } satisfies Words;

  it('REFUSAL-1: has rungs with words in some languages, and addresses that lead on', () => {
    expect(
      faults(
        { kind: 'helpdesk', text: 'Ask at the desk', url: 'mailto:help@contoso.example' },
        { kind: 'administrator-pass', text },
        { kind: 'identity-check', url: 'https://id.contoso.example/' },
        { kind: 'works-council', label: text },
      ),
    ).to.deep.equal([]);
  });

  for (const [what, rung, at] of [
    ['an address that runs a script', { kind: 'helpdesk', url: 'javascript:alert(1)' }, '.url'],
    ['a mail address that is none', { kind: 'helpdesk', url: 'mailto:nobody' }, '.url'],
    ['a language that is none', { kind: 'helpdesk', text: { '<b>': 'x' } }, '.text.<b>'],
    ['words that are a number', { kind: 'helpdesk', text: { en: 7 } }, '.text.en'],
    ['a kind that nobody knows, without a label', { kind: 'works-council' }, ''],
    ['no kind', { label: 'Come here' }, '.kind'],
    ['something that there is not', { kind: 'helpdesk', icon: 'x' }, '.icon'],
  ] as const)
    it(`REFUSAL-1: is not saved with ${what}`, () => {
      expect(faults(rung)).to.deep.include(['REFUSAL-1', `ladder[0]${at}`]);
    });

  it('REFUSAL-1: has ten rungs at most', () => {
    const rungs = Array.from({ length: 11 }, (_, index) => ({
      kind: `kind-${index}`,
      label: `Way ${index}`,
    }));
    expect(faults(...rungs)).to.deep.equal([['REFUSAL-1', 'ladder']]);
    expect(faults(...rungs.slice(1))).to.deep.equal([]);
  });
});
