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
  dialog.frame:has([data-step='manage']) {
    inline-size: 600px;
  }
  /* Without segments in between. */
  .bar + .heading {
    margin-block-start: 20px;
  }
  /* Goes on where the list's own foot ends. */
  .card[data-step='manage'] .foot {
    padding-block-start: 0;
    border-block-start: 0;
  }
`;
