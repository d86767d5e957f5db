import type { RuleId } from './rules.js';

/** Where a rule comes from. */
export interface RuleOrigin {
  /** The public page that states it, or `decision` where it is this project's own. */
  readonly source: `https://${string}` | 'decision';
  /** What of it the page leaves open, so that it was decided here. */
  readonly decided?: string;
}

const learn = 'https://learn.microsoft.com/en-us';
const entra = `${learn}/entra/identity/authentication` as const;
const howItWorks = `${entra}/concept-sspr-howitworks` as const;
const policies = `${entra}/concept-sspr-policy` as const;
const licensing = `${entra}/concept-sspr-licensing` as const;
const enabling = `${entra}/tutorial-enable-sspr` as const;
const questionsAndAnswers = `${entra}/passwords-faq` as const;
const trouble = `${entra}/troubleshoot-sspr` as const;
const contactData = `${entra}/howto-sspr-authenticationdata` as const;
const securityQuestions = `${entra}/concept-authentication-security-questions` as const;
const managingMethods = `${entra}/concept-authentication-methods-manage` as const;
const endOfTextAndVoice = `${entra}/concept-sms-voice-retirement` as const;
const registration = `${entra}/concept-registration-mfa-sspr-combined` as const;
const customization = `${entra}/howto-sspr-customization` as const;
const writeback = `${entra}/concept-sspr-writeback` as const;
const writebackTrouble = `${entra}/troubleshoot-sspr-writeback` as const;
const bannedPasswords = `${entra}/concept-password-ban-bad` as const;
const smartLockout = `${entra}/howto-password-smart-lockout` as const;
const reports = `${entra}/howto-sspr-reporting` as const;
const usage = `${entra}/howto-authentication-methods-activity` as const;
const training =
  `${learn}/training/modules/allow-users-reset-their-password/2-self-service-password-reset` as const;
const windowsComplexity =
  `${learn}/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/password-must-meet-complexity-requirements` as const;
const securityInfo =
  'https://support.microsoft.com/account-billing/set-up-your-security-info-from-a-sign-in-prompt-28180870-c256-4ebf-8bd7-5335571bf9a8';
const owasp = 'https://cheatsheetseries.owasp.org/cheatsheets';
const wcag338 =
  'https://www.w3.org/WAI/WCAG22/Understanding/accessible-authentication-minimum.html';

/** Where each rule comes from. */
export const ruleOrigins: Readonly<Record<RuleId, RuleOrigin>> = {
  'SCOPE-1': { source: enabling },
  'SCOPE-2': { source: policies },
  'SCOPE-3': { source: licensing },
  'SCOPE-4': { source: howItWorks },
  'SCOPE-5': { source: howItWorks },
  'SCOPE-6': { source: howItWorks },
  'GATE-1': { source: howItWorks },
  'GATE-2': { source: policies },
  'GATE-3': { source: howItWorks, decided: 'that no address in an own domain is an alternate one' },
  'GATE-4': { source: 'decision' },
  'GATE-5': { source: howItWorks },
  'METHOD-1': { source: howItWorks, decided: 'that codes of the step before and after are taken' },
  'METHOD-2': { source: howItWorks },
  'METHOD-3': { source: policies },
  'METHOD-4': { source: endOfTextAndVoice, decided: 'the day on which questions end' },
  'METHOD-5': { source: registration },
  'METHOD-6': { source: managingMethods },
  'METHOD-7': { source: 'decision' },
  'ADMIN-1': { source: policies },
  'ADMIN-2': { source: policies },
  'ADMIN-3': { source: writeback },
  'QUESTION-1': { source: questionsAndAnswers },
  'QUESTION-2': { source: securityQuestions },
  'QUESTION-3': { source: questionsAndAnswers },
  'QUESTION-4': { source: securityQuestions, decided: 'when two answers are the same' },
  'QUESTION-5': { source: questionsAndAnswers },
  'QUESTION-6': { source: registration },
  'PHONE-1': { source: contactData },
  'PHONE-2': { source: contactData },
  'PHONE-3': { source: trouble },
  'PHONE-4': { source: contactData },
  'PHONE-5': { source: registration },
  'EMAIL-1': { source: contactData },
  'CODE-1': { source: questionsAndAnswers },
  'CODE-2': { source: 'decision' },
  'CODE-3': { source: trouble, decided: 'how long a notification waits' },
  'SESSION-1': { source: questionsAndAnswers, decided: 'the warning and the extensions' },
  'SESSION-2': { source: 'decision' },
  'THROTTLE-1': { source: questionsAndAnswers },
  'THROTTLE-2': { source: questionsAndAnswers },
  'THROTTLE-3': { source: questionsAndAnswers },
  'THROTTLE-4': { source: trouble },
  'THROTTLE-5': { source: questionsAndAnswers, decided: 'that unknown accounts are counted' },
  'THROTTLE-6': { source: 'decision' },
  'LOCK-1': { source: smartLockout, decided: 'the doubling, and what opens the lock' },
  'CAPTCHA-1': { source: howItWorks, decided: 'its five minutes, and what counts as the same' },
  'CAPTCHA-2': { source: wcag338 },
  'REGISTER-1': { source: howItWorks },
  'REGISTER-2': { source: howItWorks },
  'REGISTER-3': { source: registration },
  'REGISTER-4': { source: registration, decided: 'that all apps count together' },
  'REGISTER-5': { source: securityInfo },
  'REGISTER-6': { source: registration, decided: 'how long a session is fresh' },
  'REGISTER-7': { source: registration },
  'NOTIFY-1': { source: howItWorks },
  'NOTIFY-2': { source: enabling },
  'NOTIFY-3': { source: customization },
  'NOTIFY-4': { source: 'decision' },
  'NOTIFY-5': { source: 'decision' },
  'WRITEBACK-1': { source: writeback },
  'WRITEBACK-2': { source: writeback },
  'WRITEBACK-3': { source: howItWorks },
  'WRITEBACK-4': { source: writebackTrouble },
  'WRITEBACK-5': { source: enabling },
  'PASSWORD-1': { source: policies },
  'PASSWORD-2': { source: policies, decided: 'that a space is a symbol' },
  'PASSWORD-3': { source: policies },
  'PASSWORD-4': { source: windowsComplexity },
  'PASSWORD-5': { source: policies },
  'PASSWORD-6': { source: training },
  'PASSWORD-7': { source: policies },
  BANNED: { source: bannedPasswords },
  'BANNED-1': { source: bannedPasswords },
  'BANNED-2': { source: bannedPasswords },
  'BANNED-3': { source: bannedPasswords },
  'BANNED-4': { source: bannedPasswords },
  'TENANT-1': { source: customization },
  'TENANT-2': { source: policies },
  'TENANT-3': { source: customization },
  'REFUSAL-1': { source: trouble },
  'REFUSAL-2': {
    source: `${owasp}/Forgot_Password_Cheat_Sheet.html`,
    decided: 'the decoys, and the mail to people who cannot reset',
  },
  'AUDIT-1': { source: reports },
  'AUDIT-2': { source: reports },
  'AUDIT-3': { source: `${owasp}/Logging_Cheat_Sheet.html` },
  'USAGE-1': { source: usage },
};
