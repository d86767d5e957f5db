import { html, nothing, type TemplateResult } from 'lit';
import { SsprReturnEvent } from '../end-events.js';
import type { ViewContext } from '../view.js';
import { safeLink } from './safe-url.js';

/**
 * The one button of an end: on to where the person signs in, as the page says or else the backend. A
 * dialog lies on the page to sign in with already, unless the page says otherwise.
 */
export function returnButton(
  told: string | undefined,
  words: string,
  context: ViewContext,
): TemplateResult | typeof nothing {
  const { dialog, settings, tell, close } = context;
  const url = safeLink(settings.signInUrl || (dialog ? undefined : told));
  if (url !== undefined) {
    const go = (event: Event) => {
      if (!tell(new SsprReturnEvent(url))) event.preventDefault();
    };
    return html`<a class="button" href=${url} @click=${go}>${words}</a>`;
  }
  return dialog
    ? html`<button type="button" class="button" @click=${close}>${words}</button>`
    : nothing;
}
