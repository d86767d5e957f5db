import type { Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

async function target(visitor: Visitor): Promise<Steps['confirm-target']> {
  if (!visitor.world.fullNumber) throw new NotOffered('the complete number of a method');
  for (const type of ['text', 'whatsapp', 'call', 'office-call']) {
    const step = await visitor.reachMethod(type).catch((error: unknown) => {
      if (error instanceof NotOffered) return undefined;
      throw error;
    });
    if (step) return visitor.expect(step, 'confirm-target');
  }
  throw new NotOffered('a method with a number');
}

async function questions(visitor: Visitor) {
  const { world } = visitor;
  if (!world.answersTo) throw new NotOffered('the answers to questions');
  const step = visitor.expect(await visitor.reachMethod('questions'), 'answer-questions');
  return { step, right: await world.answersTo(step.questions) };
}

const answered = (answers: Readonly<Record<string, string>>) =>
  ({ action: 'answer-questions', answers }) as const;

const wrong = 'not the answer';

const idsOf = ({ questions }: Steps['answer-questions']): string =>
  questions.map(({ id }) => id).join(' ');

/** Proofs by what a person knows: a number, answers. */
export const knowledgeChecks: readonly CheckEntry[] = [
  [
    'PHONE-3',
    'asks for the complete number, and tells one that differs',
    async (visitor) => {
      const step = await target(visitor);
      const number = await visitor.world.fullNumber?.(step.method);
      const other = `${number}`.replace(/\d(?=\D*$)/, (digit) => `${(+digit + 1) % 10}`);
      const next = await visitor.advance(step, { action: 'confirm-target', target: other });
      visitor.expect(next, 'confirm-target');
      require(next.problems.some(
        ({ code }) => code === 'target-differs',
      ), 'the problem target-differs', described(next));
    },
  ],
  [
    'PHONE-3',
    'goes on with the complete number',
    async (visitor) => {
      const next = await visitor.confirm(await target(visitor));
      require(next.kind === 'enter-code' || next.kind === 'wait', 'a code or a call', described(
        next,
      ));
    },
  ],
  [
    'PHONE-3',
    'does not call or write where no complete number was typed',
    async (visitor) => {
      const step = await target(visitor);
      const next = await visitor.advance(step, { action: 'confirm-target', target: '' });
      visitor.expect(next, 'confirm-target');
      require(next.problems.length > 0, 'a problem beside the number', 'none');
    },
  ],
  [
    'QUESTION-5',
    'takes the right answers',
    async (visitor) => {
      const { step, right } = await questions(visitor);
      const next = await visitor.advance(step, answered(right));
      require(next.kind !== 'answer-questions', 'the next proof or the password', described(next));
    },
  ],
  [
    'QUESTION-5',
    'does not say which answer was wrong',
    async (visitor) => {
      const { step, right } = await questions(visitor);
      const [first] = step.questions;
      const one = visitor.expect(
        await visitor.advance(step, answered({ ...right, [first?.id ?? '']: wrong })),
        'answer-questions',
      );
      const none = Object.fromEntries(one.questions.map(({ id }) => [id, wrong]));
      const all = visitor.expect(await visitor.advance(one, answered(none)), 'answer-questions');
      const told = ({ problems }: typeof one) =>
        JSON.stringify(problems.map(({ code, field, rule }) => [code, field, rule]));
      require(one.problems.length > 0, 'a problem with the answers', 'none');
      require(told(one) === told(all), 'one wrong answer to be told like all wrong', 'otherwise');
      require(one.problems.every(({ field }) => field === undefined), 'no field named', 'one');
    },
  ],
  [
    'QUESTION-5',
    'draws questions anew after a wrong answer',
    async (visitor) => {
      const { step } = await questions(visitor);
      let page = step;
      // The same ones may be drawn by chance, but hardly three times.
      for (let draws = 0; draws < 3; draws += 1) {
        const none = Object.fromEntries(page.questions.map(({ id }) => [id, wrong]));
        page = visitor.expect(await visitor.advance(page, answered(none)), 'answer-questions');
        if (idsOf(page) !== idsOf(step)) return;
      }
      require(false, 'questions that are drawn anew', 'the same ones');
    },
  ],
];
