import type { MethodType } from '../contract/index.js';
import {
  type Enrolled,
  type Family,
  familyOf,
  gatesRequired,
  maskEmail,
  maskPhone,
  methodOrder,
  type Subject,
  usableDescribed,
  usableMethods,
} from '../policy/index.js';
import type { Account } from './account.js';
import { Authenticator } from './authenticator.js';
import type { Core } from './core.js';
import { decoyHint, decoyNumberHint } from './decoy-hint.js';
import type { DescribedMethod } from './described-methods.js';
import { pooledQuestions } from './question-pool.js';
import { randomText } from './random.js';
import type { StoredQuestion } from './registrations.js';
import { steadyChoice } from './steady-choice.js';

/** A method as a flow runs it. */
export type CandidateMethod = {
  /** Opaque, and another one in every flow. */
  readonly id: string;
} & (
  | {
      readonly type: 'email';
      readonly hint: string;
      /** Where the code goes; absent for a decoy. */
      readonly address?: string;
    }
  | {
      readonly type: 'text' | 'whatsapp' | 'call' | 'office-call';
      readonly hint: string;
      /** As it is stored (rule PHONE-1); absent for a decoy. */
      readonly address?: string;
    }
  | {
      readonly type: 'app-code' | 'app-notification';
      readonly hint?: undefined;
      readonly apps: readonly Authenticator[];
    }
  | {
      readonly type: 'questions';
      readonly hint?: undefined;
      readonly stored: readonly StoredQuestion[];
    }
  | {
      /** Of the organisation's own. */
      readonly type: 'described';
      readonly hint?: undefined;
      readonly described: DescribedMethod;
    }
);

/** What a method is called in steps and in the journal. */
export const nameOf = (method: CandidateMethod): MethodType =>
  method.type === 'described' ? method.described.type : method.type;

/** The family that a method fills a gate with (rule GATE-4). */
export const familyOfMethod = (method: CandidateMethod): Family =>
  method.type === 'described' ? `described:${method.described.type}` : familyOf[method.type];

/** Who walks through a reset: a person, or the decoy that stands where one might be (rule REFUSAL-2). */
export interface Candidate {
  /** Absent for a decoy: then nothing is delivered, and no proof is ever right. */
  readonly account: Account | undefined;
  /**
   * By whom the rules judge at every step. For a decoy the person whom it copies: gates, methods and
   * a policy that changes under way meet both alike.
   */
  readonly subject: Subject;
  readonly methods: readonly CandidateMethod[];
}

const idLength = 8;
const idAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

const newId = (core: Core): string => randomText(core.random, idAlphabet, idLength);

/** A person with what counts for a reset. */
export function realCandidate(core: Core, account: Account): Candidate {
  const { registrations } = account;
  const usable = usableMethods(core.policy(), core.directory.subject(account), core.clock.now());
  const methods = usable.flatMap(({ type, address }): readonly CandidateMethod[] => {
    const id = newId(core);
    switch (type) {
      case 'app-code':
        return [{ id, type, apps: registrations.apps }];
      case 'app-notification':
        return [{ id, type, apps: registrations.apps.filter((app) => app.notifications) }];
      case 'questions':
        return [{ id, type, stored: registrations.questions }];
      case 'email':
        return address === undefined ? [] : [{ id, type, hint: maskEmail(address), address }];
      default:
        return address === undefined ? [] : [{ id, type, hint: maskPhone(address), address }];
    }
  });
  const subject = core.directory.subject(account);
  return {
    account,
    // Of the moment: what was registered or removed under way counts (rule GATE-3).
    get subject() {
      return core.directory.subject(account);
    },
    methods: [...methods, ...describedFor(core, subject)],
  };
}

/**
 * A candidate that looks like a member and never succeeds; the same for the same key, as long as
 * people and policy stay. It is made for every start, so that a known name takes no less time.
 *
 * Known consequences: a decoy has the gates of a member (rule REFUSAL-2), so where members need one
 * proof, two gates are an administrator's (rule GATE-2). And where the scope is `none` and
 * administrators may reset, everybody else is told SSPR_0009, in both voices. A question that a person
 * has written is asked of nobody else (`questions.mayWriteOwn`). Two names of one account share its limits
 * (`alternateSignInAddresses`). And of people who join, or change what
 * they have registered, a few decoys are changed with them. No decoy hides these.
 * @param key the username of the account, however it was typed, or the name that nobody has
 */
