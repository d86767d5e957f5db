import { css } from 'lit';

/** Outlined buttons of class `chip`: 36 px high, with a target of 44 (WCAG 2.5.5). */
export const smallButtonStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .chip {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-block-size: 36px;
      padding: 4px 12px;
      border: var(--_border) solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      font: 500 calc(var(--_rem) * 0.875) / 1.429 var(--_font);
      text-align: start;
      cursor: pointer;
    }
    & .chip:hover {
      background: var(--_hover);
    }
    & .chip::after {
      content: '';
      position: absolute;
      inset: -5px 0;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) .chip {
      border-color: ButtonText;
    }
  }
`;
