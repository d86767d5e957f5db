import { css } from 'lit';

/** The card around the form: header, progress, heading, foot; inline or in a dialog. */
export const shell = css`
  :host {
    display: block;
    max-inline-size: 416px;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    container-type: inline-size;
  }
  .card {
    box-sizing: border-box;
    background: var(--_surface);
    border: var(--_border) solid var(--_line);
    border-radius: var(--_radius-card);
    overflow: clip;
    box-shadow: 0 1px 2px oklch(0.2 0.02 250 / 0.05);
  }
  .body {
    padding: 24px var(--_space) var(--_space);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
    color: var(--_muted);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-inline-end: auto;
    color: var(--_text);
    font-size: calc(var(--_rem) * 0.875);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .brand + span {
    flex: none;
  }
  .segments {
    display: flex;
    gap: 4px;
    margin-block: 12px 24px;
  }
  .segments span {
    flex: 1;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_line);
  }
  .segments .open {
    flex: 3;
  }
  .segments .reached {
    background: var(--_accent);
  }
  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .heading {
    font: 600 calc(var(--_rem) * 1.375) / 1.273 var(--_font-heading);
    letter-spacing: -0.014em;
    text-wrap: balance;
    &:dir(rtl) {
      letter-spacing: 0;
      line-height: 1.5;
    }
  }
  .heading:focus {
    outline: none;
  }
  .lead {
    margin: 6px 0 0;
    color: var(--_muted);
    text-wrap: pretty;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @keyframes step {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }
  @container (max-width: 379px) {
    .card {
      --_space: 20px;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    .heading {
      font-size: calc(var(--_rem) * 1.25);
      line-height: 1.3;
    }
  }
  @container (max-width: 319px) {
    .card {
      --_space: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
      box-shadow: none;
    }
    .segments span {
      border: 1px solid CanvasText;
    }
    .segments .reached {
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
