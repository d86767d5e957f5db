import type { Visitor } from './visitor.js';

/** A rule, a sentence, and how to find out. */
export type CheckEntry = readonly [
  rule: string,
  title: string,
  run: (visitor: Visitor) => Promise<void>,
];
