import { msg, str } from './msg.js';
import { type RecoverabilityText, tooFew, yours } from './recoverability-words.js';

/** What deleting something costs (rule REGISTER-7). */
export const removalText = (
  {
    resets,
    ifLost,
  }: {
    readonly resets: boolean;
    readonly ifLost: { readonly resets: boolean; readonly left: readonly string[] };
  },
  locale: string,
): RecoverabilityText =>
  !resets
    ? {
        first: msg('This is not used to reset your password.', {
          id: 'register.lost.not-used',
          desc: 'Before something registered is deleted',
        }),
        rest: msg('Deleting it changes nothing about that.', {
          id: 'register.lost.not-used-more',
          desc: 'After “This is not used to reset your password.”',
        }),
      }
    : ifLost.resets
      ? {
          first: msg('Without it you could still reset your password.', {
            id: 'register.lost.without-still',
            desc: 'Before something registered is deleted',
          }),
          rest: msg(str`This would be left for it: ${yours(ifLost.left, locale)}.`, {
            id: 'register.lost.without-left',
            desc: 'After “Without it you could still reset your password.”; 0: a list such as “your email”',
          }),
        }
      : {
          first: msg('Without it you could not reset your password.', {
            id: 'register.lost.without-not',
            desc: 'Before something registered is deleted',
          }),
          rest: `${tooFew(ifLost.left, locale)} ${msg('Add another method first to stay safe.', {
            id: 'register.lost.add-first',
            desc: 'Before something registered is deleted that a reset needs',
          })}`,
        };
