import type { Step, Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, offered, require } from '../expectation.js';
import { described } from '../shape.js';
import { tokenOf, type Visitor } from '../visitor.js';
import { isOver } from './contract.js';

/** A code that is asked for, in a flow that can be found again. */
async function atCode(visitor: Visitor): Promise<Steps['enter-code'] & { resumable: string }> {
  const step = await visitor.reachCode();
  return { ...step, resumable: nameOf(visitor, step) };
}

function nameOf({ world }: Visitor, step: Step): string {
  if (!world.adapter.reset.resume) throw new NotOffered('to find a flow again');
  return offered(step.resumable, 'a name to find the flow again by');
}

const nothing = 'no flow at all';

/** A browser that comes back to a reset it began. */
export const returnChecks: readonly CheckEntry[] = [
  [
    'SESSION-1',
    'shows a browser that comes back where its reset stands, under another token',
    async (visitor) => {
      const left = await atCode(visitor);
      const back = await visitor.resume(left.resumable);
      require(back !== undefined, 'the flow that this browser began', 'none');
      const step = visitor.expect(back, 'enter-code');
      require(step.token !== left.token, 'another token');
      require(step.method.id === left.method.id, 'the same method');
      require(step.resumable === left.resumable, 'the same name');
      require(step.triesLeft === left.triesLeft, 'as many tries as before');
      require(step.problems.length + step.notices.length === 0, 'nothing said twice');
    },
  ],
  [
    'SESSION-1',
    'supersedes the page that was left',
    async (visitor) => {
      const left = await atCode(visitor);
      await visitor.resume(left.resumable);
      const late = await visitor.advance(left, { action: 'back' });
      const { code } = visitor.expect(late, 'refused');
      require(code === 'flow-superseded', 'flow-superseded', code);
    },
  ],
  [
    'CODE-1',
    'takes the code that was sent before the browser came back',
    async (visitor) => {
      const left = await atCode(visitor);
      const code = await visitor.code(left.method);
      const back = await visitor.resume(left.resumable);
      require(back !== undefined, 'the flow that this browser began', 'none');
      const next = await visitor.advance(back, { action: 'enter-code', code });
      require(next.kind !== 'enter-code' &&
        next.kind !== 'refused', 'the code to be right', described(next));
    },
  ],
  [
    'SESSION-1',
    'calls a flow by one name, which is no token',
    async (visitor) => {
      const first = await visitor.reachChoice();
      const name = nameOf(visitor, first);
      const second = await visitor.choose(first);
      require(second.resumable === name, 'the same name at the next step', 'another');
      require(name !== tokenOf(first) && name !== tokenOf(second), 'a name that is no token');
      const other = await visitor.reachChoice();
      require(other.resumable !== name, 'another name for another flow', 'the same');
      require((await visitor.resume(tokenOf(other))) === undefined, nothing, 'one by its token');
      const forged = visitor.expect(await visitor.advance(name, { action: 'back' }), 'refused');
      require(isOver(forged.code), 'a name to be no token', forged.code);
    },
  ],
  [
    'SESSION-1',
    'gives an attempt to come back its stored answer',
    async (visitor) => {
      const { resumable } = await atCode(visitor);
      const attempt = visitor.attempt();
      const [one, two] = [
        await visitor.resume(resumable, attempt),
        await visitor.resume(resumable, attempt),
      ];
      require(one !== undefined && two !== undefined, 'the flow twice');
      require(tokenOf(one) === tokenOf(two), 'one token for one attempt', 'two');
    },
  ],
  [
    'SESSION-1',
    'brings nobody back to a flow that is over, or that there never was',
    async (visitor) => {
      const { resumable, token } = await atCode(visitor);
      require((await visitor.resume('never-given-out')) === undefined, nothing, 'one made up');
      await visitor.world.adapter.reset.cancel(token, { locale: 'en' });
      require((await visitor.resume(resumable)) === undefined, nothing, 'one that was given up');
    },
  ],
  [
    'SESSION-1',
    'shows a flow to no other browser',
    async (visitor) => {
      const { resumable } = await atCode(visitor);
      const other = offered(visitor.world.otherBrowser, 'another browser');
      const seen = await other.reset.resume?.(resumable, visitor.attempt());
      require(seen === undefined, nothing, 'that of another browser');
      require((await visitor.resume(resumable)) !== undefined, 'the flow to go on', 'none');
    },
  ],
];
