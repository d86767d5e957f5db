import type { MethodSetting, TenantPolicy } from './tenant-policy.js';
import { day, hour, minute, second } from './units.js';

/** How long a trial tenant asks its administrators for one proof only (rule GATE-2). */
export const trialOfOneGateMs = 30 * day;

const everyone: MethodSetting = {
  state: 'enabled',
  retiresAt: undefined,
  include: 'everyone',
  exclude: [],
};
const nobody: MethodSetting = { ...everyone, state: 'disabled' };
/** When texts and calls that the provider delivers end, and security questions (rule METHOD-4). */
const textAndVoiceEnd = Date.parse('2027-02-01T00:00:00Z');
const questionsEnd = Date.parse('2027-03-01T00:00:00Z');

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** What holds where a tenant sets nothing: the defaults of the rules. */
export const defaultPolicy: TenantPolicy = {
  scope: 'none',
  scopeGroup: undefined,
  adminsMayReset: true,
  methodsRequired: 1,
  methods: {
    'app-notification': everyone,
    'app-code': everyone,
    email: everyone,
    text: { ...everyone, retiresAt: textAndVoiceEnd },
    whatsapp: nobody,
    call: { ...everyone, retiresAt: textAndVoiceEnd },
    'office-call': { ...nobody, retiresAt: textAndVoiceEnd },
    questions: { ...nobody, retiresAt: questionsEnd },
  },
  domains: [],
  trialStartedAt: undefined,
  freeTenant: false,
  customDomain: true,
  onPremisesSync: false,
  alternateSignInAddresses: false,
  voice: 'uniform',
  helpdesk: undefined,
  ladder: [],
  notifyUsers: true,
  notifyAdmins: true,
  notifyRegistrations: true,
  registration: {
    required: true,
    maySkip: true,
    reconfirmDays: 180,
    freshForMs: 15 * minute,
    mostApps: 5,
    mayEditOfficePhone: true,
  },
  writeback: { enabled: false, unlockWithoutReset: false },
  questions: { toRegister: 5, toReset: 3, predefined: 'all', custom: [], mayWriteOwn: false },
  captcha: {
    kind: 'proof-of-work',
    lifetimeMs: 5 * minute,
    length: 6,
    maxNumber: 50_000,
    provider: undefined,
    siteKey: undefined,
  },
  revokeSessions: true,
  codes: { digits: 6, lifetimeMs: 5 * minute, tries: 3, resendAfterMs: 30 * second },
  appCodes: { digits: 6, stepMs: 30 * second, drift: 1 },
  notifications: { lifetimeMs: 60 * second },
  calls: { tryAgainAfterMs: 10 * second, lifetimeMs: 60 * second },
  session: { lifetimeMs: 15 * minute, extendByMs: 15 * minute, mostExtensions: 2 },
  throttles: {
    wrongProofs: { count: 5, windowMs: day, blockMs: day, blockedBy: 'last' },
    appCodes: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'next' },
    textsAndCalls: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'next' },
    targets: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'next' },
    questionPages: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'next' },
    emails: { count: 10, windowMs: 10 * minute, blockMs: day, blockedBy: 'next' },
    resets: { count: 5, windowMs: hour, blockMs: day, blockedBy: 'last' },
    contactsPerAccount: { count: 1, windowMs: day, blockMs: day, blockedBy: 'last' },
    contactsPerClient: { count: 3, windowMs: day, blockMs: day, blockedBy: 'last' },
    explanations: { count: 1, windowMs: day, blockMs: day, blockedBy: 'last' },
  },
  signInLock: { failures: 10, lockMs: 60 * second },
  password: {
    minLength: 8,
    maxLength: 256,
    classesRequired: 3,
    classes: ['upper', 'lower', 'digit', 'symbol'],
    allowedCharacters: `${letters.toUpperCase()}${letters}0123456789 @#$%^&*-_!+=[]{}|\\:',.?/\`~"();<>`,
    notUsername: true,
    confirmation: 'twice',
    checksWhileTyping: true,
    expiresAfterDays: 0,
    banned: { wellKnown: true, custom: [], minPoints: 5 },
  },
};
