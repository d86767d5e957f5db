import type { Helpdesk, KnownRefusalCode, KnownRegistrationType } from '../contract/index.js';
import type { HomeOrganisation } from './person.js';
import { type PredefinedQuestion, predefinedQuestions } from './predefined-questions.js';

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What mails about something that was done say of whoever gets them. */
interface Told {
  readonly username: string;
  readonly organisation: string;
  readonly helpdesk: Helpdesk | undefined;
}

/**
 * The words of a tenant in one language. Subjects show on locked screens: no code in them. Mails about a
 * reset or a block say how to report that this was somebody else (rule NOTIFY-5).
 */
export interface TenantTexts {
  code(facts: {
    readonly code: string;
    readonly minutes: number;
    readonly organisation: string;
    readonly supportCode: string;
  }): MailText;
  passwordReset(facts: Told): MailText;
  /** Rule NOTIFY-2. */
  administratorReset(facts: Told & { readonly administrator: string }): MailText;
  /** Rule WRITEBACK-3. */
  accountUnlocked(facts: Told): MailText;
  /** Rules THROTTLE-1 to 4. */
  blocked(facts: Told & { readonly hours: number; readonly supportCode: string }): MailText;
  /** Rule NOTIFY-4. */
  registrationChanged(
    facts: Told & {
      readonly change: 'added' | 'changed' | 'removed';
      readonly type: KnownRegistrationType;
    },
  ): MailText;
  /** Somebody says that it was not them (rule NOTIFY-5): to the administrators. */
  notMe(facts: Told): MailText;
  cannotReset(facts: {
    readonly reason: KnownRefusalCode;
    readonly organisation: string;
    readonly helpdesk: Helpdesk | undefined;
    /** Where a guest's password is kept, if that is known. */
    readonly home: HomeOrganisation | undefined;
    readonly supportCode: string;
  }): MailText;
  contact(facts: {
    readonly username: string;
    readonly organisation: string;
    readonly supportCode: string;
  }): MailText;
  /** A text or a WhatsApp message. */
  text(facts: {
    readonly code: string;
    readonly minutes: number;
    readonly organisation: string;
    /** Where the code may be filled in by the browser (WebOTP); absent: nowhere. */
    readonly domain?: string | undefined;
  }): string;
  /** What the voice of a call says. */
  call(facts: { readonly organisation: string }): string;
  /** What a notification says. */
  notification(facts: { readonly organisation: string; readonly username: string }): string;
  /** A predefined security question, by its code (rule QUESTION-2). */
  question(code: string): string;
}

const span = (count: number, unit: 'minute' | 'hour'): string =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' }).format(count);

const reach = (helpdesk: Helpdesk | undefined): string => {
  const ways = [helpdesk?.phone, helpdesk?.email, helpdesk?.url].filter((way) => way !== undefined);
  if (ways.length === 0) return 'Your administrator can help.';
  return `${helpdesk?.name ?? 'The service desk'} can help: ${new Intl.ListFormat('en-GB').format(ways)}`;
};

const reasons: Partial<Record<KnownRefusalCode, string>> = {
  'account-disabled': 'The account is disabled.',
  guest: 'Your home organisation keeps your password, so reset it there.',
  'admin-reset-off': 'The administrators of this organisation cannot reset their own password.',
  SSPR_0011: 'The organisation has not finished setting up password reset.',
  SSPR_0012: 'The account has no licence that covers it.',
  SSPR_0013: 'Password reset is not open to your account.',
  SSPR_0014: 'The account has too few ways set up to prove who you are.',
};
const otherReason = 'The account is not set up for it.';

const notYou = 'If this was not you, say so at once.';

const registered: Readonly<Record<KnownRegistrationType, string>> = {
  app: 'authenticator app',
  email: 'email address',
  phone: 'phone number',
  'alternate-phone': 'alternate phone number',
  'office-phone': 'office phone number',
  questions: 'security questions',
  passkey: 'passkey',
  'windows-hello': 'Windows Hello',
  'temporary-pass': 'temporary pass',
  certificate: 'certificate',
};

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

