import type { Step } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { offered, require } from '../expectation.js';
import { described, shapeOf } from '../shape.js';
import type { Visitor } from '../visitor.js';

/** Answers wrongly for both until nothing is left to answer; both must look alike all the way. */
async function compare(visitor: Visitor, username: string): Promise<void> {
  let left = await visitor.reachChoice();
  let right = await visitor.reachChoice(username);
  const type = commonType(left, right);
  for (let answers = 0; answers < 16; answers += 1) {
    require(shapeOf(left) ===
      shapeOf(
        right,
      ), `steps that look alike after ${answers} answers`, `${described(left)} and ${described(right)}, or one that says more`);
    const next = await Promise.all([fail(visitor, left, type), fail(visitor, right, type)]);
    if (!next[0] || !next[1]) return;
    [left, right] = [next[0], next[1]];
  }
}

/** In the uniform voice only: one that tells accounts apart has nothing to hide. */
export const uniformChecks: readonly CheckEntry[] = [
  [
    'REFUSAL-2',
    'leads an unknown username through the same steps, to the same end',
    (visitor) => compare(visitor, visitor.world.unknownUsername),
  ],
  [
    'REFUSAL-2',
    'leads somebody who may not reset through the same steps, to the same end',
    async (visitor) =>
      compare(
        visitor,
        offered(visitor.world.ineligibleUsername, 'somebody who has an account and may not reset'),
      ),
  ],
  [
    'REFUSAL-2',
    'answers known and unknown alike where none of the methods will do',
    async (visitor) => {
      const give = async (username: string) =>
        shapeOf(
          await visitor.advance(await visitor.reachChoice(username), { action: 'none-of-these' }),
        );
      const { username, unknownUsername } = visitor.world;
      const [known, unknown] = [await give(username), await give(unknownUsername)];
      require(known === unknown, 'the same page for both', 'two that differ');
    },
  ],
  [
    'REFUSAL-2',
    'shows an unknown username the same masks every time',
    async (visitor) => {
      const { unknownUsername } = visitor.world;
      const hints = async () => {
        const step = visitor.expect(await visitor.reachChoice(unknownUsername), 'choose-method');
        return JSON.stringify(step.methods.map(({ type, hint }) => [type, hint]));
      };
      const first = await hints();
      require(first === (await hints()), 'masks that do not change', 'others');
    },
  ],
];

/** A type that both offer, so that what differs is not the method. */
function commonType(left: Step, right: Step): string | undefined {
  if (left.kind !== 'choose-method' || right.kind !== 'choose-method') return undefined;
  return left.methods.find(({ type }) => right.methods.some((other) => other.type === type))?.type;
}

/** Answers wrongly, as one does who knows nothing; `undefined` where there is nothing to answer. */
async function fail(visitor: Visitor, step: Step, type: string | undefined) {
  if (step.kind === 'choose-method') return visitor.choose(step, type);
  if (step.kind === 'confirm-target')
    return visitor.advance(step, { action: 'confirm-target', target: '+49 151 00000000' });
  if (step.kind === 'answer-questions') {
    const answers = Object.fromEntries(step.questions.map(({ id }) => [id, 'not the answer']));
    return visitor.advance(step, { action: 'answer-questions', answers });
  }
  if (step.kind === 'enter-code')
    return visitor.advance(step, { action: 'enter-code', code: '0'.repeat(step.digits) });
  return undefined;
}
