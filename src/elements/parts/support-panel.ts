import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { icon } from './icon.js';

const copyIcon =
  'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2';

async function copy(text: string, context: ViewContext, copied: string) {
  try {
    await navigator.clipboard.writeText(text);
    context.announce(copied);
  } catch {
    // The code can still be read and typed; a page may forbid the clipboard.
  }
}

/** The code to quote, with a button that copies it (rule REFUSAL-1). */
export function supportPanel(code: string, context: ViewContext): TemplateResult {
  const copied = msg('Support code copied', {
    id: 'reset.refused.copied',
    desc: 'Said after copying',
  });
  return html`<div class="quote">
      <span>${msg('Support code', { id: 'common.support-code', desc: 'Before a code to quote to the service desk' })}
        <code dir="ltr">${code}</code></span>
      ${
        // Only where the page may use the clipboard at all.
        globalThis.isSecureContext
          ? html`<button type="button" class="button secondary small" @click=${() => copy(code, context, copied)}>
              ${icon(copyIcon)}${msg('Copy', { id: 'reset.refused.copy', desc: 'Button: copies the support code' })}
            </button>`
          : nothing
      }
    </div>
    <p class="hint">
      ${msg(
        'Quote this code, so that they find your attempt at once. It contains nothing about you.',
        {
          id: 'reset.refused.quote',
          desc: 'Below the support code',
        },
      )}
    </p>`;
}
