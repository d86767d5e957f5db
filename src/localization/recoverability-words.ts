import { list } from './format.js';
import { msg, str } from './msg.js';
import { registrationText } from './registration-words.js';

/** What happens to a person who loses something: the first sentence, and the rest of it. */
export interface RecoverabilityText {
  readonly first: string;
  readonly rest: string;
}

/** “your email and your office phone”: each type once. */
export const yours = (types: readonly string[], locale: string): string =>
  list(
    [...new Set(types)].map((type) => registrationText({ type }).yours),
    locale,
  );

const notEnough = (usable: readonly string[], locale: string): string =>
  msg(str`A reset asks for more than ${yours(usable, locale)}.`, {
    id: 'register.lost.not-enough',
    desc: 'After a sentence that says that a reset is or would not be possible; 0: a list such as “your email”',
  });

/** What is left, where that does not suffice. */
export const tooFew = (left: readonly string[], locale: string): string =>
  left.length === 0
    ? msg('Nothing else is set up for a reset.', {
        id: 'register.lost.nothing-left',
        desc: 'After a sentence that says that a reset would not be possible',
      })
    : notEnough(left, locale);

/** There is not enough for a reset now. */
export const cannotReset = (usable: readonly string[], locale: string): RecoverabilityText => ({
  first: msg('You could not reset your password now.', {
    id: 'register.lost.cannot',
    desc: 'Too little is registered',
  }),
  rest:
    usable.length === 0
      ? msg('Nothing is set up for it yet.', {
          id: 'register.lost.cannot-nothing',
          desc: 'After “You could not reset your password now.”',
        })
      : notEnough(usable, locale),
});

/** Losing this one is too much. */
export const locksOut = (
  type: string,
  left: readonly string[],
  locale: string,
): RecoverabilityText => ({
  first: msg(str`Losing ${yours([type], locale)} would lock you out.`, {
    id: 'register.lost.locks-out',
    desc: '0: such as “your email”',
  }),
  rest: tooFew(left, locale),
});

/** Losing any of these is too much. */
export const eachLocksOut = (types: readonly string[], locale: string): RecoverabilityText => ({
  first: msg('Losing one could lock you out.', {
    id: 'register.lost.each-locks-out',
    desc: 'About several registered methods',
  }),
  rest: msg(str`You need each of these to reset your password: ${yours(types, locale)}.`, {
    id: 'register.lost.each-needed',
    desc: '0: a list such as “your email and your mobile phone”',
  }),
});

/** Whatever is lost, something is left; told by an example where there is a good one. */
export const stillResets = (
  example: { readonly type: string; readonly left: readonly string[] } | undefined,
  locale: string,
): RecoverabilityText => ({
  first: msg('You can lose one and still get in.', {
    id: 'register.lost.still',
    desc: 'About the registered methods',
  }),
  rest: example
    ? msg(
        str`Without ${yours([example.type], locale)} you could still reset with ${yours(example.left, locale)}.`,
        {
          id: 'register.lost.still-example',
          desc: '0: such as “your mobile phone”; 1: a list such as “your email and your office phone”',
        },
      )
    : '',
});

/** The words of a button that adds the one method that would help most. */
export const suggestionText = (type: string): string =>
  msg(str`Add ${registrationText({ type }).yours} to stay safe`, {
    id: 'register.lost.suggestion',
    desc: 'Button in a notice; 0: the one method that would help most, such as “your email”',
  });
