import {
  type Enrolled,
  gatesRequired,
  isAdministrator,
  maskEmail,
  mayReset,
  methodOrder,
  usableMethods,
} from '../policy/index.js';
import type { Account } from './account.js';
import { Authenticator } from './authenticator.js';
import type { Core } from './core.js';
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
  readonly methods: readonly CandidateMethod[];
}

const idLength = 8;
const idAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** First letters as names have them, for the masks of decoys. */
const beginnings = [
  'al',
  'an',
  'be',
  'ca',
  'da',
  'el',
  'fr',
  'he',
  'jo',
  'ka',
  'li',
  'ma',
  'mi',
  'pa',
  'ro',
  'sa',
];

/** A person with what counts for a reset. */
export function realCandidate(core: Core, account: Account): Candidate {
  const usable = usableMethods(core.policy(), core.directory.subject(account));
  const methods = usable.flatMap(({ type, address }): readonly CandidateMethod[] => {
    const id = randomText(core.random, idAlphabet, idLength);
    if (type === 'email')
      return address === undefined ? [] : [{ id, type, hint: maskEmail(address), address }];
    return account.authenticator ? [{ id, type, authenticator: account.authenticator }] : [];
  });
  return { account, methods };
}

/**
 * A candidate that looks like a person and never succeeds; the same for the same username, as long
 * as people and policy stay. It is made for every start, so that a known name takes no less time.
 */
export async function decoyCandidate(core: Core, username: string): Promise<Candidate> {
  const seed = await core.digest.bytes(`decoy ${username.toLowerCase()}`);
  const byte = (index: number): number => seed[index] ?? 0;
  const pick = <T>(list: readonly T[], index: number): T | undefined =>
    list[byte(index) % list.length];

  const methods = decoyTypes(core, byte(0)).map((type): CandidateMethod => {
    const id = randomText(core.random, idAlphabet, idLength);
    if (type === 'app-code')
      return { id, type, authenticator: new Authenticator({ bytes: (n) => seed.slice(-n) }) };
    // Half of all people have their name in their other address.
    const own = byte(1) % 2 === 0 ? username.slice(0, 2).toLowerCase() : undefined;
    const local = own ?? pick(beginnings, 2);
    const hint = maskEmail(`${local}xx@${pick(core.decoyDomains, 3) ?? 'mail.example'}`);
    return { id, type, hint };
  });
  return { account: undefined, methods };
}

/** Which methods a decoy has: those of some person who may reset, so that decoys vary as people do. */
function decoyTypes(core: Core, byte: number): readonly Enrolled['type'][] {
  const { directory, clock } = core;
  const policy = core.policy();
  const people = directory.accounts
    .map((account) => directory.subject(account))
    .filter(({ roles }) => !isAdministrator(roles))
    .filter((subject) => mayReset(policy, subject, clock.now()).every(({ allowed }) => allowed));
  const like = people[byte % people.length];
  if (like) return usableMethods(policy, like).map(({ type }) => type);
  // Nobody may: then nobody can compare, and what the policy enables will do.
  const enabled = methodOrder.filter((type) => policy.methods[type].state === 'enabled');
  return enabled.length > 0 ? enabled : ['email'];
}

/** How many gates stand before a candidate now (rules GATE-1, GATE-2, GATE-5). */
export const gatesOf = (core: Core, { account }: Candidate): number =>
  gatesRequired(core.policy(), account?.person.roles ?? [], core.clock.now()).gates;
