import type { Answer, KnownRefusalCode } from '../../contract/index.js';
import type { RegistrableType, RuleId } from '../../policy/index.js';
import type { Account } from '../account.js';
import type { Authenticator } from '../authenticator.js';
import type { Case } from '../core.js';
import type { Proof } from '../proof.js';
import type { Proving } from '../proving.js';
import type { Unnamed } from '../registrations.js';
import type { Session } from '../sessions.js';
import type { Flow } from '../walk.js';

/** What a person came for: to give what is missing, to keep things in order, to say that all is right. */
export type RegistrationMode = 'interrupt' | 'manage' | 'reconfirm';

/** Something that is being registered. */
export interface Enrolment {
  readonly type: RegistrableType;
  /** The registration that it takes the place of, by id (rule REGISTER-4). */
  readonly replaces?: string | undefined;
  /** The app that is being set up. */
  readonly authenticator?: Authenticator;
}

/** Where a registration stands. The first four are lists, which do not run out (rule SESSION-1). */
export type RegistrationPlace =
  | { readonly at: 'needed' }
  | { readonly at: 'manage' }
  | { readonly at: 'reconfirm' }
  | { readonly at: 'choose' }
  | { readonly at: 'enrol'; readonly enrolment: Enrolment }
  | {
      readonly at: 'prove-new';
      readonly enrolment: Enrolment;
      readonly proof: Proof;
      /** Stored once it is proven, and not before (rule REGISTER-5). */
      readonly pending: Unnamed;
    }
  | { readonly at: 'confirm-removal'; readonly id: string }
  /** Another proof is needed before `then` is done (rule REGISTER-6). */
  | { readonly at: 'fresh-proof'; readonly proving: Proving; readonly then: Answer }
  | {
      readonly at: 'refused';
      readonly code: KnownRefusalCode;
      readonly rule?: RuleId;
      readonly retryAt?: number;
    }
  | { readonly at: 'ended' };

/** One registration of a signed-in person. */
export interface RegistrationFlow extends Case, Flow {
  readonly account: Account;
  readonly session: Session;
  readonly locale: string;
  readonly mode: RegistrationMode;
  /** Infinite while a list is shown: each change has 15 minutes of its own (rule SESSION-1). */
  expiresAt: number;
  /** What was confirmed one by one (rule REGISTER-2). */
  readonly confirmed: Set<string>;
  /** How many registrations were made in this flow: the place in its progress. */
  made: number;
  place: RegistrationPlace;
}
