import type { Branding, KnownRefusalCode } from '../contract/index.js';
import { contactRecipients, resetNoticeAddresses } from '../policy/index.js';
import type { Account } from './account.js';
import type { Directory } from './directory.js';
import type { Delivery, Mail } from './outbox.js';
import { englishMailTexts, type MailText, type MailTexts } from './texts.js';

interface MailerParts {
  readonly now: () => number;
  readonly deliver: Delivery;
  readonly texts: (locale: string) => MailTexts;
  readonly branding: () => Branding;
  readonly directory: Directory;
}

/** Writes the mails of a tenant and hands them over for delivery. */
export class Mailer {
  readonly #parts: MailerParts;

  constructor(parts: MailerParts) {
    this.#parts = parts;
  }

  /** A code to an alternate address, in the language of the flow. */
  code(
    { person }: Account,
    to: string,
    locale: string,
    facts: { readonly code: string; readonly lifetimeMs: number; readonly supportCode: string },
  ): void {
    const { code, supportCode } = facts;
    const minutes = Math.round(facts.lifetimeMs / 60_000);
    const said = { code, minutes, supportCode, ...this.#organisation };
    const text = this.#write(locale, (texts) => texts.code(said));
    this.#send({ purpose: 'code', recipient: person.username, to, locale, code }, text);
  }

  /** Tells a person of a reset (rule NOTIFY-1); answers the addresses. */
  passwordReset({ person }: Account): readonly string[] {
    const { username, email, primaryAddress, language: locale } = person;
    const facts = { username, ...this.#organisation };
    const text = this.#write(locale, (texts) => texts.passwordReset(facts));
    const addresses = resetNoticeAddresses({ username, primaryAddress, alternateAddress: email });
    for (const to of addresses)
      this.#send({ purpose: 'password-reset', recipient: username, to, locale }, text);
    return addresses;
  }

  /** Tells a person at the primary address why a reset is not possible (rule REFUSAL-2). */
  cannotReset({ person }: Account, reason: KnownRefusalCode, supportCode: string): void {
    const { username, primaryAddress: to, home, language: locale } = person;
    if (to === undefined) return;
    const facts = { reason, home, supportCode, ...this.#organisation };
    const text = this.#write(locale, (texts) => texts.cannotReset(facts));
    this.#send({ purpose: 'cannot-reset', recipient: username, to, locale }, text);
  }

  /** Asks the administrators to help a person (rule NOTIFY-3). */
  contact({ person }: Account, supportCode: string): void {
    const active = this.#parts.directory.accounts.filter((account) => account.person.enabled);
    for (const administrator of contactRecipients(active.map((account) => account.person))) {
      const { username: recipient, primaryAddress, language: locale } = administrator;
      const facts = { username: person.username, supportCode, ...this.#organisation };
      const to = primaryAddress ?? recipient;
      const text = this.#write(locale, (texts) => texts.contact(facts));
      this.#send({ purpose: 'contact', recipient, to, locale }, text);
    }
  }

  get #organisation() {
    const { name: organisation, helpdesk } = this.#parts.branding();
    return { organisation, helpdesk };
  }

  /** In English where the injected texts fail, as they may for a language that they do not have. */
  #write(locale: string, say: (texts: MailTexts) => MailText): MailText {
    try {
      const { subject, body } = say(this.#parts.texts(locale));
      return { subject, body };
    } catch {
      return say(englishMailTexts);
    }
  }

  #send(mail: Omit<Mail, 'channel' | 'at' | 'subject' | 'body'>, text: MailText): void {
    this.#parts.deliver({ channel: 'email', at: this.#parts.now(), ...mail, ...text });
  }
}
