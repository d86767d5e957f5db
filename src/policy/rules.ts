import { defaultPolicy } from './default-policy.js';
import { type RuleOrigin, ruleOrigins } from './rule-origins.js';
import { type SettingPath, settingAt } from './setting-path.js';

/** A rule in one sentence, where it comes from, and what a tenant's policy may set otherwise. */
export interface Rule extends RuleOrigin {
  readonly says: string;
  /** The settings that it reads, by their path in the policy, with their defaults. */
  readonly defaults?: Readonly<Partial<Record<SettingPath, unknown>>>;
}

const reads = (...paths: readonly SettingPath[]): Rule['defaults'] & object =>
  Object.fromEntries(paths.map((path) => [path, settingAt(defaultPolicy, path)]));

const table = {
  'SCOPE-1': {
    says: 'Nobody, the members of one security group and of the groups in it, or everyone may reset.',
    defaults: reads('scope', 'scopeGroup'),
  },
  'SCOPE-2': {
    says: 'Administrators may reset whatever the scope, unless that is switched off for all of them.',
    defaults: reads('adminsMayReset'),
  },
  'SCOPE-3': {
    says: 'A reset needs a licence that covers it; for an account kept on-premises a higher one.',
  },
  'SCOPE-4': { says: 'Guests and personal accounts are sent to their home organisation.' },
  'SCOPE-5': { says: 'A disabled account cannot reset.' },
  'SCOPE-6': {
    says: 'Throttling comes first, then: captcha, account exists, scope, licence, account state, enough usable methods, place of the password reachable; the first that fails decides.',
  },
  'GATE-1': {
    says: 'Members prove who they are with one or two methods, and register as many.',
    defaults: reads('methodsRequired'),
  },
  'GATE-2': {
    says: 'Administrators need two, but one in the first 30 days of a trial or without custom domain and on-premises sync.',
    defaults: reads('trialStartedAt', 'customDomain', 'onPremisesSync'),
  },
  'GATE-3': {
    says: 'A method counts if the policy enables it for the person and the person has data for it.',
    defaults: reads('methods', 'domains'),
  },
  'GATE-4': { says: 'A gate is filled by a family of methods, and a family counts once.' },
  'GATE-5': {
    says: 'A stricter policy takes effect at once; a wider scope asks nobody to register again.',
  },
  'METHOD-1': {
    says: 'With one proof the app offers its code only; with two, a notification too.',
    defaults: reads('appCodes'),
  },
  'METHOD-2': {
    says: 'The app is never the only method where one proof is needed, and has two beside it where two are.',
    defaults: reads('methods', 'methodsRequired'),
  },
  'METHOD-3': {
    says: 'Nobody is called in a trial or a free tenant.',
    defaults: reads('trialStartedAt', 'freeTenant'),
  },
  'METHOD-4': {
    says: 'A retiring method works until its date and says so; from then on it is off.',
    defaults: reads('methods'),
  },
  'METHOD-5': { says: 'Methods are offered from most to least secure.' },
  'METHOD-6': {
    says: 'Each method can be given to groups, and kept from groups.',
    defaults: reads('methods'),
  },
  'METHOD-7': { says: 'Before a proof, an address is shown as its mask only.' },
  'ADMIN-1': { says: 'Any role of the list makes an administrator.' },
  'ADMIN-2': {
    says: 'Administrators have a list of methods of their own, and questions are not on it.',
  },
  'ADMIN-3': { says: 'An administrator whom the on-premises directory protects cannot reset.' },
  'QUESTION-1': {
    says: 'Three to five questions are registered, and three to as many as were registered are asked.',
    defaults: reads('questions.toRegister', 'questions.toReset'),
  },
  'QUESTION-2': {
    says: 'The pool has 35 predefined questions and up to 20 of the organisation, enough to register from.',
    defaults: reads('questions.predefined', 'questions.custom'),
  },
  'QUESTION-3': {
    says: 'A question has 3 to 200 characters, an answer 3 to 40, of any script.',
    defaults: reads('questions.mayWriteOwn'),
  },
  'QUESTION-4': { says: 'No question and no answer is used twice; answers are kept as hashes.' },
  'QUESTION-5': {
    says: 'Questions are drawn anew after a wrong answer, and nobody is told which was wrong.',
  },
  'QUESTION-6': {
    says: 'Questions are registered and deleted, never edited; nobody can read answers.',
  },
  'PHONE-1': { says: 'A number is stored as +CC NUMBER, however it was typed.' },
  'PHONE-2': { says: 'An extension is kept for display and never called.' },
  'PHONE-3': { says: 'Before a text or a call the person types the complete number.' },
  'PHONE-4': { says: 'A registered number comes before that of the directory; both are offered.' },
  'PHONE-5': {
    says: 'The interrupt offers the office phone only where the directory holds one; manage mode always, if people may edit it.',
    defaults: reads('registration.mayEditOfficePhone'),
  },
  'EMAIL-1': { says: 'There is one alternate address, shown as its mask.' },
  'CODE-1': {
    says: 'A sent code has six digits, lives five minutes, is used once, and dies when a new one is sent.',
    defaults: reads('codes.digits', 'codes.lifetimeMs'),
  },
  'CODE-2': {
    says: 'Three wrong tries kill a code, and another is sent after 30 seconds at the earliest.',
    defaults: reads('codes.tries', 'codes.resendAfterMs'),
  },
  'CODE-3': {
    says: 'A call can be tried again after ten seconds, and a notification waits for one minute.',
    defaults: reads('calls', 'notifications'),
  },
  'SESSION-1': {
    says: 'A reset lives 15 minutes and can be extended twice; no gate is replayed, no step skipped, no token used elsewhere.',
    defaults: reads('session'),
  },
  'SESSION-2': {
    says: 'A completed reset ends the sessions of the person, and the other resets and codes of the account.',
    defaults: reads('revokeSessions'),
  },
  'THROTTLE-1': {
    says: 'Five wrong proofs of one account in 24 hours block it for 24 hours.',
    defaults: reads('throttles.wrongProofs'),
  },
  'THROTTLE-2': {
    says: 'Five each of texts and calls, complete numbers, app codes, pages of questions in one hour are served, right or wrong; the sixth blocks for 24 hours.',
    defaults: reads(
      'throttles.appCodes',
      'throttles.textsAndCalls',
      'throttles.targets',
      'throttles.questionPages',
    ),
  },
  'THROTTLE-3': {
    says: 'Ten mails in ten minutes are sent; the next blocks for 24 hours.',
    defaults: reads('throttles.emails'),
  },
  'THROTTLE-4': {
    says: 'Five completed resets in one hour block the account for 24 hours.',
    defaults: reads('throttles.resets'),
  },
  'THROTTLE-5': {
    says: 'A completed reset clears all counts but those of mails and of resets; a block says when it ends; unknown accounts are counted as known ones are.',
  },
  'THROTTLE-6': {
    says: 'Help is called once per account and three times per client in 24 hours.',
    defaults: reads('throttles.contactsPerAccount', 'throttles.contactsPerClient'),
  },
  'LOCK-1': {
    says: 'Ten failed sign-ins lock for 60 seconds, doubling; a completed reset opens the lock.',
    defaults: reads('signInLock'),
  },
  'CAPTCHA-1': {
    says: 'A captcha is asked once, with the username; it works once, for five minutes.',
    defaults: reads('captcha.lifetimeMs', 'captcha.length'),
  },
  'CAPTCHA-2': {
    says: 'The backend chooses the kind; beside a picture stands a way without a puzzle.',
    defaults: reads('captcha.kind', 'captcha.maxNumber', 'captcha.provider', 'captcha.siteKey'),
  },
  'REGISTER-1': {
    says: 'People in scope with too few methods are interrupted at sign-in until they have enough.',
    defaults: reads('registration.required', 'registration.maySkip'),
  },
  'REGISTER-2': {
    says: 'After 180 days a person is asked whether all is still right.',
    defaults: reads('registration.reconfirmDays'),
  },
  'REGISTER-3': { says: 'The interrupt asks for what is missing only, most secure first.' },
  'REGISTER-4': {
    says: 'What is registered can be added, changed and deleted as its type allows; there are five apps at most.',
    defaults: reads('registration.mostApps'),
  },
  'REGISTER-5': { says: 'A number, an address or an app is stored after it was proven to work.' },
  'REGISTER-6': {
    says: 'A change needs a signed-in person, and a fresh proof where methods exist.',
    defaults: reads('registration.freshForMs'),
  },
  'REGISTER-7': { says: 'Deleting below the requirement is allowed, and says what it costs.' },
  'NOTIFY-1': {
    says: 'After a reset the person is told at the primary and the alternate address, else at the sign-in name.',
    defaults: reads('notifyUsers'),
  },
  'NOTIFY-2': {
    says: 'When an administrator resets, the other Global Administrators are told.',
    defaults: reads('notifyAdmins'),
  },
  'NOTIFY-3': {
    says: 'A call for help reaches Helpdesk and Password Administrators, else User, else Global Administrators, unless there is a helpdesk.',
    defaults: reads('helpdesk'),
  },
  'NOTIFY-4': {
    says: 'A person is told when what they registered changes.',
    defaults: reads('notifyRegistrations'),
  },
  'NOTIFY-5': { says: 'Mails about a reset or a block carry a way to say: this was not me.' },
  'WRITEBACK-1': {
    says: 'An account kept on-premises resets only with writeback on and its agent up.',
    defaults: reads('writeback.enabled'),
  },
  'WRITEBACK-2': { says: 'The domain controller has the last word on a password.' },
  'WRITEBACK-3': {
    says: 'A reset unlocks; a locked account can be opened without one where the policy says so.',
    defaults: reads('writeback.unlockWithoutReset'),
  },
  'WRITEBACK-4': { says: 'The agent has a status, and failures have codes.' },
  'WRITEBACK-5': { says: 'A cloud that is late is a success that takes a few minutes.' },
  'PASSWORD-1': {
    says: 'A password has 8 to 256 characters.',
    defaults: reads('password.minLength', 'password.maxLength'),
  },
  'PASSWORD-2': {
    says: 'It has three of four classes of characters.',
    defaults: reads('password.classesRequired', 'password.classes'),
  },
  'PASSWORD-3': {
    says: 'It has no other characters than those of the list.',
    defaults: reads('password.allowedCharacters'),
  },
  'PASSWORD-4': {
    says: 'It does not contain the username.',
    defaults: reads('password.notUsername'),
  },
  'PASSWORD-5': { says: 'A change refuses the current password; a reset does not.' },
  'PASSWORD-6': {
    says: 'New password and confirmation agree.',
    defaults: reads('password.confirmation'),
  },
  'PASSWORD-7': {
    says: 'A password does not expire, unless the policy gives it days.',
    defaults: reads('password.expiresAfterDays'),
  },
  BANNED: {
    says: 'Well-known words count against a password, and up to 1000 of the organisation, of 4 to 16 characters each.',
    defaults: reads(
      'password.banned.wellKnown',
      'password.banned.custom',
      'password.checksWhileTyping',
    ),
  },
  'BANNED-1': { says: 'Passwords and words are compared in lower case with look-alikes undone.' },
  'BANNED-2': { says: 'A password with the name of the person or the organisation is refused.' },
  'BANNED-3': { says: 'Each banned word and each other character is worth one point.' },
  'BANNED-4': {
    says: 'A password of fewer than five points is refused.',
    defaults: reads('password.banned.minPoints'),
  },
  'TENANT-1': {
    says: 'The domain of a username, or of a link, picks the tenant.',
    defaults: reads('domains'),
  },
  'TENANT-2': {
    says: 'A username has a local part and a domain of allowed characters and lengths.',
    defaults: reads('alternateSignInAddresses'),
  },
  'TENANT-3': { says: 'Name, logo and helpdesk show once the username is known.' },
  'REFUSAL-1': {
    says: 'Every refusal says what happened and what to do next.',
    defaults: reads('ladder'),
  },
  'REFUSAL-2': {
    says: 'The uniform voice hides what depends on the account; the detailed one tells it.',
    defaults: reads('voice', 'throttles.explanations'),
  },
  'AUDIT-1': { says: 'Every activity leaves a row.' },
  'AUDIT-2': { says: 'Every step of a flow leaves a row, and so does its end.' },
  'AUDIT-3': { says: 'No row holds a code, an answer, a password or a full number.' },
  'USAGE-1': {
    says: 'Registered, enabled and capable people are counted, and what they did lately.',
  },
} as const satisfies Readonly<Record<string, Omit<Rule, keyof RuleOrigin>>>;

export type RuleId = keyof typeof table;

/** Every rule that is decided here, by its id. */
// fromEntries() forgets that its keys are those of the table.
export const rules = Object.fromEntries(
  Object.entries(ruleOrigins).map(([id, origin]) => [id, { ...table[id as RuleId], ...origin }]),
) as Readonly<Record<RuleId, Rule>>;
