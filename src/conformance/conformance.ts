import type { CheckEntry } from './check-entry.js';
import { captchaChecks } from './checks/captcha.js';
import { codeChecks } from './checks/codes.js';
import { contractChecks } from './checks/contract.js';
import { describedChecks } from './checks/described.js';
import { elsewhereChecks } from './checks/elsewhere.js';
import { gateChecks } from './checks/gates.js';
import { judgingChecks } from './checks/judging.js';
import { knowledgeChecks } from './checks/knowledge.js';
import { lifetimeChecks } from './checks/lifetimes.js';
import { passwordChecks } from './checks/passwords.js';
import { refusalChecks } from './checks/refusals.js';
import { registrationChecks } from './checks/registration.js';
import { returnChecks } from './checks/returns.js';
import { throttleChecks } from './checks/throttles.js';
import { tokenChecks } from './checks/tokens.js';
import { uniformChecks } from './checks/uniform.js';
import { usernameChecks } from './checks/usernames.js';
import { NotOffered } from './expectation.js';
import { Visitor } from './visitor.js';
import type { Check, OpenWorld, Outcome, Voice } from './world.js';

const families: readonly (readonly CheckEntry[])[] = [
  contractChecks,
  usernameChecks,
  captchaChecks,
  gateChecks,
  codeChecks,
  elsewhereChecks,
  knowledgeChecks,
  describedChecks,
  passwordChecks,
  judgingChecks,
  tokenChecks,
  returnChecks,
  lifetimeChecks,
  throttleChecks,
  refusalChecks,
  registrationChecks,
];

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
  return [...families, ...(voice === 'uniform' ? [uniformChecks] : [])]
    .flat()
    .map(([rule, title, run]) => ({
      rule,
      title,
      run: async () => outcomeOf(run(new Visitor(await openWorld()))),
    }));
}

async function outcomeOf(check: Promise<void>): Promise<Outcome> {
  try {
    await check;
    return { outcome: 'holds' };
  } catch (error) {
    if (error instanceof NotOffered) return { outcome: 'not-offered', because: error.message };
    throw error;
  }
}
