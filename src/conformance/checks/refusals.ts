import type { Step } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, offered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

/** Whether a person who reads this can do something next: here, elsewhere, or with somebody's help. */
function hasWayOn(step: Step): boolean {
  const { helpdesk } = step.branding ?? {};
  return (
    step.actions.some(({ name }) => name === 'restart' || name === 'contact') ||
    step.kind === 'leave' ||
    [helpdesk?.phone, helpdesk?.email, helpdesk?.url].some((way) => way !== undefined)
  );
}

function requireNoDeadEnd(step: Step): void {
  require(hasWayOn(step), 'a way on: to start over, to ask for help, or a helpdesk', 'a dead end');
  require(step.supportCode !== undefined, 'a support code to quote', 'none');
}

async function givenUp(visitor: Visitor): Promise<Step> {
  const choice = visitor.expect(await visitor.reachChoice(), 'choose-method');
  if (!choice.actions.some(({ name }) => name === 'none-of-these'))
    throw new NotOffered('to say that none of the methods will do');
  const step = await visitor.advance(choice, { action: 'none-of-these' });
  return visitor.expect(step, 'refused');
}

/** How it ends for somebody who does not get through. */
export const refusalChecks: readonly CheckEntry[] = [
  [
    'REFUSAL-1',
    'leaves a way on where none of the methods will do',
    async (visitor) => requireNoDeadEnd(await givenUp(visitor)),
  ],
  [
    'REFUSAL-1',
    'leaves a way on where a reset ran out',
    async (visitor) => {
      const step = await visitor.reachChoice();
      await visitor.wind(step.expiresInMs ?? 0);
      const late = await visitor.advance(step, { action: 'extend' });
      requireNoDeadEnd(visitor.expect(late, 'refused'));
    },
  ],
  [
    'REFUSAL-1',
    'leaves a way on where a token is not known',
    async (visitor) => {
      const step = await visitor.advance('never-given-out', { action: 'extend' });
      require(hasWayOn(visitor.expect(step, 'refused')), 'to start over', 'a dead end');
    },
  ],
  [
    'REFUSAL-1',
    'leaves a way on for somebody who may not reset',
    async (visitor) => {
      const { ineligibleUsername } = visitor.world;
      const username = offered(ineligibleUsername, 'somebody who has an account and may not reset');
      const step = await visitor.reachChoice(username);
      if (step.kind === 'refused' || step.kind === 'leave') requireNoDeadEnd(step);
      else visitor.expect(step, 'choose-method');
    },
  ],
  [
    'REFUSAL-1',
    'calls for help where it offers that',
    async (visitor) => {
      const step = await givenUp(visitor);
      if (!step.actions.some(({ name }) => name === 'contact'))
        throw new NotOffered('to ask the administrators for help');
      const next = await visitor.advance(step, { action: 'contact' });
      require(next.notices.some(
        ({ code }) => code === 'administrator-contacted',
      ), 'the notice administrator-contacted', described(next));
    },
  ],
];
