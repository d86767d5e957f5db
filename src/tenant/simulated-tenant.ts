import {
  type Adapter,
  type Branding,
  contractVersion,
  type RegistrationIntent,
  type RegistrationStep,
  type ResetIntent,
  type Step,
} from '../contract/index.js';
import {
  allow,
  policy as defaultedPolicy,
  deny,
  dueAt,
  isExpired,
  lockedForMs,
  type PolicyPreview,
  previewPolicy,
  type Reachable,
  type TenantPolicy,
  type Verdict,
} from '../policy/index.js';
import { Account } from './account.js';
import type { AuditRow } from './audit.js';
import { Captchas } from './captcha/index.js';
import { changePassword, type PasswordChange } from './change-password.js';
import { systemClock } from './clock.js';
import { type Core, Journal } from './core.js';
import { usualMailDomains } from './decoy-hint.js';
import { describedMethodsFault } from './described-methods.js';
import { type App, appOf, type Phone, phoneOf } from './devices.js';
import { KeyedDigest } from './digest.js';
import { Directory } from './directory.js';
import { FlowTable } from './flow-table.js';
import { isolated } from './isolated.js';
import type { ReadableLog } from './log.js';
import { Mailer } from './mailer.js';
import { OnPremises } from './on-premises/index.js';
import { type Delivery, Outbox } from './outbox.js';
import { pbkdf2 } from './password-hash.js';
import { type Person, person } from './person.js';
import { checkPolicyChange, policyFault, recordPolicyChange } from './policy-change.js';
import { randomToken, systemRandom } from './random.js';
import type { RegistrationFlow } from './registration/registration-flow.js';
import { RegistrationWalk } from './registration/registration-walk.js';
import type { ResetFlow } from './reset-flow.js';
import { ResetWalk } from './reset-walk.js';
import { Sessions } from './sessions.js';
import { SignIns } from './sign-ins.js';
import { usualStrangers } from './strangers.js';
import type { AccountView, ClientFacts, SignIn, Tenant, TenantOptions } from './tenant.js';
import { englishTexts } from './texts.js';
import { Throttles } from './throttles.js';
import { type Usage, usage } from './usage.js';
import type { Decision } from './verdict-log.js';
import { wellKnownWords } from './well-known-words.js';

/**
 * Simulates a tenant. Nothing in it knows a browser or a network.
 * @throws {TypeError} where its policy is one that `setPolicy` would refuse, or where what is
 *   on-premises or a method of its own is described wrongly
 */
export const createTenant = (options: TenantOptions): Tenant => new SimulatedTenant(options);

const keyBytes = 32;

function mailDomainsOf(people: readonly Person[]): readonly string[] {
  const domains = people
    .flatMap(({ email, directory }) => [email, directory?.email])
    .flatMap((address) => address?.split('@').slice(-1) ?? []);
  return domains.length > 0 ? domains : usualMailDomains;
}

class SimulatedTenant implements Tenant {
  readonly contract = contractVersion;
  readonly name: string;
  readonly outbox: Outbox;
  readonly reset: Adapter['reset'];
  readonly register: Adapter['register'];
  readonly #logo: string | undefined;
  readonly #core: Core;
  readonly #signIns: SignIns;
  readonly #resets: FlowTable<ResetFlow, ResetIntent, Step>;
  readonly #registrations: FlowTable<RegistrationFlow, RegistrationIntent, RegistrationStep>;
  #policy: TenantPolicy;