export async function decoyCandidate(core: Core, key: string): Promise<Candidate> {
  const [seed, more] = await Promise.all([
    core.digest.bytes(`decoy ${key}`),
    core.digest.bytes(`decoy questions ${key}`),
  ]);
  const numbers = new DataView(seed.buffer);
  const draw = (index: number): number => numbers.getUint32(index * 4);

  const policy = core.policy();
  const { subjects, addresses } = core.directory.eligible(policy, core.clock.now());
  // Somebody of the same domain, where there is one: on-premises or not is a matter of the domain.
  const near = subjects.filter(({ username }) => domainOf(username) === domainOf(key));
  const alike = near.length > 0 ? near : subjects;
  const subject = steadyChoice(alike, ({ username }) => username, draw(0)) ?? anybody(core, key);
  const usable = usableMethods(policy, subject, core.clock.now());
  // Drawn apart, number by number: hints that followed from each other would tell a decoy.
  const digits = new DataView(more.buffer, 16);
  const numbersOf = ({ type, address }: Enrolled) => address ?? familyOf[type];
  const phones = [...new Set(usable.filter(({ type }) => isNumber(type)).map(numbersOf))];
  const methods = usable.map((way): CandidateMethod => {
    const { type } = way;
    const id = newId(core);
    switch (type) {
      case 'app-code':
      case 'app-notification':
        return { id, type, apps: [new Authenticator({}, { bytes: (n) => seed.slice(-n) })] };
      case 'questions':
        return { id, type, stored: decoyQuestions(core, more) };
      case 'email': {
        const sources = {
          username: key,
          addresses,
          domains: core.decoyDomains,
          ownDomains: policy.domains,
        };
        const drawn = { form: draw(1), first: draw(2), second: draw(3), domain: draw(4) };
        return { id, type, hint: decoyHint(sources, drawn) };
      }
      default:
        return {
          id,
          type,
          hint: decoyNumberHint(digits.getUint32(4 * (phones.indexOf(numbersOf(way)) % 4))),
        };
    }
  });
  return {
    account: undefined,
    subject,
    methods: [...methods, ...describedFor(core, subject)],
  };
}

/** After the known ones: how secure they are, nobody here can say (rule METHOD-5). */
function describedFor(core: Core, subject: Subject): readonly CandidateMethod[] {
  const usable = usableDescribed(subject);
  return core.describedMethods
    .filter(({ type }) => usable.includes(type))
    .map((described) => ({ id: newId(core), type: 'described', described }));
}

const isNumber = (type: Enrolled['type']): boolean =>
  familyOf[type] === 'mobile' || familyOf[type] === 'office';

const domainOf = (username: string): string =>
  username.slice(username.lastIndexOf('@') + 1).toLowerCase();

/** As many as people register, always the same for the same name. */
function decoyQuestions(core: Core, seed: Uint8Array<ArrayBuffer>): readonly StoredQuestion[] {
  const { questions } = core.policy();
  const pool = pooledQuestions(questions).map(({ question }) => question);
  const salt = seed.slice(0, 16);
  return Array.from({ length: questions.toRegister }, (_, index) => {
    const [question = ''] = pool.splice((seed[index] ?? 0) % pool.length, 1);
    return { question, salt, hash: Promise.resolve('') };
  });
}

/** Nobody may reset: then nobody can compare, and somebody with all that the policy enables will do. */
function anybody({ policy: policyOf, describedMethods }: Core, username: string): Subject {
  const policy = policyOf();
  const described = describedMethods.map(({ type }) => type);
  const settings = methodOrder.map((type) => policy.methods[type]);
  const included = settings.flatMap(({ include }) => (include === 'everyone' ? [] : include));
  return {
    username,
    kind: 'member',
    enabled: true,
    licence: 'p1',
    source: 'cloud',
    // Where no method is enabled, an administrator: those have methods all the same (rule ADMIN-2).
    roles: settings.some(({ state }) => state === 'enabled') ? [] : ['Global Administrator'],
    groups: new Set([...included, ...(policy.scopeGroup === undefined ? [] : [policy.scopeGroup])]),
    enrolled: methodOrder.map((type) => ({ type })),
    described,
  };
}

/** How many gates stand before a candidate now (rules GATE-1, GATE-2, GATE-5). */
export const gatesOf = (core: Core, { subject }: Candidate): number =>
  gatesRequired(core.policy(), subject.roles, core.clock.now()).gates;
