import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { icon } from './icon.js';

const copyIcon =
  'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2';

interface CopyOptions {
  readonly text: string;
  /** What is said when it is copied. */
  readonly said: string;
  readonly className: string;
}

async function copy({ text, said }: CopyOptions, context: ViewContext) {
  try {
    await navigator.clipboard.writeText(text);
    context.announce(said);
  } catch {
    // It can still be read and typed; a page may forbid the clipboard.
  }
}

/** A button that copies a text, where the page may use the clipboard at all. */
export const copyButton = (
  context: ViewContext,
  options: CopyOptions,
): TemplateResult | typeof nothing =>
  globalThis.isSecureContext
    ? html`<button type="button" class=${options.className} @click=${() => copy(options, context)}>
        ${icon(copyIcon)}${msg('Copy', {
          id: 'common.copy',
          desc: 'Button: copies the support code or the key beside it',
        })}
      </button>`
    : nothing;
