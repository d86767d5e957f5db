import { discoverySchema } from '../../contract/discovery.js';
import { mismatch } from '../../contract/schema.js';
import { contractVersion } from '../../contract/version.js';
import type { CheckEntry } from '../check-entry.js';
import { require } from '../expectation.js';
import { described } from '../shape.js';
import { tokenOf } from '../visitor.js';

/** What crosses the boundary. */
export const contractChecks: readonly CheckEntry[] = [
  [
    'CONTRACT',
    `speaks version ${contractVersion} of the contract and says so in its discovery`,
    async ({ world: { adapter }, attempt }) => {
      require(adapter.contract === contractVersion, 'an adapter of this version');
      const discovery = await adapter.discover({}, attempt());
      const wrong = mismatch(discoverySchema, discovery);
      require(!wrong, `a discovery of the contract, but ${wrong}`);
      require(discovery.contract === contractVersion, 'a discovery of this version');
    },
  ],
  [
    'CONTRACT',
    'leads from a username to a new password, by steps of the contract',
    async (visitor) => {
      const done = await visitor.reach('done');
      require(!('token' in done), 'no token once all is done');
      require(done.outcome === 'password-reset', 'the outcome password-reset', done.outcome);
    },
  ],
  [
    'CONTRACT',
    'cancels as often as asked, and then the flow is over',
    async (visitor) => {
      const { reset } = visitor.world.adapter;
      const token = tokenOf(await visitor.reachChoice());
      for (const _ of [1, 2]) await reset.cancel(token, { locale: 'en' });
      await reset.cancel('never-given-out', { locale: 'en' });
      const after = await visitor.advance(token, { action: 'extend' });
      const { code } = visitor.expect(after, 'refused');
      require(isOver(code), 'a flow that is over', described(after));
    },
  ],
  [
    'CONTRACT',
    "ends a call with its signal's reason",
    async (visitor) => {
      const reason = new Error('stop');
      const intent = await visitor.intent();
      const attempt = { ...visitor.attempt(), signal: AbortSignal.abort(reason) };
      const told: unknown = await visitor
        .startWith(intent, attempt)
        .catch((error: unknown) => error);
      require(told === reason, "the signal's reason");
    },
  ],
];

/** Whether a refusal says that there is no such flow any more. */
export const isOver = (code: string): boolean =>
  code === 'flow-superseded' || code === 'flow-expired';
