import type { SsprErrorCode } from '../contract/error.js';
import type { FlowStepKind } from '../flow/state.js';

/** What both elements tell a page: every event bubbles and leaves shadow roots; none carries a secret or an address. */
export abstract class SsprEvent extends Event {
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
    'sspr-cancelled': SsprCancelledEvent;
    'sspr-failed': SsprFailedEvent;
  }
}
