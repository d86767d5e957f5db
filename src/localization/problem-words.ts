import type { KnownProblemCode } from '../contract/codes.js';
import type { Problem } from '../contract/parts.js';
import { usernameRequired } from './first-words.js';
import { isolate } from './format.js';
import { msg, str } from './msg.js';

type Params = NonNullable<Problem['params']>;

/** Words for everything that a person can correct: what is wrong, and what to do. */
const words: { readonly [C in KnownProblemCode]: (params: Params) => string } = {
  'username-required': usernameRequired,
  'username-malformed': () =>
    msg('Type the whole username, such as name@example.com.', {
      id: 'problem.username-malformed',
      desc: 'Below the username field: the part before or after the @ sign is missing or has a character that no username has',
    }),
  'captcha-required': ({ kind }) =>
    kind === 'external'
      ? msg('Do the check below first.', {
          id: 'problem.captcha-required.external',
          desc: 'A captcha of another maker was not done',
        })
      : msg('Type what you see or hear, or check without a puzzle.', {
          id: 'problem.captcha-required',
          desc: 'Below an empty field for the characters of a picture or the digits of a recording',
        }),
  'captcha-failed': () =>
    msg('We could not tell that you are a person. Try once more.', {
      id: 'problem.captcha-failed',
      desc: 'The check against robots was not passed',
    }),
  'method-required': () =>
    msg('Choose how you want to prove it’s you.', {
      id: 'problem.method-required',
      desc: 'No method was chosen from the list',
    }),
  'method-unavailable': () =>
    msg('This way cannot be used now. Choose another.', {
      id: 'problem.method-unavailable',
      desc: 'The chosen method has become unusable',
    }),
  'code-required': () =>
    msg('Type the code.', { id: 'problem.code-required', desc: 'Below an empty code field' }),
  'code-malformed': ({ digits = 6 }) =>
    msg(str`The code has ${digits} digits and nothing else.`, {
      id: 'problem.code-malformed',
      desc: 'Below the code field; 0: how many digits',
    }),
  'code-wrong': ({ source }) =>
    source === 'email'
      ? msg('That code is not the one we sent last. Check the newest email.', {
          id: 'problem.code-wrong.email',
          desc: 'Below the code field, code by email',
        })
      : source === 'app-code'
        ? msg('That code is not the one your app shows now. Wait for the next one and type that.', {
            id: 'problem.code-wrong.app-code',
            desc: 'Below the code field, code from an authenticator app',
          })
        : source === 'text' || source === 'whatsapp'
          ? msg('That code is not the one we sent last. Check the newest message.', {
              id: 'problem.code-wrong.text',
              desc: 'Below the code field, code by text message',
            })
          : msg('That is not the right code. Check it and type it again.', {
              id: 'problem.code-wrong',
              desc: 'Below the code field, any other way',
            }),
  'code-expired': () =>
    msg('That code has run out. Send a new one.', {
      id: 'problem.code-expired',
      desc: 'Below the code field: the code is too old. “Send a new code” is a button beside it',
    }),
  'code-reused': () =>
    msg('That code was used already. Wait for the next one and type that.', {
      id: 'problem.code-reused',
      desc: 'Below the code field: codes work only once',
    }),
  'code-used-up': () =>
    msg('That was one try too many for this code. Send a new one.', {
      id: 'problem.code-used-up',
      desc: 'Below the code field: too many wrong tries. “Send a new code” is a button beside it',
    }),
  'resend-too-early': () =>
    msg('The last code is still on its way. Wait a moment before you send another.', {
      id: 'problem.resend-too-early',
      desc: 'A new code was asked for too soon',
    }),
  'target-required': () =>
    msg('Type the whole number.', {
      id: 'problem.target-required',
      desc: 'Below an empty field for a telephone number',
    }),
  'target-differs': () =>
    msg('That is not the number that ends like this. Check it and type all of it.', {
      id: 'problem.target-differs',
      desc: 'Below a telephone number: it is another one than the masked number above',
    }),
  'answer-required': ({ label = '' }) =>
    label
      ? msg(str`Answer this: ${isolate(String(label), 'auto')}`, {
          id: 'problem.answer-required.label',
          desc: 'Below an empty answer to a security question; 0: the question',
        })
      : msg('Answer this question.', {
          id: 'problem.answer-required',
          desc: 'Below an empty answer to a security question',
        }),
  'answers-wrong': () =>
    msg('Not all of these answers are right. Here are new questions.', {
      id: 'problem.answers-wrong',
      desc: 'Above security questions; it is never said which answer was wrong',
    }),
  'answer-length': ({ min = 3, max = 40 }) =>
    msg(str`Use ${min} to ${max} characters.`, {
      id: 'problem.answer-length',
      desc: 'Below an answer or a question of one’s own; 0 and 1: numbers',
    }),
  'answer-repeated': () =>
    msg('Give every question an answer of its own.', {
      id: 'problem.answer-repeated',
      desc: 'Below an answer that was given to another question too',
    }),
  'question-required': () =>
    msg('Choose a question.', {
      id: 'problem.question-required',
      desc: 'Below an empty list of security questions',
    }),
  'question-repeated': () =>
    msg('Choose every question only once.', {
      id: 'problem.question-repeated',
      desc: 'Below a question that was chosen before',
    }),
  'question-length': ({ min = 3, max = 200 }) =>
    msg(str`Use ${min} to ${max} characters.`, {
      id: 'problem.question-length',
      desc: 'Below a question of one’s own; 0 and 1: numbers',
    }),
  'notification-denied': () =>
    msg('The request was declined in the app. If that was not you, get help.', {
      id: 'problem.notification-denied',
      desc: 'While waiting for the authenticator app',
    }),
  'notification-wrong-number': () =>
    msg(
      'Another number was typed in the app. Send a new request and type the number that you see here.',
      {
        id: 'problem.notification-wrong-number',
        desc: 'While waiting for the authenticator app',
      },
    ),
  'notification-expired': () =>
    msg('Nobody answered in the app. Send a new request.', {
      id: 'problem.notification-expired',
      desc: 'While waiting for the authenticator app: one minute is over',
    }),
  'call-not-answered': () =>
    msg('Nobody answered the call and pressed the hash key. Let us call again.', {
      id: 'problem.call-not-answered',
      desc: 'While waiting for a telephone call',
    }),
  'not-delivered': () =>
    msg('It could not be delivered. Try again, or choose another way.', {
      id: 'problem.not-delivered',
      desc: 'A message or a call did not get through',
    }),
  'number-required': () =>
    msg('Type a telephone number.', {
      id: 'problem.number-required',
      desc: 'Below an empty field for a telephone number',
    }),
  'number-malformed': () =>
    msg('Type the number with its country code, such as +49 30 1234567.', {
      id: 'problem.number-malformed',
      desc: 'Below a telephone number',
    }),
  'address-required': () =>
    msg('Type an email address.', {
      id: 'problem.address-required',
      desc: 'Below an empty field for an email address',
    }),
  'address-malformed': () =>
    msg('Type the whole address, such as name@example.com.', {
      id: 'problem.address-malformed',
      desc: 'Below an email address',
    }),
  'address-own-domain': () =>
    msg('Use an address outside your organisation: you can read it when you are locked out.', {
      id: 'problem.address-own-domain',
      desc: 'Below an email address of the organisation',
    }),
  'registration-limit': () =>
    msg('You have as many of these as you may have. Delete one first.', {
      id: 'problem.registration-limit',
      desc: 'One more was to be registered',
    }),
  'extended-too-often': () =>
    msg('There is no more time to add. Finish now, or start again later.', {
      id: 'problem.extended-too-often',
      desc: 'More time was asked for too often',
    }),
  'password-unchanged': () =>
    msg('Choose another one than the password in use.', {
      id: 'problem.password-unchanged',
      desc: 'Below the password field',
    }),
  'password-too-recent': () =>
    msg('You have used this one before. Choose a new one.', {
      id: 'problem.password-too-recent',
      desc: 'Below the password field: it is among the last passwords',
    }),
  'password-too-soon': () =>
    msg('The password was changed only recently. Keep it for a day, or get help.', {
      id: 'problem.password-too-soon',
      desc: 'Below the password field: a minimum age is not reached',
    }),
  'password-required': () =>
    msg('Type a new password.', {
      id: 'problem.password-required',
      desc: 'Below an empty password field',
    }),
  'password-too-short': ({ min = 8 }) =>
    msg(str`Use at least ${min} characters.`, {
      id: 'problem.password-too-short',
      desc: 'Below the password field; 0: how many',
    }),
  'password-too-long': ({ max = 256 }) =>
    msg(str`Use at most ${max} characters.`, {
      id: 'problem.password-too-long',
      desc: 'Below the password field; 0: how many',
    }),
  'password-too-simple': ({ atLeast = 3 }) =>
    msg(str`Use at least ${atLeast} of these: capital, small letter, digit, symbol.`, {
      id: 'problem.password-too-simple',
      desc: 'Below the password field; 0: how many of the four kinds',
    }),
  'password-character': ({ character = '' }) =>
    msg(str`Leave out this character: ${character}`, {
      id: 'problem.password-character',
      desc: 'Below the password field; 0: a character that is not allowed',
    }),
  'password-has-username': () =>
    msg('Choose one that does not contain your username.', {
      id: 'problem.password-has-username',
      desc: 'Below the password field',
    }),
  'password-has-name': () =>
    msg('Choose one without your name and without your organisation’s name.', {
      id: 'problem.password-has-name',
      desc: 'Below the password field',
    }),
  'password-too-common': () =>
    msg('Too many people would guess this. Add more characters that are not a common word.', {
      id: 'problem.password-too-common',
      desc: 'Below the password field: it consists mostly of well-known words',
    }),
  'confirmation-required': () =>
    msg('Type the new password once more.', {
      id: 'problem.confirmation-required',
      desc: 'Below the empty second password field',
    }),
  'confirmation-differs': () =>
    msg('The two passwords are not the same. Type the new one once more.', {
      id: 'problem.confirmation-differs',
      desc: 'Below the second password field',
    }),
  'values-wrong': () =>
    msg('That does not match. Check what you typed.', {
      id: 'problem.values-wrong',
      desc: 'What was typed into fields that the organisation asks for proves nothing; nobody is told which field was wrong',
    }),
  'field-required': ({ label = '' }) =>
    label
      ? msg(str`Fill this in: ${label}`, {
          id: 'problem.field-required.label',
          desc: '0: the label of an empty field',
        })
      : msg('Fill in all fields.', { id: 'problem.field-required', desc: 'A field is empty' }),
  'action-unavailable': () =>
    msg('That cannot be done now.', {
      id: 'problem.action-unavailable',
      desc: 'A button was used that no longer applies',
    }),
};

/** A problem in words; where the code is not known, the backend's own text. */
export function problemText({ code, params = {}, text }: Problem): string {
  return Object.hasOwn(words, code)
    ? words[code as KnownProblemCode](params)
    : (text ??
        msg('That did not work. Check what you typed and try again.', {
          id: 'problem.unknown',
          desc: 'A problem that the widget does not know',
        }));
}
