import { SsprReset } from '../elements/sspr-reset.js';

/** Registers `<sspr-reset>`, once: a second version on the page changes nothing. */
if (globalThis.customElements && !customElements.get('sspr-reset'))
  customElements.define('sspr-reset', SsprReset);

export { SsprReset };
