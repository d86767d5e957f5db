import type { SsprErrorCode } from '../contract/error.js';
import { offline } from './first-words.js';
import { msg } from './msg.js';

const server = () =>
  msg('The server had a problem. Try again in a moment. What you typed is still here.', {
    id: 'failure.server',
    desc: 'The server failed or answered nonsense',
  });
const wrong = () =>
  msg('This page is not set up properly, so this does not work here. The service desk can help.', {
    id: 'failure.setup',
    desc: 'The page that embeds the widget is misconfigured; trying again does not help',
  });

/** Words for each way in which a call can fail, for the person in front of it. */
const words: { readonly [C in SsprErrorCode]: () => string } = {
  offline,
  timeout: () =>
    msg('The server takes too long to answer. Try again. What you typed is still here.', {
      id: 'failure.timeout',
      desc: 'No answer in time',
    }),
  'rate-limited': () =>
    msg(
      'There is a lot going on right now. Wait a moment, then try again. What you typed is still here.',
      {
        id: 'failure.rate-limited',
        desc: 'The server asks to slow down',
      },
    ),
  server,
  'malformed-answer': server,
  rejected: () =>
    msg('The server did not take this. Start again, or ask the service desk.', {
      id: 'failure.rejected',
      desc: 'The server refused the request; trying again does not help',
    }),
  unauthorized: () =>
    msg(
      'You are signed out by now. Sign in again, and then try again here. What you typed is still here.',
      {
        id: 'failure.unauthorized',
        desc: 'The page around the widget has lost its own sign-in',
      },
    ),
  'not-found': wrong,
  'unsupported-contract': wrong,
  'off-origin': wrong,
};

/** A failed call in words; a code of a newer contract is the server's trouble. */
export const failureText = (code: SsprErrorCode): string =>
  (Object.hasOwn(words, code) ? words[code] : server)();
