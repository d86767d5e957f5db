import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { engine } from '../../runner/commands.js';
import { Sinks } from '../sinks.js';
import { type Action, walkOf } from './actions.js';
import { Walker } from './walker.js';

/** As many as the time allows: the other engines show that it is the same there. */
const walks = engine === 'chromium' ? 80 : 14;
const steps = engine === 'chromium' ? 3_000 : 400;
const longest = 100;

type Total = Map<string, number>;

const walked =
  (total: Total, element: 'reset' | 'register') =>
  async (seed: number, actions: readonly Action[]): Promise<void> => {
    const sinks = new Sinks();
    const { back } = history;
    // Past its end a flow goes back in the history: this page is all that the tests have.
    history.back = () => {};
    const walker = new Walker(seed, sinks, { element });
    try {
      await walker.walk(actions);
    } finally {
      history.back = back;
      sinks.stop();
      for (const [what, count] of walker.reached) total.set(what, (total.get(what) ?? 0) + count);
    }
  };

/** What things are done to, and what of it has to come about at least. */
interface Walks {
  readonly element: 'reset' | 'register';
  /** What comes about on the way, or the walks prove nothing of it. */
  readonly sights: readonly string[];
  /** How many walks, of the most that there are. */
  readonly share: number;
}

/** Does at random what persons, pages and networks do, and looks after each step. */
export function whateverHappens({ element, sights, share }: Walks): void {
  describe(`whatever happens to <sspr-${element}>`, function () {
    // A machine that has much else to do takes minutes.
    this.timeout(280_000);
    const total: Total = new Map();

    it('the element shows one step, keeps the focus, sends once, tells nothing and stays calm', async () => {
      const { failed, counterexample, errorInstance } = await fc.check(
        fc.asyncProperty(fc.noShrink(fc.nat()), walkOf(longest), walked(total, element)),
        {
          numRuns: Math.ceil(walks * share),
          seed: 20261124,
          interruptAfterTimeLimit: 270_000,
        },
      );
      const shortest = JSON.stringify(counterexample);
      expect(failed ? `${errorInstance}, by ${shortest}` : '').to.equal('');
    });

    it('that were as many steps as were asked for, and they came everywhere', () => {
      expect(total.get('steps')).to.be.at.least(steps * share);
      if (engine === 'chromium')
        expect(sights.filter((what) => !total.has(what))).to.deep.equal([]);
    });
  });
}