  constructor(options: TenantOptions) {
    const { clock = systemClock, random = systemRandom, hash = pbkdf2() } = options;
    const { texts = () => englishTexts, people = [], groups = [] } = options;
    const { describedMethods = [] } = options;
    const policy = () => this.#policy;
    const branding = () => this.#branding;
    const now = () => clock.now();
    this.name = options.name;
    this.#logo = options.logo;
    this.#policy = options.policy ?? defaultedPolicy();
    const fault = describedMethodsFault(describedMethods) ?? policyFault(this.#policy);
    if (fault !== undefined) throw new TypeError(fault);
    const digest = new KeyedDigest(random.bytes(keyBytes));
    const accounts = people.map((one) => new Account(one, hash, random, now()));
    const nobody = new Account(person({ username: 'nobody@invalid' }), hash, random, 0);
    const { rows, strangers = usualStrangers } = options.memory ?? {};
    const journal = new Journal(now, rows);
    this.outbox = new Outbox(rows);
    const deliver: Delivery = (message) => {
      this.outbox.add(message);
      isolated(() => options.delivery?.(message));
    };
    const onPremises =
      options.onPremises &&
      new OnPremises(options.onPremises, people, {
        clock,
        random,
        hash,
        enabled: () => this.#policy.writeback.enabled,
        bannedWords: this.#bannedWords(),
      });
    const directory = new Directory(accounts, groups, describedMethods, ({ username, source }) =>
      source === 'cloud' ? allow('WRITEBACK-1') : (onPremises?.checkReset(username) ?? notEnabled),
    );
    this.#core = {
      clock,
      random,
      digest,
      hash,
      directory,
      onPremises,
      captchas: new Captchas({
        now,
        random,
        digest,
        policy: () => this.#policy.captcha,
        verify: options.verifyCaptcha,
        ...(options.drawCaptcha && { draw: options.drawCaptcha }),
      }),
      throttles: new Throttles({
        policy,
        now,
        isAccount: (key) => directory.has(key),
        mostStrangers: strangers,
      }),
      mailer: new Mailer({ pageHost: options.pageHost, now, deliver, texts, branding, directory }),
      sessions: new Sessions(clock, random),
      journal,
      texts,
      policy,
      branding,
      signInUrl: options.signInUrl,
      decoyDomains: options.decoyDomains ?? mailDomainsOf(people),
      describedMethods,
      wellKnownWords,
    };
    this.#signIns = new SignIns(this.#core, nobody, strangers);
    this.#resets = new FlowTable<ResetFlow, ResetIntent, Step>(
      this.#core,
      new ResetWalk(this.#core),
    );
    this.#registrations = new FlowTable<RegistrationFlow, RegistrationIntent, RegistrationStep>(
      this.#core,
      new RegistrationWalk(this.#core),
    );
    // Whoever has the tenant in hand is one browser.
    const local = this.forClient('local', { browser: randomToken(random) });
    this.reset = local.reset;
    this.register = local.register;
  }

  get policy(): TenantPolicy {
    return this.#policy;
  }

