import { SsprRegister } from '../elements/sspr-register.js';

/** Registers `<sspr-register>`, once: a second version on the page changes nothing. */
if (globalThis.customElements && !customElements.get('sspr-register'))
  customElements.define('sspr-register', SsprRegister);

export { SsprRegister };
