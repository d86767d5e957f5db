import type { Step, Steps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

const sentTypes = ['email', 'text', 'whatsapp'];

const says = (step: Step, code: string): boolean =>
  step.problems.some((problem) => problem.code === code);

const typed = (code: string) => ({ action: 'enter-code', code }) as const;

const resendOf = (step: Steps['enter-code']) => step.actions.find(({ name }) => name === 'resend');

async function guess(visitor: Visitor, step: Steps['enter-code']): Promise<Step> {
  return visitor.advance(step, typed(await visitor.wrongCode(step.method)));
}

/** Codes that are sent, and those that an app shows. */
export const codeChecks: readonly CheckEntry[] = [
  [
    'CODE-2',
    'counts a wrong code and says so',
    async (visitor) => {
      const code = await visitor.reachCode();
      const next = await guess(visitor, code);
      const wrong = visitor.expect(next, 'enter-code');
      require(says(wrong, 'code-wrong'), 'the problem code-wrong', described(wrong));
      require(wrong.triesLeft !== undefined, 'to be told how many tries are left');
      require(code.triesLeft === undefined ||
        wrong.triesLeft === code.triesLeft - 1, 'one try less', `${wrong.triesLeft} left`);
    },
  ],
  [
    'CODE-2',
    'kills a code after the last try',
    async (visitor) => {
      let step: Step = await visitor.reachCode(undefined, sentTypes);
      const code = await visitor.code(visitor.expect(step, 'enter-code').method);
      for (let tries = 0; step.kind === 'enter-code' && !says(step, 'code-used-up'); tries += 1) {
        require(tries < 20, 'a code to be used up after some tries', 'twenty tries');
        step = await guess(visitor, step);
      }
      if (step.kind === 'refused') return;
      const late = await visitor.advance(step, typed(code));
      require(late.kind === 'refused' ||
        says(late, 'code-used-up'), 'a code that was used up to be dead', described(late));
    },
  ],
  [
    'CODE-2',
    'does not send another code too early',
    async (visitor) => {
      const step = await visitor.reachCode(undefined, sentTypes);
      const wait = resendOf(step)?.readyInMs ?? 0;
      if (wait === 0) throw new NotOffered('a wait before another code');
      const next = await visitor.advance(step, { action: 'resend' });
      require(says(next, 'resend-too-early'), 'the problem resend-too-early', described(next));
    },
  ],
  [
    'CODE-1',
    'takes a code once',
    async (visitor) => {
      const step = await visitor.reachCode();
      const answer = typed(await visitor.code(step.method));
      await visitor.advance(step, answer);
      const second = await visitor.reachCode(undefined, [step.method.type]);
      const again = await visitor.advance(second, answer);
      require(again.kind === 'enter-code' &&
        again.problems.length > 0, 'a used code to be wrong', described(again));
    },
  ],
  [
    'CODE-1',
    'kills the old code when it sends a new one',
    async (visitor) => {
      const step = await visitor.reachCode(undefined, sentTypes);
      const resend = resendOf(step);
      if (!resend) throw new NotOffered('another code');
      const old = await visitor.code(step.method);
      if (resend.readyInMs) await visitor.wind(resend.readyInMs);
      const sent = visitor.expect(await visitor.advance(step, { action: 'resend' }), 'enter-code');
      require(sent.problems.length === 0, 'another code', described(sent));
      const newer = await visitor.code(sent.method);
      require(newer !== old, 'another code than before', 'the same one');
      const late = visitor.expect(await visitor.advance(sent, typed(old)), 'enter-code');
      require(late.problems.length > 0, 'the old code to be dead', described(late));
      const right = await visitor.advance(late, typed(newer));
      require(right.kind !== 'enter-code', 'the new code to be right', described(right));
    },
  ],
  [
    'CODE-1',
    'lets a code run out',
    async (visitor) => {
      const step = await visitor.reachCode(undefined, sentTypes);
      const life = step.codeExpiresInMs;
      require(life !== undefined, 'to be told how long a code is good for');
      const code = await visitor.code(step.method);
      await visitor.wind(life);
      const late = await visitor.advance(step, typed(code));
      require(says(late, 'code-expired'), 'the problem code-expired', described(late));
    },
  ],
  [
    'CODE-1',
    'tells a code that cannot be one without counting it',
    async (visitor) => {
      const step = await visitor.reachCode();
      const next = visitor.expect(await visitor.advance(step, typed('12')), 'enter-code');
      require(next.problems.length > 0, 'a problem beside the code', 'none');
      require(next.triesLeft === step.triesLeft, 'no try less', `${next.triesLeft} left`);
    },
  ],
];
