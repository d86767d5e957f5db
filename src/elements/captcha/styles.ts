import { css } from 'lit';

/** Below the username field. Shades that only later screens have are not there yet when it is drawn. */
export const captchaStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .captcha {
      margin-block-end: 20px;
      border-radius: 12px;
      animation: sspr-arrive 180ms cubic-bezier(0.2, 0, 0, 1);
    }
    & .captcha .field {
      margin-block: 20px 0;
    }
    & .puzzle {
      border: var(--_border) solid var(--_line-strong, var(--_line));
      border-radius: 12px;
    }
    /* A picture is made for a light ground, whatever is around it. */
    & .paper {
      padding: 8px;
      border-radius: 11px 11px 0 0;
      background: #eef1f6;
      color: #1d2738;
      color-scheme: light;
      font-size: calc(var(--_rem) * 0.8125);
      line-height: 1.385;
      forced-color-adjust: none;
    }
    & .paper img {
      display: block;
      inline-size: 100%;
      max-inline-size: 360px;
      block-size: auto;
      margin-inline: auto;
    }
    & .recording,
    & .calm {
      padding: 16px;
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
    & .recording {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    & .calm {
      display: flex;
      gap: 12px;
    }
    & .calm svg {
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
    }
    & .tools {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    & .tool,
    & .play {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      /* With the line above it, which belongs to it. */
      min-block-size: 45px;
      padding: 6px 12px;
      border: 0 solid var(--_line);
      background: none;
      color: var(--_text);
      font: 500 calc(var(--_rem) * 0.8125) / 1.385 var(--_font);
      text-align: start;
      cursor: pointer;
      transition: background-color 120ms ease-out;
    }
    & .tool span,
    & .play span {
      min-inline-size: 0;
    }
    & .tool:hover,
    & .play:hover {
      background: var(--_hover);
    }
    & .tool {
      position: relative;
      border-block-start-width: 1px;
    }
    & .tool + .tool {
      border-inline-start-width: 1px;
    }
    & .tool.wide {
      grid-column: 1 / -1;
      border-inline-start-width: 0;
      border-end-start-radius: 11px;
      border-end-end-radius: 11px;
    }
    /* Over its neighbours. */
    & .tool:focus-visible {
      z-index: 1;
    }
    & .play {
      padding-inline: 20px;
      border: var(--_border) solid var(--_line-strong, var(--_control));
      border-radius: var(--_radius);
      background: var(--_surface);
      font-size: calc(var(--_rem) * 0.9375);
    }
    &:dir(rtl) .speaker {
      scale: -1 1;
    }
    & .captcha input[hidden] {
      display: none;
    }
    & .captcha .notice {
      margin-block: 8px 0;
    }
    /* A way out of a wait that takes longer than a few seconds. */
    & .late {
      animation: sspr-late 6s step-end;
    }
    & .foreign {
      overflow-x: auto;
    }
    /* Not ours: what it says of itself in attributes holds, but no sheet for our form. */
    & .foreign.foreign *,
    & .foreign.foreign *::before,
    & .foreign.foreign *::after {
      all: revert-layer;
    }
    @container (inline-size < 300px) {
      & .tools {
        grid-template-columns: minmax(0, 1fr);
      }
      & .tool + .tool {
        border-inline-start-width: 0;
      }
    }
    /* The makers' boxes are up to 304 pixels wide: on a small screen they may use the card's padding. */
    @container (inline-size < 304px) {
      & .foreign {
        margin-inline: max(-16px, calc((100cqi - 304px) / 2));
      }
    }
  }
  @keyframes sspr-late {
    from {
      visibility: hidden;
    }
  }
  @keyframes sspr-arrive {
    from {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .puzzle,
      & .tool {
        border-color: CanvasText;
      }
      & .play {
        border-color: ButtonText;
      }
      & .tool svg,
      & .play svg {
        color: inherit !important;
      }
    }
  }
`;
