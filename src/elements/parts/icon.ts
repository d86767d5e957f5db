import { html, type TemplateResult } from 'lit';

/** The outlines of the first screen, from Lucide (ISC licence), each as one path on a 24 px grid. */
export const icons = {
  alert: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 8v4M12 16h.01',
  close: 'M18 6 6 18M6 6l12 12',
  turning: 'M21 12a9 9 0 1 1-6.2-8.56',
} as const;

/** An icon beside words that say the same: hidden from assistive technology (WCAG 1.1.1). */
export const icon = (path: string, name = ''): TemplateResult =>
  html`<svg class=${name} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
