import { rungKinds } from '../contract/codes.js';
import type { RuleId } from './rules.js';
import {
  address,
  anyOf,
  domain,
  duration,
  either,
  type Form,
  isRecord,
  list,
  mailLink,
  maybe,
  moment,
  oneOf,
  parts,
  pause,
  shown,
  text,
  under,
  webAddress,
  whole,
  yesOrNo,
} from './setting-form.js';
import type { IsGroup } from './setting-path.js';
import type { Limit, MethodSetting, TenantPolicy } from './tenant-policy.js';

/** How many questions are predefined (rule QUESTION-2). */
export const predefinedCount = 35;

/** What a setting looks like, and the rule that a wrong one breaks. */
export interface Setting {
  readonly rule: RuleId;
  readonly form: Form;
}

/** The settings of a part of the policy, in its shape. */
export type Settings<T> = {
  readonly [K in keyof T]-?: IsGroup<T[K]> extends true ? Settings<T[K]> : Setting;
};

const setting = (rule: RuleId, form: Form): Setting => ({ rule, form });

const limit = (rule: RuleId): Settings<Limit> => ({
  count: setting(rule, whole(1)),
  windowMs: setting(rule, duration),
  blockMs: setting(rule, duration),
  blockedBy: setting(rule, oneOf('last', 'next')),
});

const groups = list(text(1, 200));
const method: Settings<MethodSetting> = {
  state: setting('METHOD-4', oneOf('enabled', 'disabled', 'blocked')),
  retiresAt: setting('METHOD-4', maybe(moment)),
  include: setting('METHOD-6', either('everyone', groups)),
  exclude: setting('METHOD-6', groups),
};

/** A helpdesk that nobody can reach would be a dead end (rules NOTIFY-3, REFUSAL-1). */
const helpdesk: Form = (value) => [
  ...parts({
    name: text(1, 200),
    phone: text(1, 50),
    hours: text(1, 200),
    email: address,
    url: webAddress,
  })(value),
  ...(isRecord(value) && [value.phone, value.email, value.url].every((way) => way === undefined)
    ? [{ at: '', why: 'A phone number, a mail address or a page is needed.' }]
    : []),
];

/** Words of the organisation: as they are, or by language. */
const words = (max: number): Form => {
  const some = text(1, max);
  return (value) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([tag, inner]) =>
          (tag.length <= 35 && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag)
            ? some(inner)
            : [{ at: '', why: 'A language such as en or pt-BR is needed.' }]
          ).map((wrong) => ({ ...wrong, at: `.${shown(tag)}${wrong.at}` })),
        )
      : some(value);
};

/** What nobody has words for would be an empty line. */
const rung: Form = (value) => [
  ...parts({
    kind: text(1, 100),
    label: words(200),
    text: words(1_000),
    url: anyOf(webAddress, mailLink),
  })(value),
  ...(isRecord(value) && value.kind === undefined
    ? [{ at: '.kind', why: 'A kind is needed.' }]
    : []),
  ...(isRecord(value) && !rungKinds.some((kind) => kind === value.kind) && !value.label
    ? [{ at: '', why: `A label is needed, or one of the kinds ${rungKinds.join(', ')}.` }]
    : []),
];

