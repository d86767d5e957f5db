import { html, type TemplateResult } from 'lit';
import type { Step } from '../../contract/step.js';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';

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
  extend: () =>
    msg('More time', {
      id: 'common.extend',
      desc: 'Button: the reset may take longer; shown when its time runs short',
    }),
};

/** Milliseconds that are left when more time is offered (rule SESSION-1, WCAG 2.2.1). */
const offerBefore = 120_000;

/** On a code, going back and choosing another method lead to the same list: one way is enough. */
function waysOf({ actions, expiresInMs }: Step, context: ViewContext): (keyof typeof words)[] {
  const names = actions.map(({ name }) => name).filter(isWay);
  const short = expiresInMs !== undefined && context.left(expiresInMs) <= offerBefore;
  return names.filter(
    (name) => (name !== 'back' || !names.includes('other-method')) && (name !== 'extend' || short),
  );
}

const isWay = (name: string): name is keyof typeof words => Object.hasOwn(words, name);

/** The quiet ways on beside the one filled button. */
export const ways = (step: Step, context: ViewContext): TemplateResult[] =>
  waysOf(step, context).map(
    (action) =>
      html`<button type="button" class="quiet" @click=${() => context.answer({ action })}>${words[action]()}</button>`,
  );
