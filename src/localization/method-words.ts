import type { KnownMethodType } from '../contract/codes.js';
import type { Method } from '../contract/parts.js';
import { msg } from './msg.js';

interface MethodWords {
  readonly name: () => string;
  /** What stands below the name where the backend gives no masked address. */
  readonly about?: () => string;
}

const words: { readonly [T in KnownMethodType]: MethodWords } = {
  'app-code': {
    name: () =>
      msg('Code from your app', {
        id: 'method.app-code',
        desc: 'A code that an authenticator app shows',
      }),
    about: () =>
      msg('Six digits, also without a connection', {
        id: 'method.app-code.about',
        desc: 'Below “Code from your app”: the app works offline',
      }),
  },
  email: {
    name: () => msg('Email a code', { id: 'method.email', desc: 'A code is sent by email' }),
  },
};

/** The name of a method, and what it is about where it has no hint. */
export function methodText({ type, label, hint }: Method): { name: string; about: string } {
  const known = Object.hasOwn(words, type) ? words[type as KnownMethodType] : undefined;
  return {
    name:
      known?.name() ??
      label ??
      msg('Another way', { id: 'method.unknown', desc: 'A method that the widget does not know' }),
    about: hint ? '' : (known?.about?.() ?? ''),
  };
}
