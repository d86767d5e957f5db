import type { PropertyDeclarations } from 'lit';
import { identify } from '../flow/first-steps.js';
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
 * @cssprop --sspr-color-accent - The one colour that a theme needs; the `accent`, `focus` and `on-accent` shades derive from it.
 * @cssprop --sspr-color-accent-hover - Of filled buttons under the pointer.
 * @cssprop --sspr-color-accent-text - Words and signs in the accent.
 * @cssprop --sspr-color-accent-soft - Behind what is chosen.
 * @cssprop --sspr-color-accent-line - Around what is chosen.
 * @cssprop --sspr-color-on-accent - Words on filled buttons.
 * @cssprop --sspr-color-focus - The focus ring.
 * @cssprop --sspr-color-surface - The card.
 * @cssprop --sspr-color-sunken - Areas set into the card.
 * @cssprop --sspr-color-field - Fields.
 * @cssprop --sspr-color-hover - Rows and quiet buttons under the pointer.
 * @cssprop --sspr-color-control - The lines around fields.
 * @cssprop --sspr-color-line - Lines between and around parts.
 * @cssprop --sspr-color-line-strong - Lines around quiet buttons.
 * @cssprop --sspr-color-text - Words.
 * @cssprop --sspr-color-muted - Words beside them.
 * @cssprop --sspr-color-faint - The words that matter least.
 * @cssprop --sspr-color-danger - Problems; `-soft` is behind them, `-line` around them.
 * @cssprop --sspr-color-danger-soft
 * @cssprop --sspr-color-danger-line
 * @cssprop --sspr-color-warn - Warnings, in the same three shades.
 * @cssprop --sspr-color-warn-soft
 * @cssprop --sspr-color-warn-line
 * @cssprop --sspr-color-ok - What went well, in the same three shades.
 * @cssprop --sspr-color-ok-soft
 * @cssprop --sspr-color-ok-line
 * @cssprop --sspr-hue-neutral - The hue of the greys, in degrees. Default: 250.
 * @cssprop --sspr-radius-control - Default: 8px.
 * @cssprop --sspr-radius-card - Default: 14px.
 * @cssprop --sspr-size-control - Height of inputs and buttons. Default: 44px.
 * @cssprop --sspr-size-row - Least height of a row of the list of methods. Default: 60px.
 * @cssprop --sspr-space-card - Padding of the card. Default: 28px.
 * @cssprop --sspr-font-body - Default: the system's.
 * @cssprop --sspr-font-heading - Default: the body's.
 * @cssprop --sspr-font-code - Of codes and keys. Default: the system's of equal width.
 * @cssprop --sspr-font-scale - A factor for all text. Default: 1.
 * @cssprop --sspr-border-width - Default: 1px.
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
