import { css } from 'lit';

/** The card in a dialog of its own. */
export const dialog = css`
  .close {
    display: grid;
    place-content: center;
    inline-size: 44px;
    block-size: 44px;
    margin: -10px -12px -10px 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
    &:dir(rtl) {
      margin: -10px 0 -10px -12px;
    }
    &:hover {
      background: var(--_hover);
      color: var(--_text);
    }
  }
  :host > dialog {
    position: fixed;
    inset: 0;
    block-size: fit-content;
    margin: auto;
    &:not([open]) {
      display: none;
    }
  }
  dialog.frame {
    box-sizing: border-box;
    inline-size: 440px;
    max-inline-size: calc(100dvi - 32px);
    max-block-size: calc(100dvb - 32px);
    padding: 0;
    border: 0;
    border-radius: 16px;
    background: none;
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: 0 24px 64px oklch(0.2 0.02 250 / 0.28);
    &:focus-visible {
      outline: none;
    }
    &[open] {
      animation: step 200ms cubic-bezier(0.2, 0, 0, 1);
    }
    &::backdrop {
      background: oklch(0.2 0.02 250 / 0.46);
    }
    .card {
      border-radius: 16px;
      border-color: light-dark(transparent, var(--_line));
      box-shadow: none;
    }
  }
  @media (max-width: 399px) {
    dialog.frame {
      inline-size: 100dvi;
      max-inline-size: none;
      block-size: 100dvb;
      max-block-size: none;
      border-radius: 0;
      background: var(--_surface);
      .card {
        border-radius: 0;
      }
    }
  }
`;
