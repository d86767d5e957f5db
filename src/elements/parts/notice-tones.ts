import { css } from 'lit';

/** Notices in green, beside the amber ones that every screen has; the words after the first ones follow them in their line. */
export const toneStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .notice.ok:not(.danger) {
      border-color: var(--_ok-line);
      background: var(--_ok-soft);
    }
    & .notice.ok:not(.danger) > svg {
      color: var(--_ok);
    }
    & .notice p strong {
      display: inline;
    }
    & .notice .quiet {
      margin-block-end: -8px;
    }
  }
`;
