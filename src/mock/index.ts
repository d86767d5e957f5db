export { type BrowserJar, cookieJar, oneBrowser } from './browser-jar.js';
export { browserOf, clientOf } from './client.js';
export { createFaults, type Fault, type Faults, withFaults } from './faults.js';
export { createFetch } from './fetch.js';
export {
  createRequestHandler,
  type RequestHandler,
  type RequestHandlerOptions,
  type Served,
} from './handler.js';
export {
  type AnyStep,
  type Move,
  type OpenOptions,
  type OpenScenario,
  openScenario,
  type Scenario,
  type ScenarioName,
  type Scene,
  scenarios,
  scenarioUsername,
} from './scenarios/index.js';
