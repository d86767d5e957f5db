export { clientOf } from './client.js';
export { createFaults, type Fault, type Faults, withFaults } from './faults.js';
export { createFetch } from './fetch.js';
export {
  createRequestHandler,
  type RequestHandler,
  type RequestHandlerOptions,
  type Served,
} from './handler.js';
