import { methodTypes } from '../../contract/codes.js';
import type { Method } from '../../contract/parts.js';
import type { Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, offered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

const known: readonly string[] = methodTypes;

/** Whether a method is the backend's own. */
export const isOwn = ({ type }: Pick<Method, 'type'>): boolean => !known.includes(type);

async function atForm(visitor: Visitor): Promise<Steps['form']> {
  const choice = visitor.expect(await visitor.reachChoice(), 'choose-method');
  const own = choice.methods.find(isOwn);
  if (!own) throw new NotOffered('a method of its own');
  return visitor.expect(await visitor.choose(choice, own.type), 'form');
}

const fill = (visitor: Visitor, step: Steps['form'], values: Readonly<Record<string, string>>) =>
  visitor.advance(step, { action: 'fill-form', values });

/** Proofs by fields that the backend describes. */
export const describedChecks: readonly CheckEntry[] = [
  [
    'METHOD-5',
    'offers its own methods after those of the contract, each with a label',
    async (visitor) => {
      const { methods } = visitor.expect(await visitor.reachChoice(), 'choose-method');
      const own = methods.filter(isOwn);
      if (own.length === 0) throw new NotOffered('a method of its own');
      require(methods.slice(-own.length).every(isOwn), 'its own methods last');
      require(own.every(({ label }) => label !== undefined && label !== ''), 'a label for each');
    },
  ],
  [
    'GATE-1',
    'asks for what proves a method of its own, and says which method that is',
    async (visitor) => {
      const step = await atForm(visitor);
      require(step.fields.length > 0, 'a field to fill in');
      require(step.method !== undefined && isOwn(step.method), 'the method that it is for');
    },
  ],
  [
    'GATE-1',
    'tells which field is missing',
    async (visitor) => {
      const step = await atForm(visitor);
      const [field] = step.fields.filter(({ required }) => required);
      const next = visitor.expect(await fill(visitor, step, {}), 'form');
      require(next.problems.some(
        (problem) => problem.field === offered(field, 'a field that is required').name,
      ), 'a problem beside the field', described(next));
    },
  ],
  [
    'GATE-1',
    'tells what does not match, and asks again',
    async (visitor) => {
      const step = await atForm(visitor);
      const wrong = Object.fromEntries(step.fields.map(({ name }) => [name, '0']));
      const next = visitor.expect(await fill(visitor, step, wrong), 'form');
      require(next.problems.length > 0, 'a problem', 'none');
    },
  ],
  [
    'GATE-1',
    'takes what does match',
    async (visitor) => {
      const step = await atForm(visitor);
      const values = offered(visitor.world.valuesFor, 'what proves a method of its own');
      const next = await fill(visitor, step, await values(step));
      require(next.kind !== 'form' && next.kind !== 'refused', 'the next step', described(next));
    },
  ],
];
