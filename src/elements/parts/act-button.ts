import { css, html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../contract/answer.js';
import { msg } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { icon, icons } from './icon.js';

const keyOf = (answer: Answer): string =>
  [answer.action, 'id' in answer && answer.id, 'type' in answer && answer.type].join();

/** Whether this is what was sent, and its answer is on the way. */
export const isUnderWay = (act: Answer, { sent }: ViewContext): boolean =>
  typeof sent === 'object' && keyOf(sent) === keyOf(act);

/** In place of the words of what is under way. */
export const oneMoment = (): TemplateResult =>
  html`${icon(icons.turning, 'turning')}${msg('One moment', {
    id: 'common.one-moment',
    desc: 'While the next step loads, and on a button that is busy',
  })}`;

interface ActButton {
  readonly act: Answer;
  readonly words: unknown;
  readonly className: string;
  /** Its id, and the ids of what it is about: many buttons have the same words. */
  readonly called?: { readonly id: string; readonly about: string };
}

/** A button that sends an answer without the form, once, and says so while the answer to it is on the way. */
export const actButton = (
  { act, words, className, called }: ActButton,
  context: ViewContext,
): TemplateResult => {
  const busy = isUnderWay(act, context);
  return html`<button type="button" class=${className} aria-disabled=${busy} id=${called?.id ?? nothing}
    aria-labelledby=${called ? `${called.id} ${called.about}` : nothing}
    @click=${() => context.sent ?? context.answer(act)}>${busy ? oneMoment() : words}</button>`;
};

export const actStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & [aria-disabled='true'] {
      cursor: progress;
    }
    & :is(.quiet, .about, p) > .turning {
      margin-inline-end: 6px;
    }
  }
`;
