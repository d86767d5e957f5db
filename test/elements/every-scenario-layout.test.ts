import { resize } from '../runner/commands.js';
import { clippedIn, scrollersIn, sidewaysBy, smallTargets, spaced } from './measures.js';
import { allNames } from './scenario-steps.js';
import { type Aspect, everyScenario } from './tour.js';

const sideways = (): string[] => {
  const by = sidewaysBy();
  return by === 0 ? [] : [`the page scrolls sideways by ${by}`];
};

const aspects: readonly Aspect[] = [
  {
    holds: 'needs no sideways scrolling of the page or of anything in it',
    ofLooks: true,
    find: (page) => [...sideways(), ...scrollersIn(page)],
  },
  { holds: 'cuts no text', ofLooks: true, find: clippedIn },
  {
    holds: 'bears the reader’s own spacing of lines, letters and words',
    ofLooks: true,
    find: (page) => spaced(page, () => [...sideways(), ...scrollersIn(page), ...clippedIn(page)]),
  },
  {
    holds:
      'has nothing to hit that is smaller than 24 pixels, or lower than 44 beside a copy button',
    ofLooks: true,
    find: (page) => [
      ...smallTargets(page, 24, 24),
      ...smallTargets(page, 24, 44).filter((control) => !control.includes('small')),
    ],
  },
];

// 1280 by 1024 pixels at 400 %: as narrow as WCAG 1.4.10 asks for, and as low.
describe('at 400 percent', () => {
  let size: readonly [number, number];
  before(async () => {
    size = [innerWidth, innerHeight];
    await resize(320, 256);
  });
  after(() => resize(...size));

  for (const lang of ['en', 'de', 'ar'])
    describe(`every screen, in ${lang}, of`, () => everyScenario(allNames, aspects, lang));
});
