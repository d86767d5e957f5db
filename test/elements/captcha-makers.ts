import type { CaptchaProvider, CaptchaUse } from '../../src/elements/captcha/registry.js';

/** The parameters that all three makers take in the same words. */
interface Parameters {
  readonly sitekey: string;
  readonly theme: string;
  readonly callback: (token: string) => void;
  readonly 'expired-callback': () => void;
  readonly 'error-callback': (code?: string) => unknown;
  /** Turnstile. */
  readonly language?: string;
  /** hCaptcha. */
  readonly hl?: string;
}

/** What a maker's script puts on the page, as its documentation describes it. */
export interface MakersGlobal {
  render(container: HTMLElement, parameters: Parameters): string | number;
  reset(widget?: string | number): void;
  remove?(widget: string | number): void;
}

/** A widget that a maker has drawn, and what a person or the network does to it. */
export interface Drawn {
  readonly container: HTMLElement;
  readonly parameters: Parameters;
  resets: number;
  removed: boolean;
}

/**
 * A maker's global, faked. It draws an iframe in the way of reCAPTCHA, whose size stands in attributes,
 * beside a field for the token, and keeps what it has drawn for the test.
 */
export function fakeMaker(removes: boolean): MakersGlobal & { readonly drawn: readonly Drawn[] } {
  const drawn: Drawn[] = [];
  return {
    drawn,
    render(container, parameters) {
      if (!container.isConnected) throw new Error('The container is not in the document.');
      if (container.childNodes.length) throw new Error('The container is not empty.');
      const frame = document.createElement('iframe');
      frame.width = '304';
      frame.height = '78';
      frame.setAttribute('frameborder', '0');
      frame.title = 'The widget of a maker';
      const response = document.createElement('textarea');
      response.name = 'captcha-response';
      response.style.display = 'none';
      container.append(frame, response);
      return drawn.push({ container, parameters, resets: 0, removed: false }) - 1;
    },
    reset(widget = 0) {
      const one = drawn[Number(widget)];
      if (one) one.resets += 1;
    },
    ...(removes && {
      remove(widget: string | number) {
        const one = drawn[Number(widget)];
        if (one) one.removed = true;
      },
    }),
  };
}

type Load = (signal: AbortSignal) => Promise<MakersGlobal>;

/** As the README shows it: each element has a widget of its own, which goes when nobody needs it. */
function provider(load: Load, language: (use: CaptchaUse) => Partial<Parameters>): CaptchaProvider {
  const widgets = new WeakMap<HTMLElement, () => void>();
  return {
    async mount(container, use) {
      const maker = await load(use.signal);
      if (use.signal.aborted) return;
      const widget = maker.render(container, {
        sitekey: use.siteKey,
        theme: use.theme,
        ...language(use),
        callback: use.solved,
        'expired-callback': use.expired,
        'error-callback': use.failed,
      });
      widgets.set(container, () => maker.reset(widget));
      use.signal.addEventListener('abort', () => maker.remove?.(widget));
    },
    reset: (container) => widgets.get(container)?.(),
  };
}

/** The three makers whose shapes are known: how each is told the language, and whether it can be removed. */
export const makers: Readonly<
  Record<
    'turnstile' | 'hcaptcha' | 'recaptcha',
    { readonly removes: boolean; readonly provider: (load: Load) => CaptchaProvider }
  >
> = {
  turnstile: {
    removes: true,
    provider: (load) => provider(load, ({ locale }) => ({ language: locale })),
  },
  hcaptcha: { removes: true, provider: (load) => provider(load, ({ locale }) => ({ hl: locale })) },
  // Its language stands in the address of its script; and it has no way to remove a widget.
  recaptcha: { removes: false, provider: (load) => provider(load, () => ({})) },
};
