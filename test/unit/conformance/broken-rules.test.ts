import { expect } from 'chai';
import { Broken, conformance, runConformance, type World } from '../../../src/conformance/index.js';
import type { Adapter, Attempt } from '../../../src/contract/adapter.js';
import type { Answer } from '../../../src/contract/answer.js';
import type { Step } from '../../../src/contract/step.js';
import { everyMethod, everySetting, fabrikam, fullWorld } from './tenant-world.js';

type Advance = Adapter['reset']['advance'];

const withAdvance = (adapter: Adapter, change: (good: Advance) => Advance): Adapter => ({
  ...{ contract: adapter.contract, discover: adapter.discover, register: adapter.register },
  reset: { ...adapter.reset, advance: change(adapter.reset.advance) },
});

const withSteps = (adapter: Adapter, change: (step: Step) => Step): Adapter => ({
  ...{ contract: adapter.contract, discover: adapter.discover, register: adapter.register },
  reset: {
    ...adapter.reset,
    start: async (...call) => change(await adapter.reset.start(...call)),
    advance: async (...call) => change(await adapter.reset.advance(...call)),
  },
});

/** Does something else where an answer of this kind comes. */
const onAnswer = (
  adapter: Adapter,
  action: Answer['action'],
  instead: (answer: Answer, go: (answer: Answer) => Promise<Step>) => Promise<Step>,
): Adapter =>
  withAdvance(
    adapter,
    (good) => (token: string, answer: Answer, attempt: Attempt) =>
      answer.action === action
        ? instead(answer, (other) => good(token, other, attempt))
        : good(token, answer, attempt),
  );

const step = (kind: 'new-password'): Step => ({
  kind,
  token: 'made-up',
  username: 'alex',
  rules: [],
  actions: [],
  problems: [],
  notices: [],
});

const without =
  (code: string) =>
  (one: Step): Step => ({
    ...one,
    problems: one.problems.filter((problem) => problem.code !== code),
  });

/** What can be wrong with a backend, and the rule that notices. */
const flaws: [flaw: string, rule: string, broken: (adapter: Adapter) => Adapter][] = [
  [
    'has no captcha that counts',
    'CAPTCHA-1',
    (adapter) => ({
      ...adapter,
      discover: adapter.discover,
      reset: {
        ...adapter.reset,
        async start(intent, attempt) {
          const fresh = await adapter.reset.start(intent, attempt);
          return fresh.kind === 'identify' && fresh.problems[0]?.code === 'captcha-failed'
            ? step('new-password')
            : fresh;
        },
      },
    }),
  ],
  [
    'offers methods the wrong way round',
    'METHOD-5',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'choose-method' ? { ...one, methods: one.methods.toReversed() } : one,
      ),
  ],
  [
    'shows addresses without a mask',
    'METHOD-7',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'choose-method'
          ? {
              ...one,
              methods: one.methods.map((method) =>
                method.type === 'email' ? { ...method, hint: 'alex@home.example' } : method,
              ),
            }
          : one,
      ),
  ],
  [
    'asks for one proof where it says two',
    'GATE-1',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'choose-method' && one.gate?.index === 2 ? step('new-password') : one,
      ),
  ],
  [
    'offers the first family again',
    'GATE-4',
    (adapter) => {
      let first: readonly object[] = [];
      return withSteps(adapter, (one) => {
        if (one.kind !== 'choose-method') return one;
        if (one.gate?.index === 1) first = one.methods;
        return { ...one, methods: first as typeof one.methods };
      });
    },
  ],
  [
    'offers its own methods first',
    'METHOD-5',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'choose-method'
          ? { ...one, methods: [...one.methods.slice(-1), ...one.methods.slice(0, -1)] }
          : one,
      ),
  ],
  [
    'has no words for its own methods',
    'METHOD-5',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'choose-method'
          ? { ...one, methods: one.methods.map(({ label: _, ...method }) => method) }
          : one,
      ),
  ],
  [
    'does not say what its fields are for',
    'GATE-1',
    (adapter) =>
      withSteps(adapter, (one) => (one.kind === 'form' ? { ...one, method: undefined } : one)),
  ],
  [
    'does not say which of its fields is missing',
    'GATE-1',
    (adapter) => withSteps(adapter, without('field-required')),
  ],
  [
    'does not say that what was typed is wrong',
    'GATE-1',
    (adapter) => withSteps(adapter, without('values-wrong')),
  ],
  [
    'takes nothing for what proves its own method',
    'GATE-1',
    (adapter) =>
      onAnswer(adapter, 'fill-form', (_, go) =>
        go({ action: 'fill-form', values: { number: '0' } }),
      ),
  ],
  [
    'forgets that a code was used up',
    'CODE-2',
    (adapter) => withSteps(adapter, without('code-wrong')),
  ],
  [
    'says nothing of a code that ran out',
    'CODE-1',
    (adapter) => withSteps(adapter, without('code-expired')),
  ],
  [
    'says nothing of a notification that ran out',
    'CODE-3',
    (adapter) => ({
      ...{ contract: adapter.contract, discover: adapter.discover, register: adapter.register },
      reset: {
        ...adapter.reset,
        async *watch(...call) {
          for await (const one of adapter.reset.watch?.(...call) ?? [])
            yield without('notification-expired')(one);
        },
      },
    }),
  ],
  [
    'takes any number in the app',
    'METHOD-1',
    (adapter) => ({
      ...{ contract: adapter.contract, discover: adapter.discover, register: adapter.register },
      reset: {
        ...adapter.reset,
        async *watch(...call) {
          for await (const one of adapter.reset.watch?.(...call) ?? [])
            yield without('notification-wrong-number')(one);
        },
      },
    }),
  ],
  [
    'takes any telephone number',
    'PHONE-3',
    (adapter) =>
      onAnswer(adapter, 'confirm-target', (answer, go) =>
        go({ ...answer, action: 'confirm-target', target: everyMethod.phone }),
      ),
  ],
  [
    'says which answer was wrong',
    'QUESTION-5',
    (adapter) =>
      withSteps(adapter, (one) => ({
        ...one,
        problems: one.problems.map((problem) =>
          problem.code === 'answers-wrong' ? { ...problem, field: 'first' } : problem,
        ),
      })),
  ],
  [
    'takes short passwords',
    'PASSWORD-1',
    (adapter) => withSteps(adapter, without('password-too-short')),
  ],
  [
    'takes simple passwords',
    'PASSWORD-2',
    (adapter) => withSteps(adapter, without('password-too-simple')),
  ],
  [
    'takes any character',
    'PASSWORD-3',
    (adapter) => withSteps(adapter, without('password-character')),
  ],
  [
    'takes the username',
    'PASSWORD-4',
    (adapter) => withSteps(adapter, without('password-has-username')),
  ],
  [
    'takes common passwords',
    'BANNED-4',
    (adapter) => withSteps(adapter, without('password-too-common')),
  ],
  [
    'does not say when a block ends',
    'THROTTLE-1',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.kind === 'refused' ? { ...one, retryInMs: undefined } : one,
      ),
  ],
  [
    'leaves a dead end',
    'REFUSAL-1',
    (adapter) =>
      withSteps(adapter, (one) => (one.kind === 'refused' ? { ...one, actions: [] } : one)),
  ],
  [
    'has no support code',
    'REFUSAL-1',
    (adapter) => withSteps(adapter, (one) => ({ ...one, supportCode: undefined })),
  ],
  [
    'gives no more time when it says so',
    'SESSION-1',
    (adapter) =>
      withSteps(adapter, (one) =>
        one.notices.some(({ code }) => code === 'extended') ? { ...one, expiresInMs: 1_000 } : one,
      ),
  ],
  [
    'takes two @ in a username',
    'TENANT-2',
    (adapter) => withSteps(adapter, without('username-malformed')),
  ],
];

