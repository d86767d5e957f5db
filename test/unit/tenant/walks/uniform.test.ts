import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer, Step } from '../../../../src/contract/index.js';
import { changedPolicy, type Overrides, person } from '../../../../src/tenant/index.js';
import { adele, attempt, contoso, nobody } from '../visitor.js';

/** What somebody tries who has nothing of hers: never anything right. */
type Try =
  | { readonly do: 'choose' | 'wrong' | 'policy'; readonly n: number }
  | { readonly do: 'plain'; readonly action: (typeof plain)[number] }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'restart' | 'late' | 'watch' };

const plain = ['resend', 'back', 'other-method', 'none-of-these', 'extend', 'contact'] as const;
const n = fc.nat({ max: 100 });
const tries: fc.Arbitrary<Try> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('choose' as const), n }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wrong' as const), n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('plain' as const),
      action: fc.constantFrom(...plain),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 11, 31, 61, 301, 901, 3_601, 86_401),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('policy' as const), n }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('restart' as const, 'late' as const, 'watch' as const),
    }),
  },
);

const everything: Overrides = {
  scope: 'all',
  captcha: { kind: 'none' },
  methodsRequired: 2,
  methods: { questions: { state: 'enabled' }, whatsapp: { state: 'enabled' } },
};
const changes: readonly Overrides[] = [
  {},
  { methodsRequired: 1 },
  { methods: { 'app-code': { state: 'disabled' } } },
  { methods: { text: { state: 'disabled' }, call: { state: 'disabled' } } },
  { helpdesk: { phone: '+49 30 901820' } },
  { session: { mostExtensions: 0 } },
  { scope: 'none' },
];

/** One name in a world of its own, where Adele has everything. */
class Stranger {
  readonly #world = contoso(everything, {
    describedMethods: [
      {
        type: 'badge',
        label: 'Badge',
        fields: [{ name: 'badge', type: 'text', label: 'Badge' }],
        verify: (_, { badge }) => badge === 'right',
      },
    ],
    people: [
      person({
        username: adele,
        email: 'adele.v@mail.example',
        phone: '+49 15112345111',
        apps: [{ notifications: true }],
        questions: ['one', 'two', 'three', 'four', 'five'].map((nth) => ({
          question: `What was the ${nth}?`,
          answer: `zanswer ${nth}`,
        })),
      }),
    ],
  });
  #step: Step | undefined;
  #spent = '';

  constructor(readonly username: string) {}

  get #token(): string | undefined {
    return this.#step && 'token' in this.#step ? this.#step.token : undefined;
  }

  /** What comes of a try, as anybody sees it. */
  async try(one: Try): Promise<unknown> {
    const { tenant, clock } = this.#world;
    const { reset } = tenant;
    const token = this.#token;
    if (one.do === 'wait') clock.advance({ seconds: one.seconds });
    else if (one.do === 'policy')
      tenant.setPolicy(
        changedPolicy(
          changedPolicy(tenant.policy, everything),
          changes[one.n % changes.length] ?? {},
        ),
      );
    else if (token === undefined || one.do === 'restart')
      this.#step = await reset.start({ username: this.username }, attempt());
    else if (one.do === 'late')
      return this.#shape(await reset.advance(this.#spent, this.#wrong(0), attempt()));
    else if (one.do === 'watch') return this.#watched(token);
    else {
      this.#spent = token;
      const answer = this.#answerOf(one);
      this.#step = await reset.advance(token, answer, attempt());
    }
    return this.#shape(this.#step);
  }

  #answerOf(one: Try): Answer {
    if (one.do === 'plain') return { action: one.action };
    const index = 'n' in one ? one.n : 0;
    return one.do === 'choose' ? this.#choose(index) : this.#wrong(index);
  }

  /** What a watch tells that nobody waits for. */
  async #watched(token: string): Promise<unknown> {
    const over = new AbortController();
    const call = { locale: 'en', signal: over.signal };
    const next = this.#world.tenant.reset.watch?.(token, call)[Symbol.asyncIterator]().next();
    const nothing = new Promise((resolve) => {
      over.signal.addEventListener('abort', () => resolve('nothing'));
    });
    setTimeout(() => over.abort());
    const came = await Promise.race([next?.catch(() => 'nothing'), nothing]);
    return typeof came === 'object' && came && 'value' in came
      ? this.#shape(came.value as Step | undefined)
      : came;
  }

  #choose(index: number): Answer {
    const methods = this.#step?.kind === 'choose-method' ? this.#step.methods : [];
    return { action: 'choose-method', method: methods[index % methods.length]?.id ?? 'none' };
  }

  #wrong(index: number): Answer {
    const step = this.#step;
    switch (step?.kind) {
      case 'confirm-target':
        return { action: 'confirm-target', target: index % 5 === 0 ? '' : '+49 15112345999' };
      case 'answer-questions':
        return {
          action: 'answer-questions',
          answers: Object.fromEntries(
            step.questions.slice(index % 5 === 0 ? 1 : 0).map(({ id }) => [id, 'no']),
          ),
        };
      case 'choose-goal':
        return { action: 'choose-goal', goal: 'reset-password' };
      case 'form':
        return { action: 'fill-form', values: index % 5 === 0 ? {} : { badge: 'wrong' } };
      case 'enter-code':
        return { action: 'enter-code', code: index % 5 === 0 ? 'abc' : '000000' };
      default:
        return { action: 'set-password', password: 'Blue-Teapot-77', confirmation: 'Other' };
    }
  }

  /** All but what is another in every flow, and what is about the name. */
  #shape(step: Step | undefined): string {
    // The field of an answer to a question is its id.
    const own = [
      ...['token', 'supportCode', 'resumable', 'hint', 'id'],
      ...['text', 'number', 'username', 'field'],
    ];
    return JSON.stringify(step ?? null, (key, value: unknown) =>
      own.includes(key) ? `<${key}>` : value,
    );
  }
}

describe('the uniform voice on whatever way', () => {
  it('REFUSAL-2: a known name without a right proof and a name of nobody read the same at every step', async () => {
    const inNode = typeof process === 'object';
    const kinds = new Set<string>();
    const walks = fc.array(tries, { minLength: 20, maxLength: 80, size: 'max' });
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const known = new Stranger(adele);
        const unknown = new Stranger(nobody);
        for (const one of walk) {
          const [seen, hidden] = [await known.try(one), await unknown.try(one)];
          expect(hidden).to.equal(seen);
          for (const [, kind] of String(seen).matchAll(/"kind":"([\w-]+)"/g)) kinds.add(kind ?? '');
        }
      }),
      { numRuns: inNode ? 150 : 8, seed: 20261124 },
    );
    // Walks that see nothing would prove nothing.
    for (const kind of [
      'enter-code',
      'confirm-target',
      'answer-questions',
      'form',
      'wait',
      'refused',
    ])
      expect([...kinds]).to.include(kind);
  }).timeout(60_000);
});
