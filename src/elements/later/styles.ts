import { css } from 'lit';

/** What of the shell only later screens have. */
export const laterStyles = css`
  .card:not([data-step='identify']) .body {
    animation: step 180ms cubic-bezier(0.2, 0, 0, 1);
  }
  .brand img,
  ::slotted([slot='logo']) {
    block-size: 24px;
    inline-size: auto;
    max-inline-size: 25cqi;
    object-fit: contain;
    border-radius: 6px;
  }
  .disc {
    display: grid;
    place-content: center;
    inline-size: 42px;
    block-size: 42px;
    margin-block: 24px 16px;
    border: 1px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
    &.ok {
      background: var(--_ok-soft);
      border-color: var(--_ok-line);
      color: var(--_ok);
    }
    &.warn {
      background: var(--_warn-soft);
      border-color: var(--_warn-line);
      color: var(--_warn);
    }
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    box-sizing: border-box;
    margin-block-start: 10px;
    padding: 2px 10px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
    overflow-wrap: anywhere;
    svg {
      inline-size: 14px;
      block-size: 14px;
    }
  }
  .foot {
    padding: 14px var(--_space);
    background: var(--_sunken);
    border-block-start: var(--_border) solid var(--_line);
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 12px;
  }
  /* What the page brings, on a screen without a foot. */
  .card > ::slotted(*) {
    display: block;
    margin: 0 var(--_space) 20px;
  }
  .foot .support {
    inline-size: 100%;
    color: var(--_faint);
    font-size: calc(var(--_rem) * 0.75);
  }
  .support code {
    font-family: var(--_font-code);
  }
  .left {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    svg {
      inline-size: 16px;
      block-size: 16px;
    }
  }
  .contact {
    color: inherit;
    font: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
    position: relative;
    /* WCAG 2.5.8: the line is 18 px high, the target 44. */
    &::after {
      content: '';
      position: absolute;
      inset: -13px 0;
    }
    &:hover {
      color: var(--_text);
    }
  }
  @media (forced-colors: active) {
    .foot,
    .disc,
    .who {
      border-color: CanvasText;
    }
  }
`;

/** What of the form only later screens have. */
export const laterFormStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 4px 16px;
      margin-block: 8px -12px;
    }
    & .ways:empty {
      display: none;
    }
    & .quiet {
      min-block-size: 44px;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--_text);
      font: 400 calc(var(--_rem) * 0.875) / 1.429 var(--_font);
      text-align: start;
      cursor: pointer;
    }
    & .quiet svg {
      margin-inline-end: 8px;
    }
    &:dir(rtl) .ways svg {
      scale: -1 1;
    }
    & .quiet:hover {
      text-decoration: underline;
      text-underline-offset: 4px;
    }
    & .quiet:is(.end, .skip) {
      margin-inline-start: auto;
    }
    & .notice {
      display: flex;
      gap: 12px;
      margin-block-end: 20px;
      padding: 12px 14px;
      border: 1px solid var(--_line);
      border-radius: 12px;
      background: var(--_sunken);
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
    & .notice > svg {
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
    }
    & .notice > div {
      flex: 1;
      min-inline-size: 0;
    }
    & .notice.danger {
      border-color: var(--_danger-line);
      background: var(--_danger-soft);
    }
    & .notice.danger > svg {
      color: var(--_danger);
    }
    & .notice.warn {
      border-color: var(--_warn-line);
      background: var(--_warn-soft);
    }
    & .notice.warn > svg {
      color: var(--_warn);
    }
    & .quiet.strong {
      margin-block-end: -8px;
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    & .notice strong {
      display: block;
      font-weight: 600;
    }
    /* A grid, as Firefox would let a line of two directions run out of the card. */
    & .summary a {
      display: inline-grid;
      max-inline-size: 100%;
    }
    & .notice a {
      color: inherit;
      text-decoration: underline;
      text-underline-offset: 3px;
      line-height: 24px;
    }
  }
`;
