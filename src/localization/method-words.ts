import type { KnownMethodType } from '../contract/codes.js';
import type { Method } from '../contract/parts.js';
import { msg } from './msg.js';

interface MethodWords {
  readonly name: () => string;
  /** What stands below the name where the backend gives no masked address. */
  readonly about?: () => string;
}

const words: { readonly [T in KnownMethodType]: MethodWords } = {
  'app-notification': {
    name: () =>
      msg('Approve in your app', {
        id: 'method.app-notification',
        desc: 'A notification of an authenticator app',
      }),
    about: () =>
      msg('Type a number from this screen', {
        id: 'method.app-notification.about',
        desc: 'Below “Approve in your app”',
      }),
  },
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
  text: {
    name: () => msg('Text a code', { id: 'method.text', desc: 'A code is sent by text message' }),
  },
  whatsapp: {
    name: () =>
      msg('Send a code by WhatsApp', { id: 'method.whatsapp', desc: 'A code is sent by WhatsApp' }),
  },
  call: {
    name: () => msg('Call my phone', { id: 'method.call', desc: 'A telephone call to the mobile' }),
  },
  'office-call': {
    name: () =>
      msg('Call my office phone', {
        id: 'method.office-call',
        desc: 'A telephone call to the office',
      }),
  },
  questions: {
    name: () =>
      msg('Answer security questions', {
        id: 'method.questions',
        desc: 'Questions that the person has answered before',
      }),
    about: () =>
      msg('The ones you answered before', {
        id: 'method.questions.about',
        desc: 'Below “Answer security questions”',
      }),
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
