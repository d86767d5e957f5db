import type { Branding, KnownRefusalCode, KnownRegistrationType } from '../contract/index.js';
import { contactRecipients, type Denied, hour, resetNoticeAddresses } from '../policy/index.js';
import { callableNumber } from '../policy/phone.js';
import type { Account, PublicPerson } from './account.js';
import type { Directory } from './directory.js';
import type { Call, Delivery, Mail, MailPurpose, Notification } from './outbox.js';
import { englishTexts, type MailText, type TenantTexts } from './texts.js';

interface MailerParts {
  readonly now: () => number;
  readonly deliver: Delivery;
  readonly texts: (locale: string) => TenantTexts;
  readonly branding: () => Branding;
  readonly directory: Directory;
  /** The host of the page that fills in codes of texts; undefined: none does. */
  readonly pageHost: string | undefined;
}

interface Sent {
  readonly code: string;
  readonly lifetimeMs: number;
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

/**
 * Writes all that a tenant says to people, and hands it over for delivery. What a decoy would get is
 * written too, and then dropped: writing takes time, and no time shall tell (rule REFUSAL-2).
 */
export class Mailer {
  readonly #parts: MailerParts;

  constructor(parts: MailerParts) {
    this.#parts = parts;
  }

  /** A code to an alternate address, in the language of the flow. */
  code(
    account: Account | undefined,
    to: string | undefined,
    locale: string,
    { code, lifetimeMs, supportCode }: Sent & { readonly supportCode: string },
  ): void {
    const said = { code, minutes: minutes(lifetimeMs), supportCode, ...this.#organisation };
    const text = this.#say(locale, (texts) => texts.code(said));
    if (!account || to === undefined) return;
    const recipient = account.person.username;
    this.#send({ purpose: 'code', recipient, to, locale, code }, text);
  }

  /** A code to a number, in the language of the flow. */
  text(
    channel: 'text' | 'whatsapp',
    account: Account | undefined,
    to: string | undefined,
    locale: string,
    { code, lifetimeMs }: Sent,
  ): void {
    const domain = this.#parts.pageHost;
    const said = { code, minutes: minutes(lifetimeMs), domain, ...this.#organisation };
    const body = this.#say(locale, (texts) => texts.text(said));
    if (!account || to === undefined) return;
    this.#parts.deliver({
      channel,
      at: this.#parts.now(),
      recipient: account.person.username,
      to: callableNumber(to),
      locale,
      body,
      code,
    });
  }

