import { css } from 'lit';

/** The ends of a flow: facts, panels and small buttons. */
export const endStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .facts {
      display: grid;
      /* Not wider than the card where an address will not break (WebKit, between isolates). */
      grid-template-columns: minmax(0, 1fr);
    }
    & .facts li {
      display: flex;
      gap: 14px;
      padding-block: 12px;
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
    & .facts li > * {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    & .facts li + li {
      border-block-start: 1px solid var(--_line);
    }
    & .facts svg {
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
      color: var(--_muted);
    }
    & .facts strong {
      display: block;
      font-weight: 600;
    }
    & .facts span {
      color: var(--_muted);
    }
    & .panel {
      margin-block-end: 16px;
      padding: 0 16px;
      border: 1px solid var(--_line);
      border-radius: 12px;
    }
    & .panel.filled {
      background: var(--_sunken);
    }
    & .panel a {
      color: inherit;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    & .quote {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 8px 8px 8px 16px;
      border: 1px solid var(--_line);
      border-radius: 12px;
      background: var(--_sunken);
      font-size: calc(var(--_rem) * 0.75);
      line-height: 1.333;
      color: var(--_muted);
    }
    &:dir(rtl) .quote {
      padding: 8px 16px 8px 8px;
    }
    & .quote code {
      display: block;
      color: var(--_text);
      font: 400 calc(var(--_rem) * 0.875) / 1.429 var(--_font-code);
    }
    & .button.secondary {
      border-color: var(--_line-strong);
      background: var(--_surface);
      color: var(--_text);
    }
    & .button.secondary:hover {
      background: var(--_hover);
    }
    & .button.small {
      inline-size: auto;
      min-block-size: 44px;
      margin: 0;
      padding: 4px 12px;
      font-size: calc(var(--_rem) * 0.875);
      font-weight: 500;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .button.secondary {
        border-color: ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
    }
  }
`;
