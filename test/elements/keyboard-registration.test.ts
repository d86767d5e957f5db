import { expect } from '@open-wc/testing';
import { type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import { registerByKeys } from './keyboard-registrant.js';
import { isWithin } from './on-screen.js';
import { focused } from './reset-world.js';
import { stage, walk } from './scenario-steps.js';
import { mount } from './tour.js';

const names = (Object.keys(scenarios) as ScenarioName[]).filter(
  (name) => scenarios[name].registration && scenarios[name].moves.length > 0,
);

describe('with the keyboard alone, signed in,', function () {
  this.timeout(60_000);

  for (const name of names)
    it(`a person gets through ${name}: ${scenarios[name].says}`, async () => {
      const where = await stage(name);
      const { page, unmount } = await mount(where);
      try {
        await page.until(() => page.stepKind !== 'begin', 'a step');
        page.headingElement.focus();
        await walk(page, where, { how: registerByKeys });
        expect(page.stepKind).to.equal(scenarios[name].endsAt);
        expect(isWithin(focused(), page.element), 'the focus').to.equal(true);
      } finally {
        unmount();
      }
    });
});
