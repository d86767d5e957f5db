import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Captcha } from '../../contract/discovery.js';
import { msg } from '../../localization/msg.js';
import { errorLine, problemOf } from '../parts/field.js';
import { icon, icons } from '../parts/icon.js';
import type { ViewContext } from '../view.js';
import { captchaField } from './about.js';
import { externalNews } from './external-news.js';
import { pageSlot } from './page-slot.js';
import {
  type CaptchaProvider,
  type CaptchaUse,
  captchaProvider,
  onCaptchaRegistered,
} from './registry.js';

type ExternalCaptcha = Extract<Captcha, { readonly kind: 'external' }>;

/** Names of captchas that nobody on this page draws: developers are told once. */
const missed = new Set<string>();

/** Where the element that draws the form stands: outside of it. */
const hostOf = (container: Element): Element | undefined =>
  container.closest('form')?.parentElement ?? undefined;

/** Which of both schemes of colours an element is drawn in. */
function themeOf(element: Element): 'light' | 'dark' {
  const { colorScheme } = getComputedStyle(element);
  const either = colorScheme.includes('light') && colorScheme.includes('dark');
  const isDark = either
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : colorScheme.includes('dark');
  return isDark ? 'dark' : 'light';
}

/** One captcha of another maker on the screen, from its drawing to the end of it. */
interface Mount {
  readonly container: HTMLElement;
  readonly end: AbortController;
  provider: CaptchaProvider | undefined;
  state: 'loading' | 'there' | 'missing' | 'failed';
}

/** The token is kept here and nowhere else: it is sent, and leaves the page, with what is typed. */
function tokenField(): HTMLInputElement {
  const field = document.createElement('input');
  field.name = captchaField;
  // Of type text, as the value of a hidden input is an attribute.
  field.hidden = true;
  field.autocomplete = 'off';
  for (const mark of ['data-private', 'data-sentry-mask', 'data-hj-suppress'])
    field.setAttribute(mark, '');
  return field;
}

/** The captcha of another maker, drawn by the page (rule CAPTCHA-2). */
class External extends AsyncDirective {
  #captcha: ExternalCaptcha | undefined;
  #locale = '';
  #context: ViewContext | undefined;
  #mount: Mount | undefined;
  /** Whether it is to be drawn anew with the next render, in which the container comes into the document. */
  #again = false;
  #news: (() => string) | undefined;
  readonly #token = tokenField();

