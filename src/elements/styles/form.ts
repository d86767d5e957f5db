import { css } from 'lit';

/**
 * The sheet of the light-DOM form, adopted by the root that the element stands in. The page's own
 * rules reach the form, so its first rule takes them back: the class counts three times and one `#_`
 * outranks any number of classes, so that only a page's `!important` gets through. Nothing here
 * matches outside of `.sspr-form`.
 */
export const form = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    all: revert;
    unicode-bidi: revert;
    display: block;
    position: relative;
    container-type: inline-size;
    margin: 20px 0 0;

    & *,
    &::before,
    &::after,
    &::first-letter,
    &::first-line,
    & ::before,
    & ::after,
    & ::first-letter,
    & ::first-line,
    & ::placeholder,
    & ::marker,
    & ::selection,
    & ::file-selector-button {
      all: revert;
      unicode-bidi: revert;
      box-sizing: border-box;
      /* Only the page's rules, not the attribute that draws an icon. */
      d: revert-layer;
    }
    /* Reverted, it would be that of the element around, the page's at last. */
    & ::selection {
      background: Highlight;
      color: HighlightText;
      text-shadow: none;
    }
    & sspr-method-picker {
      display: block;
    }
    /* Not a part of all. */
    &:dir(ltr),
    & :dir(ltr) {
      direction: ltr;
    }
    &:dir(rtl),
    & :dir(rtl) {
      direction: rtl;
    }
    & svg {
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      overflow: visible;
      vertical-align: middle;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    & :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    & p,
    & ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    & .sr {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    & .field {
      margin-block-end: 20px;
    }
    & label,
    & .label {
      display: block;
      margin-block-end: 6px;
      font-size: calc(var(--_rem) * 0.875);
      font-weight: 500;
      line-height: 1.429;
    }
    & input {
      appearance: none;
      display: block;
      inline-size: 100%;
      min-inline-size: 0;
      block-size: var(--_size);
      margin: 0;
      /* Pico's is important. */
      padding: 0 12px !important;
      border: var(--_border) solid var(--_control);
      border-radius: var(--_radius);
      background: var(--_field);
      color: var(--_text);
      font: 400 var(--_rem) / 1.5 var(--_font);
      text-align: start;
    }
    & input:hover {
      border-color: var(--_muted);
    }
    & input:focus-visible {
      border-color: var(--_accent);
    }
    & input[aria-invalid='true'] {
      border: 2px solid var(--_danger);
      padding: 0 calc(11px + var(--_border) - 1px) !important;
    }
    /* Addresses, numbers and codes read left to right, from where the form's lines start. */
    &:dir(rtl) input[dir='ltr']:not(.code) {
      text-align: right;
    }
    & .hint,
    & .error {
      margin-block-start: 8px;
      font-size: calc(var(--_rem) * 0.8125);
      line-height: 1.385;
    }
    & .hint {
      color: var(--_muted);
    }
    & .error {
      display: flex;
      gap: 6px;
      color: var(--_danger);
    }
    & .error svg {
      margin-block-start: 1px;
    }
    /* No block: Firefox would let an Arabic line with a first letter run out of the card. */
    & .error span {
      display: grid;
    }

    & .button {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      inline-size: 100%;
      min-block-size: var(--_size);
      margin: 24px 0 0;
      padding: 8px 16px;
      border: var(--_border) solid transparent;
      border-radius: var(--_radius);
      background: var(--_accent);
      color: var(--_on-accent);
      font: 600 calc(var(--_rem) * 0.9375) / 1.333 var(--_font);
      text-align: center;
      text-decoration: none;
      cursor: pointer;
      transition: background-color 120ms ease-out;
    }
    & .button:hover {
      background: var(--_accent-hover);
    }
    & .button[aria-disabled='true'] {
      cursor: progress;
    }
    & .turning {
      animation: sspr-turn 900ms linear infinite;
    }
  }
  @keyframes sspr-turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .button {
        forced-color-adjust: none;
        border-color: ButtonText;
        background: ButtonText;
        color: ButtonFace;
      }
      /* Browsers keep the colour of a picture, whatever it says. */
      & svg {
        color: CanvasText !important;
      }
      & .button svg {
        color: inherit !important;
      }
      & :focus-visible {
        outline-color: Highlight;
      }
    }
  }
`;
