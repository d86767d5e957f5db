import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';

/** Closes the dialog, at the end of a flow; a form in the page has nothing to close. */
export const closeButton = (context: ViewContext): TemplateResult | typeof nothing =>
  context.dialog
    ? html`<button type="button" class="quiet end" @click=${context.close}>
        ${msg('Close', { id: 'common.close', desc: 'Button: closes the dialog' })}
      </button>`
    : nothing;

/** The words of the way back to the first screen. */
export const restartLabel = (): string =>
  msg('Start again', { id: 'common.restart', desc: 'Button: back to the first screen' });
