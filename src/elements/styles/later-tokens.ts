import { css } from 'lit';

/** The tokens that the first screen does without; see `tokens`. */
export const laterTokens = css`
  :host {
    --_sunken: var(--sspr-color-sunken, light-dark(oklch(0.976 0.004 var(--_hue)), oklch(0.186 0.01 var(--_hue))));
    --_line-strong: var(--sspr-color-line-strong, light-dark(oklch(0.83 0.011 var(--_hue)), oklch(0.4 0.016 var(--_hue))));
    --_faint: var(--sspr-color-faint, light-dark(oklch(0.525 0.018 var(--_hue)), oklch(0.675 0.015 var(--_hue))));
    --_accent-text: var(
      --sspr-color-accent-text,
      light-dark(
        oklch(from var(--_accent) calc(l - 0.01) calc(c * 0.98) h),
        oklch(from var(--_accent) calc(l + 0.055) calc(c * 0.95) h)
      )
    );
    --_accent-soft: var(
      --sspr-color-accent-soft,
      light-dark(oklch(from var(--_accent) 0.966 calc(c * 0.135) h), oklch(from var(--_accent) 0.272 calc(c * 0.36) h))
    );
    --_accent-line: var(
      --sspr-color-accent-line,
      light-dark(oklch(from var(--_accent) 0.86 calc(c * 0.52) h), oklch(from var(--_accent) 0.43 calc(c * 0.695) h))
    );
    --_warn: var(--sspr-color-warn, light-dark(oklch(0.485 0.1 66), oklch(0.83 0.115 80)));
    --_warn-soft: var(--sspr-color-warn-soft, light-dark(oklch(0.978 0.022 85), oklch(0.27 0.035 78)));
    --_warn-line: var(--sspr-color-warn-line, light-dark(oklch(0.88 0.07 82), oklch(0.43 0.065 78)));
    --_ok: var(--sspr-color-ok, light-dark(oklch(0.475 0.115 156), oklch(0.79 0.125 157)));
    --_ok-soft: var(--sspr-color-ok-soft, light-dark(oklch(0.973 0.02 158), oklch(0.262 0.036 160)));
    --_ok-line: var(--sspr-color-ok-line, light-dark(oklch(0.87 0.06 157), oklch(0.42 0.068 160)));
    --_size-row: var(--sspr-size-row, 60px);
    --_font-code: var(--sspr-font-code, ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace);
  }
`;
