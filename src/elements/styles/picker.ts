import { css } from 'lit';

/** The list of methods: rows with an icon, words and a radio at the end. */
export const picker = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .list {
    container-type: inline-size;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
    border: var(--_border) solid var(--_line-strong);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    font: 400 calc(var(--_rem) * 0.9375) / var(--_leading) var(--_font);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    visibility: visible;
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--_size-row);
    box-sizing: border-box;
    margin: 3px;
    padding: 10px;
    border-radius: 9px;
    cursor: pointer;
  }
  /* A hairline between rows, from where the words begin. */
  .row + .row::before {
    content: '';
    position: absolute;
    inset: -4px 10px auto 58px;
    block-size: 1px;
    background: var(--_line);
  }
  .row:dir(rtl)::before {
    inset-inline: 58px 10px;
  }
  .row:hover {
    background: var(--_hover);
  }
  .row:has(input:checked) {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1.5px var(--_accent);
  }
  .row:has(input:checked)::before,
  .row:has(input:checked) + .row::before {
    visibility: hidden;
  }
  .row:has(input:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .row:has(input:disabled) {
    color: var(--_muted);
    background: none;
    cursor: default;
  }
  .tile {
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 36px;
    block-size: 36px;
    box-sizing: border-box;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .row:has(input:checked) .tile {
    background: var(--_surface);
    border-color: var(--_accent-line);
    color: var(--_accent-text);
  }
  svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: break-word;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-weight: 500;
    line-height: 1.333;
  }
  .tag {
    padding: 0 6px;
    border: 1px solid var(--_accent-line);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_accent-text);
    font-size: calc(var(--_rem) * 0.75);
    line-height: 18px;
  }
  .tag.weak {
    border-color: var(--_line);
    color: var(--_muted);
  }
  .tag.warn {
    border-color: var(--_warn-line);
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .tag svg {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: 4px;
    vertical-align: -1px;
  }
  .hint {
    display: block;
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
  }
  input {
    flex: none;
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    box-sizing: border-box;
    border: 1.5px solid var(--_control);
    border-radius: 50%;
    background: var(--_field);
    cursor: inherit;
    outline: none;
  }
  input:checked {
    border: 6px solid var(--_accent);
    background: var(--_on-accent);
  }
  input:disabled {
    border-color: var(--_line-strong);
  }
  :host([invalid]) .list {
    border-color: var(--_danger);
  }
  .empty {
    margin: 0;
    padding: 16px;
    color: var(--_muted);
  }
  @container (max-width: 269px) {
    .tile {
      display: none;
    }
    .row + .row::before {
      inset-inline: 10px;
    }
  }
  @media (forced-colors: active) {
    .list,
    .tile,
    .tag {
      border-color: CanvasText;
    }
    .row + .row::before {
      background: CanvasText;
    }
    .row:has(input:checked) {
      box-shadow: none;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .row:has(input:focus-visible) {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }
    input {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }
    input:checked {
      border-color: Highlight;
      background: Canvas;
    }
    input:disabled {
      border-color: GrayText;
    }
  }
`;
