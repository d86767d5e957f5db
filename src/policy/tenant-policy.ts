import type { Helpdesk, KnownMethodType } from '../contract/index.js';

/** Milliseconds of the units that the rules speak in. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How long a trial tenant asks its administrators for one proof only (rule GATE-2). */
export const trialOfOneGateMs = 30 * day;

/** So many in so long, then blocked (rules THROTTLE-1 to 4). */
export interface Limit {
  readonly count: number;
  readonly windowMs: number;
  readonly blockMs: number;
  /** Which one blocks: the last of `count` itself, or the next after it (that one is not served). */
  readonly blockedBy: 'last' | 'next';
}

/** Who may use a method (rule METHOD-6). */
export interface MethodSetting {
  readonly state: 'enabled' | 'disabled';
  /** Everyone, or the members of any of these groups, by id. */
  readonly include: 'everyone' | readonly string[];
  /** Members of any of these groups may not, whatever `include` says. */
  readonly exclude: readonly string[];
}

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'symbol';

/** The settings of one tenant, as data. Times in milliseconds. */
export interface TenantPolicy {
  /** Who may reset (rule SCOPE-1). Default `none`. */
  readonly scope: 'none' | 'selected' | 'all';
  /** The one security group of scope `selected`, by id. */
  readonly scopeGroup: string | undefined;
  /** Whether administrators may reset at all (rule SCOPE-2). Default true. */
  readonly adminsMayReset: boolean;
  /** How many proofs members need (rule GATE-1). Default 1. */
  readonly methodsRequired: 1 | 2;
  /** Which methods members may use; administrators have their own list (rules GATE-3, ADMIN-2). */
  readonly methods: Readonly<Record<KnownMethodType, MethodSetting>>;
  /** The organisation's own mail domains: an address there is no alternate one. */
  readonly domains: readonly string[];
  /** When the trial of a trial tenant began, milliseconds since 1970 (rule GATE-2). */
  readonly trialStartedAt: number | undefined;
  /** Whether a custom domain is set up (rule GATE-2). Default true. */
  readonly customDomain: boolean;
  /** Whether accounts come from on-premises (rule GATE-2). Default false. */
  readonly onPremisesSync: boolean;
  /** Whether a person may give a second sign-in address (rule TENANT-2). Default false. */
  readonly alternateSignInAddresses: boolean;
  /** What a person is told of a refusal (rule REFUSAL-2). Default `uniform`. */
  readonly voice: 'uniform' | 'detailed';
  /** The organisation's own helpdesk; without it, administrators get a mail (rule NOTIFY-3). */
  readonly helpdesk: Helpdesk | undefined;
  /** Whether people are told of a reset of theirs (rule NOTIFY-1). Default true. */
  readonly notifyUsers: boolean;
  /** Whether a reset ends the person's sessions (rule SESSION-2). Default true. */
  readonly revokeSessions: boolean;
  /** Codes that are sent (rules CODE-1, CODE-2). */
  readonly codes: {
    readonly digits: number;
    readonly lifetimeMs: number;
    /** How many wrong tries kill a code. */
    readonly tries: number;
    /** How soon another may be sent. */
    readonly resendAfterMs: number;
  };
  /** Codes of an authenticator app (RFC 6238). */
  readonly appCodes: {
    readonly digits: number;
    readonly stepMs: number;
    /** How many steps before and after now are taken. */
    readonly drift: number;
  };
  /** How long a reset lives from the accepted username (rule SESSION-1). */
  readonly session: { readonly lifetimeMs: number };
  readonly throttles: {
    /** Wrong proofs of an account (rule THROTTLE-1). */
    readonly wrongProofs: Limit;
    /** Codes of an app entered for an account, right or wrong (rule THROTTLE-2). */
    readonly appCodes: Limit;
    /** Mails with a code to an account (rule THROTTLE-3). */
    readonly emails: Limit;
    /** Completed resets of an account (rule THROTTLE-4). */
    readonly resets: Limit;
    /** Calls for help per account, and per client (rule THROTTLE-6). */
    readonly contactsPerAccount: Limit;
    readonly contactsPerClient: Limit;
    /** Mails to one person that say why a reset is not possible (rule REFUSAL-2). */
    readonly explanations: Limit;
  };
  /** Failed sign-ins (rule LOCK-1). */
  readonly signInLock: { readonly failures: number; readonly lockMs: number };
  readonly password: {
    readonly minLength: number;
    readonly maxLength: number;
    /** How many of `classes` (rule PASSWORD-2). */
    readonly classesRequired: number;
    readonly classes: readonly CharacterClass[];
    /** All that may occur (rule PASSWORD-3); undefined: anything. */
    readonly allowedCharacters: string | undefined;
    /** Whether the username may not occur (rule PASSWORD-4). */
    readonly notUsername: boolean;
    /** Days until it expires (rule PASSWORD-7); 0: never. */
    readonly expiresAfterDays: number;
    readonly banned: {
      /** Whether the list of well-known words is used. */
      readonly wellKnown: boolean;
      /** The organisation's own words (BANNED: at most 1000, of 4 to 16 characters). */
      readonly custom: readonly string[];
      /** The score below which a password is refused (rule BANNED-4). */
      readonly minPoints: number;
    };
  };
}

