import type { Helpdesk, KnownRefusalCode } from '../contract/index.js';
import type { HomeOrganisation } from './person.js';

export interface MailText {
  readonly subject: string;
  readonly body: string;
}

/** What a mail may say. Subjects show on locked screens: no code in them. */
export interface MailTexts {
  code(facts: {
    readonly code: string;
    readonly minutes: number;
    readonly organisation: string;
    readonly supportCode: string;
  }): MailText;
  passwordReset(facts: {
    readonly username: string;
    readonly organisation: string;
    readonly helpdesk: Helpdesk | undefined;
  }): MailText;
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

/** The texts in English. */
export const englishMailTexts: MailTexts = {
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
    body: [
      `The password of ${username} was reset just now.`,
      `If this was not you, say so at once. ${reach(helpdesk)}`,
    ].join('\n\n'),
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
};
