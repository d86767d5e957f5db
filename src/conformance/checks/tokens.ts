import type { Step } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { require } from '../expectation.js';
import { described, withoutTimes } from '../shape.js';
import { tokenOf, type Visitor } from '../visitor.js';
import { isOver } from './contract.js';

/** Tokens and attempts: no answer counts twice, none counts elsewhere. */
export const tokenChecks: readonly CheckEntry[] = [
  [
    'SESSION-1',
    'gives the same attempt its stored answer',
    async (visitor) => {
      const attempt = visitor.attempt();
      const intent = await visitor.intent();
      const first = await visitor.startWith(intent, attempt);
      const again = await visitor.startWith(intent, attempt);
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
      await answerOnce(visitor, first);
      const second = visitor.expect(await answerOnce(visitor, first), 'refused');
      require(second.code === 'flow-superseded', 'flow-superseded', second.code);
      require(second.token === undefined, 'no token on a refused attempt');
    },
  ],
  [
    'SESSION-1',
    'gives every step a token of its own',
    async (visitor) => {
      const code = await visitor.reachCode();
      const answer = { action: 'enter-code', code: await visitor.wrongCode(code.method) } as const;
      const [first, second] = [await visitor.start(), await visitor.start()];
      const tokens = [first, second, code, await visitor.advance(code, answer)];
      require(new Set(tokens.map(tokenOf)).size === tokens.length, 'four steps, four tokens');
    },
  ],
  [
    'SESSION-1',
    'refuses a token that it never gave out',
    async (visitor) => {
      const token = tokenOf(await visitor.reachChoice());
      const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
      const answer = { action: 'other-method' } as const;
      const step = visitor.expect(await visitor.advance(forged, answer), 'refused');
      require(isOver(step.code), 'a flow that is not known', step.code);
    },
  ],
  [
    'SESSION-1',
    'lets one of two answers to the same step win',
    async (visitor) => {
      const step = await visitor.reachCode();
      const answer = {
        action: 'enter-code',
        code: await visitor.code(step.method),
      } as const;
      const steps = await Promise.all([1, 2, 3].map(() => visitor.advance(step, answer)));
      const lost = steps.filter((one) => one.kind === 'refused' && one.code === 'flow-superseded');
      require(lost.length === 2, 'two of three answers superseded', `${lost.length}`);
    },
  ],
  [
    'SESSION-1',
    'lets no step be skipped',
    async (visitor) => {
      const start = await visitor.start();
      const step = await visitor.setPassword(start);
      require(step.kind === start.kind ||
        step.kind === 'refused', 'a password before any proof to change nothing', described(step));
    },
  ],
  [
    'SESSION-1',
    'replays no proof that was passed',
    async (visitor) => {
      const step = await visitor.reachCode();
      const answer = { action: 'enter-code', code: await visitor.code(step.method) } as const;
      await visitor.advance(step, answer);
      const again = visitor.expect(await visitor.advance(step, answer), 'refused');
      require(isOver(again.code), 'a proof that was passed to be over', described(again));
    },
  ],
  [
    'SESSION-1',
    'takes nothing of one flow in another',
    async (visitor) => {
      const [one, other] = [await visitor.reachChoice(), await visitor.reachChoice()];
      const id = visitor.expect(one, 'choose-method').methods[0]?.id ?? '';
      if (visitor.expect(other, 'choose-method').methods.some((method) => method.id === id)) return;
      const next = await visitor.advance(other, { action: 'choose-method', method: id });
      require(next.kind === 'choose-method' &&
        next.problems.length > 0, 'a method of another flow to be refused', described(next));
    },
  ],
  [
    'SESSION-1',
    'takes no code that was sent for another flow',
    async (visitor) => {
      const one = await visitor.reachCode(undefined, ['email', 'text', 'whatsapp']);
      const code = await visitor.code(one.method);
      const other = await visitor.reachCode(undefined, [one.method.type]);
      const next = await visitor.advance(other, { action: 'enter-code', code });
      require(next.kind === 'enter-code' &&
        next.problems.length > 0, 'a code of another flow to be wrong', described(next));
    },
  ],
];

/** Any answer that the step takes. */
const answerOnce = (visitor: Visitor, step: Step): Promise<Step> =>
  step.kind === 'choose-goal'
    ? visitor.advance(step, { action: 'choose-goal', goal: 'reset-password' })
    : visitor.choose(step);
