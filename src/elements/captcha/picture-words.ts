import { msg } from '../../localization/msg.js';

/** By sight, by ear, or without a puzzle. */
export type Way = 'look' | 'listen' | 'work';

const without = () =>
  msg('Check without a puzzle', {
    id: 'reset.captcha.without',
    desc: 'Button below a picture of characters: the browser shows by itself that no robot is at work; also the name of what follows',
  });

const picture = () =>
  msg('Back to the picture', {
    id: 'reset.captcha.back',
    desc: 'Button: characters in a picture instead of what is shown now',
  });

/** What each way is called, says and offers. */
export const words = {
  look: {
    name: () =>
      msg('Characters in the picture', {
        id: 'reset.captcha.picture',
        desc: 'Above a picture of characters that keeps robots out',
      }),
    alt: () =>
      msg(
        'Characters to type in the field below. Instead, you can listen to digits or check without a puzzle.',
        {
          id: 'reset.captcha.alt',
          desc: 'Said by screen readers in place of a picture of characters, which must not be told',
        },
      ),
    label: () =>
      msg('Type the characters', {
        id: 'reset.captcha.type-characters',
        desc: 'Label of the field below a picture of characters',
      }),
    hint: () =>
      msg('Capital or small letters both work', {
        id: 'reset.captcha.case',
        desc: 'Below the field for the characters of a picture',
      }),
    other: () =>
      msg('Listen instead', {
        id: 'reset.captcha.listen',
        desc: 'Button below a picture of characters: digits are spoken instead',
      }),
    renew: () =>
      msg('New characters', {
        id: 'reset.captcha.new',
        desc: 'Button below a picture of characters: another picture',
      }),
    last: without,
    renewed: () =>
      msg('New characters are shown.', {
        id: 'reset.captcha.new-shown',
        desc: 'Said to screen readers when there is another picture of characters',
      }),
    taken: () =>
      msg('Type the characters in the picture.', {
        id: 'reset.captcha.look-taken',
        desc: 'Said to screen readers when a picture of characters is shown again',
      }),
  },
  listen: {
    name: () =>
      msg('Digits in the recording', {
        id: 'reset.captcha.recording',
        desc: 'Above the button that plays spoken digits, which keep robots out',
      }),
    label: () =>
      msg('Type the digits that you hear', {
        id: 'reset.captcha.type-digits',
        desc: 'Label of the field below the button that plays spoken digits',
      }),
    hint: () =>
      msg('You can listen as often as you like', {
        id: 'reset.captcha.often',
        desc: 'Below the field for spoken digits',
      }),
    other: picture,
    renew: () =>
      msg('New digits', {
        id: 'reset.captcha.new-digits',
        desc: 'Button: another recording of spoken digits',
      }),
    last: without,
    renewed: () =>
      msg('There is a new recording.', {
        id: 'reset.captcha.new-recording',
        desc: 'Said to screen readers when there is another recording of spoken digits',
      }),
    taken: () =>
      msg('Play the recording and type the digits that you hear.', {
        id: 'reset.captcha.listen-taken',
        desc: 'Said to screen readers after “Listen instead”',
      }),
  },
  work: {
    name: without,
    last: picture,
    renewed: undefined,
    taken: () =>
      msg('When you continue, your browser does a short check. You have nothing to solve.', {
        id: 'reset.captcha.work-taken',
        desc: 'After “Check without a puzzle”',
      }),
  },
} as const;
