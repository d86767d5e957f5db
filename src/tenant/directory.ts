import {
  gatesRequired,
  isAdministrator,
  mayReset,
  type Reachable,
  type Subject,
  type TenantPolicy,
  usableMethods,
} from '../policy/index.js';
import type { Account } from './account.js';
import type { DescribedMethod } from './described-methods.js';
import type { Group } from './person.js';

/** Who may reset, and what that was decided by. */
interface Eligible {
  readonly subjects: readonly Subject[];
  /** Their mail addresses that count as a method. */
  readonly addresses: readonly string[];
  readonly policy: TenantPolicy;
  /** All by which time enters the rules (rules GATE-2, METHOD-4). */
  readonly epoch: string;
}

/** The accounts and groups of a tenant. */
export class Directory {
  readonly accounts: readonly Account[];
  readonly #byName = new Map<string, Account>();
  readonly #byAlternateName = new Map<string, Account>();
  readonly #groupsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #subjects = new Map<Account, Subject>();
  readonly #described: readonly DescribedMethod[];
  readonly #reachable: Reachable;
  #eligible: Eligible | undefined;

  constructor(
    accounts: readonly Account[],
    groups: readonly Group[],
    described: readonly DescribedMethod[],
    reachable: Reachable,
  ) {
    this.accounts = accounts;
    this.#described = described;
    this.#groupsOf = memberships(groups);
    this.#reachable = reachable;
    for (const account of accounts) {
      this.#byName.set(account.key, account);
      const { alternateUsername } = account.person;
      if (alternateUsername) this.#byAlternateName.set(alternateUsername.toLowerCase(), account);
      this.changed(account);
    }
  }

  /** @param alternates whether a second sign-in address works (rule TENANT-2) */
  find(username: string, alternates: boolean): Account | undefined {
    const key = username.toLowerCase();
    return this.#byName.get(key) ?? (alternates ? this.#byAlternateName.get(key) : undefined);
  }

  /** Whether something is the key of an account. */
  has(key: string): boolean {
    return this.#byName.has(key);
  }

  /** The account as the rules see it; made once, so that asking costs the same for everybody. */
  subject(account: Account): Subject {
    return this.#subjects.get(account) ?? this.#asSubject(account);
  }

  /** To be told after each change of what an account has registered. */
  changed(account: Account): void {
    this.#subjects.set(account, this.#asSubject(account));
    this.#eligible = undefined;
  }

  /** Whether a person may reset now; each verdict is given, the deciding one last (rule SCOPE-6). */
  mayReset(policy: TenantPolicy, subject: Subject | undefined, now: number) {
    return mayReset(policy, subject, now, this.#reachable);
  }

  /**
   * The members who may reset under a policy, wherever their password is kept, and the alternate
   * addresses of all who may. Looked through once per policy, not once per reset.
   */
  eligible(policy: TenantPolicy, now: number): Pick<Eligible, 'subjects' | 'addresses'> {
    const known = this.#eligible;
    const epoch = epochOf(policy, now);
    if (known?.policy === policy && known.epoch === epoch) return known;
    const all = [...this.#subjects.values()].filter((subject) =>
      mayReset(policy, subject, now).every(({ allowed }) => allowed),
    );
    const subjects = all.filter(({ roles }) => !isAdministrator(roles));
    const addresses = all
      .flatMap((subject) => usableMethods(policy, subject, now))
      .flatMap(({ type, address }) => (type === 'email' && address !== undefined ? [address] : []));
    this.#eligible = { policy, epoch, subjects, addresses };
    return this.#eligible;
  }

  #asSubject({ key, person, registrations }: Account): Subject {
    return {
      ...person,
      source: person.onPremises ? 'on-premises' : 'cloud',
      groups: this.#groupsOf.get(key) ?? new Set(),
      enrolled: registrations.enrolled,
      described: this.#described
        .filter(({ isFor }) => isFor?.(person) ?? true)
        .map(({ type }) => type),
    };
  }
}

/** Changes whenever the rules may answer otherwise because time has passed. */
function epochOf(policy: TenantPolicy, now: number): string {
  const { gates } = gatesRequired(policy, ['Global Administrator'], now);
  const ended = Object.values(policy.methods).filter(
    ({ retiresAt }) => retiresAt !== undefined && retiresAt <= now,
  );
  return `${gates} ${ended.length}`;
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
