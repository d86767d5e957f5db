import { expect } from 'chai';
import { conformance } from '../../../src/conformance/index.js';
import type { Adapter, Attempt, FlowDriver } from '../../../src/contract/adapter.js';
import type { ResetIntent } from '../../../src/contract/answer.js';
import type { Step } from '../../../src/contract/step.js';
import { fabrikam, tenantWorld } from './tenant-world.js';

type Driver = FlowDriver<ResetIntent>;

/** The same adapter with part of its reset done otherwise. */
const withReset = (adapter: Adapter, change: (good: Driver) => Partial<Driver>): Adapter => ({
  contract: adapter.contract,
  discover: adapter.discover,
  reset: { ...adapter.reset, ...change(adapter.reset) },
});

const withSteps = (adapter: Adapter, change: (step: Step) => Step): Adapter =>
  withReset(adapter, (good) => ({
    start: async (...call) => change(await good.start(...call)),
    advance: async (...call) => change(await good.advance(...call)),
  }));

let attempts = 0;
const another = (attempt: Attempt): Attempt => ({ ...attempt, attemptId: `again-${attempts++}` });

const newPassword = (token: string): Step => ({
  kind: 'new-password',
  token,
  username: 'alex',
  rules: [],
  actions: [],
  problems: [],
  notices: [],
});

