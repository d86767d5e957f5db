import { flowChecks } from './flow-checks.js';
import { ruleChecks, uniformChecks } from './rule-checks.js';
import { Visitor } from './visitor.js';
import type { Check, OpenWorld, Voice } from './world.js';

/**
 * What any backend of the contract keeps, as checks for any test runner:
 *
 * ```ts
 * for (const { rule, title, run } of conformance(openWorld)) it(`${rule}: ${title}`, run);
 * ```
 *
 * Each check opens a world of its own. Codes are really sent, and a password is really set.
 * @param voice whether unknown accounts must look like known ones
 */
export function conformance(openWorld: OpenWorld, voice: Voice = 'uniform'): readonly Check[] {
  return [...flowChecks, ...ruleChecks, ...(voice === 'uniform' ? uniformChecks : [])].map(
    ([rule, title, run]) => ({
      rule,
      title,
      run: async () => run(new Visitor(await openWorld())),
    }),
  );
}
