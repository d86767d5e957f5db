import type { Helpdesk, KnownMethodType, Rung } from '../contract/index.js';
import type { Words } from './words.js';

/** So many in so long, then blocked (rules THROTTLE-1 to 4). */
export interface Limit {
  readonly count: number;
  readonly windowMs: number;
  readonly blockMs: number;
  /** Which one blocks: the last of `count` itself, or the next after it (that one is not served). */
  readonly blockedBy: 'last' | 'next';
}

/** Who may use a method, and how long (rules METHOD-4, METHOD-6). */
export interface MethodSetting {
  /** `blocked`: taken away by the provider; counts as disabled, for administrators too. */
  readonly state: 'enabled' | 'disabled' | 'blocked';
  /** When it stops to work, milliseconds since 1970; until then it is retiring. Undefined: never. */
  readonly retiresAt: number | undefined;
  /** Everyone, or the members of any of these groups, by id. */
  readonly include: 'everyone' | readonly string[];
  /** Members of any of these groups may not, whatever `include` says. */
  readonly exclude: readonly string[];
}

/** One way back for somebody who has lost every method. */
export interface LadderRung {
  readonly kind: Rung['kind'];
  /** What it is called; needed where the kind is none of the known ones. */
  readonly label?: Words | undefined;
  /** What to bring or to expect. */
  readonly text?: Words | undefined;
  /** Where to go for it: `http:`, `https:` or `mailto:`. */
  readonly url?: string | undefined;
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
  /** When the trial of a trial tenant began, milliseconds since 1970 (rules GATE-2, METHOD-3). */
  readonly trialStartedAt: number | undefined;
  /** Whether the tenant pays nothing: then there are no calls (rule METHOD-3). Default false. */
  readonly freeTenant: boolean;
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
  /**
   * Ways back for people whom no method helps any more, in the order to try them (rule REFUSAL-1). At
   * most 10. Default: none.
   */
  readonly ladder: readonly LadderRung[];
  /** Whether people are told of a reset of theirs (rule NOTIFY-1). Default true. */
  readonly notifyUsers: boolean;
  /** Whether Global Administrators are told when an administrator resets (rule NOTIFY-2). Default true. */
  readonly notifyAdmins: boolean;
  /** Whether people are told when what they registered changes (rule NOTIFY-4). Default true. */
  readonly notifyRegistrations: boolean;
  /** What people register for themselves (rules REGISTER-1, -2, -4, -6). */
  readonly registration: {
    /** Whether people with too few methods are interrupted at sign-in. Default true. */
    readonly required: boolean;
    /** Whether they may put it off. Default true. */
    readonly maySkip: boolean;
    /** Days until a person is asked whether all is still right, 0 to 730; 0: never. Default 180. */
    readonly reconfirmDays: number;
    /** How old a session may be for a change without another proof. Default 15 minutes. */
    readonly freshForMs: number;
    /** How many apps a person may register. Default 5. */
    readonly mostApps: number;
    /** Whether people may edit their office number (rule PHONE-5). Default true. */
    readonly mayEditOfficePhone: boolean;
  };
  /** Accounts whose password is kept on-premises (rules WRITEBACK-1, WRITEBACK-3). */
  readonly writeback: {
    /** Whether passwords are written back. Default false. */
    readonly enabled: boolean;
    /** Whether a locked account can be opened without a new password. Default false. */
    readonly unlockWithoutReset: boolean;
  };
  /** Security questions (rules QUESTION-1, QUESTION-2). */
  readonly questions: {
    /** How many are registered, 3 to 5. Default 5. */
    readonly toRegister: number;
    /** How many are asked at a reset, 3 to 5. Default 3. */
    readonly toReset: number;
    /** Which of the predefined ones are in the pool, by code. Default: all. */
    readonly predefined: 'all' | readonly string[];
    /** The organisation's own, shown as typed; at most 20 of 3 to 200 characters. */
    readonly custom: readonly string[];
    /**
     * Whether a person may write questions of their own. Default false: nobody else is asked such a
     * question, so in the uniform voice it tells that there is an account (rule REFUSAL-2).
     */
    readonly mayWriteOwn: boolean;
  };
  /** What keeps robots out (rules CAPTCHA-1, CAPTCHA-2). */
  readonly captcha: {
    readonly kind: 'none' | 'proof-of-work' | 'picture' | 'external';
    readonly lifetimeMs: number;
    /** How many characters a picture has. */
    readonly length: number;
    /** How far a proof of work has to count at most. */
    readonly maxNumber: number;
    /** Who makes the external one, and the key that the page shows it with. */
    readonly provider: string | undefined;
    readonly siteKey: string | undefined;
  };
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
  /** Things that a person answers elsewhere (rule CODE-3). */
  readonly notifications: {
    /** How long a notification waits for its answer. Default 60 s. */
    readonly lifetimeMs: number;
  };
  readonly calls: {
    /** How soon another call, or help, is offered. Default 10 s. */
    readonly tryAgainAfterMs: number;
    /** How long a call waits for its answer. Default 60 s. */
    readonly lifetimeMs: number;
  };
  /** How long a reset lives from the accepted username (rule SESSION-1). */
  readonly session: {
    readonly lifetimeMs: number;
    /** How much longer `extend` makes it, and how often. */
    readonly extendByMs: number;
    readonly mostExtensions: number;
  };
  readonly throttles: {
    /** Wrong proofs of an account (rule THROTTLE-1). */
    readonly wrongProofs: Limit;
    /** Codes of an app entered for an account, right or wrong (rule THROTTLE-2). */
    readonly appCodes: Limit;
    /** Texts and calls to an account, notifications too (rule THROTTLE-2). */
    readonly textsAndCalls: Limit;
    /** Complete numbers entered for an account (rules PHONE-3, THROTTLE-2). */
    readonly targets: Limit;
    /** Pages of questions answered for an account (rule THROTTLE-2). */
    readonly questionPages: Limit;
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
    /** How often a new one is typed (rule PASSWORD-6). Default `twice`. */
    readonly confirmation: 'twice' | 'once';
    /** Whether what only the backend can tell is told while it is typed (BANNED). Default true. */
    readonly checksWhileTyping: boolean;
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
