import { expect } from '@open-wc/testing';
import type { Overrides } from '../../src/tenant/index.js';
import { type Enrolling, enrolling, everything, names } from './enrol-steps.js';

describe('registering questions', function () {
  this.timeout(30_000);

  const three = { ...everything, questions: { toRegister: 3, toReset: 3 } } as const;
  const questions = (policy: Overrides = three) =>
    enrolling('questions', 'enrol-questions', { policy });
  const questionsIn = ({ step }: Enrolling): readonly string[] => {
    const now = step();
    return now.kind === 'enrol-questions' ? now.questions.map(({ text }) => text) : [];
  };
  const answerAll = async (one: Enrolling, answers: readonly string[]): Promise<void> => {
    for (const [index, answer] of answers.entries()) {
      await one.page.choose(`question-${index + 1}`, questionsIn(one)[index] ?? '');
      one.page.type(`answer-${index + 1}`, answer);
    }
  };

  it('QUESTION-1: chosen and answered', async () => {
    const one = await questions();
    const { page } = one;
    expect(page.lead).to.contain('Choose 3 that only you can answer.');
    await answerAll(one, ['Bergen', 'Mimi', 'Baker']);
    expect(page.field('answer-2').labels?.[0]?.textContent, 'the whole question').to.contain(
      questionsIn(one)[1],
    );
    await page.submit();
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Security questions']);
  });

  it('QUESTION-4: what is chosen once is not to be chosen again, until it is free', async () => {
    const one = await questions();
    const { page } = one;
    const [first = '', second = ''] = questionsIn(one);
    const offered = (name: string) =>
      [...(page.form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.options ?? [])]
        .filter(({ disabled }) => !disabled)
        .map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''));
    await page.choose('question-1', first);
    expect(offered('question-1')).to.include(first);
    expect(offered('question-2')).not.to.include(first);
    await page.choose('question-1', second);
    expect(offered('question-2')).to.include(first).and.not.to.include(second);
  });

  it('QUESTION-3: says how long an answer is before it is typed, and what is wrong with all of them at once', async () => {
    const one = await questions();
    const { page } = one;
    const [first = ''] = questionsIn(one);
    expect(page.text).to.contain('3 to 40 characters');
    await page.choose('question-1', first);
    page.type('answer-1', 'ab');
    page.type('answer-2', 'x'.repeat(41));
    await page.submit();
    expect(one.answers.filter(({ action }) => action === 'enrol-questions')).to.deep.equal([]);
    expect(page.summary).to.deep.equal([
      'Use 3 to 40 characters.',
      'Fill this in: Question 2',
      'Use 3 to 40 characters.',
      'Fill this in: Question 3',
      'Answer this: Question 3',
    ]);
    for (const link of page.form.querySelectorAll<HTMLAnchorElement>('.summary a')) {
      link.click();
      expect(document.activeElement?.id, link.hash).to.equal(link.hash.slice(1));
    }
    expect(page.field('answer-1').value, 'what was typed stays').to.equal('ab');
  });

  it('QUESTION-4: the same answer twice is refused beside the second', async () => {
    const one = await questions();
    const { page } = one;
    await answerAll(one, ['Bergen', '  BERGEN ', 'Baker']);
    await page.submit();
    expect(page.problem('answer-1')).to.equal(undefined);
    expect(page.problem('answer-2')).to.equal('Give every question an answer of its own.');
    page.type('answer-2', 'Mimi');
    await page.submit();
    await page.step('manage');
  });

  it('QUESTION-3: one of the person’s own, with its own length', async () => {
    const one = await questions({
      ...everything,
      questions: { toRegister: 3, toReset: 3, mayWriteOwn: true },
    });
    const { page } = one;
    await answerAll(one, ['Bergen', 'Mimi', 'Baker']);
    await page.choose('question-2', 'Write your own question');
    expect(page.text).to.contain('3 to 200 characters');
    await page.submit();
    expect(page.problem('question-2')).to.equal('Fill this in: Question 2');
    page.type('question-2', 'a?');
    await page.submit();
    expect(page.problem('question-2')).to.equal('Use 3 to 200 characters.');
    expect(page.summary).to.have.length(1);
    page.type('question-2', 'What is under the stairs?');
    await page.submit();
    await page.step('manage');
    const sent = one.answers.find((answer) => answer.action === 'enrol-questions');
    expect(sent?.answers[1]).to.deep.equal({ own: 'What is under the stairs?', answer: 'Mimi' });
  });

  it('shows an answer while somebody wants to see it, and no longer', async () => {
    const one = await questions();
    const { page } = one;
    page.type('answer-2', 'Mimi');
    const [, show] = page.form.querySelectorAll<HTMLElement>('.show');
    show?.click();
    await page.element.updateComplete;
    expect(page.field('answer-1').type).to.equal('password');
    expect(page.field('answer-2').type).to.equal('text');
    await page.submit();
    expect(page.field('answer-2').type).to.equal('password');
  });
});
