/** The headless core: a reset without our markup, and the contract that backends are written against. */

export * from './contract/index.js';
export * from './flow/index.js';
