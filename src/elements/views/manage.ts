import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import type { KnownActionName } from '../../contract/codes.js';
import type { RegistrationSteps } from '../../contract/step.js';
import { isolate, shortDate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { suggestionText } from '../../localization/recoverability-words.js';
import { actButton, actStyles, oneMoment } from '../parts/act-button.js';
import { icon } from '../parts/icon.js';
import { LateCode } from '../parts/late-code.js';
import { toneStyles } from '../parts/notice-tones.js';
import { couldReset, recoverability } from '../parts/recoverability.js';
import { registeredRow } from '../parts/registered-row.js';
import { rowStyles } from '../parts/registration-row.js';
import type { View, ViewContext } from '../view.js';

type Manage = RegistrationSteps['manage'];

const plus = 'M5 12h14M12 5v14';

const offers = ({ actions }: Manage, wanted: KnownActionName): boolean =>
  actions.some(({ name }) => name === wanted);

/** What can be added is asked for after a look at what is there: its code comes behind the screen. */
const late = new LateCode(() => import('../parts/registrable-list.js'));
const asked = new WeakSet<Manage>();

function addable(step: Manage, context: ViewContext): TemplateResult {
  const { code, missing } = late;
  if (code)
    return code.registrableList(
      step.registrable,
      context,
      step.registered.map(({ type }) => type),
    );
  return html`<p class="begin">${missing ? context.words.failure('offline') : oneMoment()}</p>`;
}

const adds = (step: Manage): boolean => offers(step, 'add') && step.registrable.length > 0;

/** Opens and closes the list of what can be added. */
function adding(context: ViewContext): TemplateResult {
  const { shown } = context;
  const open = shown.has('adding');
  const toggle = (): void => {
    if (open) shown.delete('adding');
    else shown.add('adding');
    late.want(context.redraw);
    context.redraw();
  };
  return html`<button class="beside" aria-expanded=${open} @click=${toggle}>${icon(plus)}${msg(
    'Add method',
    { id: 'register.manage.add', desc: 'Button: shows what can be added' },
  )}</button>`;
}

/** What is registered. */
const list = (step: Manage, context: ViewContext): TemplateResult =>
  html`<ul class="rows" role="list" aria-label=${msg('What is set up', {
    id: 'register.manage.list',
    desc: 'Name of a list',
  })}>
    ${step.registered.map((one, index) =>
      registeredRow(one, index, context, (action) => offers(step, action)),
    )}
  </ul>`;

/** Nothing is registered: what to begin with. */
const empty = (step: Manage, context: ViewContext): TemplateResult =>
  adds(step)
    ? html`<p class="begin">${msg('Choose what to begin with. The safest comes first.', {
        id: 'register.manage.begin',
        desc: 'Above a list of what can be registered, where nothing is registered yet',
      })}</p>${addable(step, context)}`
    : html`<p class="begin">${msg('There is nothing that you could set up here.', {
        id: 'register.manage.nothing',
        desc: 'Where nothing is registered and nothing can be',
      })}</p>`;

/** When something was changed last, and the way to end all other sessions (rule SESSION-2). */
function foot(step: Manage, context: ViewContext): TemplateResult | typeof nothing {
  const changes = step.registered.flatMap(({ addedAt }) => addedAt ?? []);
  const signsOut = offers(step, 'sign-out-everywhere');
  if (changes.length === 0 && !signsOut) return nothing;
  return html`<div class="band">
    ${
      changes.length
        ? html`<span>${msg(
            str`Last change: ${isolate(shortDate(new Date(Math.max(...changes)), context.locale), 'auto')}`,
            { id: 'register.manage.last-change', desc: '0: a date' },
          )}</span>`
        : nothing
    }
    ${
      signsOut
        ? actButton(
            {
              act: { action: 'sign-out-everywhere' },
              words: msg('Sign out everywhere', {
                id: 'register.manage.sign-out',
                desc: 'Button: ends all other sessions of the person',
              }),
              className: 'quiet end',
            },
            context,
          )
        : nothing
    }
  </div>`;
}

const own = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    grid-column: 1 / -1;
    & > div > .picks:first-child {
      margin-block-end: 20px;
    }
    & .begin {
      margin-block-end: 12px;
    }
    & .acts .act {
      padding-inline: 2px;
      color: var(--_accent-text);
      font-weight: 500;
    }
    & .acts .act.by-the-way {
      color: var(--_muted);
      font-weight: 400;
    }
    & .acts .bin {
      display: grid;
      place-content: center;
      inline-size: 44px;
      block-size: 44px;
      margin-inline: -4px -12px;
      padding: 0;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: var(--_muted);
      cursor: pointer;
    }
    & .acts .bin:hover {
      background: var(--_hover);
      color: var(--_danger);
    }
    & .bin svg {
      inline-size: 18px;
      block-size: 18px;
    }
    & .band {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 16px;
      margin: 4px calc(-1 * var(--_space)) calc(-1 * var(--_space));
      padding: 4px var(--_space);
      border-block-start: var(--_border) solid var(--_line);
      background: var(--_sunken);
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.8125);
      line-height: 1.385;
    }
    & .picks + .band {
      margin-block-start: 24px;
    }
    & .band span {
      padding-block: 8px;
    }
    & .band .quiet {
      color: inherit;
      font-size: inherit;
      text-decoration: underline;
        text-underline-offset: 4px;
    }
    & .band .quiet:hover {
      color: var(--_text);
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .band {
        border-color: CanvasText;
      }
    }
  }
`;
const withoutList = css`
  ${rowStyles}
  ${actStyles}
  ${toneStyles}
  ${own}
`;
let withList: CSSResult | undefined;

/** Security info: what is registered, and what can be done with it (rule REGISTER-4). */
export const manageView: View<'manage'> = {
  heading: () => msg('Security info', { id: 'register.manage.heading', desc: 'Heading' }),
  lead: ({ required }, { branding }) =>
    branding && required === 2
      ? msg(
          str`These are the ways you can prove it’s you. ${isolate(branding.name, 'auto')} asks for two.`,
          {
            id: 'register.manage.lead-two',
            desc: 'Below “Security info”; 0: name of the organisation',
          },
        )
      : msg('These are the ways you can prove it’s you.', {
          id: 'register.manage.lead',
          desc: 'Below “Security info”',
        }),
  beside: (step, context) => (step.registered.length && adds(step) ? adding(context) : nothing),
  body(step, context) {
    const { registered, required, suggestion } = step;
    if (!asked.has(step)) late.want(context.redraw);
    asked.add(step);
    return html`
      ${registered.length && adds(step) && context.shown.has('adding') ? addable(step, context) : nothing}
      ${recoverability(
        {
          registered,
          resetsNow: couldReset(registered, required),
          remedy:
            // An empty list says by itself what to begin with.
            registered.length && suggestion && offers(step, 'add')
              ? actButton(
                  {
                    act: { action: 'add', type: suggestion },
                    words: suggestionText(suggestion),
                    className: 'quiet strong',
                  },
                  context,
                )
              : nothing,
        },
        context,
      )}
      ${registered.length ? list(step, context) : empty(step, context)}
      ${foot(step, context)}
    `;
  },
  get styles() {
    const { code } = late;
    if (code)
      withList ??= css`
        ${withoutList}
        ${code.registrableStyles}
      `;
    return withList ?? withoutList;
  },
};
