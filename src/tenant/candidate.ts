import {
  gatesRequired,
  maskEmail,
  methodOrder,
  type Subject,
  type TenantPolicy,
  usableMethods,
} from '../policy/index.js';
import type { Account } from './account.js';
import { Authenticator } from './authenticator.js';
import type { Core } from './core.js';
import { decoyHint } from './decoy-hint.js';
import { randomText } from './random.js';

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
  | { readonly type: 'app-code'; readonly authenticator: Authenticator }
);

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

/** A person with what counts for a reset. */
export function realCandidate(core: Core, account: Account): Candidate {
  const subject = core.directory.subject(account);
  const usable = usableMethods(core.policy(), subject);
  const methods = usable.flatMap(({ type, address }): readonly CandidateMethod[] => {
    const id = randomText(core.random, idAlphabet, idLength);
    if (type === 'email')
      return address === undefined ? [] : [{ id, type, hint: maskEmail(address), address }];
    return account.authenticator ? [{ id, type, authenticator: account.authenticator }] : [];
  });
  return { account, subject, methods };
}

/**
 * A candidate that looks like a member and never succeeds; the same for the same key, as long as
 * people and policy stay. It is made for every start, so that a known name takes no less time.
 *
 * Known consequences: a decoy has the gates of a member (rule REFUSAL-2), so where members need one
 * proof, two gates are an administrator's (rule GATE-2). And where the scope is `none` and
 * administrators may reset, everybody else is told SSPR_0009, in both voices. No decoy hides these.
 * @param key the username of the account, however it was typed, or the name that nobody has
 */
export async function decoyCandidate(core: Core, key: string): Promise<Candidate> {
  const seed = await core.digest.bytes(`decoy ${key}`);
  const numbers = new DataView(seed.buffer);
  const draw = (index: number): number => numbers.getUint32(index * 4);

  const policy = core.policy();
  const { subjects, addresses } = core.directory.eligible(policy, core.clock.now());
  const subject = subjects[draw(0) % subjects.length] ?? anybody(policy, key);
  const methods = usableMethods(policy, subject).map(({ type }): CandidateMethod => {
    const id = randomText(core.random, idAlphabet, idLength);
    if (type === 'app-code')
      return { id, type, authenticator: new Authenticator({ bytes: (n) => seed.slice(-n) }) };
    const hint = decoyHint(
      {
        username: key,
        addresses,
        domains: core.decoyDomains,
        ownDomains: policy.domains,
      },
      { form: draw(1), first: draw(2), second: draw(3), domain: draw(4) },
    );
    return { id, type, hint };
  });
  return { account: undefined, subject, methods };
}

/** Nobody may reset: then nobody can compare, and somebody with all that the policy enables will do. */
function anybody(policy: TenantPolicy, username: string): Subject {
  const settings = methodOrder.map((type) => policy.methods[type]);
  const included = settings.flatMap(({ include }) => (include === 'everyone' ? [] : include));
  return {
    username,
    kind: 'member',
    enabled: true,
    licence: 'p1',
    // Where no method is enabled, an administrator: those have methods all the same (rule ADMIN-2).
    roles: settings.some(({ state }) => state === 'enabled') ? [] : ['Global Administrator'],
    groups: new Set([...included, ...(policy.scopeGroup === undefined ? [] : [policy.scopeGroup])]),
    enrolled: methodOrder.map((type) => ({ type })),
  };
}

/** How many gates stand before a candidate now (rules GATE-1, GATE-2, GATE-5). */
export const gatesOf = (core: Core, { subject }: Candidate): number =>
  gatesRequired(core.policy(), subject.roles, core.clock.now()).gates;
