import type { Answer, Problem } from '../../contract/index.js';
import {
  checkAlternateAddress,
  checkAnswers,
  type Denied,
  deny,
  isOffered,
  maskEmail,
  maskPhone,
  type RegistrableType,
  readCode,
} from '../../policy/index.js';
import { normalizePhone } from '../../policy/phone.js';
import { AppCodeProof } from '../app-code-proof.js';
import { Authenticator } from '../authenticator.js';
import type { CandidateMethod } from '../candidate.js';
import type { Core } from '../core.js';
import { AnsweredElsewhere } from '../elsewhere-proof.js';
import type { Proof } from '../proof.js';
import { pooledQuestions } from '../question-pool.js';
import { randomText } from '../random.js';
import { storedNumber, type Unnamed } from '../registrations.js';
import { problemOf } from '../remarks.js';
import { SentCodeProof } from '../sent-code-proof.js';
import { sendsAs } from '../trying.js';
import type { Enrolment, RegistrationFlow } from './registration-flow.js';

/** What came of what was typed: something to prove, something to store at once, or something to correct. */
export type Enrolled =
  | { readonly to: 'prove'; readonly proof: Proof; readonly pending: Unnamed }
  | { readonly to: 'store'; readonly pending: Unnamed }
  | { readonly to: 'correct'; readonly problems: readonly Problem[] }
  | { readonly to: 'blocked'; readonly denied: Denied<'blocked-until'> };

/** Begins to register something of a type. */
export const enrolmentOf = (
  core: Core,
  flow: RegistrationFlow,
  type: RegistrableType,
  replaces?: string,
): Enrolment => ({
  type,
  replaces,
  ...(type === 'app' && {
    authenticator: new Authenticator(
      { notifications: takesNotifications(core, flow) },
      core.random,
    ),
  }),
});

/** Whether an app can show by a notification that it works. */
export const takesNotifications = (core: Core, { account }: RegistrationFlow): boolean =>
  isOffered(core.policy(), core.directory.subject(account), 'app-notification', core.clock.now());

/** Takes what was typed for an enrolment; undefined where the step does not take the answer. */
export async function enrol(
  core: Core,
  flow: RegistrationFlow,
  { type, authenticator }: Enrolment,
  answer: Answer,
): Promise<Enrolled | undefined> {
  if (answer.action === 'enrol-app' && type === 'app' && authenticator)
    return enrolApp(core, flow, authenticator, answer.proof);
  if (answer.action === 'enrol-email' && type === 'email')
    return enrolEmail(core, flow, answer.address.trim());
  if (answer.action === 'enrol-questions' && type === 'questions')
    return enrolQuestions(core, flow, answer.answers);
  const isPhone = type === 'phone' || type === 'alternate-phone' || type === 'office-phone';
  if (answer.action === 'enrol-phone' && isPhone) return enrolPhone(core, flow, type, answer);
  return undefined;
}

const correct = (...problems: readonly Problem[]): Enrolled => ({ to: 'correct', problems });

const newId = (core: Core): string =>
  randomText(core.random, 'abcdefghijkmnpqrstuvwxyz23456789', 8);

function enrolApp(
  core: Core,
  flow: RegistrationFlow,
  authenticator: Authenticator,
  by: 'notification' | 'code',
): Enrolled {
  const { account } = flow;
  const pending = { type: 'app', source: 'registered', authenticator } as const;
  const apps = [authenticator];
  const id = newId(core);
  const common = { core, key: account.key };
  if (by === 'code') {
    const method = { id, type: 'app-code', apps } as const;
    return {
      to: 'prove',
      pending,
      proof: new AppCodeProof({ ...common, method, apps, real: true }),
    };
  }
  if (!takesNotifications(core, flow))
    return correct(problemOf(deny('METHOD-1', 'method-unavailable'), 'proof'));
  const method = { id, type: 'app-notification', apps } as const;
  const denied = count(core, flow, method);
  if (denied) return { to: 'blocked', denied };
  const proof = new AnsweredElsewhere({
    ...common,
    method,
    for: 'notification',
    answered: () => flow.onAnswered(),
    isOpen: () => flow.place.at === 'prove-new' && core.clock.now() < flow.expiresAt,
    deliver: (made) => core.mailer.notification(account, account.person.username, made),
  });
  return { to: 'prove', pending, proof };
}