  get domains(): readonly string[] {
    const names = this.#core.directory.accounts.flatMap(({ person }) => [
      person.username,
      ...(person.alternateUsername === undefined ? [] : [person.alternateUsername]),
    ]);
    const domains = names.map((name) => name.slice(name.lastIndexOf('@') + 1));
    return [...new Set([...this.#policy.domains, ...domains].map((one) => one.toLowerCase()))];
  }

  get audit(): ReadableLog<AuditRow> {
    return this.#core.journal.audit;
  }

  get verdicts(): ReadableLog<Decision> {
    return this.#core.journal.verdicts;
  }

  get onPremises(): OnPremises | undefined {
    return this.#core.onPremises;
  }

  get people(): readonly AccountView[] {
    const now = this.#core.clock.now();
    return this.#core.directory.accounts.map((account) => ({
      ...account.person,
      sessionsRevokedAt: account.sessionsRevokedAt,
      passwordSetAt: account.passwordSetAt,
      lockedForMs: lockedForMs(account.lock, now),
      registered: account.registrations.list.map((one) => ({
        type: one.type,
        source: one.source,
        ...('address' in one && { address: one.address }),
      })),
    }));
  }

  /** Branding only where a name or a domain was given (rule TENANT-3). */
  readonly discover: Adapter['discover'] = async ({ username, domain }, { signal, locale }) => {
    signal?.throwIfAborted();
    const named = [username, domain].some((hint) => hint !== undefined && hint !== '');
    return {
      contract: contractVersion,
      captcha: await this.#core.captchas.issue(locale),
      ...(named && { branding: this.#branding }),
    };
  };

  forClient(name: string, known: ClientFacts = {}): Adapter {
    const { contract, discover } = this;
    const client = { ...known, name };
    return {
      contract,
      discover,
      reset: this.#resets.driverFor(client),
      register: this.#registrations.driverFor(client),
    };
  }

  setPolicy(policy: TenantPolicy, by = 'administrator'): Verdict<'policy-refused'> {
    const verdict = checkPolicyChange(this.#core, policy, by);
    if (!verdict.allowed) return verdict;
    const before = this.#policy;
    this.#policy = policy;
    recordPolicyChange(this.#core, { tenant: this.name, by }, before, policy);
    this.onPremises?.publish(this.#bannedWords());
    return verdict;
  }

  previewPolicy(policy: TenantPolicy, { later }: { readonly later?: number } = {}): PolicyPreview {
    const { clock, directory, onPremises } = this.#core;
    const reachable =
      ({ writeback }: TenantPolicy): Reachable =>
      ({ source, username }) => {
        if (source === 'cloud') return allow('WRITEBACK-1');
        if (!writeback.enabled || !onPremises) return notEnabled;
        // What is off today cannot be asked how it would be.
        return this.#policy.writeback.enabled
          ? onPremises.checkReset(username)
          : allow('WRITEBACK-1');
      };
    const subjects = directory.accounts.map((account) => directory.subject(account));
    const options = { reachable, ...(later !== undefined && { later }) };
    return previewPolicy(this.#policy, policy, subjects, clock.now(), options);
  }

  usage(): Usage {
    const { clock, directory, journal } = this.#core;
    const people = directory.accounts.map((account) => directory.subject(account));
    return usage({ people, rows: journal.audit.list(), policy: this.#policy, now: clock.now() });
  }

  phoneOf(username: string): Phone {
    return phoneOf(this.outbox, username);
  }

  appOf(username: string): App {
    return appOf(this.outbox, username, () => this.appCodeOf(username)?.code);
  }

  async signIn(username: string, password: string): Promise<SignIn> {
    const checked = await this.#signIns.check(username, password);
    if (checked.outcome !== 'right') return checked;
    const { account } = checked;
    if (!account.person.enabled) return { outcome: 'disabled' };
    const { sessions, directory, clock, journal } = this.#core;
    const session = sessions.open(account);
    const { confirmedAt, registrations, person } = account;
    const facts = { confirmedAt, registered: registrations.list.length > 0 };
    const subject = directory.subject(account);
    const { due, verdict } = dueAt(this.#policy, subject, facts, clock.now());
    journal.decide(person, verdict);
    const passwordExpired = isExpired(this.#policy, account.passwordFrom, clock.now());
    return { outcome: 'signed-in', session, due, passwordExpired };
  }

  signOut(session: string): void {
    this.#core.sessions.close(session);
  }

  changePassword(session: string, current: string, password: string): Promise<PasswordChange> {
    return changePassword(this.#core, session, current, password);
  }

  appSecretOf(username: string): string | undefined {
    return this.#appsOf(username)[0]?.secret;
  }

  appCodeOf(username: string) {
    return this.#appsOf(username)[0]?.shown(this.#policy.appCodes, this.#core.clock.now());
  }

  #appsOf(username: string) {
    const { alternateSignInAddresses } = this.#policy;
    const account = this.#core.directory.find(username, alternateSignInAddresses);
    return account?.registrations.apps ?? [];
  }

  #bannedWords() {
    const { wellKnown, custom, minPoints } = this.#policy.password.banned;
    const terms = [...(wellKnown ? wellKnownWords : []), ...custom];
    return { terms, tenantName: this.name, minPoints };
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

const notEnabled = deny('WRITEBACK-1', 'SSPR_0010');
