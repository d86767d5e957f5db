import { css, html } from 'lit';
import type { Goal } from '../../contract/codes.js';
import { msg } from '../../localization/msg.js';
import { errorLine, textOf } from '../parts/field.js';
import { who } from '../parts/who.js';
import type { View } from '../view.js';

const goals: {
  readonly [G in Goal]: { readonly name: () => string; readonly about: () => string };
} = {
  'reset-password': {
    name: () =>
      msg('I forgot my password', { id: 'reset.choose-goal.reset', desc: 'One of two choices' }),
    about: () =>
      msg('You choose a new one at the end.', {
        id: 'reset.choose-goal.reset-about',
        desc: 'Below “I forgot my password”',
      }),
  },
  'unlock-account': {
    name: () =>
      msg('I know my password, but still can’t sign in', {
        id: 'reset.choose-goal.unlock',
        desc: 'One of two choices: the account is locked',
      }),
    about: () =>
      msg('The account is unlocked, and your password stays.', {
        id: 'reset.choose-goal.unlock-about',
        desc: 'Below “I know my password, but still can’t sign in”',
      }),
  },
};

/** A new password, or only an open account (rule WRITEBACK-3). */
export const chooseGoalView: View<'choose-goal'> = {
  heading: () =>
    msg('What keeps you from signing in?', { id: 'reset.choose-goal.heading', desc: 'Heading' }),
  beside: (_step, { username }) => who(username),
  body: ({ goals: offered }, context) => html`
    <fieldset class="field goals" id=${context.id('goal')} tabindex="-1">
      <legend class="sr">${msg('What keeps you from signing in?', {
        id: 'reset.choose-goal.heading',
        desc: 'Heading',
      })}</legend>
      ${offered.map(
        (goal, index) => html`<label class="goal">
          <input type="radio" name="goal" value=${goal} ?checked=${index === 0} required />
          <span><strong>${goals[goal].name()}</strong><span>${goals[goal].about()}</span></span>
        </label>`,
      )}
      ${errorLine(context, 'goal')}
    </fieldset>
  `,
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data, { goals: offered }) {
    const goal = offered.find((one) => one === textOf(data, 'goal'));
    return goal
      ? { answer: { action: 'choose-goal', goal } }
      : { problems: [{ code: 'method-required', field: 'goal' }] };
  },
  onlyField: 'goal',
  // The rows of the list of methods, in the form.
  styles: css`
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .goals {
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: var(--_border) solid var(--_line-strong);
        border-radius: 12px;
        background: var(--_surface);
      }
      & .goal {
        position: relative;
        display: flex;
        gap: 12px;
        align-items: start;
        min-block-size: var(--_size-row);
        margin: 3px;
        padding: 10px;
        border-radius: 9px;
        cursor: pointer;
      }
      & .goal + .goal::before {
        content: '';
        position: absolute;
        inset: -4px 10px auto;
        block-size: 1px;
        background: var(--_line);
      }
      & .goal:hover {
        background: var(--_hover);
      }
      & .goal:has(:checked) {
        background: var(--_accent-soft);
        box-shadow: inset 0 0 0 1.5px var(--_accent);
      }
      & .goal:has(:checked)::before,
      & .goal:has(:checked) + .goal::before {
        visibility: hidden;
      }
      & .goal:has(:focus-visible) {
        outline: 2px solid var(--_focus);
        outline-offset: 2px;
      }
      & .goal input {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        padding: 0 !important;
        border: 1.5px solid var(--_control);
        border-radius: 50%;
        outline: none;
        cursor: inherit;
      }
      & .goal input:checked {
        border: 6px solid var(--_accent);
        background: var(--_on-accent);
      }
      & .goal > span {
        display: grid;
        flex: 1;
        gap: 2px;
        min-inline-size: 0;
      }
      & .goal strong {
        font-size: calc(var(--_rem) * 0.9375);
        font-weight: 500;
        line-height: 1.333;
      }
      & .goal span span {
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.8125);
        font-weight: 400;
        line-height: 1.385;
      }
    }
    @media (forced-colors: active) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
        & .goals {
          border-color: CanvasText;
        }
        & .goal + .goal::before {
          background: CanvasText;
        }
        & .goal:has(:checked) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
        & .goal:has(:focus-visible) {
          outline: 3px solid Highlight;
          outline-offset: 2px;
        }
        & .goal input {
          forced-color-adjust: none;
          border-color: CanvasText;
          background: Canvas;
        }
        & .goal input:checked {
          border-color: Highlight;
          background: Canvas;
        }
      }
    }
  `,
};
