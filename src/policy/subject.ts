import type { KnownMethodType } from '../contract/index.js';
import type { Role } from './administrators.js';

/** What a tenant pays for one person (rule SCOPE-3). */
export type Licence = 'none' | 'free' | 'business-standard' | 'business-premium' | 'p1' | 'p2';

/** A person as the rules see them: facts, no credentials. */
export interface Subject {
  readonly username: string;
  readonly kind: 'member' | 'guest' | 'personal';
  readonly enabled: boolean;
  readonly licence: Licence;
  /** Where the password is kept: on-premises accounts need another licence (rule SCOPE-3). */
  readonly source: 'cloud' | 'on-premises';
  readonly roles: readonly Role[];
  /** The ids of all groups the person is in, those reached through other groups included. */
  readonly groups: ReadonlySet<string>;
  /** The methods there is data for, with the address where the method has one. */
  readonly enrolled: readonly Enrolled[];
  /** The methods of the organisation's own that the person has, by their names. Default: none. */
  readonly described?: readonly string[];
}

/** Data for a method, registered by the person or filled in by the organisation (rule GATE-3). */
export interface Enrolled {
  readonly type: KnownMethodType;
  /** The address, or the number as it is stored (rule PHONE-1). */
  readonly address?: string;
  /** How many questions were answered. */
  readonly count?: number;
}
