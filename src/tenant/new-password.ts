import type { Problem, Step } from '../contract/index.js';
import {
  checkBanned,
  checkPassword,
  clearedByReset,
  deny,
  lockedForMs,
  maskEmail,
  openLock,
  passwordRulesOf,
} from '../policy/index.js';
import type { Account } from './account.js';
import type { Core } from './core.js';
import type { ResetFlow } from './reset-flow.js';
import { flowSuperseded, problemOf } from './steps.js';

/** The last step: nothing comes after it. */
export interface Over {
  readonly last: Step;
}

/** All that the rules have against a new password (PASSWORD-1 to 4, BANNED-1 to 4). */
export function passwordProblems(
  core: Core,
  flow: ResetFlow,
  { person }: Account,
  password: string,
): readonly Problem[] {
  const policy = core.policy();
  const { wellKnown, custom, minPoints } = policy.password.banned;
  const broken = checkPassword(passwordRulesOf(policy), password, person.username);
  const banned = checkBanned({
    password,
    terms: [...(wellKnown ? core.wellKnownWords : []), ...custom],
    names: [person.firstName, person.lastName, core.branding().name],
    minPoints,
  });
  return [...broken, banned].flatMap((verdict) =>
    core.journal.decide(flow, verdict).allowed || verdict.allowed
      ? []
      : [problemOf(verdict, 'password')],
  );
}

/** Ends a flow whose account another reset was completed for since it began (rule SESSION-2). */
export function supersede({ journal }: Core, flow: ResetFlow): Over {
  journal.decide(flow, deny('SESSION-2', 'flow-superseded'));
  journal.progress(flow, 'Abandoned', { status: 'failure', rule: 'SESSION-2' });
  return { last: flowSuperseded(flow) };
}

/** Stores the password, and does all that follows a reset. */
export async function completeReset(
  core: Core,
  flow: ResetFlow,
  account: Account,
  password: string,
): Promise<Over> {
  const { throttles, journal, mailer, clock } = core;
  // The flow is claimed before anything is awaited: from here on a cancel comes too late.
  flow.stage = { at: 'ended' };
  // Counted before anything is awaited, so that flows side by side cannot slip by (rule THROTTLE-4).
  const takeBack = throttles.add('resets', flow.key);
  if (!(await account.resetPassword(password, flow.resetsBefore ?? account.resets))) {
    takeBack();
    return supersede(core, flow);
  }

  const now = clock.now();
  const unlocked = lockedForMs(account.lock, now) > 0;
  account.lock = openLock;
  account.passwordSetAt = now;
  if (core.policy().revokeSessions) account.sessionsRevokedAt = now;
  for (const name of clearedByReset) throttles.clear(name, flow.key);
  const told = core.policy().notifyUsers ? mailer.passwordReset(account) : [];

  journal.progress(flow, 'Password reset');
  journal.progress(flow, 'Succeeded', { status: 'success' });
  journal.record(flow, {
    activity: 'Reset password (self-service)',
    reason: 'Succeeded',
    status: 'success',
  });
  return {
    last: {
      kind: 'done',
      username: flow.username,
      outcome: 'password-reset',
      unlocked,
      told: told.map(maskEmail),
      supportCode: flow.supportCode,
      branding: core.branding(),
      ...(core.signInUrl !== undefined && { signInUrl: core.signInUrl }),
      actions: [],
      problems: [],
      notices: [],
    },
  };
}
