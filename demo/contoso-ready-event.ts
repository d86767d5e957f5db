import type { Tenant } from '../src/tenant/index.js';

/** Tells the page around the sign-in page, at its frame, that the tenant is on the wire. */
export class ContosoReadyEvent extends Event {
  constructor(readonly tenant: Tenant) {
    super('contoso-ready');
  }
}

declare global {
  interface HTMLElementEventMap {
    'contoso-ready': ContosoReadyEvent;
  }
}
