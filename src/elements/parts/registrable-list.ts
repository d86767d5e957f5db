import { css, html, nothing, type TemplateResult } from 'lit';
import type { Registrable } from '../../contract/registration.js';
import { hindranceText } from '../../localization/hindrance-words.js';
import { msg, str } from '../../localization/msg.js';
import { registrationText } from '../../localization/registration-words.js';
import type { ViewContext } from '../view.js';
import { isUnderWay, oneMoment } from './act-button.js';
import { icon } from './icon.js';
import { endsTag, rowContent, tag } from './registration-row.js';

const onwards = 'm9 18 6-6-6-6';

/** What the organisation says of it. */
const adviceTag = (
  advice: 'recommended' | 'not-recommended' | undefined,
): TemplateResult | typeof nothing =>
  advice === 'recommended'
    ? tag(msg('Recommended', { id: 'picker.recommended', desc: 'Tag beside a method' }), 'accent')
    : advice === 'not-recommended'
      ? tag(msg('Not recommended', { id: 'picker.not-recommended', desc: 'Tag beside a method' }))
      : nothing;

function item(one: Registrable, held: boolean, context: ViewContext): TemplateResult {
  const { type, may, limit, advice, retiresInMs } = one;
  const { name, about } = registrationText(one);
  if (may !== 'yes')
    return html`<li class="pick barred">${rowContent({ type, name, about: hindranceText(may, limit) })}</li>`;
  const tags = html`${adviceTag(advice)}${endsTag(retiresInMs, context)}${
    held && limit !== undefined && limit > 1
      ? tag(
          msg(str`Up to ${limit}`, {
            id: 'register.add.limit',
            desc: 'Tag: how many of it there may be; 0: a number, 2 or more',
          }),
        )
      : nothing
  }`;
  const act = { action: 'add', type } as const;
  const busy = isUnderWay(act, context);
  return html`<li>
    <button type="button" class="pick" aria-disabled=${busy} @click=${() => context.sent ?? context.answer(act)}>
      ${rowContent({ type, name, about: busy ? oneMoment() : about, tags })}${icon(onwards, 'onwards')}
    </button>
  </li>`;
}

/**
 * What could be registered, most secure first, each a button; what cannot says why (rules REGISTER-3,
 * REGISTER-4). `held`: the types that are registered; how many there may be is only told of those.
 */
export const registrableList = (
  registrable: readonly Registrable[],
  context: ViewContext,
  held: readonly string[] = [],
): TemplateResult =>
  html`<ul class="picks" role="list" aria-label=${msg('What you can set up', {
    id: 'register.add.label',
    desc: 'Name of a list, for screen readers',
  })}>${registrable.map((one) => item(one, held.includes(one.type), context))}</ul>`;

export const registrableStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .picks {
      border: var(--_border) solid var(--_line-strong);
      border-radius: 12px;
      background: var(--_surface);
    }
    & .picks li {
      position: relative;
    }
    & .picks li + li::before {
      content: '';
      position: absolute;
      inset-block-start: 0;
      inset-inline: 61px 13px;
      block-size: 1px;
      background: var(--_line);
    }
    & .pick {
      display: flex;
      align-items: center;
      gap: 12px;
      inline-size: calc(100% - 6px);
      min-block-size: var(--_size-row);
      margin: 3px;
      padding: 10px;
      border: 0;
      border-radius: 9px;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
    }
    & button.pick {
      cursor: pointer;
    }
    & button.pick:hover {
      background: var(--_hover);
    }
    & .pick .tile {
      align-self: center;
    }
    & .barred {
      color: var(--_muted);
    }
    & .onwards {
      color: var(--_muted);
    }
    & .onwards:dir(rtl) {
      scale: -1 1;
    }
  }
  @container (max-width: 269px) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .picks li + li::before {
      inset-inline-start: 13px;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .picks {
        border-color: CanvasText;
      }
      & .picks li + li::before {
        background: CanvasText;
      }
    }
  }
`;
