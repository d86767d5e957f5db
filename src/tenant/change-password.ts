import type { Problem } from '../contract/index.js';
import { allow, deny } from '../policy/index.js';
import type { Core } from './core.js';
import { passwordProblems } from './new-password.js';
import { randomSupportCode } from './random.js';
import { problemOf } from './remarks.js';

/** What came of a signed-in change of the password. */
export type PasswordChange =
  | { readonly outcome: 'changed' }
  /** The session is over, or the current password is wrong. */
  | { readonly outcome: 'signed-out' | 'wrong' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/**
 * A change by somebody who knows the password (rules PASSWORD-5, SCOPE-3: every licence covers it). An
 * operation for tests and for a demo's sign-in page: no element asks for it.
 */
export async function changePassword(
  core: Core,
  sessionId: string,
  current: string,
  password: string,
): Promise<PasswordChange> {
  const { sessions, journal, onPremises, clock } = core;
  const session = sessions.find(sessionId);
  if (!session) return { outcome: 'signed-out' };
  const { account } = session;
  const { username } = account.person;
  const about = { username, supportCode: randomSupportCode(core.random), client: 'local' };
  const stored = password.normalize('NFKC');
  const activity = 'Change password (self-service)';
  const failed = (change: PasswordChange): PasswordChange => {
    journal.record(about, { activity, reason: 'Failed', status: 'failure' });
    return change;
  };
  const refused = (...problems: readonly Problem[]) => failed({ outcome: 'refused', problems });

  return account.oneByOne(async (): Promise<PasswordChange> => {
    let from: number | undefined;
    if (account.person.onPremises && onPremises) {
      const written = await onPremises.change(username, current, stored);
      if (written.kind === 'refused')
        return refused(problemOf(journal.decide(about, written.verdict), 'password'));
      if (written.kind === 'failed')
        return written.verdict.code === 'not-proven'
          ? failed({ outcome: 'wrong' })
          : refused({ code: written.verdict.code, rule: written.verdict.rule });
      if (written.cloudCommit === 'late') from = written.cloudAt;
    } else {
      if (!(await account.hasPassword(current, clock.now()))) return failed({ outcome: 'wrong' });
      const problems = passwordProblems(core, about, account, stored);
      if (problems.length > 0) return refused(...problems);
      if (stored === current.normalize('NFKC'))
        return refused(
          problemOf(journal.decide(about, deny('PASSWORD-5', 'password-unchanged')), 'password'),
        );
    }
    await account.changePassword(stored, from);
    account.passwordSetAt = clock.now();
    journal.decide(about, allow('PASSWORD-5'));
    journal.record(about, { activity, reason: 'Succeeded', status: 'success' });
    return { outcome: 'changed' };
  });
}
