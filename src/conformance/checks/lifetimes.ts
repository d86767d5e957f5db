import type { Step } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';

const extendOf = (step: Step) => step.actions.find(({ name }) => name === 'extend');

function timeOf(step: Step): number {
  require(step.expiresInMs !== undefined, `to be told how long the step ${step.kind} is open`);
  return step.expiresInMs;
}

/** How long a reset lives. */
export const lifetimeChecks: readonly CheckEntry[] = [
  [
    'SESSION-1',
    'answers that a reset ran out, and takes nothing any more',
    async (visitor) => {
      const step = await visitor.reachCode();
      const code = await visitor.code(step.method);
      await visitor.wind(timeOf(step));
      const late = visitor.expect(
        await visitor.advance(step, { action: 'enter-code', code }),
        'refused',
      );
      require(late.code === 'flow-expired', 'flow-expired', late.code);
    },
  ],
  [
    'SESSION-1',
    'tells by itself that a reset ran out',
    async (visitor) => {
      const step = await visitor.reachChoice();
      if (!visitor.world.adapter.reset.watch) throw new NotOffered('steps that come by themselves');
      await visitor.wind(timeOf(step));
      const { code } = visitor.expect(await visitor.watch(step), 'refused');
      require(code === 'flow-expired', 'flow-expired', code);
    },
  ],
  [
    'SESSION-1',
    'gives more time as often as it says',
    async (visitor) => {
      let step = await visitor.reachChoice();
      if (!extendOf(step)) throw new NotOffered('more time');
      for (let left = extendOf(step)?.remaining; extendOf(step); left = extendOf(step)?.remaining) {
        require(left === undefined || left > 0, 'to be told how often more time can be had');
        const before = timeOf(step);
        const next = await visitor.advance(step, { action: 'extend' });
        visitor.expect(next, step.kind);
        require(timeOf(next) > before, 'more time than before', 'no more');
        const now = extendOf(next)?.remaining ?? 0;
        require(left === undefined || now === left - 1, 'one time less', `${now} times`);
        step = next;
        if (left === undefined) return;
      }
      const often = await visitor.advance(step, { action: 'extend' });
      require(often.problems.length > 0, 'no more time than it says', described(often));
    },
  ],
  [
    'SESSION-1',
    'revives no dead code with more time',
    async (visitor) => {
      const step = await visitor.reachCode(undefined, ['email', 'text', 'whatsapp']);
      if (!extendOf(step) || step.codeExpiresInMs === undefined) throw new NotOffered('more time');
      const code = await visitor.code(step.method);
      await visitor.wind(step.codeExpiresInMs);
      const more = await visitor.advance(step, { action: 'extend' });
      const late = await visitor.advance(more, { action: 'enter-code', code });
      require(late.kind === 'enter-code' &&
        late.problems.length > 0, 'a dead code to stay dead', described(late));
    },
  ],
];