/** Every setting of a policy: its form, and the rule that it belongs to. */
export const settings: Settings<TenantPolicy> = {
  scope: setting('SCOPE-1', oneOf('none', 'selected', 'all')),
  scopeGroup: setting('SCOPE-1', maybe(text(1, 200))),
  adminsMayReset: setting('SCOPE-2', yesOrNo),
  methodsRequired: setting('GATE-1', oneOf(1, 2)),
  methods: {
    'app-notification': method,
    'app-code': method,
    email: method,
    text: method,
    whatsapp: method,
    call: method,
    'office-call': method,
    questions: method,
  },
  domains: setting('TENANT-1', list(domain)),
  trialStartedAt: setting('GATE-2', maybe(moment)),
  freeTenant: setting('METHOD-3', yesOrNo),
  customDomain: setting('GATE-2', yesOrNo),
  onPremisesSync: setting('GATE-2', yesOrNo),
  alternateSignInAddresses: setting('TENANT-2', yesOrNo),
  voice: setting('REFUSAL-2', oneOf('uniform', 'detailed')),
  helpdesk: setting('NOTIFY-3', maybe(helpdesk)),
  ladder: setting('REFUSAL-1', list(rung, 10)),
  notifyUsers: setting('NOTIFY-1', yesOrNo),
  notifyAdmins: setting('NOTIFY-2', yesOrNo),
  notifyRegistrations: setting('NOTIFY-4', yesOrNo),
  registration: {
    required: setting('REGISTER-1', yesOrNo),
    maySkip: setting('REGISTER-1', yesOrNo),
    reconfirmDays: setting('REGISTER-2', whole(0, 730)),
    freshForMs: setting('REGISTER-6', pause),
    mostApps: setting('REGISTER-4', whole(1)),
    mayEditOfficePhone: setting('PHONE-5', yesOrNo),
  },
  writeback: {
    enabled: setting('WRITEBACK-1', yesOrNo),
    unlockWithoutReset: setting('WRITEBACK-3', yesOrNo),
  },
  questions: {
    toRegister: setting('QUESTION-1', whole(3, 5)),
    toReset: setting('QUESTION-1', whole(3, 5)),
    predefined: setting('QUESTION-2', either('all', list(text(1, 100), predefinedCount))),
    custom: setting('QUESTION-2', list(under('QUESTION-3', text(3, 200)), 20)),
    mayWriteOwn: setting('QUESTION-3', yesOrNo),
  },
  captcha: {
    kind: setting('CAPTCHA-2', oneOf('none', 'proof-of-work', 'picture', 'external')),
    lifetimeMs: setting('CAPTCHA-1', duration),
    length: setting('CAPTCHA-1', whole(1, 20)),
    maxNumber: setting('CAPTCHA-2', whole(1, 10_000_000)),
    provider: setting('CAPTCHA-2', maybe(text(1, 100))),
    siteKey: setting('CAPTCHA-2', maybe(text(1, 200))),
  },
  revokeSessions: setting('SESSION-2', yesOrNo),
  codes: {
    digits: setting('CODE-1', whole(4, 10)),
    lifetimeMs: setting('CODE-1', duration),
    tries: setting('CODE-2', whole(1)),
    resendAfterMs: setting('CODE-2', pause),
  },
  appCodes: {
    // RFC 4226 has no fewer than 6 digits and a hash for 8 at most.
    digits: setting('METHOD-1', whole(6, 8)),
    stepMs: setting('METHOD-1', duration),
    drift: setting('METHOD-1', whole(0, 10)),
  },
  notifications: { lifetimeMs: setting('CODE-3', duration) },
  calls: { tryAgainAfterMs: setting('CODE-3', pause), lifetimeMs: setting('CODE-3', duration) },
  session: {
    lifetimeMs: setting('SESSION-1', duration),
    extendByMs: setting('SESSION-1', duration),
    mostExtensions: setting('SESSION-1', whole(0)),
  },
  throttles: {
    wrongProofs: limit('THROTTLE-1'),
    appCodes: limit('THROTTLE-2'),
    textsAndCalls: limit('THROTTLE-2'),
    targets: limit('THROTTLE-2'),
    questionPages: limit('THROTTLE-2'),
    emails: limit('THROTTLE-3'),
    resets: limit('THROTTLE-4'),
    contactsPerAccount: limit('THROTTLE-6'),
    contactsPerClient: limit('THROTTLE-6'),
    explanations: limit('REFUSAL-2'),
  },
  signInLock: { failures: setting('LOCK-1', whole(1)), lockMs: setting('LOCK-1', duration) },
  password: {
    minLength: setting('PASSWORD-1', whole(1)),
    maxLength: setting('PASSWORD-1', whole(1)),
    classesRequired: setting('PASSWORD-2', whole(0, 4)),
    classes: setting('PASSWORD-2', list(oneOf('upper', 'lower', 'digit', 'symbol'))),
    allowedCharacters: setting('PASSWORD-3', maybe(text(1, 10_000))),
    notUsername: setting('PASSWORD-4', yesOrNo),
    confirmation: setting('PASSWORD-6', oneOf('twice', 'once')),
    checksWhileTyping: setting('BANNED', yesOrNo),
    expiresAfterDays: setting('PASSWORD-7', whole(0)),
    banned: {
      wellKnown: setting('BANNED', yesOrNo),
      custom: setting('BANNED', list(text(4, 16), 1_000)),
      minPoints: setting('BANNED-4', whole(0)),
    },
  },
};
