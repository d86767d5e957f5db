import { html, nothing, type TemplateResult } from 'lit';
import { duration } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { Failure } from '../controllers/flow-controller.js';
import type { ViewContext } from '../view.js';

/** What can be done about a failure: wait, where the backend asks for that; try again; start again. */
export function failure(
  { code, retryable }: Failure,
  { running, locale, restart }: ViewContext,
  again: TemplateResult,
): TemplateResult | typeof nothing {
  const retryInMs = running?.retryInMs ?? 0;
  if (retryInMs > 0)
    return html`<p>${msg(str`You can try again in ${duration(retryInMs, locale)}.`, {
      id: 'common.retry-in',
      desc: '0: minutes and seconds, as 0:24',
    })}</p>`;
  // The page may have signed the person in again meanwhile.
  if (retryable || code === 'unauthorized') return again;
  return code === 'rejected'
    ? html`<button type="button" class="quiet strong" @click=${restart}>${msg('Start again', {
        id: 'common.restart',
        desc: 'Button: back to the first screen',
      })}</button>`
    : nothing;
}
