import type { KnownRegistrationType } from '../contract/codes.js';
import { isolate } from './format.js';
import { msg } from './msg.js';

interface RegistrationWords {
  readonly name: () => string;
  /** In a sentence: “your email”. Default: the name. */
  readonly yours?: () => string;
  /** What stands below the name where there is no masked address. */
  readonly about: () => string;
}

const signInOnly = (): string =>
  msg('Does not reset a password', {
    id: 'register.type.sign-in-only',
    desc: 'Below the name of something that opens the account and cannot be used for a reset',
  });

const words: { readonly [T in KnownRegistrationType]: RegistrationWords } = {
  app: {
    name: () =>
      msg('Authenticator app', { id: 'register.type.app', desc: 'Something to register' }),
    yours: () =>
      msg('your authenticator app', {
        id: 'register.type.app.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('On your phone, the safest way', {
        id: 'register.type.app.about',
        desc: 'Below “Authenticator app”',
      }),
  },
  email: {
    name: () => msg('Email', { id: 'register.type.email', desc: 'Something to register' }),
    yours: () =>
      msg('your email', {
        id: 'register.type.email.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('A code to a private address', {
        id: 'register.type.email.about',
        desc: 'Below “Email”: another address than the one at work',
      }),
  },
  phone: {
    name: () => msg('Mobile phone', { id: 'register.type.phone', desc: 'Something to register' }),
    yours: () =>
      msg('your mobile phone', {
        id: 'register.type.phone.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('A code or a call to your number', {
        id: 'register.type.phone.about',
        desc: 'Below “Mobile phone”',
      }),
  },
  'alternate-phone': {
    name: () =>
      msg('Second mobile phone', {
        id: 'register.type.alternate-phone',
        desc: 'Something to register',
      }),
    yours: () =>
      msg('your second mobile phone', {
        id: 'register.type.alternate-phone.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('For signing in when the first is not at hand', {
        id: 'register.type.alternate-phone.about',
        desc: 'Below “Second mobile phone”',
      }),
  },
  'office-phone': {
    name: () =>
      msg('Office phone', { id: 'register.type.office-phone', desc: 'Something to register' }),
    yours: () =>
      msg('your office phone', {
        id: 'register.type.office-phone.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('A call to your desk', {
        id: 'register.type.office-phone.about',
        desc: 'Below “Office phone”',
      }),
  },
  questions: {
    name: () =>
      msg('Security questions', { id: 'register.type.questions', desc: 'Something to register' }),
    yours: () =>
      msg('your security questions', {
        id: 'register.type.questions.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: () =>
      msg('Answers that only you know', {
        id: 'register.type.questions.about',
        desc: 'Below “Security questions”',
      }),
  },
  passkey: {
    name: () => msg('Passkey', { id: 'register.type.passkey', desc: 'Something registered' }),
    yours: () =>
      msg('your passkey', {
        id: 'register.type.passkey.yours',
        desc: 'In a sentence, after “without”, and in lists',
      }),
    about: signInOnly,
  },
  'windows-hello': {
    name: () =>
      msg('Windows Hello', { id: 'register.type.windows-hello', desc: 'Something registered' }),
    about: signInOnly,
  },
  'temporary-pass': {
    name: () =>
      msg('Temporary pass', { id: 'register.type.temporary-pass', desc: 'Something registered' }),
    about: signInOnly,
  },
  certificate: {
    name: () =>
      msg('Certificate', { id: 'register.type.certificate', desc: 'Something registered' }),
    about: signInOnly,
  },
};

interface Named {
  readonly type: string;
  /** The backend's words for a type that is not known here. */
  readonly label?: string | undefined;
}

/** What something registered is called: as a title, in a sentence, and in a line below the title. */
export function registrationText({ type, label }: Named): {
  readonly name: string;
  readonly yours: string;
  readonly about: string;
} {
  if (Object.hasOwn(words, type)) {
    const { name, yours = name, about } = words[type as KnownRegistrationType];
    return { name: name(), yours: yours(), about: about() };
  }
  const name =
    label ??
    msg('Another way', { id: 'method.unknown', desc: 'A method that the widget does not know' });
  return {
    name,
    yours: label
      ? isolate(label, 'auto')
      : msg('another way', {
          id: 'register.type.unknown.yours',
          desc: 'A method that the widget does not know, in a sentence, after “without”, and in lists',
        }),
    about: '',
  };
}
