import { SsprReset } from '../elements/sspr-reset.js';

/** Registers `<sspr-reset>`, once: a second version on the page changes nothing. */
if (globalThis.customElements && !customElements.get('sspr-reset'))
  customElements.define('sspr-reset', SsprReset);

// With its events: the types of the class alone do not bring what listeners are typed by.
export type { SsprCaptchaEvent } from '../elements/captcha/page-slot.js';
export type {
  SsprRefusedEvent,
  SsprReturnEvent,
  SsprSucceededEvent,
} from '../elements/end-events.js';
export type { SsprCancelledEvent, SsprFailedEvent, SsprStepEvent } from '../elements/events.js';
export { SsprReset };
