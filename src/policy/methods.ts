import {
  type KnownMethodType,
  type KnownRegistrationType,
  methodTypes,
} from '../contract/codes.js';
import type { MethodSetting } from './tenant-policy.js';

/** What fills one gate: a family counts once, however many methods of it there are (rule GATE-4). */
export type Family = 'app' | 'email' | 'mobile' | 'office' | 'questions' | DescribedFamily;

/** Each method of an organisation's own is a family by itself. */
export type DescribedFamily = `described:${string}`;

/** Which family a method is of (rule GATE-4). */
export const familyOf: Readonly<Record<KnownMethodType, Exclude<Family, DescribedFamily>>> = {
  'app-notification': 'app',
  'app-code': 'app',
  email: 'email',
  text: 'mobile',
  whatsapp: 'mobile',
  call: 'mobile',
  'office-call': 'office',
  questions: 'questions',
};

/** What a method is used with. */
export const registrationOf: Readonly<Record<KnownMethodType, KnownRegistrationType>> = {
  'app-notification': 'app',
  'app-code': 'app',
  email: 'email',
  text: 'phone',
  whatsapp: 'phone',
  call: 'phone',
  'office-call': 'office-phone',
  questions: 'questions',
};

/** Methods that call (rule METHOD-3). */
export const isVoice = (type: KnownMethodType): boolean =>
  type === 'call' || type === 'office-call';

/** All methods from most to least secure: the order in which they are offered (rule METHOD-5). */
export const methodOrder: readonly KnownMethodType[] = methodTypes;

/** Puts methods in the order of rule METHOD-5. */
export const inOrder = <T extends { readonly type: KnownMethodType }>(
  methods: readonly T[],
): readonly T[] =>
  methods.toSorted((a, b) => methodOrder.indexOf(a.type) - methodOrder.indexOf(b.type));

/** Where a method is in its life (rule METHOD-4). */
export type MethodLife = 'enabled' | 'retiring' | 'disabled';

/** The life of a method at a moment: after its date it counts as disabled (rule METHOD-4). */
export function lifeOf({ state, retiresAt }: MethodSetting, now: number): MethodLife {
  if (state !== 'enabled') return 'disabled';
  if (retiresAt === undefined) return 'enabled';
  return now < retiresAt ? 'retiring' : 'disabled';
}
