export { conformance } from './conformance.js';
export { Broken } from './expectation.js';
export {
  type CheckResult,
  type Report,
  type RuleResult,
  type RunOptions,
  runConformance,
} from './report.js';
export type { Timing } from './timing.js';
export type { Check, OpenWorld, Outcome, Response, Voice, World } from './world.js';
