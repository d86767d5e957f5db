import type { KnownRefusalCode, ResetIntent, Step } from '../contract/index.js';
import { allow, checkUsername, type Denied, toldAs, type Verdict } from '../policy/index.js';
import { type Candidate, decoyCandidate, gatesOf, realCandidate } from './candidate.js';
import type { Core } from './core.js';
import { named } from './proving-steps.js';
import { randomSupportCode } from './random.js';
import { problemOf } from './remarks.js';
import type { ResetFlow } from './reset-flow.js';
import type { ResetWalk } from './reset-walk.js';

/** A flow that was opened, or the step that says why there is none. */
export type Started = { readonly flow: ResetFlow } | { readonly step: Step };

/** Opens a reset: who is it, and may they? The order is rule SCOPE-6's, throttling first. */
export async function startReset(
  core: Core,
  walk: ResetWalk,
  intent: ResetIntent,
  { client, locale }: { readonly client: string; readonly locale: string },
): Promise<Started> {
  const username = intent.username.trim();
  const form = checkUsername(username);
  if (!form.allowed) return { step: identifyAgain(form, 'username') };

  const { clock, directory, journal, throttles, mailer } = core;
  const now = clock.now();
  const policy = core.policy();
  const account = directory.find(username, policy.alternateSignInAddresses);
  const subject = account && directory.subject(account);
  const key = account?.key ?? username.toLowerCase();
  // Made for everybody, so that a known name takes as long as any other (rule REFUSAL-2).
  const decoy = await decoyCandidate(core, key);

  const supportCode = randomSupportCode(core.random);
  const open = (candidate: Candidate): ResetFlow => {
    const flow: ResetFlow = {
      supportCode,
      username,
      locale,
      client,
      key,
      account,
      candidate,
      resetsBefore: candidate.account?.resets,
      expiresAt: now + policy.session.lifetimeMs,
      extensions: 0,
      judged: 0,
      ended: new AbortController(),
      passed: [],
      proofs: new Map(),
      confirmed: new Set(),
      answers: 0,
      onAnswered: () => {},
      isOpen: () => flow.place.at === 'proving' && clock.now() < flow.expiresAt,
      gates: () => gatesOf(core, candidate),
      typesTargets: true,
      goal: 'reset-password',
      stage: { at: 'choose-method' },
      place: { at: mayOnlyUnlock(core, candidate) ? 'choose-goal' : 'proving' },
    };
    return flow;
  };
  const about = { supportCode, username, client };
  journal.decide(about, form);

  const blocked = journal.decide(about, throttles.checkAccount(key));
  const human = blocked.allowed
    ? journal.decide(about, await core.captchas.check(intent.captcha))
    : undefined;
  if (human && !human.allowed) return { step: identifyAgain(human) };
  journal.progress(about, 'User ID submitted');
  if (!blocked.allowed) return { flow: refused(walk, open(decoy), blocked) };

  const verdicts = directory.mayReset(policy, subject, now);
  for (const verdict of verdicts) journal.decide(about, verdict);
  const denied = verdicts.find((verdict) => !verdict.allowed);
  if (!denied) {
    journal.progress(about, 'Verification options presented');
    return { flow: open(account ? realCandidate(core, account) : decoy) };
  }

  const told = toldAs(policy, denied);
  if (told === 'hidden') {
    journal.decide(about, allow('REFUSAL-2'));
    journal.blocked(about, denied);
    if (account && throttles.check('explanations', key).allowed) {
      throttles.add('explanations', key);
      mailer.cannotReset(account, denied.code, supportCode);
    }
    // What is true of the whole domain is told whoever asks.
    const reachable = reachableDomain(core, username);
    if (!reachable.allowed) return { flow: refused(walk, open(decoy), reachable) };
    journal.progress(about, 'Verification options presented');
    return { flow: open(decoy) };
  }
  const home = account?.person.home;
  if (told.code === 'guest' && home) {
    journal.blocked(about, told);
    return { step: leave(core, home, supportCode) };
  }
  return { flow: refused(walk, open(decoy), told) };
}

/** Whether passwords of a domain can be written, where it has any on-premises (rule WRITEBACK-1). */
const reachableDomain = ({ onPremises }: Core, username: string): Verdict<KnownRefusalCode> =>
  onPremises?.serves(username.slice(username.lastIndexOf('@') + 1))
    ? onPremises.checkReachable(username)
    : allow('WRITEBACK-1');

/** Rule WRITEBACK-3: whether somebody can come for an open account only. */
const mayOnlyUnlock = (core: Core, { subject }: Candidate): boolean =>
  subject.source === 'on-premises' && core.policy().writeback.unlockWithoutReset;

function refused(walk: ResetWalk, flow: ResetFlow, denied: Denied<KnownRefusalCode>): ResetFlow {
  walk.refuse(flow, denied);
  return flow;
}

const identifyAgain = (denied: Denied, field?: string): Step => ({
  kind: 'identify',
  progress: { index: 1 },
  actions: named('cancel'),
  problems: [problemOf(denied, field)],
  notices: [],
});

/** Rule SCOPE-4: the password is kept elsewhere, and it is known where. */
const leave = (
  core: Core,
  { name, url }: { readonly name: string; readonly url: string },
  supportCode: string,
): Step => ({
  kind: 'leave',
  url,
  name,
  supportCode,
  branding: core.branding(),
  actions: named('restart', 'cancel'),
  problems: [],
  notices: [],
});
