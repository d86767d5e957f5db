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
};

/** A notice in words; where the code is not known, the backend's own text, or none. */
export const noticeText = ({ code, params = {}, text = '' }: Notice): string =>
  Object.hasOwn(words, code) ? words[code as KnownNoticeCode](params) : text;
