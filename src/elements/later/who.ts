import { html, nothing, type TemplateResult } from 'lit';
import type { FlowStep } from '../../flow/state.js';
import { icon } from '../parts/icon.js';

const user = 'M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2M16 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0z';

/** Whose password it is, where it is chosen. */
export const who = (step: FlowStep): TemplateResult | typeof nothing =>
  step.kind === 'new-password'
    ? html`<span class="who">${icon(user)}<bdi dir="ltr">${step.username}</bdi></span>`
    : nothing;
