export { conformance } from './conformance.js';
export type { Check, OpenWorld, Voice, World } from './world.js';
