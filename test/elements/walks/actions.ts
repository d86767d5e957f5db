import fc from 'fast-check';
import type { Fault } from '../../../src/mock/index.js';

/** What a person, the world around them or the network does next. `n` picks among what there is. */
export type Action =
  | {
      readonly do: 'right' | 'wrong' | 'elsewhere' | 'press' | 'radio' | 'type';
      readonly n: number;
    }
  | { readonly do: 'send'; readonly how: 'once' | 'twice' | 'enter' }
  | { readonly do: 'key'; readonly key: 'Tab' | 'Shift+Tab' | 'Escape' | 'Enter' }
  | { readonly do: 'fault'; readonly n: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'speak'; readonly lang: string }
  | { readonly do: 'paint'; readonly scheme: 'light' | 'dark' }
  | { readonly do: 'offline' | 'online' | 'move' | 'take-away' | 'go-back' | 'look-elsewhere' };

/** What the network does to the next request. */
export const faults: readonly Fault[] = [
  { kind: 'offline' },
  { kind: 'html' },
  { kind: 'html', status: 400 },
  { kind: 'html', status: 401 },
  { kind: 'server-error' },
  { kind: 'rate-limited', retryAfter: 5 },
  { kind: 'rate-limited' },
  { kind: 'drop' },
  { kind: 'truncated' },
  { kind: 'lost-answer' },
  { kind: 'lost-answer' },
  { kind: 'latency', ms: 2_000 },
  { kind: 'duplicate' },
  { kind: 'reorder', ms: 1_000 },
  { kind: 'unknown-step' },
  { kind: 'redirect', location: 'https://elsewhere.example/' },
];

const n = fc.nat(999);

/** Mostly what leads on, or no walk would come far. */
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 34, arbitrary: fc.record({ do: fc.constant('right' as const), n }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wrong' as const), n }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), n }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('press' as const), n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('radio' as const), n }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), n }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      how: fc.constantFrom('once', 'twice', 'enter'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('key' as const),
      key: fc.constantFrom('Tab', 'Shift+Tab', 'Escape', 'Enter'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('fault' as const), n }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(1, 2, 16, 31, 61, 300, 840),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('speak' as const),
      lang: fc.constantFrom('en', 'de', 'ar', 'en-XA'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('paint' as const),
      scheme: fc.constantFrom('light', 'dark'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'offline',
        'online',
        'online',
        'move',
        'take-away',
        'go-back',
        'look-elsewhere',
      ),
    }),
  },
);

/** A walk of so many steps at most. */
export const walkOf = (longest: number): fc.Arbitrary<readonly Action[]> =>
  fc.array(action, { minLength: 1, maxLength: longest, size: 'max' });
