import { expect } from '@open-wc/testing';
import { still } from './on-screen.js';
import { astray, nameless, notOnce, unsaid } from './one-screen.js';
import { allNames } from './scenario-steps.js';
import { type Aspect, everyScenario } from './tour.js';

const aspects: readonly Aspect[] = [
  { holds: 'draws exactly one step at a time', find: notOnce },
  {
    holds: 'has the focus at the new heading, or at what is to correct',
    find: astray,
  },
  { holds: 'says its news, and says nothing twice', find: unsaid },
  { holds: 'names every field, and leads from it to its problem', find: nameless, ofLooks: true },
  {
    holds: 'passes every check of axe',
    ofLooks: true,
    async find(page) {
      await still(page);
      return expect(page.element)
        .to.be.accessible()
        .then(
          () => [],
          (error: Error) => [error.message],
        );
    },
  },
];

describe('every screen of', () => {
  before(() => {
    document.documentElement.style.background = 'Canvas';
  });
  after(() => document.documentElement.removeAttribute('style'));
  everyScenario(allNames, aspects);
});
