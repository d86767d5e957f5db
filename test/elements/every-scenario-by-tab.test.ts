import { scenarios } from '../../src/mock/scenarios/index.js';
import { resize } from '../runner/commands.js';
import { allNames } from './scenario-steps.js';
import { lostByTab } from './tab-stops.js';
import { type Aspect, everyScenario } from './tour.js';

const aspects: readonly Aspect[] = [
  {
    holds: 'can be gone through by Tab, in the order in which it is read, and the focus is seen',
    ofLooks: true,
    find: lostByTab,
  },
];

/** One scenario for each step that they end at: what is read from right to left is that everywhere. */
const oneOfEach = [
  ...new Map(allNames.map((name) => [scenarios[name].endsAt, name] as const)).values(),
];

// 1280 by 1024 pixels at 400 %: where the focus could hide most easily.
describe('at 400 percent', () => {
  let size: readonly [number, number];
  before(async () => {
    size = [innerWidth, innerHeight];
    await resize(320, 256);
  });
  after(() => resize(...size));

  describe('every screen, in en, of', () => everyScenario(allNames, aspects));
  describe('every screen, in ar, of', () => everyScenario(oneOfEach, aspects, 'ar'));
});