/** What can be wrong with a backend, and the check that finds it. */
const flaws: [flaw: string, found: RegExp, broken: (adapter: Adapter) => Adapter][] = [
  [
    'speaks another version',
    /speaks version 1/,
    (adapter) => ({
      ...adapter,
      discover: async () => ({ contract: 2, captcha: { kind: 'none' } }),
      reset: adapter.reset,
      contract: 1,
    }),
  ],
  [
    'sends steps without actions',
    /by steps of the contract/,
    (adapter) => withSteps(adapter, ({ actions: _, ...step }) => step as Step),
  ],
  [
    'ends with an open flow',
    /by steps of the contract/,
    (adapter) =>
      withSteps(adapter, (step) => (step.kind === 'done' ? { ...step, token: 'more' } : step)),
  ],
  [
    'takes a repeated attempt for a new one',
    /its stored answer/,
    (adapter) =>
      withReset(adapter, (good) => ({
        start: (intent, attempt) => good.start(intent, another(attempt)),
        advance: (token, answer, attempt) => good.advance(token, answer, another(attempt)),
      })),
  ],
  [
    'gives its stored answer to anybody',
    /refuses a spent token under another attempt/,
    (adapter) => {
      const stored = new Map<string, Promise<Step>>();
      return withReset(adapter, (good) => ({
        advance: (token, answer, attempt) => {
          const step = stored.get(token) ?? good.advance(token, answer, attempt);
          stored.set(token, step);
          return step;
        },
      }));
    },
  ],
  [
    'lets all of several answers win',
    /one of two answers to the same step win/,
    (adapter) => {
      const stored = new Map<string, Promise<Step>>();
      return withReset(adapter, (good) => ({
        advance: (token, answer, attempt) => {
          const step = stored.get(token) ?? good.advance(token, answer, attempt);
          stored.set(token, step);
          return step;
        },
      }));
    },
  ],
  [
    'has one token per flow',
    /a token of its own/,
    (adapter) => {
      let newest = '';
      const hide = (step: Step): Step => {
        if ('token' in step && step.token) newest = step.token;
        return 'token' in step ? { ...step, token: 'the-only-one' } : step;
      };
      return withReset(adapter, (good) => ({
        start: async (...call) => hide(await good.start(...call)),
        advance: async (_, ...call) => hide(await good.advance(newest, ...call)),
      }));
    },
  ],
  [
    'falls over a token that it never gave out',
    /never gave out/,
    (adapter) =>
      withReset(adapter, (good) => ({
        advance: async (...call) => {
          const step = await good.advance(...call);
          if (step.kind === 'refused' && step.code === 'flow-expired') throw new TypeError('oops');
          return step;
        },
      })),
  ],
  [
    'lets a step be skipped',
    /no step be skipped/,
    (adapter) =>
      withReset(adapter, (good) => ({
        advance: async (token, answer, attempt) =>
          answer.action === 'set-password'
            ? newPassword('skipped')
            : good.advance(token, answer, attempt),
      })),
  ],
  [
    'cancels once only',
    /cancels as often as asked/,
    (adapter) => {
      const cancelled = new Set<string>();
      return withReset(adapter, (good) => ({
        cancel: async (token, call) => {
          if (cancelled.has(token)) throw new Error('There is no such flow.');
          cancelled.add(token);
          await good.cancel(token, call);
        },
      }));
    },
  ],
  [
    'goes on with a flow that was cancelled',
    /then the flow is over/,
    (adapter) => withReset(adapter, () => ({ cancel: async () => {} })),
  ],
  [
    'does not listen to a signal',
    /its signal's reason/,
    (adapter) =>
      withReset(adapter, (good) => ({
        start: (intent, { signal: _, ...attempt }) => good.start(intent, attempt),
      })),
  ],
  [
    'does not say that a username is none',
    /a name without a domain is no username/,
    (adapter) =>
      withSteps(adapter, (step) => (step.kind === 'identify' ? { ...step, problems: [] } : step)),
  ],
  [
    'does not count wrong codes',
    /counts a wrong code/,
    (adapter) =>
      withSteps(adapter, (step) => (step.kind === 'enter-code' ? { ...step, triesLeft: 3 } : step)),
  ],
  [
    'takes a code twice',
    /takes a code once/,
    (adapter) => {
      const seen = new Set<string>();
      return withReset(adapter, (good) => ({
        advance: async (token, answer, attempt) => {
          if (answer.action !== 'enter-code') return good.advance(token, answer, attempt);
          if (seen.has(answer.code)) return newPassword('reused');
          seen.add(answer.code);
          return good.advance(token, answer, attempt);
        },
      }));
    },
  ],
  [
    'does not look at the confirmation',
    /a confirmation that differs/,
    (adapter) =>
      withReset(adapter, (good) => ({
        advance: (token, answer, attempt) =>
          good.advance(
            token,
            answer.action === 'set-password'
              ? { ...answer, confirmation: answer.password }
              : answer,
            attempt,
          ),
      })),
  ],
  [
    'leaves the token of the page that was left as it was',
    /where its reset stands, under another token/,
    (adapter) => {
      const seen = new Map<string, string>();
      const note = (step: Step): Step => {
        if ('token' in step && step.token && step.resumable) seen.set(step.resumable, step.token);
        return step;
      };
      return withReset(withSteps(adapter, note), (good) => ({
        resume: async (at, attempt) => {
          const step = await good.resume?.(at, attempt);
          return step && 'token' in step ? { ...step, token: seen.get(at) ?? '' } : step;
        },
      }));
    },
  ],
  [
    'says again what it said before the page was left',
    /where its reset stands, under another token/,
    (adapter) =>
      withReset(adapter, (good) => ({
        resume: async (at, attempt) => {
          const step = await good.resume?.(at, attempt);
          return step && { ...step, notices: [{ code: 'code-sent' }] };
        },
      })),
  ],
  [
    'finds no flow again, though it names them',
    /where its reset stands, under another token/,
    (adapter) => withReset(adapter, () => ({ resume: async () => undefined })),
  ],
  [
    'names a flow anew at every step',
    /by one name/,
    (adapter) => withSteps(adapter, (step) => ({ ...step, resumable: `name-${attempts++}` })),
  ],
  [
    'names a flow by its token',
    /by one name/,
    (adapter) =>
      withSteps(adapter, (step) =>
        'token' in step && step.token ? { ...step, resumable: step.token } : step,
      ),
  ],
  [
    'gives an attempt to come back another answer each time',
    /to come back its stored answer/,
    (adapter) =>
      withReset(adapter, (good) => ({
        resume: async (at, attempt) => good.resume?.(at, another(attempt)),
      })),
  ],
  [
    'brings people back to what was given up',
    /a flow that is over/,
    (adapter) => {
      const newest = new Map<string, Step>();
      return withReset(
        withSteps(adapter, (step) => {
          if (step.resumable) newest.set(step.resumable, step);
          return step;
        }),
        (good) => ({
          resume: async (at, attempt) => (await good.resume?.(at, attempt)) ?? newest.get(at),
        }),
      );
    },
  ],
  [
    'judges no password, though it says so',
    /tells while it is typed/,
    (adapter) => withReset(adapter, () => ({ checkPassword: async () => [] })),
  ],
  [
    'has something against every password',
    /nothing against a password that it takes/,
    (adapter) =>
      withReset(adapter, () => ({
        checkPassword: async () => [{ code: 'password-too-common', field: 'password' }],
      })),
  ],
  [
    'spends the token of a password that is judged',
    /nothing against a password that it takes/,
    (adapter) =>
      withReset(adapter, (good) => ({
        checkPassword: async (token, password, call) => {
          const problems = (await good.checkPassword?.(token, password, call)) ?? [];
          await good.cancel(token, call);
          return problems;
        },
      })),
  ],
  [
    'judges passwords for anybody',
    /under a token that is spent/,
    (adapter) =>
      withReset(adapter, () => ({
        checkPassword: async (_, password) =>
          password === 'P@ssword1' ? [{ code: 'password-too-common', field: 'password' }] : [],
      })),
  ],
  [
    'asks for a confirmation that it says there is none of',
    /a confirmation, unless it says/,
    (adapter) =>
      withSteps(adapter, (step) =>
        step.kind === 'new-password' ? { ...step, confirm: false } : step,
      ),
  ],
  [
    'shows strangers other masks every time',
    /the same masks every time/,
    (adapter) =>
      withSteps(adapter, (step) =>
        step.kind === 'choose-method'
          ? { ...step, methods: step.methods.map((one) => ({ ...one, hint: `${attempts++}` })) }
          : step,
      ),
  ],
];

