import type { KnownProblemCode } from '../contract/codes.js';
import type { Problem } from '../contract/parts.js';
import { msg } from './msg.js';

type Words = {
  readonly [C in KnownProblemCode]?: (params: NonNullable<Problem['params']>) => string;
};

/** What there is to correct on the first screen: apart from the rest, so that it comes with that screen. */
export const identifyProblems = {
  'username-required': () =>
    msg('Type your username.', {
      id: 'problem.username-required',
      desc: 'Below an empty username field',
    }),
  'username-malformed': () =>
    msg('Type the whole username, such as name@example.com.', {
      id: 'problem.username-malformed',
      desc: 'Below the username field: the part before or after the @ sign is missing or has a character that no username has',
    }),
  'captcha-failed': () =>
    msg('We could not tell that you are a person. Try once more.', {
      id: 'problem.captcha-failed',
      desc: 'The check against robots was not passed',
    }),
} satisfies Words;

/** A problem in the words of a table; where the code is not in it, in the backend's own. */
export function textFrom(words: Words, { code, params = {}, text }: Problem): string {
  const known = Object.hasOwn(words, code) ? words[code as KnownProblemCode] : undefined;
  return (
    known?.(params) ??
    text ??
    msg('That did not work. Check what you typed and try again.', {
      id: 'problem.unknown',
      desc: 'A problem that the widget does not know',
    })
  );
}

export const identifyProblemText = (problem: Problem): string =>
  textFrom(identifyProblems, problem);

/** The one failure that can come before the words for the others are there. */
export const offline = () =>
  msg(
    'We could not reach the server. Check your connection and try again. What you typed is still here.',
    {
      id: 'failure.offline',
      desc: 'The network is gone',
    },
  );
