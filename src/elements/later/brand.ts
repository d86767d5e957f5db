import { html, nothing, type TemplateResult } from 'lit';
import type { Branding } from '../../contract/parts.js';
import { safeImage } from '../parts/safe-url.js';

/** Who asks, as the backend tells it (rule TENANT-3). The name stands beside the logo, which so needs no text of its own. */
export function brand(branding: Branding | undefined): TemplateResult {
  const logo = safeImage(branding?.logo);
  return html`${logo ? html`<img src=${logo} alt="" />` : nothing}${branding?.name}`;
}
