import { SsprRegister } from '../elements/sspr-register.js';

/** Registers `<sspr-register>`, once: a second version on the page changes nothing. */
if (globalThis.customElements && !customElements.get('sspr-register'))
  customElements.define('sspr-register', SsprRegister);

// With its events: the types of the class alone do not bring what listeners are typed by.
export type {
  SsprRefusedEvent,
  SsprRegisteredEvent,
  SsprReturnEvent,
  SsprSkippedEvent,
} from '../elements/end-events.js';
export type { SsprCancelledEvent, SsprFailedEvent, SsprStepEvent } from '../elements/events.js';
export { SsprRegister };
