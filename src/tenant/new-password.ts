import type { KnownRefusalCode, Notice, PasswordRule, Problem, Step } from '../contract/index.js';
import {
  checkBanned,
  checkPassword,
  clearedByReset,
  type Denied,
  deny,
  domainPasswordRules,
  isAdministrator,
  lockedForMs,
  maskEmail,
  openLock,
  passwordRulesOf,
} from '../policy/index.js';
import type { Account, PublicPerson } from './account.js';
import type { Candidate } from './candidate.js';
import type { Core } from './core.js';
import { problemOf, type Remarks } from './remarks.js';
import type { ResetFlow } from './reset-flow.js';
import { flowSuperseded } from './reset-steps.js';

const domainOf = ({ key }: Account): string => key.slice(key.lastIndexOf('@') + 1);

/** The last step: nothing comes after it. */
export interface Over {
  readonly last: Step;
}

/** The rules of an account's password as data: on-premises they are the domain's (rule WRITEBACK-2). */
export function passwordRulesFor(
  core: Core,
  account: Account | undefined,
): readonly PasswordRule[] {
  const domain = account?.person.onPremises && domainOf(account);
  const controller = domain === undefined ? undefined : core.onPremises?.controller(domain);
  return controller ? domainPasswordRules(controller.policy) : passwordRulesOf(core.policy());
}

/**
 * All that the rules of the cloud have against a new password (PASSWORD-1 to 4, BANNED-1 to 4). Of an
 * account that is kept on-premises, the domain decides when it is written (rule WRITEBACK-2).
 */
export function passwordProblems(
  core: Core,
  about: { readonly username: string; readonly supportCode?: string },
  { person }: Account,
  password: string,
): readonly Problem[] {
  if (person.onPremises) return [];
  const broken = checkPassword(passwordRulesOf(core.policy()), password, person.username);
  const score = isTooLong(core, password) ? [] : [banned(core, person, password)];
  return [...broken, ...score].flatMap((verdict) =>
    core.journal.decide(about, verdict).allowed || verdict.allowed
      ? []
      : [problemOf(verdict, 'password')],
  );
}

/** Not scored then: it is refused anyway, and scoring without end costs. */
const isTooLong = (core: Core, password: string): boolean =>
  [...password].length > core.policy().password.maxLength;

function banned(core: Core, { firstName, lastName }: PublicPerson, password: string) {
  const { wellKnown, custom, minPoints } = core.policy().password.banned;
  return checkBanned({
    password,
    terms: [...(wellKnown ? core.wellKnownWords : []), ...custom],
    names: [firstName, lastName, core.branding().name],
    minPoints,
  });
}

/** Whether a password is judged while it is typed: on-premises only the domain could (rule WRITEBACK-2). */
export const judgesWhileTyping = (core: Core, { account }: Candidate): boolean =>
  account !== undefined && !account.person.onPremises && core.policy().password.checksWhileTyping;

/**
 * What there is against a password that only the backend can tell (rules BANNED-1 to 4). Leaves no
 * trace: no verdict is noted, because one for each key would spell the password out (rule AUDIT-3).
 */
export function judge(core: Core, { account }: Candidate, typed: string): readonly Problem[] {
  const password = typed.normalize('NFKC');
  // That it is too long the page can tell by itself.
  if (!account || password === '' || isTooLong(core, password)) return [];
  const verdict = banned(core, account.person, password);
  return verdict.allowed ? [] : [problemOf(verdict, 'password')];
}

/** Ends a flow whose account another reset was completed for since it began (rule SESSION-2). */
export function supersede({ journal }: Core, flow: ResetFlow): Over {
  journal.decide(flow, deny('SESSION-2', 'flow-superseded'));
  journal.progress(flow, 'Abandoned', { status: 'failure', rule: 'SESSION-2' });
  return { last: flowSuperseded(flow) };
}

/** What came of a new password. */
export type Completed = Over | Remarks | { readonly refused: Denied<KnownRefusalCode> };

