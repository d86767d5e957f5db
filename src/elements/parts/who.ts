import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';

const user = 'M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0z';

/** Whose account it is, below a heading; nothing where that is not known. */
export const who = (username: string): TemplateResult | typeof nothing =>
  username ? html`<span class="who">${icon(user)}<bdi dir="ltr">${username}</bdi></span>` : nothing;
