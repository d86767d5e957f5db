import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { engine } from '../runner/commands.js';
import { Sinks } from './sinks.js';
import { type Action, walkOf } from './walks/actions.js';
import { Walker } from './walks/walker.js';

/** As many as the time allows: the other engines show that it is the same there. */
const walks = engine === 'chromium' ? 80 : 14;
const steps = engine === 'chromium' ? 3_000 : 400;
const longest = 100;

/** What has to come about, or the walks prove nothing of it. */
const sights = [
  ...['identify', 'choose-method', 'enter-code', 'confirm-target', 'answer-questions', 'wait'],
  ...['new-password', 'done', 'refused', 'unknown', 'failure', 'problem', 'question', 'taken away'],
];

const inTotal = new Map<string, number>();

async function walked(seed: number, actions: readonly Action[]): Promise<void> {
  const sinks = new Sinks();
  const { back } = history;
  // Past its end a flow goes back in the history: this page is all that the tests have.
  history.back = () => {};
  const walker = new Walker(seed, sinks);
  try {
    await walker.walk(actions);
  } finally {
    history.back = back;
    sinks.stop();
    for (const [what, count] of walker.reached) inTotal.set(what, (inTotal.get(what) ?? 0) + count);
  }
}

describe('whatever happens to it', function () {
  this.timeout(150_000);

  it('an element shows one step, keeps the focus, sends once, tells nothing and stays calm', async () => {
    const { failed, counterexample, errorInstance } = await fc.check(
      fc.asyncProperty(fc.noShrink(fc.nat()), walkOf(longest), walked),
      { numRuns: walks, seed: 20261124, interruptAfterTimeLimit: 140_000 },
    );
    const shortest = JSON.stringify(counterexample);
    expect(failed ? `${errorInstance}, by ${shortest}` : '').to.equal('');
  });

  it('that were as many steps as were asked for, and they came everywhere', () => {
    expect(inTotal.get('steps')).to.be.at.least(steps);
    if (engine === 'chromium')
      expect(sights.filter((what) => !inTotal.has(what))).to.deep.equal([]);
  });
});
