import type { Answer, KnownNoticeCode } from '../../contract/index.js';
import {
  allow,
  type Denied,
  deny,
  isRegistrable,
  mayAdd,
  mayWith,
  minute,
  type RegistrableType,
  registrableTypes,
} from '../../policy/index.js';
import { realCandidate } from '../candidate.js';
import type { Core } from '../core.js';
import type { Unnamed } from '../registrations.js';
import { type Remarks, remark } from '../remarks.js';
import { signedOut } from '../sessions.js';
import { enrolmentOf } from './enrolling.js';
import type { Enrolment, RegistrationFlow } from './registration-flow.js';

/** How long one addition, change or deletion may take (rule SESSION-1). */
const changeLifetimeMs = 15 * minute;

export const noticed = (code: KnownNoticeCode): Remarks => ({ notices: [{ code }] });

/** Back to where the change began; where nothing is left to confirm, to what could be added. */
export function toList(flow: RegistrationFlow, remarks: Remarks): Remarks {
  const { mode, account } = flow;
  const confirms = mode === 'reconfirm' && account.registrations.list.length > 0;
  flow.expiresAt = Number.POSITIVE_INFINITY;
  flow.place = { at: mode === 'interrupt' ? 'needed' : confirms ? mode : 'manage' };
  return remarks;
}

/** Rule REGISTER-4, before anybody is asked for a proof. */
export function hindrance(core: Core, flow: RegistrationFlow, answer: Answer): Denied | undefined {
  const policy = core.policy();
  const { account } = flow;
  const { list, defaultId } = account.registrations;
  if (answer.action === 'add') {
    const type = registrableTypes.find((one) => one === answer.type);
    const subject = core.directory.subject(account);
    if (!type || !isRegistrable(policy, subject, type, core.clock.now()))
      return deny('METHOD-6', 'method-unavailable');
    const may = mayAdd(policy, list, type, flow.mode === 'interrupt' ? 'interrupt' : 'manage');
    if (may === 'limit-reached') return deny('REGISTER-4', 'registration-limit');
    return may === 'yes' ? undefined : deny('REGISTER-4', 'action-unavailable', { why: may });
  }
  if (answer.action !== 'change' && answer.action !== 'remove' && answer.action !== 'make-default')
    return undefined;
  const registration = findRegistered(flow, answer.id);
  if (!registration) return deny('REGISTER-4', 'action-unavailable');
  const may = mayWith(policy, registration, registration.id === defaultId);
  const { change, remove, makeDefault } = may;
  const why = { change, remove, 'make-default': makeDefault }[answer.action];
  return why === 'yes' ? undefined : deny('REGISTER-4', 'action-unavailable', { why });
}

/** Rule REGISTER-6: a young session will do while nothing is registered; else a proof that is young. */
export function isFresh(core: Core, { account, session }: RegistrationFlow): boolean {
  const { freshForMs } = core.policy().registration;
  const now = core.clock.now();
  const candidate = realCandidate(core, account);
  if (candidate.methods.length > 0)
    return session.provenAt !== undefined && now < session.provenAt + freshForMs;
  // There is nothing to prove with but the password, and that was long ago.
  if (now >= session.since + freshForMs) throw signedOut();
  return true;
}

/** Rule REGISTER-6: one more proof, and then what was asked for. */
export function askProof(core: Core, flow: RegistrationFlow, then: Answer): Remarks {
  const { account, locale, username, supportCode, client } = flow;
  flow.expiresAt = core.clock.now() + changeLifetimeMs;
  core.journal.decide(flow, allow('REGISTER-6'));
  flow.place = {
    at: 'fresh-proof',
    then,
    proving: {
      username,
      supportCode,
      client,
      key: account.key,
      locale,
      candidate: realCandidate(core, account),
      gates: () => 1,
      typesTargets: false,
      passed: [],
      proofs: new Map(),
      confirmed: new Set(),
      onAnswered: () => flow.onAnswered(),
      isOpen: () => flow.place.at === 'fresh-proof' && core.clock.now() < flow.expiresAt,
      stage: { at: 'choose-method' },
    },
  };
  return {};
}

/** Does what was asked for. */
export function begin(core: Core, flow: RegistrationFlow, answer: Answer): Remarks {
  const { account } = flow;
  const { registrations } = account;
  flow.expiresAt = core.clock.now() + changeLifetimeMs;
  switch (answer.action) {
    case 'add':
      flow.place = {
        at: 'enrol',
        // Held against the types by `hindrance`.
        enrolment: enrolmentOf(core, flow, answer.type as RegistrableType),
      };
      return {};
    case 'change': {
      const { type } = findRegistered(flow, answer.id) ?? {};
      const enrolment = enrolmentOf(core, flow, type as RegistrableType, answer.id);
      flow.place = { at: 'enrol', enrolment };
      return {};
    }
    case 'remove':
      flow.place = { at: 'confirm-removal', id: answer.id };
      return {};
    case 'make-default':
      registrations.makeDefault(answer.id);
      return toList(flow, noticed('default-set'));
    default:
      return toList(flow, {});
  }
}

/** Rule REGISTER-5: here something is stored, and nowhere else. */
export function store(
  core: Core,
  flow: RegistrationFlow,
  { type, replaces }: Enrolment,
  pending: Unnamed,
): { readonly stored: boolean; readonly remarks: Remarks } {
  const { account, session } = flow;
  const { registrations } = account;
  // What was allowed before the proof may no longer be: two flows side by side must not pass a limit.
  const wanted: Answer =
    replaces === undefined ? { action: 'add', type } : { action: 'change', id: replaces };
  const hindered = hindrance(core, flow, wanted);
  if (hindered) return { stored: false, remarks: remark(core.journal.decide(flow, hindered)) };
  const now = core.clock.now();
  if (replaces !== undefined) registrations.remove(replaces);
  const { id } = registrations.add({ ...pending, addedAt: now });
  flow.confirmed.add(id);
  flow.made += 1;
  // What was just proven is proof enough for what follows.
  session.provenAt = now;
  core.directory.changed(account);
  core.journal.decide(flow, allow('REGISTER-5'));
  core.journal.record(flow, {
    activity: 'User registered for self-service password reset',
    reason: 'Succeeded',
    status: 'success',
    method: type,
  });
  if (core.policy().notifyRegistrations)
    core.mailer.registrationChanged(account, replaces === undefined ? 'added' : 'changed', type);
  const notice = noticed(replaces === undefined ? 'registered' : 'changed');
  return { stored: true, remarks: notice };
}

/** Rule REGISTER-7: it is allowed whatever it costs. */
export function remove(core: Core, flow: RegistrationFlow, id: string): Remarks {
  const { account } = flow;
  const gone = findRegistered(flow, id);
  if (!gone) return toList(flow, remark(deny('REGISTER-4', 'action-unavailable')));
  account.registrations.remove(id);
  core.directory.changed(account);
  core.journal.decide(flow, allow('REGISTER-7'));
  if (core.policy().notifyRegistrations)
    core.mailer.registrationChanged(account, 'removed', gone.type);
  return toList(flow, noticed('removed'));
}

export function findRegistered({ account }: RegistrationFlow, id: string) {
  return account.registrations.list.find((one) => one.id === id);
}
