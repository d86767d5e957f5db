import { css } from 'lit';

/** What differs in the shell of a registration: the list of security info is wider than a step. */
export const registerShell = css`
  :host {
    max-inline-size: 600px;
  }
  div.frame:not(:has([data-step='manage'])) {
    max-inline-size: 416px;
    margin-inline: auto;
  }
  @media (min-width: 400px) {
    dialog.frame:has([data-step='manage']) {
      inline-size: 600px;
    }
  }
  /* Without segments in between. */
  .bar + .heading {
    margin-block-start: 20px;
  }
  /* What can be added stands in the heading's row; where that is too narrow, below the lead. */
  .beside {
    display: flex;
    align-items: center;
    gap: 8px;
    position: relative;
    inline-size: fit-content;
    min-block-size: 36px;
    margin-block-start: 12px;
    padding: 4px 12px;
    border: var(--_border) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 500 calc(var(--_rem) * 0.875) / 1.429 var(--_font);
    text-align: start;
    cursor: pointer;
    &:hover {
      background: var(--_hover);
    }
    /* 36 px high, with a target of 44 (WCAG 2.5.5). */
    &::after {
      content: '';
      position: absolute;
      inset: -5px 0;
    }
    svg {
      inline-size: 16px;
      block-size: 16px;
    }
  }
  @container (min-width: 480px) {
    .body:has(.beside) {
      display: grid;
      grid-template-columns: 1fr auto;
      grid-auto-flow: dense;
      column-gap: 16px;
    }
    .body:has(.beside) > :not(.heading, .beside) {
      grid-column: 1 / -1;
    }
    /* As high as the first line of the heading, around whose middle it stands. */
    .beside {
      grid-column: 2;
      align-self: start;
      margin-block: 16px -4px;
      &:dir(rtl) {
        margin-block: 18px -2px;
      }
    }
  }
  /* Goes on where the list's own foot ends. */
  .card[data-step='manage'] .foot {
    padding-block-start: 0;
    border-block-start: 0;
  }
`;