const everyone: MethodSetting = { state: 'enabled', include: 'everyone', exclude: [] };

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** What holds where a tenant sets nothing: the defaults of the rules. */
export const defaultPolicy: TenantPolicy = {
  scope: 'none',
  scopeGroup: undefined,
  adminsMayReset: true,
  methodsRequired: 1,
  methods: { 'app-code': everyone, email: everyone },
  domains: [],
  trialStartedAt: undefined,
  customDomain: true,
  onPremisesSync: false,
  alternateSignInAddresses: false,
  voice: 'uniform',
  helpdesk: undefined,
  notifyUsers: true,
  revokeSessions: true,
  codes: { digits: 6, lifetimeMs: 5 * minute, tries: 3, resendAfterMs: 30 * second },
  appCodes: { digits: 6, stepMs: 30 * second, drift: 1 },
  session: { lifetimeMs: 15 * minute },
  throttles: {
    wrongProofs: { count: 5, windowMs: day, blockMs: day, blockedBy: 'last' },
    appCodes: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'next' },
    emails: { count: 10, windowMs: 10 * minute, blockMs: day, blockedBy: 'next' },
    resets: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'last' },
    contactsPerAccount: { count: 1, windowMs: day, blockMs: day, blockedBy: 'last' },
    contactsPerClient: { count: 3, windowMs: day, blockMs: day, blockedBy: 'last' },
    explanations: { count: 1, windowMs: day, blockMs: day, blockedBy: 'last' },
  },
  signInLock: { failures: 10, lockMs: 60 * second },
  password: {
    minLength: 8,
    maxLength: 256,
    classesRequired: 3,
    classes: ['upper', 'lower', 'digit', 'symbol'],
    allowedCharacters: `${letters.toUpperCase()}${letters}0123456789 @#$%^&*-_!+=[]{}|\\:',.?/\`~"();<>`,
    notUsername: true,
    expiresAfterDays: 0,
    banned: { wellKnown: true, custom: [], minPoints: 5 },
  },
};

/** Any part of `T` (default: of a policy); lists are given whole. */
export type Overrides<T = TenantPolicy> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Overrides<T[K]> | undefined }
    : T;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: unknown, overrides: unknown): unknown {
  if (!isRecord(base) || !isRecord(overrides)) return overrides;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) merged[key] = merge(base[key], value);
  return merged;
}

/** `base` with what `overrides` says otherwise, however deep; lists are replaced, not joined. */
export const changedPolicy = (base: TenantPolicy, overrides: Overrides): TenantPolicy =>
  // The shape is that of `base`, which Overrides<> cannot leave.
  merge(base, overrides) as TenantPolicy;

/** A policy: the defaults with what is said otherwise. */
export const policy = (overrides: Overrides = {}): TenantPolicy =>
  changedPolicy(defaultPolicy, overrides);
