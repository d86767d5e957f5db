import { type OnPremisesFacts, onPremises } from '../../tenant/index.js';
import { answer, choose, choosePassword, typeCode, wait, watch } from './moves.js';
import type { Scenario } from './scenario.js';

type Definition = Parameters<typeof onPremises>[0];

const connected = (more: Partial<Definition> = {}, status: 'up' | 'outdated' = 'up') =>
  onPremises({
    agents: [{ tool: 'cloud-sync', domains: ['contoso.example'], status }],
    ...more,
  });
const writeback = { writeback: { enabled: true } } as const;
const unlocking = { writeback: { enabled: true, unlockWithoutReset: true } } as const;
const kept = (facts: OnPremisesFacts = {}) => ({ onPremises: facts });
/** The agent says after twenty seconds what came of a password. */
const slow = {
  policy: writeback,
  person: kept(),
  tenant: { onPremises: connected({ confirmAfterMs: 20_000 }) },
} as const;
const prove = [choose('email'), typeCode] as const;

/** Accounts whose password is kept on-premises (rules WRITEBACK-1 to 5). */
export const onPremisesScenarios = {
  'writeback/reset': {
    says: 'The new password is written back.',
    rules: ['WRITEBACK-1', 'WRITEBACK-3'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected() },
    moves: [...prove, choosePassword('Blue-Teapot-77')],
    endsAt: 'done',
  },
  'writeback/outdated': {
    says: 'The agent is outdated and does its work all the same.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected({}, 'outdated') },
    moves: [...prove, choosePassword('Blue-Teapot-77')],
    endsAt: 'done',
  },
  'writeback/late': {
    says: 'The cloud is late: it can take a few minutes.',
    rules: ['WRITEBACK-5'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected({ cloudCommitAfterMs: 120_000 }) },
    moves: [...prove, choosePassword('Blue-Teapot-77')],
    endsAt: 'done',
    tells: 'takes-minutes',
  },
  'writeback/waiting': {
    says: 'The password is on its way to the domain.',
    rules: ['WRITEBACK-2'],
    ...slow,
    moves: [...prove, choosePassword('Blue-Teapot-77')],
    endsAt: 'wait',
  },
  'writeback/confirmed': {
    says: 'The password was on its way, and then the domain took it.',
    rules: ['WRITEBACK-2'],
    ...slow,
    moves: [...prove, choosePassword('Blue-Teapot-77'), wait({ seconds: 20 }), watch],
    endsAt: 'done',
  },
  'writeback/refused-late': {
    says: 'The password was on its way, and the domain did not take it.',
    rules: ['WRITEBACK-2'],
    ...slow,
    moves: [...prove, choosePassword('Old-Saucer-11'), wait({ seconds: 20 }), watch],
    endsAt: 'new-password',
    tells: 'password-too-recent',
  },
  'writeback/too-recent': {
    says: 'The domain remembers this password.',
    rules: ['WRITEBACK-2'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected() },
    moves: [...prove, choosePassword('Old-Saucer-11')],
    endsAt: 'new-password',
    tells: 'password-too-recent',
  },
  'writeback/too-soon': {
    says: 'The password in use is younger than a day.',
    rules: ['WRITEBACK-2'],
    policy: writeback,
    person: kept({ passwordSetAt: Date.parse('2026-11-24T12:00:00Z') }),
    tenant: { onPremises: connected() },
    moves: [...prove, choosePassword('Blue-Teapot-77')],
    endsAt: 'new-password',
    tells: 'password-too-soon',
  },
  'writeback/too-simple': {
    says: 'The domain asks for three kinds of characters.',
    rules: ['WRITEBACK-2'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected() },
    moves: [...prove, choosePassword('blueteapot')],
    endsAt: 'new-password',
    tells: 'password-too-simple',
  },
  'writeback/banned': {
    says: 'The agent of the domain bans the word.',
    rules: ['WRITEBACK-2', 'BANNED-4'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected() },
    moves: [...prove, choosePassword('P@ssword1')],
    endsAt: 'new-password',
    tells: 'password-too-common',
  },
  'writeback/goal': {
    says: 'A new password, or only an open account?',
    rules: ['WRITEBACK-3'],
    policy: unlocking,
    person: kept({ locked: true }),
    tenant: { onPremises: connected() },
    moves: [],
    endsAt: 'choose-goal',
  },
  'writeback/unlocked': {
    says: 'The account is open again; the password is the old one.',
    rules: ['WRITEBACK-3', 'LOCK-1'],
    policy: unlocking,
    person: kept({ locked: true }),
    tenant: { onPremises: connected() },
    moves: [answer({ action: 'choose-goal', goal: 'unlock-account' }), ...prove],
    endsAt: 'done',
    tells: 'update-saved-passwords',
  },
  'writeback/broken-on-the-way': {
    says: 'The agent was up at the start, and is gone when the password is to be written.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept(),
    tenant: { onPremises: connected() },
    moves: [
      ...prove,
      ({ tenant }) => {
        const controller = tenant.onPremises?.controller('contoso.example');
        if (controller) controller.reachable = false;
        return undefined;
      },
      choosePassword('Blue-Teapot-77'),
    ],
    endsAt: 'refused',
    tells: 'SSPR_0030',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
