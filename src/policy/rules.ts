import { defaultPolicy, trialOfOneGateMs } from './tenant-policy.js';

/** A rule in one sentence, with what a tenant's policy may set otherwise. */
export interface Rule {
  readonly says: string;
  /** The settings that it reads, with their defaults. */
  readonly defaults?: object;
}

const p = defaultPolicy;

const table = {
  'SCOPE-1': {
    says: 'Nobody, the members of one security group, or everyone may reset.',
    defaults: { scope: p.scope, scopeGroup: p.scopeGroup },
  },
  'SCOPE-2': {
    says: 'Administrators may reset whatever the scope, unless that is switched off for all of them.',
    defaults: { adminsMayReset: p.adminsMayReset },
  },
  'SCOPE-3': { says: 'A reset needs a licence that covers it.' },
  'SCOPE-4': { says: 'Guests and personal accounts are sent to their home organisation.' },
  'SCOPE-5': { says: 'Disabled accounts cannot reset.' },
  'SCOPE-6': {
    says: 'Throttling comes first, then: account exists, scope, licence, account state, enough usable methods; the first that fails decides.',
  },
  'GATE-1': {
    says: 'Members prove who they are with one or two methods.',
    defaults: { methodsRequired: p.methodsRequired },
  },
  'GATE-2': {
    says: 'Administrators need two, but one in the first 30 days of a trial or without custom domain and on-premises sync.',
    defaults: {
      trialStartedAt: p.trialStartedAt,
      trialOfOneGateMs,
      customDomain: p.customDomain,
      onPremisesSync: p.onPremisesSync,
    },
  },
  'GATE-3': {
    says: 'A method counts if the policy enables it for the person and the person has data for it.',
    defaults: { methods: p.methods },
  },
  'GATE-4': { says: 'A gate is filled by a family of methods, and a family counts once.' },
  'GATE-5': { says: 'A stricter policy takes effect at once.' },
  'METHOD-5': { says: 'Methods are offered from most to least secure.' },
  'METHOD-6': { says: 'Each method can be limited to groups.', defaults: { methods: p.methods } },
  'METHOD-7': { says: 'Before a proof, an address is shown as its mask only.' },
  'ADMIN-1': { says: 'Any role of the list makes an administrator.' },
  'ADMIN-2': { says: 'Administrators have a list of methods of their own.' },
  'CODE-1': {
    says: 'A sent code has six digits, lives five minutes, is used once, and dies when a new one is sent.',
    defaults: { digits: p.codes.digits, lifetimeMs: p.codes.lifetimeMs },
  },
  'CODE-2': {
    says: 'Three wrong tries kill a code, and another is sent after 30 seconds at the earliest.',
    defaults: { tries: p.codes.tries, resendAfterMs: p.codes.resendAfterMs },
  },
  'SESSION-1': {
    says: 'A reset lives 15 minutes; no gate is replayed, no step skipped, no token used elsewhere.',
    defaults: p.session,
  },
  'SESSION-2': {
    says: 'A completed reset ends the sessions of the person, and the other resets and codes of the account.',
    defaults: { revokeSessions: p.revokeSessions },
  },
  'THROTTLE-1': {
    says: 'Five wrong proofs of one account in 24 hours block it for 24 hours.',
    defaults: p.throttles.wrongProofs,
  },
  'THROTTLE-2': {
    says: 'Five app codes in one hour are served, right or wrong; the sixth blocks for 24 hours.',
    defaults: p.throttles.appCodes,
  },
  'THROTTLE-3': {
    says: 'Ten mails in ten minutes, then blocked for 24 hours.',
    defaults: p.throttles.emails,
  },
  'THROTTLE-4': {
    says: 'Five completed resets in one hour, then blocked for 24 hours.',
    defaults: p.throttles.resets,
  },
  'THROTTLE-5': {
    says: 'A completed reset clears wrong proofs and app codes; unknown accounts are counted as known ones are.',
  },
  'THROTTLE-6': {
    says: 'Help is called once per account and three times per client in 24 hours.',
    defaults: {
      contactsPerAccount: p.throttles.contactsPerAccount,
      contactsPerClient: p.throttles.contactsPerClient,
    },
  },
  'LOCK-1': {
    says: 'Ten failed sign-ins lock for 60 seconds, doubling; a completed reset opens the lock.',
    defaults: p.signInLock,
  },
  'NOTIFY-1': {
    says: 'After a reset the person is told at the primary and the alternate address, else at the sign-in name.',
    defaults: { notifyUsers: p.notifyUsers },
  },
  'NOTIFY-3': {
    says: 'A call for help reaches Helpdesk and Password Administrators, else User, else Global Administrators, unless there is a helpdesk.',
    defaults: { helpdesk: p.helpdesk },
  },
  'PASSWORD-1': {
    says: 'A password has 8 to 256 characters.',
    defaults: { minLength: p.password.minLength, maxLength: p.password.maxLength },
  },
  'PASSWORD-2': {
    says: 'It has three of four classes of characters.',
    defaults: { classesRequired: p.password.classesRequired, classes: p.password.classes },
  },
  'PASSWORD-3': {
    says: 'It has no other characters than those of the list.',
    defaults: { allowedCharacters: p.password.allowedCharacters },
  },
  'PASSWORD-4': {
    says: 'It does not contain the username.',
    defaults: { notUsername: p.password.notUsername },
  },
  'PASSWORD-6': { says: 'New password and confirmation agree.' },
  'PASSWORD-7': {
    says: 'A password does not expire, unless the policy gives it days.',
    defaults: { expiresAfterDays: p.password.expiresAfterDays },
  },
  BANNED: {
    says: 'The list of an organisation has at most 1000 words of 4 to 16 characters.',
    defaults: { custom: p.password.banned.custom },
  },
  'BANNED-1': { says: 'Passwords and words are compared in lower case with look-alikes undone.' },
  'BANNED-2': { says: 'A password with the name of the person or the organisation is refused.' },
  'BANNED-3': { says: 'Each banned word and each other character is worth one point.' },
  'BANNED-4': {
    says: 'A password of fewer than five points is refused.',
    defaults: { minPoints: p.password.banned.minPoints },
  },
  'TENANT-2': {
    says: 'A username has a local part and a domain of allowed characters and lengths.',
    defaults: { alternateSignInAddresses: p.alternateSignInAddresses },
  },
  'TENANT-3': { says: 'Name, logo and helpdesk show once the username is known.' },
  'REFUSAL-1': { says: 'Every refusal says what to do next.' },
  'REFUSAL-2': {
    says: 'The uniform voice hides what depends on the account; the detailed one tells it.',
    defaults: { voice: p.voice },
  },
  'AUDIT-1': { says: 'Every activity leaves a row.' },
  'AUDIT-2': { says: 'Every step of a flow leaves a row.' },
  'AUDIT-3': { says: 'No row holds a code, a password or a full address.' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof table;

/** Every rule that is decided here, by its id. */
export const rules: Readonly<Record<RuleId, Rule>> = table;
