import type { KnownRefusalCode } from '../contract/index.js';
import type { Denied } from '../policy/index.js';
import type { Account } from './account.js';
import type { Core } from './core.js';
import { done, type Over } from './new-password.js';
import { problemOf, type Remarks } from './remarks.js';
import type { ResetFlow } from './reset-flow.js';

/** Opens the account without a new password: the domain's lock, and nothing else (rules WRITEBACK-3, LOCK-1). */
export async function completeUnlock(
  core: Core,
  flow: ResetFlow,
  account: Account,
): Promise<Over | Remarks | { readonly refused: Denied<KnownRefusalCode> }> {
  const { journal, mailer, onPremises } = core;
  // Claimed before anything is awaited: from here on a cancel comes too late.
  flow.place = { at: 'ended' };
  const opened = await onPremises?.unlock(account.person.username);
  const activity = 'Unlock user account (self-service)';
  if (opened?.kind !== 'unlocked') {
    journal.record(flow, { activity, reason: 'Failed', status: 'failure' });
    if (opened?.kind === 'failed') return { refused: opened.verdict };
    return opened ? { problems: [problemOf(opened.verdict)] } : {};
  }
  const told = core.policy().notifyUsers ? mailer.accountUnlocked(account) : [];
  journal.progress(flow, 'Succeeded', { status: 'success' });
  journal.record(flow, { activity, reason: 'Succeeded', status: 'success' });
  return done(core, flow, {
    outcome: 'account-unlocked',
    unlocked: true,
    told,
    notices: [{ code: 'update-saved-passwords' }],
  });
}
