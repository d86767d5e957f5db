import { html, nothing, type TemplateResult } from 'lit';
import type { FlowStep } from '../../flow/state.js';
import { msg } from '../../localization/msg.js';
import { icon } from '../parts/icon.js';
import type { ViewContext } from '../view.js';
import type { AnyView } from '../views.js';
import { isShort } from './time-left.js';

const arrow = 'M12 19l-7-7 7-7M19 12H5';

/** Their words; the other actions are drawn by a view or the frame. */
const words = {
  'other-method': () =>
    msg('Use another method', {
      id: 'common.other-method',
      desc: 'Button below the form: back to the list of methods',
    }),
  'none-of-these': () =>
    msg('None of these work', {
      id: 'common.none-of-these',
      desc: 'Button below the list of methods',
    }),
  back: () => msg('Back', { id: 'common.back', desc: 'Button: one step back' }),
  'use-different': () =>
    msg('Set up a different method', {
      id: 'register.use-different',
      desc: 'Button below the form: to a list of what can be registered',
    }),
  skip: () => msg('Not now', { id: 'register.skip', desc: 'Button below the form: puts it off' }),
  extend: () =>
    msg('More time', {
      id: 'common.extend',
      desc: 'Button: the reset may take longer; shown when its time runs short',
    }),
};

/**
 * On a code, going back and choosing another method lead to the same list: one way is enough. What is
 * not deleted is kept, which is the way back there.
 */
function waysOf(step: FlowStep, context: ViewContext): (keyof typeof words)[] {
  const names = step.actions.map(({ name }) => name).filter(isWay);
  const short = isShort(step, context);
  const isBack = names.includes('other-method') || step.kind === 'confirm-removal';
  return names.filter((name) => (name !== 'back' || !isBack) && (name !== 'extend' || short));
}

const isWay = (name: string): name is keyof typeof words => Object.hasOwn(words, name);

/** The quiet ways on beside the one filled button, and the way out. */
export function ways(
  step: FlowStep,
  context: ViewContext,
  { back }: Pick<AnyView, 'back'>,
): TemplateResult | typeof nothing {
  const others = waysOf(step, context);
  const offers = (action: string) => step.actions.some(({ name }) => name === action);
  // What can be put off is put off, a list has nothing to give up, and whoever is sent elsewhere has
  // ways of their own: one way out is enough.
  const cancel =
    (offers('cancel') && !offers('skip') && !offers('add') && step.kind !== 'leave') ||
    (step.kind === 'identify' && context.dialog);
  if (!others.length && !cancel) return nothing;
  return html`<div class="ways">
    ${others.map(
      (action) =>
        html`<button type="button" class="quiet ${action}" @click=${() => context.answer({ action })}>${
          action === 'back' ? html`${icon(arrow)}${back?.(step) ?? words.back()}` : words[action]()
        }</button>`,
    )}
    ${
      cancel
        ? html`<button type="button" class="quiet end" @click=${context.close}>${msg('Cancel', {
            id: 'common.cancel',
            desc: 'Button: gives the reset up',
          })}</button>`
        : nothing
    }
  </div>`;
}
