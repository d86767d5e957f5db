import { css, html, nothing } from 'lit';
import type { RegistrationSteps } from '../../contract/step.js';
import { isolate, unbroken } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { removalText } from '../../localization/removal-words.js';
import { actButton, actStyles, isUnderWay, oneMoment } from '../parts/act-button.js';
import { icon } from '../parts/icon.js';
import { toneStyles } from '../parts/notice-tones.js';
import { shieldCheck } from '../parts/shared-icons.js';
import type { View } from '../view.js';

const triangle =
  'M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01';

const question = ({ registered }: RegistrationSteps['confirm-removal']): string =>
  msg(str`Delete ${registrationText(registered).yours}?`, {
    id: 'register.remove.heading',
    desc: 'Heading; 0: such as “your mobile phone”',
  });

const keep = { action: 'back' } as const;

/** The buttons that the question has been asked with. */
const seen = new WeakSet<HTMLElement>();

/** Whether to delete it, and what that costs (rule REGISTER-7). */
export const confirmRemovalView: View<'confirm-removal'> = {
  heading: question,
  lead: ({ registered: { hint } }) => (hint ? isolate(unbroken(hint)) : ''),
  body(step, context) {
    const { registered, suggestion, actions } = step;
    const offers = actions.some(({ name }) => name === 'add');
    const costs = registered.resets && !registered.ifLost.resets;
    const { first, rest } = removalText(registered, context.locale);
    const cost = context.id('cost');
    const keeping = isUnderWay(keep, context);
    const deleting = context.sent === 'form';
    return html`
      <div class="notice ${costs ? 'warn' : registered.resets ? 'ok' : ''}" id=${cost}>
        ${icon(costs ? triangle : shieldCheck)}
        <div><p><strong>${first}</strong> ${rest}</p></div>
      </div>
      <div class="pair" role="group" aria-label=${question(step)}>
        <button type="button" class="button secondary keep" aria-describedby=${cost} aria-disabled=${keeping}
          @click=${() => context.sent ?? context.answer(keep)}>${
            keeping
              ? oneMoment()
              : msg('Keep it', {
                  id: 'register.remove.keep',
                  desc: 'Button: does not delete it',
                })
          }</button>
        <button type="submit" class="button danger" aria-describedby=${cost} aria-disabled=${deleting}>${
          deleting
            ? oneMoment()
            : msg('Delete it', {
                id: 'register.remove.remove',
                desc: 'Button: deletes what was registered',
              })
        }</button>
      </div>
      ${
        suggestion && offers
          ? html`<p class="first">${actButton(
              {
                act: { action: 'add', type: suggestion },
                words: msg('Add another method first', {
                  id: 'register.remove.add-first',
                  desc: 'Button below “Keep it” and “Delete it”: registers something else before',
                }),
                className: 'quiet',
              },
              context,
            )}</p>`
          : nothing
      }
    `;
  },
  read: () => ({ answer: { action: 'confirm' } }),
  drawn(form) {
    const button = form.querySelector<HTMLElement>('.keep');
    if (!button || seen.has(button)) return;
    seen.add(button);
    // What harms nothing takes the focus; but only from the heading, which has it by then from a
    // person who is here.
    queueMicrotask(() => {
      const root = form.getRootNode();
      const { activeElement } = root instanceof ShadowRoot ? root : document;
      if (activeElement === form.parentElement) button.focus();
    });
  },
  styles: css`
    ${toneStyles}
    ${actStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .pair {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        margin-block: 24px 12px;
      }
      & .first {
        margin-block-end: -12px;
        text-align: center;
      }
      & .first .quiet {
        color: var(--_accent-text);
        font-weight: 500;
      }
      & .pair .button {
        flex: 1 1 120px;
        margin: 0;
      }
      & .keep {
        border-color: var(--_line-strong);
        background: var(--_surface);
        color: var(--_text);
      }
      & .keep:hover {
        background: var(--_hover);
      }
      & .danger.button {
        background: var(--_danger);
        color: light-dark(oklch(1 0 0), oklch(0.2 0.035 27));
      }
      & .danger.button:hover {
        background: light-dark(
          oklch(from var(--_danger) calc(l - 0.06) c h),
          oklch(from var(--_danger) calc(l + 0.05) c h)
        );
      }
    }
    @media (forced-colors: active) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
        & .keep {
          border-color: ButtonText;
          background: ButtonFace;
          color: ButtonText;
        }
        & .danger.button {
          background: ButtonText;
          color: ButtonFace;
        }
      }
    }
  `,
};
