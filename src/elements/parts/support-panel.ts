import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { copyButton } from './copy-button.js';

/** The code to quote, with a button that copies it (rule REFUSAL-1). */
export function supportPanel(code: string, context: ViewContext): TemplateResult {
  const copied = msg('Support code copied', {
    id: 'reset.refused.copied',
    desc: 'Said after copying',
  });
  return html`<div class="quote">
      <span>${msg('Support code', { id: 'common.support-code', desc: 'Before a code to quote to the service desk' })}
        <code dir="ltr">${code}</code></span>
      ${copyButton(context, { text: code, said: copied, className: 'button secondary small' })}
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
