import { methodTypes } from '../contract/codes.js';
import { familyOf, isVoice } from './methods.js';
import { checkPassword } from './password.js';
import type { RuleId } from './rules.js';
import type { SettingPath } from './setting-path.js';
import { predefinedCount } from './settings.js';
import type { TenantPolicy } from './tenant-policy.js';

/** Something that several settings, each fine by itself, have to agree on. */
export interface Agreement {
  readonly rule: RuleId;
  /** The setting that is named where they do not. */
  readonly setting: SettingPath;
  /** All that it looks at: while one of those is wrong by itself, there is nothing to agree on. */
  readonly reads: readonly SettingPath[];
  /** Why they do not agree, in a sentence. */
  readonly fault: (policy: TenantPolicy) => string | undefined;
}

const methodSettings = [
  ...methodTypes.map((type) => `methods.${type}.state` as const),
  'methodsRequired',
  'trialStartedAt',
  'freeTenant',
] as const;

/** Families that members can be given at all: calls are none in a trial or a free tenant (rule METHOD-3). */
function familiesOf({ methods, trialStartedAt, freeTenant }: TenantPolicy) {
  const silent = trialStartedAt !== undefined || freeTenant;
  const enabled = methodTypes.filter(
    (type) => methods[type].state === 'enabled' && !(silent && isVoice(type)),
  );
  return new Set(enabled.map((type) => familyOf[type]));
}

export const agreements: readonly Agreement[] = [
  {
    rule: 'METHOD-2',
    setting: 'methods',
    reads: methodSettings,
    fault: (policy) => {
      const families = familiesOf(policy);
      if (!families.delete('app') || families.size >= policy.methodsRequired) return undefined;
      return policy.methodsRequired === 1
        ? 'The app may not be the only method: another is needed beside it.'
        : `Where two proofs are needed the app needs two methods beside it, not ${families.size}.`;
    },
  },
  {
    rule: 'GATE-1',
    setting: 'methodsRequired',
    reads: ['scope', ...methodSettings],
    fault: (policy) => {
      const families = familiesOf(policy);
      // Whether an app alone is enough is told by METHOD-2.
      if (policy.scope === 'none' || families.has('app')) return undefined;
      return families.size < policy.methodsRequired
        ? `Nobody could reset: ${policy.methodsRequired} different methods are needed, ${families.size} enabled.`
        : undefined;
    },
  },
  {
    rule: 'QUESTION-1',
    setting: 'questions.toReset',
    reads: ['questions.toReset', 'questions.toRegister'],
    fault: ({ questions: { toReset, toRegister } }) =>
      toReset > toRegister
        ? `No more can be asked than are registered: ${toRegister}, not ${toReset}.`
        : undefined,
  },
  {
    rule: 'QUESTION-2',
    setting: 'questions.predefined',
    reads: ['questions.predefined', 'questions.custom', 'questions.toRegister'],
    fault: ({ questions: { predefined, custom, toRegister } }) => {
      const pool = (predefined === 'all' ? predefinedCount : predefined.length) + custom.length;
      return pool < toRegister
        ? `There are ${pool} questions to choose from, and ${toRegister} to register.`
        : undefined;
    },
  },
  ...(['provider', 'siteKey'] as const).map(
    (setting): Agreement => ({
      rule: 'CAPTCHA-2',
      setting: `captcha.${setting}`,
      reads: ['captcha.kind', `captcha.${setting}`],
      fault: ({ captcha }) =>
        captcha.kind === 'external' && captcha[setting] === undefined
          ? 'An external captcha needs it.'
          : undefined,
    }),
  ),
  {
    rule: 'PASSWORD-1',
    setting: 'password.maxLength',
    reads: ['password.minLength', 'password.maxLength'],
    fault: ({ password: { minLength, maxLength } }) =>
      maxLength < minLength
        ? `The longest password is shorter than the shortest of ${minLength}.`
        : undefined,
  },
  {
    rule: 'PASSWORD-2',
    setting: 'password.classesRequired',
    reads: ['password.classesRequired', 'password.classes', 'password.maxLength'],
    fault: ({ password: { classesRequired, classes, maxLength } }) =>
      classesRequired > Math.min(classes.length, maxLength)
        ? `No password could have ${classesRequired} classes of ${classes.length}, in ${maxLength} characters.`
        : undefined,
  },
  {
    rule: 'PASSWORD-3',
    setting: 'password.allowedCharacters',
    reads: ['password.allowedCharacters', 'password.classesRequired', 'password.classes'],
    fault: ({ password: { allowedCharacters, classes, classesRequired } }) => {
      if (allowedCharacters === undefined || classesRequired > classes.length) return undefined;
      // If not even all allowed characters together have the classes, no password has.
      const rule = { kind: 'classes', atLeast: classesRequired, of: classes } as const;
      return checkPassword([rule], allowedCharacters, '').length > 0
        ? `They are of fewer than the ${classesRequired} classes that a password needs.`
        : undefined;
    },
  },
  {
    rule: 'BANNED-4',
    setting: 'password.banned.minPoints',
    reads: ['password.banned.minPoints', 'password.maxLength'],
    fault: ({ password: { banned, maxLength } }) =>
      banned.minPoints > maxLength
        ? `No password of ${maxLength} characters could have ${banned.minPoints} points.`
        : undefined,
  },
];