  override render(captcha: ExternalCaptcha, context: ViewContext): TemplateResult {
    this.#context = context;
    this.#follow(captcha, context.locale);
    const { container, state } = this.#mount ?? {};
    if (this.#news) context.announce(this.#news());
    this.#news = undefined;
    const nameId = context.id('captcha-name');
    const isWrong = problemOf(context, captchaField) !== undefined;
    return html`<div
      class="captcha"
      role="group"
      id=${context.id(captchaField)}
      tabindex="-1"
      aria-labelledby=${nameId}
      aria-describedby=${isWrong ? context.id(`${captchaField}-error`) : nothing}
    >
      <p class="label" id=${nameId}>${msg('Check that you are a person', {
        id: 'reset.captcha.external',
        desc: 'Above a captcha of another maker',
      })}</p>
      ${
        state === 'loading'
          ? html`<p class="hint">${icon(icons.turning, 'turning')} ${externalNews.loading()}</p>
              <p class="late">${this.#retryButton()}</p>`
          : nothing
      }
      ${container}
      ${
        state === 'failed' || state === 'missing'
          ? html`<div class="notice danger">
              ${icon(icons.alert)}
              <div>
                <p>${externalNews[state]()}</p>
                ${this.#retryButton()}
              </div>
            </div>`
          : nothing
      }
      ${this.#token}
      ${errorLine(context, captchaField)}
    </div>`;
  }

  #retryButton(): TemplateResult {
    return html`<button type="button" class="quiet strong" @click=${this.#onRetry}>${msg(
      'Try again',
      {
        id: 'common.retry',
        desc: 'Button: sends the same once more',
      },
    )}</button>`;
  }

  /** The step has gone, or the element. */
  protected override disconnected(): void {
    this.#mount?.end.abort();
    this.#token.value = '';
  }

  /** Draws what is asked for now: another captcha wants another token, whatever became of the last one. */
  #follow(captcha: ExternalCaptcha, locale: string): void {
    const before = this.#captcha;
    this.#captcha = captcha;
    // In another language only while nothing would be lost.
    const stays = locale === this.#locale || this.#token.value !== '';
    if (captcha === before && stays && !this.#again) return;
    this.#token.value = '';
    const isSame = captcha.provider === before?.provider && captcha.siteKey === before.siteKey;
    if (isSame && stays && !this.#again && this.#reset()) return;
    this.#again = false;
    this.#locale = locale;
    this.#start(captcha, locale);
  }

  /** Asks once more in the same place, where the provider can. */
  #reset(): boolean {
    const { state, provider, container } = this.#mount ?? {};
    if (state !== 'there' || !container || !provider?.reset) return false;
    try {
      provider.reset(container);
      return true;
    } catch {
      return false;
    }
  }

  #start(captcha: ExternalCaptcha, locale: string): void {
    this.#mount?.end.abort();
    const container = document.createElement('div');
    container.className = 'foreign';
    const end = new AbortController();
    const mount: Mount = { container, end, provider: undefined, state: 'loading' };
    this.#mount = mount;
    // Only once it is in the document.
    queueMicrotask(() => end.signal.aborted || this.#draw(mount, captcha, locale));
  }

  async #draw(mount: Mount, { provider, siteKey }: ExternalCaptcha, locale: string): Promise<void> {
    const { container, end } = mount;
    const { signal } = end;
    const host = hostOf(container);
    mount.provider = captchaProvider(provider) ?? (host && pageSlot(host));
    if (!mount.provider) {
      this.#turn(mount, 'missing');
      onCaptchaRegistered(() => captchaProvider(provider) && this.#drawAgain(), signal);
      if (missed.has(provider)) return;
      missed.add(provider);
      console.warn(
        `<${host?.localName}>: nobody draws the captcha “${provider}” of the backend. Call registerCaptcha('${provider}', …), or put an element with slot="captcha" into it.`,
      );
      return;
    }
    const use: CaptchaUse = {
      siteKey,
      locale,
      theme: themeOf(container),
      signal,
      solved: (token) => this.#take(mount, token),
      expired: () => this.#take(mount, ''),
      failed: () => this.#turn(mount, 'failed'),
    };
    try {
      await mount.provider.mount(container, use);
      if (mount.state === 'loading') this.#turn(mount, 'there');
    } catch (cause) {
      if (signal.aborted) return;
      console.warn(`<${host?.localName}>: the captcha “${provider}” was not drawn.`, cause);
      this.#turn(mount, 'failed');
    }
  }

  #take(mount: Mount, token: string): void {
    if (mount.end.signal.aborted) return;
    if (this.#token.value && !token) this.#news = externalNews.expired;
    this.#token.value = token;
    this.#turn(mount, 'there');
  }

  #turn(mount: Mount, state: Mount['state']): void {
    if (mount.end.signal.aborted) return;
    mount.state = state;
    if (state === 'failed' || state === 'missing') {
      this.#token.value = '';
      this.#news = externalNews[state];
    }
    this.#context?.redraw();
  }

  #drawAgain(): void {
    this.#again = true;
    this.#news = externalNews.loading;
    this.#context?.redraw();
  }

  readonly #onRetry = ({ currentTarget }: Event): void => {
    // The button goes away with what it does, and would take the focus along.
    const group = currentTarget instanceof Element ? currentTarget.closest('.captcha') : null;
    if (group instanceof HTMLElement) group.focus();
    this.#drawAgain();
  };
}

/** The captcha of another maker, for a template. It keeps what the page draws for as long as it is asked for. */
export const externalCaptcha = directive(External);
