import { css } from 'lit';

// As a length, it is measured once, at the host: in `em`, it would grow with every font size. By the
// person's own default size: a page that sets `html { font-size: 62.5% }` speaks of its own text.
try {
  CSS.registerProperty({
    name: '--_rem',
    syntax: '<length>',
    inherits: true,
    initialValue: '16px',
  });
} catch {
  // Another copy has done it, or there is no page.
}

/**
 * What the host page may set (`--sspr-*`), and the private values (`--_*`) that the sheets use. The
 * soft, line, hover and text shades derive from the accent, so that one token makes a theme. Colours
 * follow the `color-scheme` of the page around the element.
 */
export const tokens = css`
  :host {
    --_hue: var(--sspr-hue-neutral, 250);
    --_surface: var(--sspr-color-surface, light-dark(oklch(1 0 0), oklch(0.212 0.011 var(--_hue))));
    --_field: var(--sspr-color-field, light-dark(oklch(1 0 0), oklch(0.18 0.01 var(--_hue))));
    --_hover: var(--sspr-color-hover, light-dark(oklch(0.96 0.006 var(--_hue)), oklch(0.262 0.013 var(--_hue))));
    --_line: var(--sspr-color-line, light-dark(oklch(0.912 0.007 var(--_hue)), oklch(0.315 0.014 var(--_hue))));
    --_control: var(--sspr-color-control, light-dark(oklch(0.63 0.018 var(--_hue)), oklch(0.575 0.02 var(--_hue))));
    --_text: var(--sspr-color-text, light-dark(oklch(0.235 0.022 var(--_hue)), oklch(0.955 0.005 var(--_hue))));
    --_muted: var(--sspr-color-muted, light-dark(oklch(0.455 0.02 var(--_hue)), oklch(0.76 0.013 var(--_hue))));
    --_accent: light-dark(
      var(--sspr-color-accent, oklch(0.475 0.096 234)),
      oklch(from var(--sspr-color-accent, oklch(0.735 0.095 229)) max(l, 0.735) c h)
    );
    --_accent-hover: var(
      --sspr-color-accent-hover,
      light-dark(
        oklch(from var(--_accent) calc(l - 0.06) calc(c * 0.875) h),
        oklch(from var(--_accent) calc(l + 0.055) calc(c * 0.895) h)
      )
    );
    --_on-accent: var(
      --sspr-color-on-accent,
      oklch(from var(--_accent) clamp(0.2, (0.66 - l) * 1000, 1) clamp(0, (l - 0.66) * 1000, 0.035) h)
    );
    --_focus: var(
      --sspr-color-focus,
      light-dark(var(--_accent), oklch(from var(--_accent) calc(l + 0.055) calc(c * 0.95) h))
    );
    --_danger: var(--sspr-color-danger, light-dark(oklch(0.505 0.185 27), oklch(0.765 0.125 25)));
    --_danger-soft: var(--sspr-color-danger-soft, light-dark(oklch(0.968 0.013 22), oklch(0.265 0.045 22)));
    --_danger-line: var(--sspr-color-danger-line, light-dark(oklch(0.87 0.055 24), oklch(0.42 0.085 24)));

    --_radius: var(--sspr-radius-control, 8px);
    --_radius-card: var(--sspr-radius-card, 14px);
    --_size: var(--sspr-size-control, 44px);
    --_space: var(--sspr-space-card, 28px);
    --_border: var(--sspr-border-width, 1px);
    font: medium serif !important;
    --_rem: calc(1em * var(--sspr-font-scale, 1));
    --_font: var(--sspr-font-body, system-ui, 'Segoe UI Variable', 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_font-heading: var(--sspr-font-heading, var(--_font));
    --_leading: 1.467;
  }
  :host(:dir(rtl)) {
    --_leading: 1.6;
  }
  /* The page's rules reach the host and win there: what is inherited begins anew below it. */
  :host > * {
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-locale: revert-layer;
    -webkit-text-size-adjust: 100%;
    overflow-wrap: break-word;
    color: var(--_text);
    font: 400 calc(var(--_rem) * 0.9375) / var(--_leading) var(--_font);
    font-variant-numeric: tabular-nums;
  }
  ::selection {
    background: Highlight;
    color: HighlightText;
    text-shadow: none;
  }
`;
