import type { Adapter } from '../contract/index.js';
import type { Due, PolicyPreview, TenantPolicy, Verdict } from '../policy/index.js';
import type { PublicPerson } from './account.js';
import type { AuditRow } from './audit.js';
import type { VerifyCaptcha } from './captcha/index.js';
import type { PasswordChange } from './change-password.js';
import type { Clock } from './clock.js';
import type { DescribedMethod } from './described-methods.js';
import type { App, Phone } from './devices.js';
import type { ReadableLog } from './log.js';
import type { OnPremises, OnPremisesDefinition } from './on-premises/index.js';
import type { Delivery, Outbox } from './outbox.js';
import type { PasswordHash } from './password-hash.js';
import type { Group, Person } from './person.js';
import type { Random } from './random.js';
import type { TenantTexts } from './texts.js';
import type { Usage } from './usage.js';
import type { Decision } from './verdict-log.js';

export interface TenantOptions {
  /** The name of the organisation (rule TENANT-3), banned in passwords (rule BANNED-2). */
  readonly name: string;
  /** `https:` or `data:image/…`. */
  readonly logo?: string | undefined;
  readonly people?: readonly Person[];
  readonly groups?: readonly Group[];
  /**
   * Default: the defaults of the rules, under which only administrators may reset. One that `setPolicy`
   * would refuse is refused here too.
   */
  readonly policy?: TenantPolicy;
  /** The side of the organisation that is not in the cloud (rule WRITEBACK-1). Default: there is none. */
  readonly onPremises?: OnPremisesDefinition;
  /**
   * The host of the page where codes are typed, such as `login.contoso.example`: browsers then fill in
   * what a text brings (WebOTP). Default: they do not.
   */
  readonly pageHost?: string | undefined;
  /** Where `done` leads. */
  readonly signInUrl?: string | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: the platform's, fit for secrets. */
  readonly random?: Random;
  /** Default: PBKDF2 with 600,000 rounds. */
  readonly hash?: PasswordHash;
  /** How much is kept in memory; of more, the oldest is forgotten. */
  readonly memory?: {
    /** Rows of each log: audit, verdicts, outbox. Default 100,000. */
    readonly rows?: number;
    /**
     * Counts of names that nobody has, and of clients: what they have used up of the limits. Accounts
     * are never forgotten. Default 100,000.
     */
    readonly strangers?: number;
  };
  /** Besides the outbox, where every message goes. Not waited for; should it fail, no flow does. */
  readonly delivery?: Delivery;
  /** The words of the tenant in a language. Default, and where it fails: English. */
  readonly texts?: (locale: string) => TenantTexts;
  /** Makes the picture of a captcha, an SVG of these characters. Default: bent outlines without text. */
  readonly drawCaptcha?: (characters: string, random: Random) => string;
  /** Asks the maker of an external captcha about a token (rule CAPTCHA-2). Default: none is right. */
  readonly verifyCaptcha?: VerifyCaptcha;
  /** Methods of the organisation's own, offered after the known ones. Default: none. */
  readonly describedMethods?: readonly DescribedMethod[];
  /**
   * Domains that the masked addresses of decoys are taken from (rule REFUSAL-2). Default: those of
   * the alternate addresses of the people, else well-known ones.
   */
  readonly decoyDomains?: readonly string[];
}

/** What came of a sign-in (rule LOCK-1). */
export type SignIn =
  | {
      readonly outcome: 'signed-in';
      /** Names the session, as a cookie would; for `forClient`. */
      readonly session: string;
      /** What the person is asked for before going on (rules REGISTER-1, REGISTER-2). */
      readonly due: Due | undefined;
      /** Whether the password is older than the policy allows (rule PASSWORD-7). */
      readonly passwordExpired: boolean;
    }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'disabled' }
  | { readonly outcome: 'locked'; readonly retryInMs: number };

/** What is known of a client besides its name. */
export interface ClientFacts {
  /** Of a sign-in: whose registrations are managed. */
  readonly session?: string | undefined;
  /**
   * Names the browser, unguessably, as a cookie does that no script reads: its resets can be resumed
   * there, and nowhere else (rule SESSION-1). Default: they cannot be.
   */
  readonly browser?: string | undefined;
}

/** What may be read of an account. */
export interface AccountView extends PublicPerson {
  /** Sessions begun before are over (rule SESSION-2); milliseconds since 1970. */
  readonly sessionsRevokedAt: number | undefined;
  /** When a reset last set the password. */
  readonly passwordSetAt: number | undefined;
  /** Milliseconds until sign-in opens again; 0: it is open (rule LOCK-1). */
  readonly lockedForMs: number;
  /** What is registered, by type, with where it came from. */
  readonly registered: readonly {
    readonly type: string;
    readonly source: 'registered' | 'directory';
    readonly address?: string;
  }[];
}

/** A simulated organisation; every rule of its policy is computed. It is an adapter itself. */
export interface Tenant extends Adapter {
  readonly name: string;
  /** The domains of its policy and of its people, in lower case (rule TENANT-1). */
  readonly domains: readonly string[];
  /** The settings of now. */
  readonly policy: TenantPolicy;
  /** Puts other settings in force at once (rule GATE-5), or says in `params.why` why it does not. */
  setPolicy(policy: TenantPolicy, by?: string): Verdict<'policy-refused'>;
  /** What another policy would do to people, now and at a later time (rules GATE-5, METHOD-4). */
  previewPolicy(policy: TenantPolicy, options?: { readonly later?: number }): PolicyPreview;
  /** Registered, enabled and capable people, and what they did lately (rule USAGE-1). */
  usage(): Usage;
  /**
   * The same tenant for another client: calls for help are counted per client (rule THROTTLE-6). The
   * tenant itself, used as an adapter, is one client and one browser.
   */
  forClient(client: string, known?: ClientFacts): Adapter;
  /** What was sent. */
  readonly outbox: Outbox;
  /** The telephone of a person, to answer calls. */
  phoneOf(username: string): Phone;
  /** The authenticator app of a person, to answer notifications and to read codes. */
  appOf(username: string): App;
  /** What an administrator reads (rules AUDIT-1 to 3). */
  readonly audit: ReadableLog<AuditRow>;
  /** Every decision with its rule, for a rule inspector. */
  readonly verdicts: ReadableLog<Decision>;
  /** All accounts as they are now, without credentials. */
  readonly people: readonly AccountView[];
  /** The side that is not in the cloud, for an administrator to see and to break. */
  readonly onPremises: OnPremises | undefined;
  signIn(username: string, password: string): Promise<SignIn>;
  signOut(session: string): void;
  /** A change by somebody who knows the password (rules PASSWORD-5, SCOPE-3). */
  changePassword(session: string, current: string, password: string): Promise<PasswordChange>;
  /** The secret in a person's authenticator app, base 32; undefined where there is none. */
  appSecretOf(username: string): string | undefined;
  /** What the app shows now. */
  appCodeOf(username: string): { readonly code: string; readonly secondsLeft: number } | undefined;
}
