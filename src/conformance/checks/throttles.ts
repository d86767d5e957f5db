import type { Step, Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import type { Visitor } from '../visitor.js';

/** More than any sensible limit. */
const most = 40;

function mayBlock({ world }: Visitor): void {
  if (!world.expendable) throw new NotOffered('an account that may be blocked');
}

/** What a block must say (rule THROTTLE-5). */
function blockOf(visitor: Visitor, step: Step): Steps['refused'] {
  const refused = visitor.expect(step, 'refused');
  require(refused.code === 'blocked-until', 'blocked-until', refused.code);
  require((refused.retryInMs ?? 0) > 0, 'to be told when it can be tried again');
  return refused;
}

/** Guesses, in one flow after the other, until something refuses. */
async function guessUntilBlocked(visitor: Visitor, username?: string): Promise<Step> {
  let guesses = 0;
  while (guesses < most) {
    let step = await visitor.reachChoice(username);
    if (step.kind === 'choose-method') step = await visitor.confirm(await visitor.choose(step));
    if (step.kind === 'refused') return step;
    let asked = visitor.expect(step, 'enter-code');
    for (;;) {
      guesses += 1;
      const code = `${guesses}`.padStart(asked.digits, '0');
      const next = await visitor.advance(asked, { action: 'enter-code', code });
      if (next.kind === 'refused') return next;
      asked = visitor.expect(next, 'enter-code');
      if (asked.triesLeft === 0 || guesses >= most) break;
      if (asked.problems.some((one) => one.code === 'code-used-up')) break;
    }
  }
  require(false, 'wrong proofs to end in a block', `${guesses} of them without`);
}

/** A code again and again, as early as each may be had. */
async function sendUntilBlocked(visitor: Visitor, types: readonly string[]): Promise<void> {
  mayBlock(visitor);
  let step: Step = await visitor.reachCode(undefined, types);
  for (let sent = 1; step.kind === 'enter-code'; sent += 1) {
    const resend = step.actions.find(({ name }) => name === 'resend');
    if (!resend) throw new NotOffered('another code');
    require(sent < most, 'codes to end in a block', `${sent} of them without`);
    await visitor.wind(resend.readyInMs ?? 0);
    step = await visitor.advance(step, { action: 'resend' });
  }
  blockOf(visitor, step);
}

/** What can be had only so often. */
export const throttleChecks: readonly CheckEntry[] = [
  [
    'THROTTLE-1',
    'blocks an account after wrong proofs, in all flows together, and says for how long',
    async (visitor) => {
      mayBlock(visitor);
      blockOf(visitor, await guessUntilBlocked(visitor));
      blockOf(visitor, await visitor.start());
    },
  ],
  [
    'THROTTLE-1',
    'takes nothing in a flow that was open when the account was blocked',
    async (visitor) => {
      mayBlock(visitor);
      const open = await visitor.reachChoice();
      await guessUntilBlocked(visitor);
      blockOf(visitor, await visitor.choose(open));
    },
  ],
  [
    'THROTTLE-5',
    'opens an account again when it said it would',
    async (visitor) => {
      mayBlock(visitor);
      if (!visitor.world.advance) throw new NotOffered('a clock that can be wound');
      const { retryInMs = 0 } = blockOf(visitor, await guessUntilBlocked(visitor));
      await visitor.wind(retryInMs);
      const step = await visitor.reachChoice();
      visitor.expect(step, 'choose-method');
    },
  ],
  [
    'THROTTLE-5',
    'counts for unknown accounts as for known ones',
    async (visitor) => {
      mayBlock(visitor);
      const step = await visitor.reachChoice(visitor.world.unknownUsername);
      if (step.kind !== 'choose-method') throw new NotOffered('steps for unknown accounts');
      blockOf(visitor, await guessUntilBlocked(visitor, visitor.world.unknownUsername));
    },
  ],
  [
    'THROTTLE-2',
    'blocks an account that texts are sent to over and over',
    (visitor) => sendUntilBlocked(visitor, ['text', 'whatsapp']),
  ],
  [
    'THROTTLE-3',
    'blocks an account that mails are sent to over and over',
    (visitor) => sendUntilBlocked(visitor, ['email']),
  ],
  [
    'THROTTLE-4',
    'blocks an account whose password is reset over and over',
    async (visitor) => {
      mayBlock(visitor);
      for (let resets = 0; resets < most; resets += 1) {
        const before = await visitor.start();
        if (before.kind === 'refused') {
          blockOf(visitor, before);
          return;
        }
        await visitor.reach('done');
        // An app shows another code, and the limits of mails are others.
        await visitor.wind(4 * 60_000);
      }
      require(false, 'resets to end in a block', `${most} of them without`);
    },
  ],
];
