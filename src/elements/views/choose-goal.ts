import { css, html } from 'lit';
import type { Goal } from '../../contract/codes.js';
import { msg } from '../../localization/msg.js';
import { errorLine, textOf } from '../parts/field.js';
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
  styles: css`
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .goals {
        display: grid;
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        overflow: hidden;
        border: var(--_border) solid var(--_line);
        border-radius: var(--_radius);
      }
      & .goal {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 12px;
        align-items: start;
        min-block-size: 56px;
        margin: 0;
        padding: 12px 16px;
        cursor: pointer;
      }
      & .goal + .goal {
        border-block-start: var(--_border) solid var(--_line);
      }
      & .goal:hover {
        background: var(--_hover);
      }
      & .goal input {
        inline-size: 20px;
        block-size: 20px;
        min-block-size: 0;
        margin: 1px 0 0;
        accent-color: var(--_accent);
      }
      & .goal > span {
        display: grid;
        gap: 2px;
      }
      & .goal strong {
        font-weight: 500;
      }
      & .goal span span {
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.8125);
        font-weight: 400;
        line-height: 1.385;
      }
    }
  `,
};
