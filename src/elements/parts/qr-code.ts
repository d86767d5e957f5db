import { css, html, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { msg } from '../../localization/msg.js';
import type { QrPath } from '../qr/qr-path.js';
import type { ViewContext } from '../view.js';
import { LateCode } from './late-code.js';

type Code = typeof import('../qr/qr-path.js');

/** What makes a picture of a text. */
const drawing = new LateCode(() => import('../qr/qr-path.js'));

/** How many modules are still large enough for a camera, in the usual size. */
const largest = 61;

/** A QR code, drawn in the page; its place is kept until the code that draws it has come. */
class QrCode extends Directive {
  #late: LateCode<Code> | undefined;
  #drawn: { readonly text: string; readonly path: QrPath } | undefined;

  /**
   * @param text what a camera reads; stands nowhere but in the picture
   * @param label what the picture is, for those who cannot see it
   * @param late for tests
   */
  override render(
    context: ViewContext,
    text: string,
    label: string,
    late: LateCode<Code> = drawing,
  ): TemplateResult {
    if (!this.#late) {
      this.#late = late;
      this.#late.want(context.redraw);
    }
    const { code, missing } = this.#late;
    if (!code)
      return html`<div class="qr">${
        missing
          ? msg('The picture could not be loaded. Type the key below instead.', {
              id: 'register.enrol-app.no-picture',
              desc: 'In place of a QR code',
            })
          : ''
      }</div>`;
    if (this.#drawn?.text !== text) this.#drawn = { text, path: code.qrPath(text) };
    const { size, d } = this.#drawn.path;
    // The marks keep recorders of sessions away from the secret.
    return html`<div class=${size > largest ? 'qr large' : 'qr'} data-private data-sentry-block data-hj-suppress>
      <svg role="img" aria-label=${label} viewBox=${`0 0 ${size} ${size}`}><path d=${d}></path></svg>
    </div>`;
  }
}

export const qrCode = directive(QrCode);

/** Black on white whatever the theme, and in forced colours: cameras read nothing else reliably. */
export const qrStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .qr {
      display: grid;
      align-content: center;
      flex: none;
      inline-size: 168px;
      min-block-size: 168px;
      border: 1px solid var(--_line);
      border-radius: 8px;
      overflow: clip;
      color: var(--_muted);
      background: var(--_surface);
      font-size: calc(var(--_rem) * 0.8125);
      line-height: 1.385;
      text-align: center;
    }
    & .qr:not(:has(svg)) {
      padding: 12px;
    }
    & .qr.large {
      inline-size: min(100%, 296px);
    }
    & .qr svg {
      display: block;
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: 1;
      /* With its own four modules, never less than 12 px. */
      padding: 4px;
      forced-color-adjust: none;
      background: #fff;
      fill: #000;
      stroke: none;
      shape-rendering: crispEdges;
    }
  }
`;
