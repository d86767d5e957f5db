import type { Step } from '../contract/step.js';
import type { CheckEntry } from './flow-checks.js';
import { shapeOf } from './shape.js';
import { require, type Visitor } from './visitor.js';

/** What a person sees: the rules that every backend keeps. */
export const ruleChecks: readonly CheckEntry[] = [
  ...['', 'two@at@fabrikam.example', 'no domain'].map(
    (username): CheckEntry => [
      'TENANT-2',
      `tells on the first screen that ${username ? `"${username}"` : 'nothing'} is no username`,
      async (visitor) => {
        const step = visitor.expect(await visitor.start(username), 'identify');
        require(step.problems.some(
          ({ field }) => field === 'username',
        ), 'a problem beside the username');
      },
    ],
  ),
  [
    'CODE-2',
    'counts a wrong code and says so',
    async (visitor) => {
      const code = await visitor.reachCode();
      const answer = { action: 'enter-code', code: await visitor.wrongCode(code.method) } as const;
      const wrong = visitor.expect(await visitor.advance(code, answer), 'enter-code');
      require(wrong.problems.some(
        (problem) => problem.code === 'code-wrong',
      ), 'the problem code-wrong');
      require(wrong.triesLeft !== undefined, 'to be told how many tries are left');
      require(code.triesLeft === undefined ||
        wrong.triesLeft === code.triesLeft - 1, 'one try less');
    },
  ],
  [
    'CODE-1',
    'takes a code once',
    async (visitor) => {
      const step = await visitor.reachCode();
      const answer = {
        action: 'enter-code',
        code: await visitor.world.readCode(step.method),
      } as const;
      await visitor.advance(step, answer);
      const second = await visitor.reachCode();
      if (second.method.type !== step.method.type) return;
      const again = await visitor.advance(second, answer);
      require(again.kind === 'enter-code' && again.problems.length > 0, 'a used code to be wrong');
    },
  ],
  [
    'PASSWORD-6',
    'refuses a confirmation that differs, and asks again',
    async (visitor) => {
      const step = await visitor.reach('new-password');
      const again = await visitor.setPassword(step, `${visitor.world.password}x`);
      const { problems } = visitor.expect(again, 'new-password');
      require(problems.some(
        ({ field }) => field === 'confirmation',
      ), 'a problem beside the confirmation');
      visitor.expect(await visitor.setPassword(again), 'done');
    },
  ],
];

/** In the uniform voice only: one that tells accounts apart has nothing to hide. */
export const uniformChecks: readonly CheckEntry[] = [
  [
    'REFUSAL-2',
    'leads an unknown username through the same steps, to the same end',
    async (visitor) => {
      const [known, unknown] = await Promise.all([
        visitor.start(),
        visitor.start(visitor.world.unknownUsername),
      ]);
      const type = commonType(known, unknown);
      let [left, right] = [known, unknown];
      for (let answers = 0; answers < 16; answers += 1) {
        require(shapeOf(left) ===
          shapeOf(
            right,
          ), `steps that look alike after ${answers} answers: ${shapeOf(left)} and ${shapeOf(right)}`);
        const next = await Promise.all([fail(visitor, left, type), fail(visitor, right, type)]);
        if (!next[0] || !next[1]) return;
        [left, right] = [next[0], next[1]];
      }
    },
  ],
  [
    'REFUSAL-2',
    'shows an unknown username the same masks every time',
    async (visitor) => {
      const { unknownUsername } = visitor.world;
      const hints = async () => {
        const step = visitor.expect(await visitor.start(unknownUsername), 'choose-method');
        return JSON.stringify(step.methods.map(({ type, hint }) => [type, hint]));
      };
      const first = await hints();
      require(first === (await hints()), 'masks that do not change');
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
  if (step.kind === 'enter-code')
    return visitor.advance(step, { action: 'enter-code', code: '0'.repeat(step.digits) });
  return undefined;
}
