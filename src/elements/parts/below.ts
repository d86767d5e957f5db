import { css, html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../contract/parts.js';
import type { Steps } from '../../contract/step.js';
import { duration } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';

/** What sending once more is called: a code, a call, a request in the app. */
const words = {
  code: {
    soon: (time: string) =>
      msg(str`New code in ${time}`, {
        id: 'reset.enter-code.resend-in',
        desc: 'When a new code can be sent; 0: minutes and seconds, as 0:24',
      }),
    now: () =>
      msg('Send a new code', {
        id: 'reset.enter-code.resend',
        desc: 'Button below the code field',
      }),
  },
  call: {
    soon: (time: string) =>
      msg(str`Call again in ${time}`, {
        id: 'reset.wait.call-again-in',
        desc: 'When another call can be made; 0: minutes and seconds, as 0:24',
      }),
    now: () =>
      msg('Call me again', {
        id: 'reset.wait.call-again',
        desc: 'Button while waiting for a call',
      }),
  },
  notification: {
    soon: (time: string) =>
      msg(str`New request in ${time}`, {
        id: 'reset.wait.notify-again-in',
        desc: 'When another request can be sent to the app; 0: minutes and seconds, as 0:24',
      }),
    now: () =>
      msg('Send a new request', {
        id: 'reset.wait.notify-again',
        desc: 'Button while waiting for the authenticator app',
      }),
  },
} as const;

function resend({ readyInMs = 0 }: Action, context: ViewContext) {
  const waiting = context.left(readyInMs);
  return waiting > 0
    ? html`<span>${words.code.soon(duration(waiting, context.locale))}</span>`
    : html`<button type="button" class="again" @click=${() => context.answer({ action: 'resend' })}>${words.code.now()}</button>`;
}

/** Calling or notifying once more, as a button of its own; the filled one where nobody waits any more. */
export function onceMore(
  { actions }: Steps['wait'],
  context: ViewContext,
  what: 'call' | 'notification',
  over: boolean,
): TemplateResult | typeof nothing {
  const action = actions.find(({ name }) => name === 'resend');
  if (!action) return nothing;
  const waiting = context.left(action.readyInMs ?? 0);
  return waiting > 0
    ? html`<p class="button off">${words[what].soon(duration(waiting, context.locale))}</p>`
    : html`<button type="button" class="button again ${over ? '' : 'secondary'}" @click=${() => context.answer({ action: 'resend' })}>${words[what].now()}</button>`;
}

/** The quiet line below what is proven: tries that are left, and sending once more. */
export function below(
  step: Steps['enter-code' | 'answer-questions' | 'wait'],
  context: ViewContext,
): TemplateResult | typeof nothing {
  const again =
    step.kind === 'wait' ? undefined : step.actions.find(({ name }) => name === 'resend');
  if (step.triesLeft === undefined && !again) return nothing;
  return html`<div class="below">
    ${
      step.triesLeft === undefined
        ? nothing
        : html`<span id=${context.id('tries')}>${msg(str`Tries left: ${step.triesLeft}`, {
            id: 'reset.enter-code.tries-left',
            desc: 'Below the code field; 0: a number',
          })}</span>`
    }
    ${again ? resend(again, context) : nothing}
  </div>`;
}

export const belowStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .below {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 12px;
      margin-block-start: 8px;
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.8125);
      line-height: 1.385;
    }
    & .below .again {
      position: relative;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font: inherit;
      font-weight: 500;
      cursor: pointer;
    }
    & .below .again::after {
      content: '';
      position: absolute;
      inset: -13px 0;
    }
    & .below .again:hover {
      text-decoration: underline;
      text-underline-offset: 4px;
    }
  }
`;