  /** Calls a number; an extension is not dialled (rule PHONE-2). */
  call(
    account: Account | undefined,
    to: string | undefined,
    locale: string,
    { press, hangUp }: Pick<Call, 'press' | 'hangUp'>,
  ): void {
    const body = this.#say(locale, (texts) => texts.call(this.#organisation));
    if (!account || to === undefined) return;
    this.#parts.deliver({
      channel: 'call',
      at: this.#parts.now(),
      recipient: account.person.username,
      to: callableNumber(to),
      locale,
      body,
      press,
      hangUp,
    });
  }

  /**
   * Asks the app of a person, in the person's language.
   * @param username whose name it says where there is nobody
   */
  notification(
    account: Account | undefined,
    username: string,
    { approve, deny }: Pick<Notification, 'approve' | 'deny'>,
  ): void {
    const { username: recipient, language: locale } = account?.person ?? {
      username,
      language: 'en',
    };
    const said = { username: recipient, ...this.#organisation };
    const body = this.#say(locale, (texts) => texts.notification(said));
    if (!account) return;
    const at = this.#parts.now();
    const to = 'authenticator app';
    this.#parts.deliver({
      channel: 'notification',
      at,
      recipient,
      to,
      locale,
      body,
      approve,
      deny,
    });
  }

  /** Tells a person of a reset (rule NOTIFY-1); answers the addresses. */
  passwordReset(account: Account): readonly string[] {
    return this.#tell(account, 'password-reset', (texts, facts) => texts.passwordReset(facts));
  }

  /** Tells a person of an unlocked account; answers the addresses. */
  accountUnlocked(account: Account): readonly string[] {
    return this.#tell(account, 'account-unlocked', (texts, facts) => texts.accountUnlocked(facts));
  }

  /** Tells a person that resets are blocked, and how long. */
  blocked(account: Account, { params }: Denied<'blocked-until'>, supportCode: string): void {
    const hours = Math.max(1, Math.round(Number(params?.retryInMs ?? 0) / hour));
    this.#tell(account, 'blocked', (texts, facts) =>
      texts.blocked({ ...facts, hours, supportCode }),
    );
  }

  /** Tells a person that what they registered is another (rule NOTIFY-4). */
  registrationChanged(
    account: Account,
    change: 'added' | 'changed' | 'removed',
    type: KnownRegistrationType,
  ): void {
    this.#tell(account, 'registration-changed', (texts, facts) =>
      texts.registrationChanged({ ...facts, change, type }),
    );
  }

  /** Tells all other Global Administrators that one has reset (rule NOTIFY-2). */
  administratorReset({ person: { username: administrator } }: Account): void {
    const others = this.#administrators(
      ({ roles, username }) => roles.includes('Global Administrator') && username !== administrator,
    );
    for (const other of others)
      this.#tellAdministrator(other, 'administrator-reset', (texts, facts) =>
        texts.administratorReset({ ...facts, administrator }),
      );
  }

  /** Tells a person at the primary address why a reset is not possible (rule REFUSAL-2). */
  cannotReset({ person }: Account, reason: KnownRefusalCode, supportCode: string): void {
    const { username, primaryAddress: to, home, language: locale } = person;
    if (to === undefined) return;
    const facts = { reason, home, supportCode, ...this.#organisation };
    const text = this.#say(locale, (texts) => texts.cannotReset(facts));
    this.#send({ purpose: 'cannot-reset', recipient: username, to, locale }, text);
  }

  /** Asks the administrators to help a person (rule NOTIFY-3). */
  contact({ person: { username } }: Account, supportCode: string): void {
    for (const administrator of this.#helpers)
      this.#tellAdministrator(administrator, 'contact', (texts, { organisation }) =>
        texts.contact({ username, supportCode, organisation }),
      );
  }

  get #helpers(): readonly PublicPerson[] {
    return contactRecipients(this.#administrators(() => true));
  }

  #administrators(fits: (person: PublicPerson) => boolean): readonly PublicPerson[] {
    return this.#parts.directory.accounts
      .map(({ person }) => person)
      .filter((person) => person.enabled && fits(person));
  }

  get #organisation() {
    const { name: organisation, helpdesk } = this.#parts.branding();
    return { organisation, helpdesk };
  }

  /** To the addresses of rule NOTIFY-1; says there how to report that it was somebody else (rule NOTIFY-5). */
  #tell(
    { person, registrations }: Account,
    purpose: MailPurpose,
    say: (texts: TenantTexts, facts: Parameters<TenantTexts['passwordReset']>[0]) => MailText,
  ): readonly string[] {
    const { username, primaryAddress, language: locale } = person;
    const alternateAddress = registrations.email;
    const facts = { username, ...this.#organisation };
    const text = this.#say(locale, (texts) => say(texts, facts));
    const addresses = resetNoticeAddresses({ username, primaryAddress, alternateAddress });
    let reported = false;
    const notMe = (): void => {
      // However many mails say it, and however often: once.
      if (reported) return;
      reported = true;
      for (const administrator of this.#helpers)
        this.#tellAdministrator(administrator, 'not-me', (texts) => texts.notMe(facts));
    };
    for (const to of addresses)
      this.#send({ purpose, recipient: username, to, locale, notMe }, text);
    return addresses;
  }

  #tellAdministrator(
    { username: recipient, primaryAddress, language: locale }: PublicPerson,
    purpose: MailPurpose,
    say: (texts: TenantTexts, facts: Parameters<TenantTexts['passwordReset']>[0]) => MailText,
  ): void {
    const facts = { username: recipient, ...this.#organisation };
    const text = this.#say(locale, (texts) => say(texts, facts));
    this.#send({ purpose, recipient, to: primaryAddress ?? recipient, locale }, text);
  }

  /** In English where the injected texts fail, as they may for a language that they do not have. */
  #say<T extends MailText | string>(locale: string, say: (texts: TenantTexts) => T): T {
    try {
      return say(this.#parts.texts(locale));
    } catch {
      return say(englishTexts);
    }
  }

  #send(
    mail: Omit<Mail, 'channel' | 'at' | 'subject' | 'body'>,
    { subject, body }: MailText,
  ): void {
    this.#parts.deliver({ channel: 'email', at: this.#parts.now(), ...mail, subject, body });
  }
}
