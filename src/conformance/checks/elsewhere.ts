import type { Step, Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

async function waiting(visitor: Visitor, type: string): Promise<Steps['wait']> {
  if (!visitor.world.respond) throw new NotOffered('somebody who answers calls and notifications');
  const chosen = await visitor.reachMethod(type);
  return visitor.expect(await visitor.confirm(chosen), 'wait');
}

const wentOn = (step: Step): boolean =>
  step.kind === 'choose-method' || step.kind === 'new-password';

function requireProblem(step: Step, code: string): void {
  require(step.problems.some((one) => one.code === code), `the problem ${code}`, described(step));
}

/** Proofs that are answered elsewhere: in an app, on a telephone. */
export const elsewhereChecks: readonly CheckEntry[] = [
  [
    'METHOD-1',
    'goes on once the number that it shows was typed in the app',
    async (visitor) => {
      const step = await waiting(visitor, 'app-notification');
      require(/^\d\d$/.test(step.number ?? ''), 'two digits to type in the app');
      await visitor.respond(step, true);
      const next = await visitor.watch(step);
      require(wentOn(next), 'the next proof or the password', described(next));
    },
  ],
  [
    'METHOD-1',
    'takes no other number than the one that it shows',
    async (visitor) => {
      const step = await waiting(visitor, 'app-notification');
      const other = `${(Number(step.number) + 11) % 100}`.padStart(2, '0');
      await visitor.respond(step, true, other);
      requireProblem(await visitor.watch(step), 'notification-wrong-number');
    },
  ],
  [
    'METHOD-1',
    'says that a notification was declined',
    async (visitor) => {
      const step = await waiting(visitor, 'app-notification');
      await visitor.respond(step, false);
      requireProblem(await visitor.watch(step), 'notification-denied');
    },
  ],
  [
    'CODE-3',
    'lets a notification run out',
    async (visitor) => {
      const step = await waiting(visitor, 'app-notification');
      require(step.waitExpiresInMs !== undefined, 'to be told how long a notification lives');
      await visitor.wind(step.waitExpiresInMs);
      requireProblem(await visitor.watch(step), 'notification-expired');
    },
  ],
  ...['call', 'office-call'].map(
    (type): CheckEntry => [
      'CODE-3',
      `goes on once a call was answered (${type})`,
      async (visitor) => {
        const step = await waiting(visitor, type);
        await visitor.respond(step, true);
        const next = await visitor.watch(step);
        require(wentOn(next), 'the next proof or the password', described(next));
      },
    ],
  ),
  [
    'CODE-3',
    'offers another call after one that nobody answered',
    async (visitor) => {
      const step = await waiting(visitor, 'call');
      await visitor.respond(step, false);
      const next = await visitor.watch(step);
      requireProblem(next, 'call-not-answered');
      require(next.actions.some(({ name }) => name === 'resend'), 'to be called again', 'no way');
    },
  ],
];
