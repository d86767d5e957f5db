import { expect } from '@open-wc/testing';
import { Sinks } from './sinks.js';
import type { Action } from './walks/actions.js';
import { sabotages, sabotagesOfRegistrations } from './walks/sabotages.js';
import { Walker } from './walks/walker.js';

/** A whole reset of somebody who proves it by mail: the methods are in the order of the tenant. */
const reset: readonly Action[] = [
  { do: 'right', n: 0 },
  { do: 'key', key: 'Tab' },
  { do: 'right', n: 5 },
  { do: 'wrong', n: 1 },
  { do: 'press', n: 0 },
  { do: 'right', n: 0 },
  { do: 'right', n: 2 },
  { do: 'wait', seconds: 31 },
  { do: 'right', n: 0 },
  { do: 'right', n: 4 },
  { do: 'right', n: 0 },
  { do: 'right', n: 6 },
];

/** Somebody changes an address, sets up an app up to its code, and goes back to the list. */
const registration: readonly Action[] = [
  { do: 'key', key: 'Tab' },
  { do: 'right', n: 3 },
  { do: 'right', n: 1 },
  { do: 'right', n: 2 },
  { do: 'wrong', n: 1 },
  { do: 'right', n: 7 },
  { do: 'wrong', n: 1 },
  { do: 'right', n: 2 },
  { do: 'right', n: 0 },
  { do: 'right', n: 1 },
  { do: 'press', n: 3 },
];

for (const [element, whole, all] of [
  ['reset', reset, [sabotages]],
  ['register', registration, [sabotages, sabotagesOfRegistrations]],
] as const)
  describe(`a walk of <sspr-${element}> finds`, function () {
    this.timeout(60_000);
    const { back } = history;
    let sinks: Sinks;
    beforeEach(() => {
      sinks = new Sinks();
      history.back = () => {};
    });
    afterEach(() => {
      sinks.stop();
      history.back = back;
      sessionStorage.clear();
      document.title = '';
    });

    it('nothing where nothing is wrong, and comes through', async () => {
      const walker = new Walker(0, sinks, { element });
      await walker.walk(whole);
      const kinds = element === 'reset' ? ['done'] : ['enter-code', 'manage', 'enrol-app'];
      expect([...walker.reached.keys()]).to.include.members(kinds);
    });

    for (const [name, ways] of all.flatMap((table) => Object.entries(table)))
      for (const [what, how] of ways)
        it(`${what}, as “${name}”`, async () => {
          const found = await new Walker(0, sinks, { sabotage: how, element })
            .walk(whole)
            .catch((error: Error) => error.message);
          expect(found ?? 'nothing').to.contain(`${name}:`);
        });
  });
