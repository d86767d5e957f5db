import { css, html, nothing, type TemplateResult } from 'lit';
import type { Registered } from '../../contract/registration.js';
import { isolate, span } from '../../localization/format.js';
import { hindranceText } from '../../localization/hindrance-words.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { icon } from '../parts/icon.js';
import { registrationRow, rowStyles, tag } from '../parts/registration-row.js';
import { check } from '../parts/signs.js';
import { smallButtonStyles } from '../parts/small-button.js';
import type { View, ViewContext } from '../view.js';

const whyNot = (code: string): string =>
  code === 'never-changed'
    ? msg('You can replace it in your security info.', {
        id: 'register.reconfirm.replace',
        desc: 'Below something that cannot be changed on this screen',
      })
    : hindranceText(code);

function choice(one: Registered, ids: { name: string; about: string }, context: ViewContext) {
  const { id, may } = one;
  const called = (button: string) => `${button} ${ids.name} ${ids.about}`;
  const right = `${ids.name}-right`;
  const change = `${ids.name}-change`;
  return html`<span class="choice">
      <button type="button" class="chip" id=${right} aria-labelledby=${called(right)}
        @click=${() => context.answer({ action: 'confirm', id })}>${icon(check)}${msg(
          'Looks good',
          {
            id: 'register.reconfirm.right',
            desc: 'Button: this one is still right',
          },
        )}</button>
      ${
        may.change === 'yes'
          ? html`<button type="button" class="chip" id=${change} aria-labelledby=${called(change)}
              @click=${() => context.answer({ action: 'change', id })}>${msg('Change', {
                id: 'register.change',
                desc: 'Button: registers something anew in place of what it was',
              })}</button>`
          : nothing
      }
    </span>
    ${may.change === 'yes' ? nothing : html`<span class="about">${whyNot(may.change)}</span>`}`;
}

function row(one: Registered, index: number, context: ViewContext): TemplateResult {
  const { type, hint, confirmed } = one;
  const { name, about } = registrationText(one);
  const ids = { name: context.id(`one-${index}`), about: context.id(`about-${index}`) };
  return registrationRow({
    type,
    name,
    ids,
    about: hint ? html`<bdi dir="ltr">${hint}</bdi>` : about,
    ...(confirmed
      ? {
          end: tag(
            msg('Confirmed', {
              id: 'register.reconfirm.confirmed',
              desc: 'Tag: it is still right',
            }),
            'ok',
            check,
          ),
        }
      : { below: choice(one, ids, context) }),
  });
}

/** Whether all of it is still right (rule REGISTER-2). */
export const reconfirmView: View<'reconfirm'> = {
  heading: () => msg('Is this still right?', { id: 'register.reconfirm.heading', desc: 'Heading' }),
  lead: ({ againInDays }, { locale }) =>
    againInDays === undefined
      ? msg('Confirm each one, or change it.', {
          id: 'register.reconfirm.lead',
          desc: 'Below “Is this still right?”',
        })
      : msg(
          str`Confirm each one, or change it. We ask again in ${isolate(span(againInDays, 'day', locale), 'auto')}.`,
          {
            id: 'register.reconfirm.lead-again',
            desc: 'Below “Is this still right?”; 0: such as “180 days”',
          },
        ),
  body: ({ registered }, context) => html`
    <ul class="rows" role="list">${registered.map((one, index) => row(one, index, context))}</ul>
  `,
  submit: () =>
    msg('Confirm all', {
      id: 'register.reconfirm.all',
      desc: 'Button: all of it is still right',
    }),
  read: () => ({ answer: { action: 'confirm' } }),
  styles: css`
    ${rowStyles}
    ${smallButtonStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .choice {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 12px;
    }
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .choice + .about {
      margin-block-start: 8px;
    }
  `,
};
