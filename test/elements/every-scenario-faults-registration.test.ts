import { scenarios } from '../../src/mock/scenarios/index.js';
import { everyFault } from './scenario-faults.js';
import { allNames } from './scenario-steps.js';

everyFault(
  allNames.filter((name) => scenarios[name].registration),
  100,
);
