import { html, nothing, type TemplateResult } from 'lit';
import type { Count } from '../contract/parts.js';
import type { FlowStep } from '../flow/state.js';
import { msg, str } from '../localization/msg.js';
import { icon, icons } from './parts/icon.js';
import type { ViewContext } from './view.js';
import { type AnyView, later } from './views.js';

const stepCount = ({ index, total }: Count) =>
  total === undefined
    ? msg(str`Step ${index}`, {
        id: 'common.step',
        desc: 'While the number of steps is not known; 0: a number',
      })
    : msg(str`Step ${index} of ${total}`, { id: 'common.step-of', desc: '0 and 1: numbers' });

/** One segment for each step; while their number is not known, one and the rest of the way. */
const segments = ({ index, total }: Count) =>
  html`<div class="segments" part="progress" aria-hidden="true">${Array.from(
    { length: total ?? index + 1 },
    (_, i) => html`<span class=${i < index ? 'reached' : total ? '' : 'open'}></span>`,
  )}</div>`;

interface Frame {
  readonly step: FlowStep;
  readonly view: AnyView;
  readonly context: ViewContext;
  readonly headingLevel: number;
}

/** The card around the form: everything of a screen that is not typed into. */
export function frame({ step, view, context, headingLevel }: Frame): TemplateResult {
  const sign = view.sign?.(step);
  const lead = view.lead?.(step, context);
  const progress = sign ? undefined : step.progress;
  return html`<div class="card" part="card" data-step=${step.kind}>
    <div class="body">
      <div class="bar">
        <span class="brand" part="brand"><slot name="logo">${later()?.brand(context.branding)}</slot></span>
        ${progress ? html`<span>${stepCount(progress)}</span>` : nothing}
        ${
          context.dialog
            ? html`<button class="close" aria-label=${msg('Close', { id: 'common.close', desc: 'Button: closes the dialog' })}
                @click=${context.close}>${icon(icons.close)}</button>`
            : nothing
        }
      </div>
      ${progress ? segments(progress) : nothing}
      ${sign ? html`<div class="disc ${sign.tone}">${icon(sign.icon)}</div>` : nothing}
      <div class="heading" id="heading" part="heading" role="heading" aria-level=${headingLevel} tabindex="-1">${
        step.kind === 'identify'
          ? html`<slot name="heading">${view.heading(step, context)}</slot>`
          : view.heading(step, context)
      }</div>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
      ${view.beside?.(step, context)}
      <slot name="form"></slot>
    </div>
    ${later()?.foot(step, context)}
  </div>`;
}