const failing = async (change: (world: World) => World): Promise<readonly string[]> => {
  const open = async () => change(await fullWorld(fabrikam(everySetting, everyMethod)));
  const { rules } = await runConformance(open);
  return rules.filter(({ outcome }) => outcome === 'fails').map(({ rule }) => rule);
};

describe('a report of the conformance suite', function () {
  this.timeout(20_000);

  it('finds nothing wrong with a good backend that offers everything', async () => {
    expect(await failing((world) => world)).to.deep.equal([]);
  });

  for (const [flaw, rule, broken] of flaws)
    it(`${rule}: names a backend that ${flaw}`, async () => {
      const open = async () => {
        const world = await fullWorld(fabrikam(everySetting, everyMethod));
        return { ...world, adapter: broken(world.adapter) };
      };
      const checks = conformance(open).filter((check) => check.rule === rule);
      const broke = await Promise.all(
        checks.map(({ run }) =>
          run().then(
            () => false,
            (error) => error instanceof Broken,
          ),
        ),
      );
      expect(broke).to.include(true);
    });

  it('SESSION-1: names a backend that shows a flow to any browser', async () => {
    const failed = await failing((world) => ({ ...world, otherBrowser: world.adapter }));
    expect(failed).to.deep.equal(['SESSION-1']);
  });

  it('REGISTER-6: names a backend that opens a registration for anybody', async () => {
    const failed = await failing((world) => ({
      ...world,
      adapter: {
        ...{ contract: world.adapter.contract, discover: world.adapter.discover },
        reset: world.adapter.reset,
        register: world.signedIn?.register,
      },
    }));
    expect(failed).to.deep.equal(['REGISTER-6']);
  });

  it('says of a rule that nobody can ask about that it is not offered', async () => {
    const { rules, holds } = await runConformance(async () => {
      const { respond: _, ...world } = await fullWorld(fabrikam());
      return world;
    });
    expect(holds).to.equal(true);
    expect(rules.find(({ rule }) => rule === 'CODE-3')?.outcome).to.equal('not-offered');
    expect(rules.find(({ rule }) => rule === 'CODE-1')?.outcome).to.equal('holds');
  });

  it('tells of each check when it is done, and ends with its signal', async () => {
    const ending = new AbortController();
    const told: string[] = [];
    const run = runConformance(() => fullWorld(fabrikam()), {
      signal: ending.signal,
      onResult: ({ outcome }) => {
        told.push(outcome);
        if (told.length === 3) ending.abort(new Error('enough'));
      },
    });
    expect(await run.catch((error: Error) => error.message)).to.equal('enough');
    expect(told).to.have.length(3);
  });

  it('has a figure of how long starts take where there is a clock, and no verdict on it', async () => {
    let now = 0;
    const { timing } = await runConformance(() => fullWorld(fabrikam()), { now: () => (now += 5) });
    expect(timing).to.deep.equal({ knownMs: 5, unknownMs: 5 });
  });
});
