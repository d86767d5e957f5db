import type { KnownNoticeCode } from '../contract/codes.js';
import type { Notice } from '../contract/parts.js';
import { isolate } from './format.js';
import { msg, str } from './msg.js';

type Params = NonNullable<Notice['params']>;

const words: { readonly [C in KnownNoticeCode]: (params: Params) => string } = {
  'code-sent': ({ hint = '' }) =>
    msg(str`We sent a code to ${isolate(String(hint))}.`, {
      id: 'notice.code-sent',
      desc: '0: a masked address',
    }),
  'new-code-sent': () =>
    msg('We sent a new code. The old one no longer works.', {
      id: 'notice.new-code-sent',
      desc: 'After “Send a new code”',
    }),
  'proof-accepted': () =>
    msg('That proof is accepted.', {
      id: 'notice.proof-accepted',
      desc: 'One of two proofs is done, the next follows',
    }),
  'administrator-contacted': () =>
    msg('We have written to your administrators. They will get in touch with you.', {
      id: 'notice.administrator-contacted',
      desc: 'After “Contact your administrator”',
    }),
  'if-set-up': () =>
    msg(
      'If this account is set up for a reset, a code has arrived. If none came, the service desk can help.',
      {
        id: 'notice.if-set-up',
        desc: 'At the end of a reset that did not succeed; must not tell whether the account exists',
      },
    ),
  'notification-sent': () =>
    msg('We sent a request to your app.', {
      id: 'notice.notification-sent',
      desc: 'After choosing the notification of an authenticator app',
    }),
  calling: () =>
    msg('We are calling you.', {
      id: 'notice.calling',
      desc: 'After choosing a telephone call',
    }),
  'takes-minutes': () =>
    msg('It can take a few minutes until the new password works everywhere.', {
      id: 'notice.takes-minutes',
      desc: 'At the end of a reset',
    }),
  'update-saved-passwords': () =>
    msg(
      'If it gets locked again, an old password is still saved somewhere: update it on all your devices.',
      {
        id: 'notice.update-saved-passwords',
        desc: 'After an account was unlocked',
      },
    ),
  extended: () =>
    msg('You have more time now. A code that you were sent does not last longer.', {
      id: 'notice.extended',
      desc: 'After “More time”',
    }),
  registered: () =>
    msg('That is set up now.', {
      id: 'notice.registered',
      desc: 'A method was registered',
    }),
  changed: () =>
    msg('That is changed now.', {
      id: 'notice.changed',
      desc: 'A registered method was changed',
    }),
  removed: () =>
    msg('That is deleted now.', {
      id: 'notice.removed',
      desc: 'A registered method was deleted',
    }),
  'default-set': () =>
    msg('That is offered first from now on.', {
      id: 'notice.default-set',
      desc: 'A registered method was made the default',
    }),
  confirmed: () =>
    msg('Thank you, that is confirmed.', {
      id: 'notice.confirmed',
      desc: 'The person said that all registered methods are right',
    }),
  'signed-out-everywhere': () =>
    msg('You are signed out everywhere else.', {
      id: 'notice.signed-out-everywhere',
      desc: 'After “Sign out everywhere”',
    }),
};

/** A notice in words; where the code is not known, the backend's own text, or none. */
export const noticeText = ({ code, params = {}, text = '' }: Notice): string =>
  Object.hasOwn(words, code) ? words[code as KnownNoticeCode](params) : text;
