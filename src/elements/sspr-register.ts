import type { PropertyDeclarations } from 'lit';
import type { RegistrationIntent } from '../contract/answer.js';
import { begin } from '../flow/initial-state.js';
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
 * Themed like `<sspr-reset>`.
 *
 * @slot logo - In place of the backend's logo and name.
 * @slot heading - The heading before anything has come.
 * @slot help - In place of “Contact your administrator”.
 * @slot footer - Below everything.
 * @fires sspr-step - A step is shown.
 * @fires sspr-registered - What there is to reset with is set up, or confirmed.
 * @fires sspr-skipped - The person does it at another time.
 * @fires sspr-refused - The backend will not go on; the person sees why and what to do.
 * @fires sspr-cancelled - The person gave it up, or closed the dialog.
 * @fires close - The dialog has closed, whatever came of it; does not bubble, like that of a `<dialog>`.
 * @fires sspr-return - The person goes on where they came from; cancelable, for a page that goes there by itself.
 * @fires sspr-failed - A call to the backend failed, as `unauthorized` where nobody is signed in any more; the person sees it and what can be done.
 * @csspart card - The box.
 * @csspart brand - Logo and name.
 * @csspart progress - The segments.
 * @csspart heading - The heading.
 * @csspart foot - Help, time left and support code.
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
