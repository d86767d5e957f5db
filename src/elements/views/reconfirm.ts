import { css, html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../contract/answer.js';
import type { Registered } from '../../contract/registration.js';
import { isolate, span } from '../../localization/format.js';
import { hindranceText } from '../../localization/hindrance-words.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import { actButton, actStyles } from '../parts/act-button.js';
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

const confirmedText = (): string =>
  msg('Confirmed', { id: 'register.reconfirm.confirmed', desc: 'Tag: it is still right' });

/** How many were confirmed when the screen with this signal was drawn last. */
const counts = new WeakMap<AbortSignal, number>();

function choice(
  one: Registered,
  ids: { readonly name: string; readonly about: string },
  mayRemove: boolean,
  context: ViewContext,
): TemplateResult {
  const { id, may } = one;
  const chip = (act: Answer, words: unknown) =>
    actButton(
      {
        act,
        words,
        className: 'chip',
        called: { id: `${ids.name}-${act.action}`, about: `${ids.name} ${ids.about}` },
      },
      context,
    );
  const gone = may.change !== 'yes' && may.remove === 'yes' && mayRemove;
  return html`<span class="choice">
      ${chip(
        { action: 'confirm', id },
        html`${icon(check)}${msg('Looks good', {
          id: 'register.reconfirm.right',
          desc: 'Button: this one is still right',
        })}`,
      )}
      ${
        may.change === 'yes'
          ? chip(
              { action: 'change', id },
              msg('Change', {
                id: 'register.change',
                desc: 'Button: registers something anew in place of what it was',
              }),
            )
          : gone
            ? chip(
                { action: 'remove', id },
                msg('I no longer have it', {
                  id: 'register.reconfirm.gone',
                  desc: 'Button beside “Looks good”: deletes something such as an app on a lost phone',
                }),
              )
            : nothing
      }
    </span>
    ${may.change === 'yes' || gone ? nothing : html`<span class="about">${whyNot(may.change)}</span>`}`;
}

function row(
  one: Registered,
  index: number,
  mayRemove: boolean,
  context: ViewContext,
): TemplateResult {
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
          end: tag(confirmedText(), 'ok', check),
        }
      : { below: choice(one, ids, mayRemove, context) }),
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
  body({ registered, actions }, context) {
    const mayRemove = actions.some(({ name }) => name === 'remove');
    return html`<ul class="rows" role="list" aria-label=${msg('What is set up', {
      id: 'register.manage.list',
      desc: 'Name of a list',
    })}>${registered.map((one, index) => row(one, index, mayRemove, context))}</ul>`;
  },
  submit: () =>
    msg('Confirm all', {
      id: 'register.reconfirm.all',
      desc: 'Button: all of it is still right',
    }),
  read: () => ({ answer: { action: 'confirm' } }),
  drawn(_form, { registered }, { running, announce }) {
    if (!running) return;
    const count = registered.filter(({ confirmed }) => confirmed).length;
    const before = counts.get(running.signal) ?? count;
    counts.set(running.signal, count);
    // The button has gone with what it did, and the tag in its place is only seen.
    if (count !== before) announce(confirmedText());
  },
  styles: css`
    ${rowStyles}
    ${smallButtonStyles}
    ${actStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .choice {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 8px;
      margin-block-start: 12px;
    }
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .choice + .about {
      margin-block-start: 8px;
    }
  `,
};
