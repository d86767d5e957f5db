import type { Enrolled, Subject } from '../policy/index.js';
import type { Account } from './account.js';
import type { Group } from './person.js';

/** The accounts and groups of a tenant. */
export class Directory {
  readonly accounts: readonly Account[];
  readonly #byName = new Map<string, Account>();
  readonly #byAlternateName = new Map<string, Account>();
  readonly #groups: readonly Group[];

  constructor(accounts: readonly Account[], groups: readonly Group[]) {
    this.accounts = accounts;
    this.#groups = groups;
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

  /** The account as the rules see it. */
  subject({ person, authenticator }: Account): Subject {
    const enrolled: readonly Enrolled[] = [
      ...(authenticator ? [{ type: 'app-code' } as const] : []),
      ...(person.email === undefined ? [] : [{ type: 'email', address: person.email } as const]),
    ];
    return { ...person, groups: this.#groupsOf(person.username), enrolled };
  }

  /** All groups that a person is in, through others too (rule SCOPE-1). */
  #groupsOf(username: string): ReadonlySet<string> {
    const found = new Set<string>();
    const collect = (groups: readonly Group[]): void => {
      for (const { id } of groups) {
        if (found.has(id)) continue;
        found.add(id);
        collect(this.#groups.filter((outer) => outer.groups.includes(id)));
      }
    };
    const key = username.toLowerCase();
    collect(this.#groups.filter(({ members }) => members.some((one) => one.toLowerCase() === key)));
    return found;
  }
}
