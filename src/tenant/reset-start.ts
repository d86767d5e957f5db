import type { KnownRefusalCode, ResetIntent, Step } from '../contract/index.js';
import {
  allow,
  checkUsername,
  type Denied,
  mayReset,
  toldAs,
  type Verdict,
} from '../policy/index.js';
import { type Candidate, decoyCandidate, realCandidate } from './candidate.js';
import type { Core } from './core.js';
import { randomSupportCode } from './random.js';
import type { ResetFlow } from './reset-flow.js';
import type { ResetWalk } from './reset-walk.js';
import { problemOf } from './steps.js';

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
  if (!form.allowed) return { step: identifyAgain(form) };

  const { clock, directory, journal, throttles, mailer } = core;
  const now = clock.now();
  const policy = core.policy();
  const account = directory.find(username, policy.alternateSignInAddresses);
  const subject = account && directory.subject(account);
  const key = account?.key ?? username.toLowerCase();
  // Made for everybody, so that a known name takes as long as any other (rule REFUSAL-2).
  const decoy = await decoyCandidate(core, key);

  const supportCode = randomSupportCode(core.random);
  const open = (candidate: Candidate): ResetFlow => ({
    supportCode,
    username,
    locale,
    client,
    key,
    account,
    candidate,
    resetsBefore: candidate.account?.resets,
    expiresAt: now + policy.session.lifetimeMs,
    ended: new AbortController(),
    passed: [],
    proofs: new Map(),
    answers: 0,
    stage: { at: 'choose-method' },
  });
  const about = { supportCode, username, client };
  journal.decide(about, form);
  journal.progress(about, 'User ID submitted');

  const blocked = journal.decide(about, throttles.checkAccount(key));
  if (!blocked.allowed) return { flow: refused(walk, open(decoy), blocked) };

  const verdicts = mayReset(policy, subject, now);
  for (const verdict of verdicts) journal.decide(about, verdict);
  const denied = verdicts.find((verdict) => !verdict.allowed);
  if (!denied) {
    journal.progress(about, 'Verification options presented');
    return { flow: open(account ? realCandidate(core, account) : decoy) };
  }

  const told = toldAs(policy, denied);
  if (told === 'hidden') {
    journal.decide(about, allow('REFUSAL-2'));
    journal.progress(about, 'Verification options presented');
    journal.blocked(about, denied);
    if (account && throttles.check('explanations', key).allowed) {
      throttles.add('explanations', key);
      mailer.cannotReset(account, denied.code, supportCode);
    }
    return { flow: open(decoy) };
  }
  const home = account?.person.home;
  if (told.code === 'guest' && home) {
    journal.blocked(about, told);
    return { step: leave(core, home, supportCode) };
  }
  return { flow: refused(walk, open(decoy), told) };
}

function refused(walk: ResetWalk, flow: ResetFlow, denied: Denied<KnownRefusalCode>): ResetFlow {
  walk.refuse(flow, denied);
  return flow;
}

const identifyAgain = (verdict: Verdict): Step => ({
  kind: 'identify',
  progress: { index: 1 },
  actions: [{ name: 'cancel' }],
  problems: verdict.allowed ? [] : [problemOf(verdict, 'username')],
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
  actions: [{ name: 'restart' }, { name: 'cancel' }],
  problems: [],
  notices: [],
});
