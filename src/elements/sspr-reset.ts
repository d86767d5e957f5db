import type { PropertyDeclarations } from 'lit';
import { identify } from '../flow/initial-state.js';
import type { FlowKind } from './controllers/flow-controller.js';
import { FlowElement } from './flow-element.js';
import type { Keeper, KeptFlow } from './page/kept-flow.js';

const kind: FlowKind = {
  name: 'reset',
  first: identify,
  create: ({ createResetFlow }, adapter, options) => createResetFlow(adapter, options),
};

/**
 * Gets a person who is locked out back into the account: username, proofs, new password, done.
 *
 * The form is a real one in the element's light DOM, so that password managers see it; everything
 * around it is in the shadow. Themed by `--sspr-*` tokens.
 *
 * @tag sspr-reset
 * @slot captcha - The page's own captcha, where the backend asks for one that no `registerCaptcha` draws; it stands below the username.
 * @fires {SsprCaptchaEvent} sspr-captcha - The element in the slot `captcha` is in its place: draws it, and hands over its token by `event.use.solved(token)`.
 * @fires {SsprSucceededEvent} sspr-succeeded - The password is changed, or the account is open again.
 */
export class SsprReset extends FlowElement {
  static override properties: PropertyDeclarations = {
    username: {},
    domain: {},
    resume: { type: Boolean },
    storage: { attribute: false },
  };

  /** The username to start from. Default: `username` in the query of the page's address. */
  declare username: string;
  /** The domain that picks the organisation before the username does (rule TENANT-1). */
  declare domain: string;
  /**
   * Whether a started reset goes on after a reload, where the backend knows its browser again. The tab
   * keeps the name of the flow, which is worth nothing elsewhere; under the element's id, so that two on
   * a page need one each. Default: false.
   */
  declare resume: boolean;
  /** Where that name is kept. Default: the tab's `sessionStorage`. */
  declare storage: Keeper | undefined;

  constructor() {
    super(kind);
    this.username = '';
    this.domain = '';
    this.resume = false;
  }

  protected override get startsFrom(): string {
    return this.username || (new URLSearchParams(location.search).get('username') ?? '');
  }

  /** @internal */
  override get kept(): KeptFlow | undefined {
    return this.resume ? { key: `sspr-reset ${this.id}`.trim(), keeper: this.storage } : undefined;
  }

  protected override begin(): void {
    const { startsFrom: username, domain, controller, kept } = this;
    const hint = { ...(username && { username }), ...(domain && { domain }) };
    const discover = () => controller.discover(hint);
    if (kept)
      import('./page/resume.js').then(({ resume }) => resume(controller, kept, hint), discover);
    else discover();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sspr-reset': SsprReset;
  }
}
