import { methodTypes } from '../../contract/codes.js';
import type { Registered, Registrable } from '../../contract/index.js';
import {
  isRegistrable,
  lifeOf,
  limitOf,
  maskEmail,
  maskPhone,
  mayAdd,
  mayWith,
  type RegistrableType,
  recoverability,
  registrableTypes,
  registrationOf,
  usableMethods,
} from '../../policy/index.js';
import type { Account } from '../account.js';
import { Authenticator } from '../authenticator.js';
import type { Core } from '../core.js';
import { enrolledBy, type Registration } from '../registrations.js';

/** What is registered, as a person sees it, most secure first. */
export function registeredViews(
  core: Core,
  account: Account,
  confirmed: ReadonlySet<string> = new Set(),
): readonly Registered[] {
  const policy = core.policy();
  const now = core.clock.now();
  const { list, defaultId } = account.registrations;
  const subject = core.directory.subject(account);
  const usable = usableMethods(policy, subject, now).map(({ type }) => registrationOf[type]);
  return list.map((one): Registered => {
    const isDefault = one.id === defaultId;
    const retiresInMs = retirement(core, one.type);
    const hint = hintOf(one);
    return {
      id: one.id,
      type: one.type,
      source: one.source,
      isDefault,
      may: mayWith(policy, one, isDefault),
      resets: usable.includes(one.type),
      ifLost: recoverability(policy, subject, enrolledBy(without(list, one)), now),
      ...(hint !== undefined && { hint }),
      ...(one.addedAt !== undefined && { addedAt: one.addedAt }),
      ...(retiresInMs !== undefined && { retiresInMs }),
      ...(confirmed.has(one.id) && { confirmed: true }),
    };
  });
}

const without = (list: readonly Registration[], one: Registration): readonly Registration[] =>
  list.filter((other) => other !== one);

const hintOf = (one: Registration): string | undefined =>
  'address' in one
    ? one.type === 'email'
      ? maskEmail(one.address)
      : maskPhone(one.address)
    : undefined;

/** When the last method that a type is used with ends (rule METHOD-4); undefined: not all of them do. */
function retirement(core: Core, type: Registration['type']): number | undefined {
  const now = core.clock.now();
  const settings = methodTypes
    .filter((method) => registrationOf[method] === (type === 'alternate-phone' ? 'phone' : type))
    .map((method) => core.policy().methods[method])
    .filter((setting) => lifeOf(setting, now) !== 'disabled');
  const ends = settings.flatMap(({ retiresAt }) => retiresAt ?? []);
  return ends.length > 0 && ends.length === settings.length ? Math.max(...ends) - now : undefined;
}

/** What a person could register now, most secure first (rules REGISTER-3, REGISTER-4). */
export function registrables(
  core: Core,
  account: Account,
  mode: 'interrupt' | 'manage',
): readonly Registrable[] {
  const policy = core.policy();
  const now = core.clock.now();
  const subject = core.directory.subject(account);
  const suggestion = suggestionFor(core, account);
  return registrableTypes
    .filter((type) => isRegistrable(policy, subject, type, now))
    .map((type): Registrable => {
      const retiresInMs = retirement(core, type);
      return {
        type,
        may: mayAdd(policy, account.registrations.list, type, mode),
        limit: limitOf(policy, type),
        ...(type === suggestion && { advice: 'recommended' as const }),
        ...(retiresInMs !== undefined && { retiresInMs }),
      };
    });
}

/**
 * The type after which the most losses could be borne; undefined: all can be, or none helps.
 * @param losing what is about to be lost; default: anything may be
 */
export function suggestionFor(
  core: Core,
  account: Account,
  losing?: string,
): RegistrableType | undefined {
  const policy = core.policy();
  const now = core.clock.now();
  const subject = core.directory.subject(account);
  const { list } = account.registrations;
  const borne = (lists: readonly (readonly Registration[])[], more: readonly Registration[]) =>
    lists.filter(
      (left) => recoverability(policy, subject, enrolledBy([...left, ...more]), now).resets,
    ).length;
  const lost = list.filter(({ id }) => losing === undefined || id === losing);
  const losses = [
    ...(losing === undefined ? [list] : []),
    ...lost.map((one) => without(list, one)),
  ];
  const today = borne(losses, []);
  let best: { readonly type: RegistrableType; readonly count: number } | undefined;
  for (const type of registrableTypes) {
    if (type === 'alternate-phone' || !isRegistrable(policy, subject, type, now)) continue;
    if (mayAdd(policy, list, type, 'manage') !== 'yes') continue;
    const count = borne(losses, [specimen(core, type)]);
    if (count > today && count > (best?.count ?? 0)) best = { type, count };
  }
  return best?.type;
}

/** Something of a type, to find out what it would change. */
function specimen(core: Core, type: RegistrableType): Registration {
  const frame = { id: '', source: 'registered' } as const;
  if (type === 'app')
    return {
      ...frame,
      type,
      authenticator: new Authenticator({ secret: 'AAAAAAAA', notifications: true }, core.random),
    };
  if (type === 'questions') {
    const { toRegister } = core.policy().questions;
    const one = { question: '', salt: new Uint8Array(), hash: Promise.resolve('') };
    return { ...frame, type, questions: Array.from({ length: toRegister }, () => one) };
  }
  return { ...frame, type, address: type === 'email' ? 'somebody@mail.invalid' : '+0 0' };
}
