import type { KnownHindranceCode } from '../contract/codes.js';
import { msg, str } from './msg.js';

const words: { readonly [C in KnownHindranceCode]: (limit: number) => string } = {
  'from-directory': () =>
    msg('Your organisation keeps it. The service desk can change it.', {
      id: 'register.why.from-directory',
      desc: 'Why a registered method cannot be changed or added',
    }),
  'never-changed': () =>
    msg('To change it, delete it and add it again.', {
      id: 'register.why.never-changed',
      desc: 'Why a registered method has no “Change”',
    }),
  'not-here': () =>
    msg('That is done in another place.', {
      id: 'register.why.not-here',
      desc: 'Why a method cannot be added or deleted on this screen',
    }),
  'not-a-default': () =>
    msg('It cannot be offered first.', {
      id: 'register.why.not-a-default',
      desc: 'Why a method cannot be made the default',
    }),
  'already-default': () =>
    msg('It is offered first already.', {
      id: 'register.why.already-default',
      desc: 'Why a method cannot be made the default',
    }),
  'limit-reached': (limit) =>
    limit > 1
      ? msg(str`You have ${limit}, which is the most. Delete one first.`, {
          id: 'register.why.limit-reached',
          desc: 'Why no more can be added; 0: a number, 2 or more',
        })
      : msg('You have one already.', {
          id: 'register.why.limit-of-one',
          desc: 'Why no more can be added where there may be one',
        }),
  'needs-phone-first': () =>
    msg('Add a mobile phone first.', {
      id: 'register.why.needs-phone-first',
      desc: 'Why a second mobile phone cannot be added',
    }),
  'not-enabled': () =>
    msg('Your organisation does not use it.', {
      id: 'register.why.not-enabled',
      desc: 'Why a method cannot be added',
    }),
};

/** Why something cannot be done with what is registered (rule REGISTER-4); `limit`: how many there may be. */
export const hindranceText = (code: string, limit = 1): string =>
  Object.hasOwn(words, code)
    ? words[code as KnownHindranceCode](limit)
    : msg('That is not possible now.', {
        id: 'register.why.unknown',
        desc: 'Why something cannot be added, changed or deleted, where the reason is not known',
      });
