import { expect } from 'chai';
import fc from 'fast-check';
import { type Action, walkOf } from './actions.js';
import { Walker } from './walker.js';

/** In Node as many as it takes for a hundred thousand steps; a browser shows that it is the same there. */
const inNode = typeof process === 'object';
const walks = inNode ? 290 : 3;
const twins = inNode ? 12 : 1;
const steps = inNode ? 100_000 : 1_000;
const length = 400;

/** What has to come about at least, or the walks prove nothing of it. */
const sights = {
  gates: 500,
  'password-reset': 100,
  'account-unlocked': 10,
  'answered elsewhere': 200,
  'stored enter-code': 50,
  'stored wait': 20,
  'stored enrol-questions': 5,
  changed: 10,
  removed: 50,
  registered: 10,
  races: 200,
  resumed: 200,
};

const seats = new Walker(0).seats.length;
const seed = fc.noShrink(fc.nat());
const inTotal = new Map<string, number>();

async function walked(seed: number, actions: readonly (readonly [number, Action])[]) {
  const walker = new Walker(seed);
  await walker.walk(actions);
  for (const [what, count] of walker.world.reached)
    inTotal.set(what, (inTotal.get(what) ?? 0) + count);
  return walker.transcript;
}

describe('whatever is tried, everywhere and at once', () => {
  it('GATE-1, GATE-4, SESSION-1, THROTTLE-1 to 6, REGISTER-4 to 7, AUDIT-3: hold after every step', async () => {
    await fc.assert(
      fc.asyncProperty(seed, walkOf(seats, length), async (seed, walk) => {
        await walked(seed, walk);
      }),
      {
        numRuns: walks,
        seed: 20261124,
        endOnFailure: true,
      },
    );
  }).timeout(180_000);

  it('the same seed and the same actions give the same everything, side by side', async () => {
    await fc.assert(
      fc.asyncProperty(seed, walkOf(seats, length), async (seed, walk) => {
        // What answers at once answers in whatever order: that is not the same twice.
        const inOrder = walk.filter(([, action]) => action.do !== 'race');
        const [one, other] = await Promise.all([walked(seed, inOrder), walked(seed, inOrder)]);
        expect(one?.length).to.be.greaterThan(length / 2);
        expect(other).to.deep.equal(one);
      }),
      { numRuns: twins, seed: 20261125, endOnFailure: true },
    );
  }).timeout(60_000);

  it('that was as many steps as were asked for, and they came far', () => {
    expect(inTotal.get('steps')).to.be.at.least(steps);
    const missed = Object.entries(sights).filter(
      ([what, least]) => (inTotal.get(what) ?? 0) < (inNode ? least : 1),
    );
    expect(inNode ? missed : []).to.deep.equal([]);
  });
});
