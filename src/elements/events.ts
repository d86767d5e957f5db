import type { KnownRefusalCode } from '../contract/codes.js';
import type { SsprErrorCode } from '../contract/error.js';
import type { Steps } from '../contract/step.js';
import type { FlowStepKind } from '../flow/state.js';

/** Every event bubbles and leaves shadow roots; none carries a secret or an address. */
abstract class SsprEvent extends Event {
  constructor(type: keyof HTMLElementEventMap, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** A step is shown. */
export class SsprStepEvent extends SsprEvent {
  constructor(readonly kind: FlowStepKind) {
    super('sspr-step');
  }
}

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

/** The person gave it up, or closed the dialog. */
export class SsprCancelledEvent extends SsprEvent {
  constructor() {
    super('sspr-cancelled');
  }
}

/** A call to the backend failed; the person sees it and what can be done. */
export class SsprFailedEvent extends SsprEvent {
  constructor(readonly code: SsprErrorCode) {
    super('sspr-failed');
  }
}

declare global {
  // The base of the maps of elements, document and window: the events are heard on all of them.
  interface GlobalEventHandlersEventMap {
    'sspr-step': SsprStepEvent;
    'sspr-succeeded': SsprSucceededEvent;
    'sspr-registered': SsprRegisteredEvent;
    'sspr-skipped': SsprSkippedEvent;
    'sspr-refused': SsprRefusedEvent;
    'sspr-return': SsprReturnEvent;
    'sspr-cancelled': SsprCancelledEvent;
    'sspr-failed': SsprFailedEvent;
  }
}
