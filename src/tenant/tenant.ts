import { type Adapter, type Branding, contractVersion } from '../contract/index.js';
import {
  afterFailure,
  allow,
  bannedListFault,
  policy as defaultedPolicy,
  deny,
  lockedForMs,
  openLock,
  type SignInLock,
  type TenantPolicy,
  type Verdict,
} from '../policy/index.js';
import { Account, type PublicPerson } from './account.js';
import { type AuditRow, auditService } from './audit.js';
import { type Clock, systemClock } from './clock.js';
import { type Core, Journal } from './core.js';
import { usualMailDomains } from './decoy-hint.js';
import { KeyedDigest } from './digest.js';
import { Directory } from './directory.js';
import { isolated } from './isolated.js';
import type { ReadableLog } from './log.js';
import { Mailer } from './mailer.js';
import { type Delivery, Outbox } from './outbox.js';
import { type PasswordHash, pbkdf2 } from './password-hash.js';
import { type Group, type Person, person } from './person.js';
import { type Random, randomSupportCode, systemRandom } from './random.js';
import { ResetFlows } from './reset-driver.js';
import { englishMailTexts, type MailTexts } from './texts.js';
import { Throttles } from './throttles.js';
import type { Decision } from './verdict-log.js';
import { wellKnownWords } from './well-known-words.js';

export interface TenantOptions {
  /** The name of the organisation (rule TENANT-3), banned in passwords (rule BANNED-2). */
  readonly name: string;
  /** `https:` or `data:image/…`. */
  readonly logo?: string | undefined;
  readonly people?: readonly Person[];
  readonly groups?: readonly Group[];
  /** Default: the defaults of the rules, under which only administrators may reset. */
  readonly policy?: TenantPolicy;
  /** Where `done` leads. */
  readonly signInUrl?: string | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: the platform's, fit for secrets. */
  readonly random?: Random;
  /** Default: PBKDF2 with 600,000 rounds. */
  readonly hash?: PasswordHash;
  /** Besides the outbox, where every message goes. Not waited for; should it fail, no flow does. */
  readonly delivery?: Delivery;
  /** The words of mails in a language. Default, and where it fails: English. */
  readonly texts?: (locale: string) => MailTexts;
  /**
   * Domains that the masked addresses of decoys are taken from (rule REFUSAL-2). Default: those of
   * the alternate addresses of the people, else well-known ones.
   */
  readonly decoyDomains?: readonly string[];
}

/** What came of a sign-in (rule LOCK-1). */
export type SignIn =
  | { readonly outcome: 'signed-in' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'disabled' }
  | { readonly outcome: 'locked'; readonly retryInMs: number };

/** What may be read of an account. */
export interface AccountView extends PublicPerson {
  /** Sessions begun before are over (rule SESSION-2); milliseconds since 1970. */
  readonly sessionsRevokedAt: number | undefined;
  /** When a reset last set the password. */
  readonly passwordSetAt: number | undefined;
  /** Milliseconds until sign-in opens again; 0: it is open (rule LOCK-1). */
  readonly lockedForMs: number;
}

/** A simulated organisation; every rule of its policy is computed. It is an adapter itself. */
export interface Tenant extends Adapter {
  readonly name: string;
  /** The settings of now. */
  readonly policy: TenantPolicy;
  /** Puts other settings in force at once (rule GATE-5), or says in `params.why` why it does not. */
  setPolicy(policy: TenantPolicy, by?: string): Verdict<'policy-refused'>;
  /** The same tenant for another client: calls for help are counted per client (rule THROTTLE-6). */
  forClient(client: string): Adapter;
  /** What was sent. */
  readonly outbox: Outbox;
  /** What an administrator reads (rules AUDIT-1 to 3). */
  readonly audit: ReadableLog<AuditRow>;
  /** Every decision with its rule, for a rule inspector. */
  readonly verdicts: ReadableLog<Decision>;
  /** All accounts as they are now, without credentials. */
  readonly people: readonly AccountView[];
  signIn(username: string, password: string): Promise<SignIn>;
  /** The secret in a person's authenticator app, base 32; undefined where there is none. */
  appSecretOf(username: string): string | undefined;
  /** What the app shows now. */
  appCodeOf(username: string): { readonly code: string; readonly secondsLeft: number } | undefined;
}

/** Simulates a tenant. Nothing in it knows a browser or a network. */
export const createTenant = (options: TenantOptions): Tenant => new SimulatedTenant(options);

const keyBytes = 32;

function mailDomainsOf(people: readonly Person[]): readonly string[] {
  const domains = people.flatMap(({ email }) => email?.split('@').slice(-1) ?? []);
  return domains.length > 0 ? domains : usualMailDomains;
}

class SimulatedTenant implements Tenant {
  readonly contract = contractVersion;
  readonly name: string;
  readonly outbox = new Outbox();
  readonly reset: Adapter['reset'];
  readonly #logo: string | undefined;
  readonly #clock: Clock;
  readonly #directory: Directory;
  readonly #journal: Journal;
  readonly #random: Random;
  readonly #flows: ResetFlows;
  /** Failed sign-ins under names that nobody has are counted all the same. */
  readonly #strangers = new Map<string, SignInLock>();
  /** Stands in for an unknown name, so that it takes as long as a known one. */
  readonly #nobody: Account;
  #policy: TenantPolicy;

