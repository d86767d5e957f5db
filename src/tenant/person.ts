import type { Licence, Role } from '../policy/index.js';

/** Where a guest's password is kept (rule SCOPE-4). */
export interface HomeOrganisation {
  readonly name: string;
  /** Where to reset it. */
  readonly url: string;
}

/** Somebody with an account, as a tenant is told of them. */
export interface Person {
  /** The sign-in name. */
  readonly username: string;
  /** A second sign-in address (rule TENANT-2). */
  readonly alternateUsername?: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  /** The mailbox of the account. */
  readonly primaryAddress?: string | undefined;
  /** The language of mails to the person, a BCP 47 tag. */
  readonly language: string;
  readonly kind: 'member' | 'guest' | 'personal';
  readonly home?: HomeOrganisation | undefined;
  readonly enabled: boolean;
  readonly licence: Licence;
  readonly roles: readonly Role[];
  /** The alternate address: a method. */
  readonly email?: string | undefined;
  /** An authenticator app: a method. `true`: with a secret of the tenant's making; else base 32. */
  readonly app?: boolean | string | undefined;
  /** The first password; without one nobody signs in until a reset. */
  readonly password?: string | undefined;
}

/** A person: a licensed, enabled member with a mailbox and no methods, unless said otherwise. */
export const person = (known: Pick<Person, 'username'> & Partial<Person>): Person => {
  const [local = ''] = known.username.split('@');
  const [first = '', last = ''] = local.split('.');
  const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
  return {
    firstName: capital(first),
    lastName: capital(last),
    primaryAddress: known.username,
    language: 'en',
    kind: 'member',
    enabled: true,
    licence: 'p1',
    roles: [],
    ...known,
  };
};

/** A security group. */
export interface Group {
  readonly id: string;
  /** Usernames of its members. */
  readonly members: readonly string[];
  /** Ids of groups whose members are its members too. */
  readonly groups: readonly string[];
}

/** A group: empty, unless said otherwise. */
export const group = (known: Pick<Group, 'id'> & Partial<Group>): Group => ({
  members: [],
  groups: [],
  ...known,
});
