import { html, type TemplateResult } from 'lit';
import { icon } from './icon.js';

/** An icon, a title and what there is to say, in a list of class `facts`. */
export const fact = (path: string, title: unknown, text: unknown): TemplateResult =>
  html`<li>${icon(path)}<div><strong>${title}</strong><span>${text}</span></div></li>`;
