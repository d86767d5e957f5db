import type { CaptchaProvider, CaptchaUse } from './registry.js';

/**
 * The page's own element for a captcha is in its place, and asked to draw it. Told to that element,
 * from where it bubbles; told again when another token is needed.
 */
export class SsprCaptchaEvent extends Event {
  constructor(
    /** What to draw, and where to hand the token over: `event.use.solved(token)`. */
    readonly use: CaptchaUse,
  ) {
    super('sspr-captcha', { bubbles: true, composed: true });
  }
}

/**
 * What the page has put into the element with `slot="captcha"`, as a provider. No slot of a shadow tree
 * can stand inside of the form, which is in the light DOM: so the page's element is moved there while
 * it is needed, and back afterwards.
 */
export function pageSlot(host: Element): CaptchaProvider | undefined {
  const own = host.querySelector(':scope > [slot="captcha"]');
  return own
    ? {
        mount(container, use) {
          container.append(own);
          use.signal.addEventListener('abort', () => host.append(own), { once: true });
          own.dispatchEvent(new SsprCaptchaEvent(use));
        },
      }
    : undefined;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sspr-captcha': SsprCaptchaEvent;
  }
}
