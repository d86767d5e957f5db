import { css, html, nothing, type TemplateResult } from 'lit';
import { isolate, shortDate } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import type { ViewContext } from '../view.js';
import { icon } from './icon.js';
import { registrationIcon } from './registration-icons.js';

const timer = 'M12 6v6l4 2M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0z';

export interface RowOptions {
  readonly type: string;
  readonly name: string;
  /** A mask, or words, in a line below the name. */
  readonly about?: unknown;
  readonly tags?: unknown;
  /** Below the words, such as buttons. */
  readonly below?: unknown;
  /** Beside the words, where there is room. */
  readonly end?: unknown;
  /** The ids of name and line, for buttons that are called by them. */
  readonly ids?: { readonly name: string; readonly about: string } | undefined;
}

/** Its picture, its name with tags, and a line about it. */
export const rowContent = ({ type, name, about, tags, below, ids }: RowOptions): TemplateResult =>
  html`<span class="tile">${icon(registrationIcon(type))}</span
    ><span class="words"
      ><span class="title"><strong id=${ids?.name ?? nothing}><bdi>${name}</bdi></strong>${tags}</span
      >${about ? html`<span class="about" id=${ids?.about ?? nothing}>${about}</span>` : nothing}${below}</span
    >`;

/** One of a list of class `rows`. */
export const registrationRow = (options: RowOptions): TemplateResult =>
  html`<li class="entry">${rowContent(options)}${
    options.end ? html`<span class="acts">${options.end}</span>` : nothing
  }</li>`;

/** A word or two in a box, beside a name. */
export const tag = (
  words: string,
  tone: 'accent' | 'ok' | 'warn' | 'plain' = 'plain',
  path?: string,
): TemplateResult => html`<span class="tag ${tone}">${path ? icon(path) : nothing}${words}</span>`;

/** Until when it can be used (rule METHOD-4); `ms`: until it ends. */
export const endsTag = (
  ms: number | undefined,
  context: ViewContext,
): TemplateResult | typeof nothing =>
  ms === undefined
    ? nothing
    : tag(
        msg(str`Ends ${isolate(shortDate(context.at(ms), context.locale), 'auto')}`, {
          id: 'picker.ends',
          desc: 'Tag beside a method that nobody can use from then on; 0: a date',
        }),
        'warn',
        timer,
      );

export const rowStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .entry {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding-block: 16px;
    }
    & .entry:first-child {
      padding-block-start: 4px;
    }
    & .entry + .entry {
      border-block-start: 1px solid var(--_line);
    }
    & .tile {
      flex: none;
      align-self: start;
      display: grid;
      place-content: center;
      inline-size: 36px;
      block-size: 36px;
      border: 1px solid var(--_line);
      border-radius: 8px;
      background: var(--_sunken);
      color: var(--_muted);
    }
    & .tile svg {
      inline-size: 20px;
      block-size: 20px;
    }
    & .words {
      flex: 1 1 150px;
      min-inline-size: 0;
      overflow-wrap: break-word;
    }
    & .title {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
    }
    & .title strong {
      min-inline-size: 0;
      font-size: calc(var(--_rem) * 0.9375);
      font-weight: 500;
      line-height: 1.333;
    }
    & .about {
      display: block;
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.8125);
      font-weight: 400;
      line-height: 1.385;
    }
    & .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: 0 16px;
      margin-inline-start: auto;
    }
    /* Targets higher than the words beside them leave the rows as high as those. */
    & .acts:has(button) {
      margin-block: -4px;
    }
    & .tag {
      padding: 0 6px;
      border: 1px solid var(--_line);
      border-radius: 6px;
      background: var(--_sunken);
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.75);
      font-weight: 500;
      line-height: 18px;
    }
    & .tag.accent {
      border-color: var(--_accent-line);
      background: var(--_accent-soft);
      color: var(--_accent-text);
    }
    & .tag.ok {
      border-color: var(--_ok-line);
      background: var(--_ok-soft);
      color: var(--_ok);
    }
    & .tag.warn {
      border-color: var(--_warn-line);
      background: var(--_warn-soft);
      color: var(--_warn);
    }
    & .tag svg {
      inline-size: 12px;
      block-size: 12px;
      margin-inline-end: 4px;
      vertical-align: -1px;
    }
  }
  @container (max-width: 379px) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .acts:has(button) {
      margin-block-end: -12px;
    }
  }
  @container (max-width: 269px) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .tile {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .entry + .entry,
      & .tile,
      & .tag {
        border-color: CanvasText;
      }
    }
  }
`;
