import { msg } from './msg.js';

/**
 * The words that can be needed before anything has come back from a backend: apart from the rest, so
 * that the first view brings no others.
 */

export const usernameRequired = (): string =>
  msg('Type your username.', {
    id: 'problem.username-required',
    desc: 'Below an empty username field',
  });

export const offline = () =>
  msg(
    'We could not reach the server. Check your connection and try again. What you typed is still here.',
    {
      id: 'failure.offline',
      desc: 'The network is gone',
    },
  );