/** The texts in English. */
export const englishTexts: TenantTexts = {
  code: ({ code, minutes, organisation, supportCode }) => ({
    subject: `Your ${organisation} verification code`,
    body: paragraphs(
      `Your code to prove to ${organisation} who you are: ${code}`,
      `It works once, for ${span(minutes, 'minute')}.`,
      'If you did not ask for it, somebody else typed your username. Give the code to nobody.',
      `Support code: ${supportCode}`,
    ),
  }),
  passwordReset: ({ username, organisation, helpdesk }) => ({
    subject: `Your ${organisation} password was reset`,
    body: paragraphs(`The password of ${username} was reset just now.`, notYou, reach(helpdesk)),
  }),
  administratorReset: ({ administrator, organisation, helpdesk }) => ({
    subject: `${organisation}: an administrator’s password was reset`,
    body: paragraphs(
      `The administrator ${administrator} has reset their own password just now.`,
      'If they know nothing of it, act at once.',
      reach(helpdesk),
    ),
  }),
  accountUnlocked: ({ username, organisation, helpdesk }) => ({
    subject: `Your ${organisation} account was unlocked`,
    body: paragraphs(
      `The account ${username} was unlocked just now. The password has not changed.`,
      'If it gets locked again, an old password may still be saved on one of your devices.',
      notYou,
      reach(helpdesk),
    ),
  }),
  blocked: ({ username, organisation, helpdesk, hours, supportCode }) => ({
    subject: `${organisation}: password reset is blocked for your account`,
    body: paragraphs(
      `There were too many attempts to reset the password of ${username}. Resets are blocked for ${span(hours, 'hour')}.`,
      notYou,
      reach(helpdesk),
      `Support code: ${supportCode}`,
    ),
  }),
  registrationChanged: ({ username, organisation, helpdesk, change, type }) => ({
    subject: `Your ${organisation} security info changed`,
    body: paragraphs(
      `For ${username}, this was ${change} just now: ${registered[type]}.`,
      notYou,
      reach(helpdesk),
    ),
  }),
  notMe: ({ username, organisation }) => ({
    subject: `${organisation}: somebody reports that it was not them`,
    body: `${username} says that what was done with their account just now was not them. Make sure who is asking before you act.`,
  }),
  cannotReset: ({ reason, organisation, helpdesk, home, supportCode }) => ({
    subject: `About your ${organisation} password`,
    body: paragraphs(
      `Somebody, perhaps you, asked to reset your ${organisation} password. That is not possible. ${reasons[reason] ?? otherReason}`,
      ...(home ? [`${home.name}: ${home.url}`] : []),
      reach(helpdesk),
      `Support code: ${supportCode}`,
    ),
  }),
  contact: ({ username, organisation, supportCode }) => ({
    subject: `${organisation}: help with a password reset`,
    body: paragraphs(
      `${username} asks for help with resetting the password. Make sure who is asking before you act.`,
      `Support code: ${supportCode}`,
    ),
  }),
  text: ({ code, minutes, organisation, domain }) =>
    paragraphs(
      `${code} is your ${organisation} verification code. It works once, for ${span(minutes, 'minute')}.`,
      // The last line is what browsers read (WebOTP: origin-bound one-time codes).
      ...(domain === undefined ? [] : [`@${domain} #${code}`]),
    ),
  call: ({ organisation }) =>
    `This is ${organisation}. If you asked to verify your account, press the hash key. If not, hang up.`,
  notification: ({ organisation, username }) =>
    `${organisation}: is it you, ${username}? Type the number that the other screen shows.`,
  question: (code) =>
    Object.hasOwn(predefinedQuestions, code)
      ? predefinedQuestions[code as PredefinedQuestion]
      : code,
};
