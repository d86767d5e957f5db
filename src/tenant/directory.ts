import {
  type Enrolled,
  gatesRequired,
  isAdministrator,
  mayReset,
  type Subject,
  type TenantPolicy,
  usableMethods,
} from '../policy/index.js';
import type { Account } from './account.js';
import type { Group } from './person.js';

/** Who may reset, and what that was decided by. */
interface Eligible {
  readonly subjects: readonly Subject[];
  /** Their addresses that count as a method. */
  readonly addresses: readonly string[];
  readonly policy: TenantPolicy;
  /** Time enters the rules by this only (rule GATE-2). */
  readonly administratorGates: number;
}

/** The accounts and groups of a tenant. */
export class Directory {
  readonly accounts: readonly Account[];
  readonly #byName = new Map<string, Account>();
  readonly #byAlternateName = new Map<string, Account>();
  readonly #subjects: ReadonlyMap<Account, Subject>;
  #eligible: Eligible | undefined;

  constructor(accounts: readonly Account[], groups: readonly Group[]) {
    this.accounts = accounts;
    const groupsOf = memberships(groups);
    this.#subjects = new Map(
      accounts.map((account) => [account, asSubject(account, groupsOf.get(account.key))]),
    );
    for (const account of accounts) {
      this.#byName.set(account.key, account);
      const { alternateUsername } = account.person;
      if (alternateUsername) this.#byAlternateName.set(alternateUsername.toLowerCase(), account);
    }
  }

  /** @param alternates whether a second sign-in address works (rule TENANT-2) */
  find(username: string, alternates: boolean): Account | undefined {
    const key = username.toLowerCase();
    return this.#byName.get(key) ?? (alternates ? this.#byAlternateName.get(key) : undefined);
  }

  /** The account as the rules see it; made once, so that asking costs the same for everybody. */
  subject(account: Account): Subject {
    return this.#subjects.get(account) ?? asSubject(account);
  }

  /**
   * The members who may reset under a policy, and the alternate addresses of all who may. Looked
   * through once per policy, not once per reset.
   */
  eligible(policy: TenantPolicy, now: number): Pick<Eligible, 'subjects' | 'addresses'> {
    const administratorGates = gatesRequired(policy, ['Global Administrator'], now).gates;
    const known = this.#eligible;
    if (known?.policy === policy && known.administratorGates === administratorGates) return known;
    const all = [...this.#subjects.values()].filter((subject) =>
      mayReset(policy, subject, now).every(({ allowed }) => allowed),
    );
    const subjects = all.filter(({ roles }) => !isAdministrator(roles));
    const addresses = all
      .flatMap((subject) => usableMethods(policy, subject))
      .flatMap(({ address }) => address ?? []);
    this.#eligible = { policy, administratorGates, subjects, addresses };
    return this.#eligible;
  }
}

function asSubject(
  { person, authenticator }: Account,
  groups: ReadonlySet<string> = new Set(),
): Subject {
  const enrolled: readonly Enrolled[] = [
    ...(authenticator ? [{ type: 'app-code' } as const] : []),
    ...(person.email === undefined ? [] : [{ type: 'email', address: person.email } as const]),
  ];
  return { ...person, groups, enrolled };
}

/** By lower-case username all groups that a person is in, through others too (rule SCOPE-1). */
function memberships(groups: readonly Group[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { id, members } of groups) {
    const reached = new Set([id]);
    // A set visits what is added to it on the way, so this ends with all groups around this one.
    for (const inner of reached)
      for (const outer of groups) if (outer.groups.includes(inner)) reached.add(outer.id);
    for (const member of members) {
      const key = member.toLowerCase();
      found.set(key, new Set([...(found.get(key) ?? []), ...reached]));
    }
  }
  return found;
}
