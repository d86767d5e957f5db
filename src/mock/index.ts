export { createFaults, type Fault, type Faults, withFaults } from './faults.js';
export { createFetch } from './fetch.js';
export {
  createRequestHandler,
  type RequestHandler,
  type RequestHandlerOptions,
} from './handler.js';