/** Whether where the password is kept takes its time to say what came of it. */
export const confirmsLate = ({ onPremises }: Core, { person }: Account): boolean =>
  person.onPremises !== undefined && (onPremises?.confirmAfterMs ?? 0) > 0;

/**
 * Stores the password where it is kept, and does all that follows a reset. Where the flow stands is
 * left to the caller.
 */
export async function completeReset(
  core: Core,
  flow: ResetFlow,
  account: Account,
  password: string,
): Promise<Completed> {
  const { throttles, journal, mailer, clock } = core;
  // Counted before anything is awaited, so that flows side by side cannot slip by (rule THROTTLE-4).
  const takeBack = throttles.add('resets', flow.key);
  const stored = await store(core, flow, account, password);
  if (stored.kind !== 'stored') {
    takeBack();
    if (stored.kind === 'superseded') return supersede(core, flow);
    journal.decide(flow, stored.verdict);
    // Another password may do, or none will.
    if (stored.kind === 'refused') return { problems: [problemOf(stored.verdict, 'password')] };
    return { refused: stored.verdict };
  }

  const now = clock.now();
  const unlocked = lockedForMs(account.lock, now) > 0 || stored.unlocked;
  account.lock = openLock;
  account.passwordSetAt = now;
  if (core.policy().revokeSessions) core.sessions.revoke(account);
  for (const name of clearedByReset) throttles.clear(name, flow.key);
  const told = core.policy().notifyUsers ? mailer.passwordReset(account) : [];
  if (core.policy().notifyAdmins && isAdministrator(account.person.roles))
    mailer.administratorReset(account);

  journal.progress(flow, 'Password reset');
  journal.progress(flow, 'Succeeded', { status: 'success' });
  journal.record(flow, {
    activity: 'Reset password (self-service)',
    reason: 'Succeeded',
    status: 'success',
  });
  return done(core, flow, {
    outcome: 'password-reset',
    unlocked,
    told,
    notices: stored.late ? [{ code: 'takes-minutes' }] : [],
  });
}

/** The end of a flow that went well. */
export const done = (
  core: Core,
  { username, supportCode }: Pick<ResetFlow, 'username' | 'supportCode'>,
  came: {
    readonly outcome: 'password-reset' | 'account-unlocked';
    readonly unlocked: boolean;
    readonly told: readonly string[];
    readonly notices: readonly Notice[];
  },
): Over => ({
  last: {
    kind: 'done',
    username,
    supportCode,
    ...came,
    told: came.told.map(maskEmail),
    branding: core.branding(),
    ...(core.signInUrl !== undefined && { signInUrl: core.signInUrl }),
    actions: [],
    problems: [],
  },
});

type Stored =
  | { readonly kind: 'stored'; readonly late: boolean; readonly unlocked: boolean }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'refused'; readonly verdict: Denied }
  | { readonly kind: 'failed'; readonly verdict: Denied<KnownRefusalCode> };

/** Where the password is kept decides first; of many at once one wins. */
async function store(
  core: Core,
  { resetsBefore }: ResetFlow,
  account: Account,
  password: string,
): Promise<Stored> {
  const resets = resetsBefore ?? account.resets;
  const { onPremises } = core;
  const { username } = account.person;
  if (!account.person.onPremises || !onPremises)
    return (await account.resetPassword(password, resets))
      ? { kind: 'stored', late: false, unlocked: false }
      : { kind: 'superseded' };
  return account.oneByOne(async (): Promise<Stored> => {
    if (account.resets !== resets) return { kind: 'superseded' };
    const view = onPremises.controller(domainOf(account))?.view(username);
    const written = await onPremises.writeBack(username, password);
    if (written.kind === 'refused') return { kind: 'refused', verdict: written.verdict };
    if (written.kind === 'failed') return { kind: 'failed', verdict: written.verdict };
    const from = written.cloudCommit === 'late' ? written.cloudAt : undefined;
    await account.resetPassword(password, resets, from);
    const unlocked = view !== undefined && view.lockedForMs > 0;
    return { kind: 'stored', late: from !== undefined, unlocked };
  });
}
