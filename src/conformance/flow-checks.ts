import { discoverySchema } from '../contract/discovery.js';
import { mismatch } from '../contract/schema.js';
import { contractVersion } from '../contract/version.js';
import { withoutTimes } from './shape.js';
import { require, tokenOf, type Visitor } from './visitor.js';

/** A rule, a sentence, and how to find out. */
export type CheckEntry = readonly [
  rule: string,
  title: string,
  run: (visitor: Visitor) => Promise<void>,
];

const isRefused = (code: string) => code === 'flow-superseded' || code === 'flow-expired';

/** The machine itself: steps, tokens, attempts. */
export const flowChecks: readonly CheckEntry[] = [
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
    },
  ],
  [
    'SESSION-1',
    'gives the same attempt its stored answer',
    async (visitor) => {
      const attempt = visitor.attempt();
      const first = await visitor.start(undefined, attempt);
      const again = await visitor.start(undefined, attempt);
      require(withoutTimes(first) === withoutTimes(again), 'one start to open one flow');

      const code = await visitor.reachCode();
      const answer = { action: 'enter-code', code: await visitor.wrongCode(code.method) } as const;
      const guess = visitor.attempt();
      const wrong = visitor.expect(await visitor.advance(code, answer, guess), 'enter-code');
      const stored = visitor.expect(await visitor.advance(code, answer, guess), 'enter-code');
      require(withoutTimes(wrong) === withoutTimes(stored), 'a repeated guess to count once');
    },
  ],
  [
    'SESSION-1',
    'refuses a spent token under another attempt',
    async (visitor) => {
      const first = await visitor.start();
      await visitor.choose(first);
      const second = visitor.expect(await visitor.choose(first), 'refused');
      require(second.code === 'flow-superseded', `flow-superseded, not ${second.code}`);
      require(second.token === undefined, 'no token on a refused attempt');
    },
  ],
  [
    'SESSION-1',
    'gives every step a token of its own',
    async (visitor) => {
      const start = await visitor.start();
      const code = visitor.expect(await visitor.choose(start), 'enter-code');
      const answer = { action: 'enter-code', code: await visitor.wrongCode(code.method) } as const;
      const tokens = [start, code, await visitor.advance(code, answer), await visitor.start()];
      require(new Set(tokens.map(tokenOf)).size === tokens.length, 'four steps, four tokens');
    },
  ],
  [
    'SESSION-1',
    'refuses a token that it never gave out',
    async (visitor) => {
      const { token } = await visitor.reachCode();
      const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
      const answer = { action: 'other-method' } as const;
      const step = visitor.expect(await visitor.advance(forged, answer), 'refused');
      require(isRefused(step.code), `a flow that is not known, not ${step.code}`);
    },
  ],
  [
    'SESSION-1',
    'lets one of two answers to the same step win',
    async (visitor) => {
      const step = await visitor.reachCode();
      const answer = {
        action: 'enter-code',
        code: await visitor.world.readCode(step.method),
      } as const;
      const steps = await Promise.all([1, 2, 3].map(() => visitor.advance(step, answer)));
      const lost = steps.filter((one) => one.kind === 'refused' && one.code === 'flow-superseded');
      require(lost.length === 2, `two of three answers superseded, not ${lost.length}`);
    },
  ],
  [
    'SESSION-1',
    'lets no step be skipped',
    async (visitor) => {
      const step = await visitor.setPassword(await visitor.start());
      require(step.kind === 'choose-method' ||
        step.kind === 'refused', `a password before any proof to change nothing, not ${step.kind}`);
    },
  ],
  [
    'CONTRACT',
    'cancels as often as asked, and then the flow is over',
    async (visitor) => {
      const { reset } = visitor.world.adapter;
      const { token } = await visitor.reachCode();
      for (const _ of [1, 2]) await reset.cancel(token, { locale: 'en' });
      await reset.cancel('never-given-out', { locale: 'en' });
      const after = visitor.expect(await visitor.advance(token, { action: 'resend' }), 'refused');
      require(isRefused(after.code), `a flow that is over, not ${after.code}`);
    },
  ],
  [
    'CONTRACT',
    "ends a call with its signal's reason",
    async (visitor) => {
      const reason = new Error('stop');
      const attempt = { ...visitor.attempt(), signal: AbortSignal.abort(reason) };
      const told: unknown = await visitor
        .start(undefined, attempt)
        .catch((error: unknown) => error);
      require(told === reason, "the signal's reason");
    },
  ],
];
