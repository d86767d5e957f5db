import fc from 'fast-check';
import { type Answer, answerSchema } from '../../../../src/contract/answer.js';
import type { JsonSchema } from '../../../../src/contract/schema.js';
import { policies } from './world.js';

/** What may happen next at one seat, or around all of them. `n` picks among what there is. */
export type Action =
  | { readonly do: 'right' | 'wrong' | 'stale' | 'foreign' | 'elsewhere'; readonly n: number }
  | { readonly do: 'race'; readonly n: number; readonly how: 'apart' | 'again' | 'together' }
  | { readonly do: 'plain'; readonly action: PlainName }
  | { readonly do: 'any'; readonly answer: Answer }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'policy'; readonly n: number }
  | {
      readonly do: 'cancel' | 'watch' | 'reload' | 'restart' | 'sign-out' | 'change-password';
    };

const plainNames = [
  'resend',
  'back',
  'other-method',
  'none-of-these',
  'extend',
  'contact',
  'skip',
  'use-different',
  'sign-out-everywhere',
] as const;
type PlainName = (typeof plainNames)[number];

const odd = fc.constantFrom(
  '',
  ' ',
  '000000',
  '12345678',
  '\u0660\u0661\u0662\u0663\u0664\u0665',
  '__proto__',
  'constructor',
  '#',
  '<b>',
  '\u0000',
  '\ud800',
  '\u{1f60b}'.repeat(150),
  'x'.repeat(1_000),
  'a@b',
  `a@b.${'c'.repeat(300)}`,
  'me@contoso.example',
  'A@MAIL.EXAMPLE',
  '+49 1511 2345 177 ext. 12',
  '+1',
  'tel:+4915112345166',
  'ZZ',
  'de',
  'app',
  'phone',
  'alternate-phone',
  'office-phone',
  'email',
  'questions',
  'passkey',
);

/** Anything that a schema of the contract takes: what a person can be kept from sending, the wire keeps. */
function fitting(schema: JsonSchema): fc.Arbitrary<unknown> {
  const {
    type,
    maxLength = 2_000,
    items,
    properties,
    required = [],
    additionalProperties,
  } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(fitting));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (type === 'array') return fc.array(fitting(items ?? {}), { maxLength: 6 });
  if (type === 'object' && additionalProperties)
    return fc.dictionary(odd, fitting(additionalProperties), { maxKeys: 4 });
  if (type === 'object')
    return fc.record(
      Object.fromEntries(
        Object.entries(properties ?? {}).map(([key, inner]) => [key, fitting(inner)]),
      ),
      { requiredKeys: [...required] },
    );
  return fc
    .oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) })
    .map((text) => text.slice(0, maxLength));
}

/** Every answer that there is, with whatever inside. */
const anyAnswer = fitting(answerSchema) as fc.Arbitrary<Answer>;

const n = fc.nat({ max: 1_000 });

/** Mostly what leads on, so that walks get far. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 60, arbitrary: fc.record({ do: fc.constant('right' as const), n }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wrong' as const), n }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('stale' as const, 'foreign' as const, 'elsewhere' as const),
      n,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('race' as const),
      n,
      how: fc.constantFrom('apart' as const, 'again' as const, 'together' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('plain' as const),
      action: fc.constantFrom(...plainNames, 'extend', 'extend', 'resend'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('any' as const), answer: anyAnswer }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 5, 31, 31, 61, 61, 301, 601, 901, 3_601, 86_401, 90_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      n: fc.nat({ max: policies.length - 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'cancel' as const,
        'watch' as const,
        'watch' as const,
        'reload' as const,
        'restart' as const,
        'sign-out' as const,
        'change-password' as const,
      ),
    }),
  },
);

/**
 * A walk: what happens at which seat, one after the other. Every other one stays at the first two,
 * which are of one person, so that much happens to that person in little time.
 */
export const walkOf = (seats: number, length: number): fc.Arbitrary<readonly [number, Action][]> =>
  fc.constantFrom(seats, 2).chain((taken) =>
    fc.array(fc.tuple(fc.nat({ max: taken - 1 }), actions), {
      minLength: length,
      maxLength: length,
      size: 'max',
    }),
  );
