/** What a captcha of another maker is given to work with. */
export interface CaptchaUse {
  /** The public key that the backend has named; the secret one stays there. */
  readonly siteKey: string;
  /** The language of the element around it, as a BCP 47 tag. */
  readonly locale: string;
  /** How the element around it looks. */
  readonly theme: 'light' | 'dark';
  /** Aborts when the captcha is no longer shown: nothing of it may outlive that. */
  readonly signal: AbortSignal;
  /** Hands over the token that the person has earned. It is sent once, and kept nowhere else. */
  solved(token: string): void;
  /** The token that was handed over is no longer good. */
  expired(): void;
  /** The captcha cannot be shown or does not work; the person is told, and can try again. */
  failed(): void;
}

/** Draws the captcha of a maker, such as Turnstile, hCaptcha or reCAPTCHA. */
export interface CaptchaProvider {
  /**
   * Draws it.
   * @param container an empty element in the document, outside of any shadow tree
   * @returns what settles when it is drawn, where code has to be fetched first. A rejection counts as
   * `failed`.
   */
  mount(container: HTMLElement, use: CaptchaUse): void | Promise<void>;
  /**
   * Asks once more in the same container, after a token was spent: it reports to the `use` that it was
   * mounted with. Default: it is mounted again, in a new container.
   */
  reset?(container: HTMLElement): void;
}

const providers = new Map<string, CaptchaProvider>();
const waiting = new Set<() => void>();

/**
 * Registers how the captcha of a maker is drawn, for all elements of the page (rule CAPTCHA-2). Those
 * that wait for it draw it at once; one that was registered before is replaced for those that come.
 * @param provider the name that the backend calls it by, such as `turnstile`
 */
export function registerCaptcha(provider: string, renderer: CaptchaProvider): void {
  providers.set(provider, renderer);
  for (const look of [...waiting]) look();
}

/** What draws the captcha of this name, where the page has said. */
export const captchaProvider = (provider: string): CaptchaProvider | undefined =>
  providers.get(provider);

/** Calls back after every registration, until the signal aborts. */
export function onCaptchaRegistered(look: () => void, signal: AbortSignal): void {
  waiting.add(look);
  signal.addEventListener('abort', () => waiting.delete(look), { once: true });
}
