import { SsprMethodPicker } from '../elements/sspr-method-picker.js';

/** Registers `<sspr-method-picker>`, once: a second version on the page changes nothing. */
if (globalThis.customElements && !customElements.get('sspr-method-picker'))
  customElements.define('sspr-method-picker', SsprMethodPicker);

export { SsprMethodPicker };
