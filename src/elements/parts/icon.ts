import { html, type TemplateResult } from 'lit';

/** The outlines that are used, from Lucide (ISC licence), each as one path on a 24 px grid. */
export const icons = {
  alert: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 8v4M12 16h.01',
  info: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 16v-4M12 8h.01',
  timer: 'M10 2h4M12 14l3-3M20 14a8 8 0 1 1-16 0 8 8 0 0 1 16 0z',
  user: 'M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0z',
  close: 'M18 6 6 18M6 6l12 12',
  turning: 'M21 12a9 9 0 1 1-6.2-8.56',
} as const;

/** An icon beside words that say the same: hidden from assistive technology (WCAG 1.1.1). */
export const icon = (path: string, name = ''): TemplateResult =>
  html`<svg class=${name} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
