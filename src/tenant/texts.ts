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

const reach = (helpdesk: Helpdesk | undefined): string => {
  const ways = [helpdesk?.phone, helpdesk?.email, helpdesk?.url].filter((way) => way !== undefined);
  return ways.length > 0
    ? `${helpdesk?.name ?? 'The helpdesk'} can help: ${ways.join(', ')}.`
    : 'Your administrator can help.';
};

const reasons: Partial<Record<KnownRefusalCode, string>> = {
  'account-disabled': 'the account is disabled',
  guest: 'your password is kept by your home organisation, so reset it there',
  'admin-reset-off': 'administrators of the organisation cannot reset their own password',
  SSPR_0011: 'the organisation has not finished setting up password reset',
  SSPR_0012: 'the account has no licence that covers it',
  SSPR_0013: 'password reset is not open to your account',
  SSPR_0014: 'too few ways to prove who you are are set up for the account',
};

const notYou = (helpdesk: Helpdesk | undefined): string =>
  `If this was not you, say so at once. ${reach(helpdesk)}`;

const registered: Readonly<Record<KnownRegistrationType, string>> = {
  app: 'an authenticator app',
  email: 'an email address',
  phone: 'a phone number',
  'alternate-phone': 'an alternate phone number',
  'office-phone': 'an office phone number',
  questions: 'security questions',
  passkey: 'a passkey',
  'windows-hello': 'Windows Hello',
  'temporary-pass': 'a temporary pass',
  certificate: 'a certificate',
};

/** The texts in English. */
export const englishTexts: TenantTexts = {
  code: ({ code, minutes, organisation, supportCode }) => ({
    subject: `Your ${organisation} verification code`,
    body: [
      `Your code to reset your ${organisation} password: ${code}`,
      `It works once, for ${minutes} minutes.`,
      'If you did not ask for it, somebody else typed your username. Give the code to nobody.',
      `Support code: ${supportCode}`,
    ].join('\n\n'),
  }),
  passwordReset: ({ username, organisation, helpdesk }) => ({
    subject: `Your ${organisation} password was reset`,
    body: [`The password of ${username} was reset just now.`, notYou(helpdesk)].join('\n\n'),
  }),
  cannotReset: ({ reason, organisation, helpdesk, home, supportCode }) => ({
    subject: `About your ${organisation} password`,
    body: [
      `Somebody, perhaps you, asked to reset your ${organisation} password. That is not possible: ${reasons[reason] ?? 'the account is not set up for it'}.`,
      ...(home ? [`${home.name}: ${home.url}`] : []),
      `${reach(helpdesk)} Support code: ${supportCode}`,
    ].join('\n\n'),
  }),
  contact: ({ username, organisation, supportCode }) => ({
    subject: `${organisation}: help with a password reset`,
    body: [
      `${username} asks for help with resetting the password. Make sure who is asking before you act.`,
      `Support code: ${supportCode}`,
    ].join('\n\n'),
  }),
  administratorReset: ({ administrator, organisation, helpdesk }) => ({
    subject: `${organisation}: an administrator’s password was reset`,
    body: [
      `${administrator} reset the password of an administrator’s account just now.`,
      `If nobody knows of it, act at once. ${reach(helpdesk)}`,
    ].join('\n\n'),
  }),
  accountUnlocked: ({ username, organisation, helpdesk }) => ({
    subject: `Your ${organisation} account was unlocked`,
    body: [
      `The account ${username} was unlocked just now. The password has not changed.`,
      'If it gets locked again, an old password may still be saved on one of your devices.',
      notYou(helpdesk),
    ].join('\n\n'),
  }),
  blocked: ({ username, organisation, helpdesk, hours, supportCode }) => ({
    subject: `${organisation}: password reset is blocked for your account`,
    body: [
      `There were too many attempts to reset the password of ${username}. A reset is blocked for ${hours} hours.`,
      notYou(helpdesk),
      `Support code: ${supportCode}`,
    ].join('\n\n'),
  }),
  registrationChanged: ({ username, organisation, helpdesk, change, type }) => ({
    subject: `Your ${organisation} security info changed`,
    body: [`For ${username}, this was ${change}: ${registered[type]}.`, notYou(helpdesk)].join(
      '\n\n',
    ),
  }),
  notMe: ({ username, organisation }) => ({
    subject: `${organisation}: somebody reports an attempt on their account`,
    body: `${username} says: what was done with my account just now was not me. Make sure who is asking before you act.`,
  }),
  text: ({ code, minutes, organisation, domain }) =>
    [
      `${code} is your ${organisation} verification code. It works once, for ${minutes} minutes.`,
      // The last line is what browsers read (WebOTP: origin-bound one-time codes).
      ...(domain === undefined ? [] : [`@${domain} #${code}`]),
    ].join('\n\n'),
  call: ({ organisation }) =>
    `This is ${organisation}. If you asked to verify your account, press the hash key. If not, hang up.`,
  notification: ({ organisation, username }) =>
    `${organisation}: is it you, ${username}? Type the number that the other screen shows.`,
  question: (code) =>
    Object.hasOwn(predefinedQuestions, code)
      ? predefinedQuestions[code as PredefinedQuestion]
      : code,
};
