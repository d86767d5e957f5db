import { html, LitElement } from 'lit';

/** The least that Lit can show of a field: what the first view of `<sspr-reset>` is timed against. */
customElements.define(
  'bare-element',
  class extends LitElement {
    override createRenderRoot(): this {
      return this;
    }

    override render() {
      return html`<form><label>Username <input name="username"></label><button>Next</button></form>`;
    }
  },
);
