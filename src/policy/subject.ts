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
  readonly roles: readonly Role[];
  /** The ids of all groups the person is in, those reached through other groups included. */
  readonly groups: ReadonlySet<string>;
  /** The methods there is data for, with the address where the method has one. */
  readonly enrolled: readonly Enrolled[];
}

export interface Enrolled {
  readonly type: KnownMethodType;
  readonly address?: string;
}