async function enrolPhone(
  core: Core,
  flow: RegistrationFlow,
  type: 'phone' | 'alternate-phone' | 'office-phone',
  answer: Extract<Answer, { readonly action: 'enrol-phone' }>,
): Promise<Enrolled> {
  const { account, locale } = flow;
  const typed = answer.number.trim();
  if (typed === '') return correct(problemOf(deny('PHONE-1', 'number-required'), 'number'));
  const number = normalizePhone(typed, answer.country);
  if (!number) return correct(problemOf(deny('PHONE-1', 'number-malformed'), 'number'));
  if (!phoneChannels(core, flow, type).includes(answer.channel))
    return correct(problemOf(deny('METHOD-6', 'method-unavailable'), 'channel'));
  const extension = readCode(answer.extension ?? '').replace(/[^0-9]/g, '') || number.extension;
  const address = storedNumber({ ...number, ...(extension !== undefined && { extension }) });
  const pending = { type, source: 'registered', address } as const;
  const hint = maskPhone(address);
  const id = newId(core);
  const methodType =
    answer.channel === 'call' ? (type === 'office-phone' ? 'office-call' : 'call') : answer.channel;
  const method: CandidateMethod = { id, type: methodType, hint, address };
  const denied = count(core, flow, method);
  if (denied) return { to: 'blocked', denied };
  const { channel } = answer;
  if (channel === 'call') {
    const proof = new AnsweredElsewhere({
      core,
      method,
      for: 'call',
      key: account.key,
      answered: () => flow.onAnswered(),
      isOpen: () => flow.place.at === 'prove-new' && core.clock.now() < flow.expiresAt,
      deliver: (made) => core.mailer.call(account, address, locale, made),
    });
    return { to: 'prove', pending, proof };
  }
  const { lifetimeMs } = core.policy().codes;
  const proof = await SentCodeProof.begin({
    core,
    method,
    account,
    key: account.key,
    deliver: (code) => core.mailer.text(channel, account, address, locale, { code, lifetimeMs }),
  });
  return { to: 'prove', pending, proof };
}

/** How a number of a type can be proven (rules REGISTER-5, METHOD-6). */
export function phoneChannels(
  core: Core,
  { account }: RegistrationFlow,
  type: 'phone' | 'alternate-phone' | 'office-phone',
): readonly ('text' | 'whatsapp' | 'call')[] {
  const subject = core.directory.subject(account);
  const offered = (method: 'text' | 'whatsapp' | 'call' | 'office-call') =>
    isOffered(core.policy(), subject, method, core.clock.now());
  if (type === 'office-phone') return offered('office-call') ? ['call'] : [];
  return (['text', 'whatsapp', 'call'] as const).filter(offered);
}

async function enrolEmail(core: Core, flow: RegistrationFlow, address: string): Promise<Enrolled> {
  const { account, locale, supportCode } = flow;
  const form = checkAlternateAddress(core.policy(), account.person, address);
  if (!form.allowed) return correct(problemOf(core.journal.decide(flow, form), 'address'));
  const method: CandidateMethod = {
    id: newId(core),
    type: 'email',
    hint: maskEmail(address),
    address,
  };
  const denied = count(core, flow, method);
  if (denied) return { to: 'blocked', denied };
  const { lifetimeMs } = core.policy().codes;
  const proof = await SentCodeProof.begin({
    core,
    method,
    account,
    key: account.key,
    deliver: (code) =>
      core.mailer.code(account, address, locale, { code, lifetimeMs, supportCode }),
  });
  return { to: 'prove', proof, pending: { type: 'email', source: 'registered', address } };
}

function enrolQuestions(
  core: Core,
  { account }: RegistrationFlow,
  given: Extract<Answer, { readonly action: 'enrol-questions' }>['answers'],
): Enrolled {
  const { questions } = core.policy();
  const pool = pooledQuestions(questions);
  const answered = given.map(({ question, own, answer }) => ({
    question:
      question === undefined
        ? (own ?? '').trim()
        : (pool.find(({ id }) => id === question)?.question ?? ''),
    own: question === undefined && questions.mayWriteOwn,
    answer,
  }));
  const faults = checkAnswers(answered, questions.toRegister);
  return faults.length > 0
    ? correct(...faults.map(({ denied, of, index }) => problemOf(denied, `${of}-${index + 1}`)))
    : {
        to: 'store',
        pending: {
          type: 'questions',
          source: 'registered',
          questions: account.registrations.hashed(answered),
        },
      };
}

/** What is sent to show that something works counts like anything that is sent (THROTTLE-2, THROTTLE-3). */
function count(
  { throttles }: Core,
  { account }: RegistrationFlow,
  { type }: CandidateMethod,
): Denied<'blocked-until'> | undefined {
  const name = sendsAs[type];
  if (name) throttles.add(name, account.key);
  const verdict = throttles.checkAccount(account.key);
  return verdict.allowed ? undefined : verdict;
}