const failuresOf = async (broken: (adapter: Adapter) => Adapter) => {
  const failed: string[] = [];
  for (const { title, run } of conformance(() => tenantWorld(fabrikam(), broken)))
    await run().catch(() => failed.push(title));
  return failed;
};

describe('conformance', () => {
  it('finds nothing wrong with a good adapter', async () => {
    expect(await failuresOf((adapter) => adapter)).to.deep.equal([]);
  });

  for (const [flaw, found, broken] of flaws) {
    it(`finds an adapter that ${flaw}`, async () => {
      expect((await failuresOf(broken)).filter((title) => found.test(title))).to.have.length(1);
    });
  }

  it('finds an adapter that tells a stranger from a member', async () => {
    const failed: string[] = [];
    for (const { rule, run } of conformance(() => tenantWorld(fabrikam({ voice: 'detailed' }))))
      await run().catch(() => failed.push(rule));
    expect(failed).to.deep.equal(['REFUSAL-2', 'REFUSAL-2', 'REFUSAL-2']);
  });

  it('says what was expected, in a sentence', async () => {
    const check = conformance(() =>
      tenantWorld(fabrikam(), (adapter) => withReset(adapter, () => ({ cancel: async () => {} }))),
    ).find(({ title }) => title.startsWith('cancels'));
    const failure = await check?.run().catch((error: Error) => error.message);
    expect(failure).to.equal('Expected the step refused, not choose-method.');
  });

  it('has a check for each rule that it names, and names no two alike', () => {
    const checks = conformance(() => tenantWorld(fabrikam()));
    expect(new Set(checks.map(({ title }) => title)).size).to.equal(checks.length);
    for (const { rule } of checks) expect(rule).to.match(/^(CONTRACT|[A-Z]+-\d+)$/);
  });
});
