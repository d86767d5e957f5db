import { limitScenarios } from './limits.js';
import { answer, choose } from './moves.js';
import { ladder, refusalScenarios } from './refusals.js';
import type { Scenario } from './scenario.js';

const voice = { voice: 'uniform' } as const;
const giveUp = answer({ action: 'none-of-these' });

/** The same person in the uniform voice, who is told the same: it is true of more than one account. */
const told = <const S extends Scenario>(scenario: S, says: string) => ({
  ...scenario,
  says,
  rules: ['REFUSAL-2', ...scenario.rules],
  policy: { ...scenario.policy, ...voice },
});

/** The same person in the uniform voice, who looks like any other until nothing is left to try. */
const hidden = <const S extends Scenario>(scenario: S, says: string) =>
  ({
    ...told(scenario, says),
    moves: [giveUp],
    endsAt: 'refused',
    tells: 'not-proven',
  }) as const;

const { 'blocked/wrong-proofs': blocked } = limitScenarios;
const r = refusalScenarios;

/** What the uniform voice makes of each refusal (rule REFUSAL-2): what depends on the account is hidden. */
export const uniformScenarios = {
  'uniform/unknown': {
    says: 'Nobody has this name, and nothing tells.',
    rules: ['REFUSAL-2'],
    person: 'nobody',
    policy: voice,
    moves: [choose('email')],
    endsAt: 'enter-code',
  },
  'uniform/account-unknown': hidden(
    r['refusal/account-unknown'],
    'Nobody has this name; the end is the same.',
  ),
  'uniform/disabled': hidden(
    r['refusal/account-disabled'],
    'The account is disabled, and only a mail to its owner says so.',
  ),
  'uniform/guest': hidden(r['refusal/guest'], 'A guest reads what anybody reads.'),
  'uniform/protected-admin': hidden(
    r['refusal/protected-admin'],
    'A protected administrator reads what anybody reads.',
  ),
  'uniform/admin-reset-off': hidden(
    r['refusal/admin-reset-off'],
    'Administrators may not reset here, and nothing tells who is one.',
  ),
  'uniform/sspr-0009': told(
    r['refusal/sspr-0009'],
    'Reset is off for everybody, which anybody is told.',
  ),
  'uniform/sspr-0010': told(
    r['refusal/sspr-0010'],
    'Writeback is off, which is true of the whole domain.',
  ),
  'uniform/sspr-0011': hidden(r['refusal/sspr-0011'], 'Nobody was selected, and nothing tells.'),
  'uniform/sspr-0012': hidden(r['refusal/sspr-0012'], 'No licence covers it, and nothing tells.'),
  'uniform/sspr-0013': hidden(r['refusal/sspr-0013'], 'Not in the group, and nothing tells.'),
  'uniform/sspr-0014': hidden(r['refusal/sspr-0014'], 'Nothing is registered, and nothing tells.'),
  'uniform/sspr-0029': told(
    r['refusal/sspr-0029'],
    'The agent is not configured, which is true of the whole domain.',
  ),
  'uniform/sspr-0030': told(
    r['refusal/sspr-0030'],
    'The agent cannot be reached, which is true of the whole domain.',
  ),
  'uniform/blocked': told(
    blocked,
    'Five wrong codes block any name, whether anybody has it or not.',
  ),
  'uniform/none-of-these': told(
    r['refusal/none-of-these'],
    'If the account is set up, a code has come; if none came, the helpdesk can help.',
  ),
  'uniform/flow-expired': told(r['refusal/flow-expired'], 'Fifteen minutes are over for any name.'),
  'uniform/flow-superseded': told(
    r['refusal/flow-superseded'],
    'The same step was answered twice, under any name.',
  ),
  'uniform/contacted': {
    says: 'Help was called for a name that nobody has, and nothing tells.',
    rules: ['REFUSAL-2', 'NOTIFY-3'],
    person: 'nobody',
    policy: voice,
    moves: [giveUp, answer({ action: 'contact' })],
    endsAt: 'refused',
    tells: 'administrator-contacted',
  },
  'uniform/ladder': {
    says: 'The ways back are the same for a name that nobody has.',
    rules: ['REFUSAL-2', 'REFUSAL-1'],
    person: 'nobody',
    policy: { ...voice, ladder },
    moves: [giveUp],
    endsAt: 'refused',
    tells: 'not-proven',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
