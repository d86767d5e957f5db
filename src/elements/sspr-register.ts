import type { PropertyDeclarations } from 'lit';
import type { RegistrationIntent } from '../contract/answer.js';
import { begin } from '../flow/first-steps.js';
import { registrationLocales } from '../localization/load-registration.js';
import type { FlowKind } from './controllers/flow-controller.js';
import { FlowElement } from './flow-element.js';
import { registerShell } from './styles/register-shell.js';
import { beginView, intentOf } from './views/begin.js';
import { provideView } from './views.js';

const kind: FlowKind = {
  name: 'register',
  first: begin,
  create: ({ createRegistrationFlow }, adapter, options) =>
    createRegistrationFlow(adapter, options),
};

provideView('begin', beginView);

/**
 * Sets up, keeps and confirms the methods with which a person who is signed in can reset a password
 * later. Whose they are, the page's own session says: give the http adapter its credentials.
 *
 * Themed by the tokens of `<sspr-reset>`.
 *
 * @tag sspr-register
 * @fires {SsprRegisteredEvent} sspr-registered - What there is to reset with is set up, or confirmed.
 * @fires {SsprSkippedEvent} sspr-skipped - The person does it at another time.
 */
export class SsprRegister extends FlowElement {
  static override styles = [...FlowElement.styles, registerShell];

  static override properties: PropertyDeclarations = {
    mode: {},
  };

  /** What it is for. Default: whatever the backend says is due, else `manage`. */
  declare mode: RegistrationIntent['mode'];

  constructor() {
    super(kind, registrationLocales);
  }

  protected override begin(): void {
    this.controller.start(intentOf(this));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sspr-register': SsprRegister;
  }
}
