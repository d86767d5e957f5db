import type { Licence, Role } from '../policy/index.js';
import type { OnPremisesFacts } from './on-premises/index.js';

/** Where a guest's password is kept (rule SCOPE-4). */
export interface HomeOrganisation {
  readonly name: string;
  /** Where to reset it. */
  readonly url: string;
}

/** An authenticator app or a hardware token. */
export interface AppData {
  /** Whether it takes notifications, besides showing codes. Default false. */
  readonly notifications?: boolean;
  /** Base 32. Default: of the tenant's making. */
  readonly secret?: string;
  /** Default `SHA1`; hardware tokens may have the other (METHOD). */
  readonly algorithm?: 'SHA1' | 'SHA256';
  /** How long a code is shown, 30 or 60 seconds. Default: the policy's. */
  readonly stepMs?: number;
}

/** A security question that was answered. */
export interface AnsweredQuestion {
  /** The code of a predefined one, or the question itself. */
  readonly question: string;
  readonly answer: string;
}

/** What the organisation has filled in about a person: it counts, verified or not (rule GATE-3). */
export interface DirectoryData {
  readonly email?: string;
  readonly phone?: string;
  readonly officePhone?: string;
}

/** Somebody with an account, as a tenant is told of them. Numbers in any usual international form. */
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
  /** A mobile number: texts and calls. */
  readonly phone?: string | undefined;
  /** Never resets (METHOD). */
  readonly alternatePhone?: string | undefined;
  /** With an extension where there is one, such as `+49 30 1234567x89` (rule PHONE-2). */
  readonly officePhone?: string | undefined;
  /** An authenticator app that shows codes. `true`: with a secret of the tenant's making; else base 32. */
  readonly app?: boolean | string | undefined;
  /** More apps, and hardware tokens. */
  readonly apps?: readonly AppData[];
  readonly questions?: readonly AnsweredQuestion[];
  /** What is known and never resets (METHOD). */
  readonly others?: readonly ('passkey' | 'windows-hello' | 'temporary-pass' | 'certificate')[];
  readonly directory?: DirectoryData;
  /** When the person last said that all is right, milliseconds since 1970 (rule REGISTER-2). */
  readonly confirmedAt?: number | undefined;
  /** Where the password is kept on-premises (rule WRITEBACK-1); absent: in the cloud. */
  readonly onPremises?: OnPremisesFacts | undefined;
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