  constructor(options: TenantOptions) {
    const { clock = systemClock, random = systemRandom, hash = pbkdf2() } = options;
    const { texts = () => englishMailTexts, people = [], groups = [] } = options;
    const policy = () => this.#policy;
    const branding = () => this.#branding;
    const now = () => clock.now();
    this.name = options.name;
    this.#logo = options.logo;
    this.#policy = options.policy ?? defaultedPolicy();
    this.#clock = clock;
    this.#random = random;
    const key = random.bytes(keyBytes);
    const accounts = people.map((one) => new Account(one, hash, random));
    this.#nobody = new Account(person({ username: 'nobody@invalid' }), hash, random);
    this.#directory = new Directory(accounts, groups);
    this.#journal = new Journal(now);
    const deliver: Delivery = (message) => {
      this.outbox.add(message);
      isolated(() => options.delivery?.(message));
    };
    const directory = this.#directory;
    const core: Core = {
      clock,
      random,
      digest: new KeyedDigest(key),
      directory,
      throttles: new Throttles(policy, now),
      mailer: new Mailer({ now, deliver, texts, branding, directory }),
      journal: this.#journal,
      policy,
      branding,
      signInUrl: options.signInUrl,
      decoyDomains: options.decoyDomains ?? mailDomainsOf(people),
      wellKnownWords,
    };
    this.#flows = new ResetFlows(core);
    this.reset = this.#flows.driverFor('local');
  }

  get policy(): TenantPolicy {
    return this.#policy;
  }

  get audit(): ReadableLog<AuditRow> {
    return this.#journal.audit;
  }

  get verdicts(): ReadableLog<Decision> {
    return this.#journal.verdicts;
  }

  get people(): readonly AccountView[] {
    const now = this.#clock.now();
    return this.#directory.accounts.map(({ person, lock, sessionsRevokedAt, passwordSetAt }) => ({
      ...person,
      sessionsRevokedAt,
      passwordSetAt,
      lockedForMs: lockedForMs(lock, now),
    }));
  }

  /** Branding only where a name or a domain was given (rule TENANT-3). */
  readonly discover: Adapter['discover'] = async ({ username, domain }, { signal }) => {
    signal?.throwIfAborted();
    const named = [username, domain].some((hint) => hint !== undefined && hint !== '');
    return {
      contract: contractVersion,
      captcha: { kind: 'none' },
      ...(named && { branding: this.#branding }),
    };
  };

  forClient(client: string): Adapter {
    const { contract, discover } = this;
    return { contract, discover, reset: this.#flows.driverFor(client) };
  }

  setPolicy(policy: TenantPolicy, by = 'administrator'): Verdict<'policy-refused'> {
    const about = { username: by };
    const why = bannedListFault(policy.password.banned.custom);
    if (why !== undefined)
      return this.#journal.decide(about, deny('BANNED', 'policy-refused', { why }));
    const old = this.#policy;
    this.#policy = policy;
    for (const setting of Object.keys(policy) as (keyof TenantPolicy)[]) {
      const change = {
        setting,
        old: JSON.stringify(old[setting]) ?? '',
        new: JSON.stringify(policy[setting]) ?? '',
      };
      if (change.old === change.new) continue;
      this.#journal.audit.add({
        at: this.#clock.now(),
        service: auditService,
        category: 'Policy',
        activity: 'Update policy',
        actor: by,
        target: this.name,
        client: 'admin',
        correlationId: randomSupportCode(this.#random),
        status: 'success',
        reason: 'Policy changed',
        change,
      });
    }
    return this.#journal.decide(about, allow('GATE-5'));
  }

  async signIn(username: string, password: string): Promise<SignIn> {
    const name = username.trim();
    const account = this.#find(name);
    const lock = account ? account.lock : (this.#strangers.get(name.toLowerCase()) ?? openLock);
    const now = this.#clock.now();
    const set = (changed: SignInLock): void => {
      if (account) account.lock = changed;
      else this.#strangers.set(name.toLowerCase(), changed);
    };
    const retryInMs = lockedForMs(lock, now);
    if (retryInMs > 0) {
      this.#journal.decide({ username: name }, deny('LOCK-1', 'blocked-until', { retryInMs }));
      return { outcome: 'locked', retryInMs };
    }
    // Counted before anything is compared; a right password opens the lock.
    const failed = afterFailure(lock, this.#policy.signInLock, now);
    set(failed);
    if (!(await (account ?? this.#nobody).hasPassword(password)) || !account) {
      const locked = lockedForMs(failed, now);
      if (locked === 0) return { outcome: 'wrong' };
      this.#journal.decide(
        { username: name },
        deny('LOCK-1', 'blocked-until', { retryInMs: locked }),
      );
      return { outcome: 'locked', retryInMs: locked };
    }
    set(openLock);
    return account.person.enabled ? { outcome: 'signed-in' } : { outcome: 'disabled' };
  }

  appSecretOf(username: string): string | undefined {
    return this.#find(username)?.authenticator?.secret;
  }

  appCodeOf(username: string) {
    return this.#find(username)?.authenticator?.shown(this.#policy.appCodes, this.#clock.now());
  }

  #find(username: string): Account | undefined {
    return this.#directory.find(username, this.#policy.alternateSignInAddresses);
  }

  get #branding(): Branding {
    const { helpdesk } = this.#policy;
    return {
      name: this.name,
      ...(this.#logo !== undefined && { logo: this.#logo }),
      ...(helpdesk && { helpdesk }),
    };
  }
}
