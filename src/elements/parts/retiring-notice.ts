import { css, html, nothing, type TemplateResult } from 'lit';
import type { MethodType } from '../../contract/codes.js';
import type { RegistrationSteps } from '../../contract/step.js';
import { isolate, list, shortDate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { icon } from './icon.js';

const calendarClock =
  'M21 7.5V6a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h3.5M16 2v4M8 2v4M3 10h5M17.5 17.5 16 16.3V14M22 16a6 6 0 1 1-12 0 6 6 0 0 1 12 0z';

const call = () =>
  msg('call', { id: 'register.retiring.call', desc: 'In a list: “resets by text and call”' });

const names: { readonly [T in MethodType]?: () => string } = {
  text: () =>
    msg('text', { id: 'register.retiring.text', desc: 'In a list: “resets by text and call”' }),
  whatsapp: () =>
    msg('WhatsApp', { id: 'register.retiring.whatsapp', desc: 'In a list: “resets by WhatsApp”' }),
  call,
  'office-call': call,
  questions: () =>
    msg('security questions', {
      id: 'register.retiring.questions',
      desc: 'In a list: “resets by security questions”',
    }),
};

const other = () =>
  msg('this method', {
    id: 'register.retiring.other',
    desc: 'In place of a list: “resets by this method”',
  });

const nameOf = (method: MethodType): string =>
  ((Object.hasOwn(names, method) && names[method]) || other)();

/** What of it ends, and when: one line for each day (rule METHOD-4). */
export function retiringNotice(
  { retiring = [] }: Pick<RegistrationSteps['enrol-email'], 'retiring'>,
  context: ViewContext,
): TemplateResult | typeof nothing {
  const ending = retiring.map(({ method, inMs }) => ({
    name: nameOf(method),
    day: shortDate(context.at(inMs), context.locale),
  }));
  if (ending.length === 0) return nothing;
  const days = [...new Set(ending.map(({ day }) => day))];
  return html`<div class="notice ending">
    ${icon(calendarClock)}
    <div>
      ${days.map((day) => {
        const methods = new Set(ending.filter((one) => one.day === day).map(({ name }) => name));
        return html`<p>${msg(
          str`Resets by ${list([...methods], context.locale)} end on ${isolate(day, 'auto')}. You can add another method later.`,
          {
            id: 'register.retiring',
            desc: 'Before something is registered that ends; 0: a list such as “text and call”; 1: a date',
          },
        )}</p>`;
      })}
    </div>
  </div>`;
}

export const retiringStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .notice.ending:not(.danger) {
      border-color: var(--_warn-line);
      background: var(--_warn-soft);
    }
    /* A grid, as Firefox would let a line of two directions run out of the card. */
    & .ending p {
      display: grid;
    }
    & .notice.ending:not(.danger) > svg {
      color: var(--_warn);
    }
  }
`;
