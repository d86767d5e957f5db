import type { KnownRefusalCode } from '../contract/codes.js';
import type { Steps } from '../contract/step.js';
import { SsprEvent } from './events.js';

/** It is done: the password is changed, or the account is open again. */
export class SsprSucceededEvent extends SsprEvent {
  constructor(readonly outcome: Steps['done']['outcome']) {
    super('sspr-succeeded');
  }
}

/** What there is to reset with is set up, or confirmed. */
export class SsprRegisteredEvent extends SsprEvent {
  constructor(readonly outcome: 'registered' | 'confirmed') {
    super('sspr-registered');
  }
}

/** The person sets up, or confirms, at another time. */
export class SsprSkippedEvent extends SsprEvent {
  constructor() {
    super('sspr-skipped');
  }
}

/** The backend will not go on; the person sees why and what to do. */
export class SsprRefusedEvent extends SsprEvent {
  constructor(readonly code: KnownRefusalCode | (string & {})) {
    super('sspr-refused');
  }
}

/**
 * The person is done and goes to sign in. A page that does that by itself, in its router or by closing
 * what is around the element, cancels it: `event.preventDefault()`.
 */
export class SsprReturnEvent extends SsprEvent {
  constructor(readonly url: string) {
    super('sspr-return', true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sspr-succeeded': SsprSucceededEvent;
    'sspr-registered': SsprRegisteredEvent;
    'sspr-skipped': SsprSkippedEvent;
    'sspr-refused': SsprRefusedEvent;
    'sspr-return': SsprReturnEvent;
  }
}
