import { captchaScenarios } from './captchas.js';
import { describedScenarios } from './described.js';
import { enrolmentScenarios } from './enrolments.js';
import { limitScenarios } from './limits.js';
import { methodScenarios } from './methods.js';
import { onPremisesScenarios } from './on-premises.js';
import { refusalScenarios } from './refusals.js';
import { registrationScenarios } from './registrations.js';
import { type OpenOptions, type OpenScenario, open, type Scenario } from './scenario.js';
import { uniformScenarios } from './uniform.js';

export type { AnyStep, Move, OpenOptions, OpenScenario, Scenario, Scene } from './scenario.js';
export { scenarioUsername } from './scenario.js';

const all = {
  ...captchaScenarios,
  ...methodScenarios,
  ...describedScenarios,
  ...refusalScenarios,
  ...uniformScenarios,
  ...limitScenarios,
  ...onPremisesScenarios,
  ...registrationScenarios,
  ...enrolmentScenarios,
};

export type ScenarioName = keyof typeof all;

/** Every scenario by its name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = all;

/** Opens a scenario in a tenant of its own; nothing of an earlier opening is left. */
export const openScenario = (name: ScenarioName, options?: OpenOptions): Promise<OpenScenario> =>
  open(scenarios[name], options);
