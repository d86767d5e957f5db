import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchLanguage } from './language-watch.js';
import { type LocaleLoader, localeLoader } from './load.js';
import {
  type Direction,
  directionOf,
  languagesOf,
  negotiate,
  pseudoLocale,
  shippedLocales,
  sourceLocale,
} from './locales.js';
import { speaking, type Words } from './msg.js';
import { localesOf, type OwnWords, ownWordsFor } from './own-words.js';

/**
 * Gives one element its language: found from `lang`, followed while it changes, its words loaded when
 * needed. Locale, direction and words always change together, once the words are there, so that a host
 * never shows one language in the direction of another, and keeps the old one until then.
 *
 * The host renders inside `speak`, and holds its first render back until `ready` where it would rather
 * show nothing than the source language for a moment:
 *
 * ```ts
 * protected override async scheduleUpdate() {
 *   if (this.#locale.pending) await this.#locale.ready;
 *   return super.scheduleUpdate();
 * }
 * protected override performUpdate() {
 *   this.#locale.speak(() => super.performUpdate());
 * }
 * ```
 */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #loader: LocaleLoader;
  readonly #words: Words = { locale: sourceLocale };
  #own: OwnWords | undefined;
  #unwatch: (() => void) | undefined;
  /** The locale being loaded; a later choice makes an earlier load's answer stale. */
  #wanted: string | undefined;
  #ready: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost & Element, loader: LocaleLoader = localeLoader) {
    this.#host = host;
    this.#loader = loader;
    host.addController(this);
  }

  /** The language of the words in force, as a BCP 47 tag. */
  get locale(): string {
    return this.#words.locale;
  }

  /** How that language is written. */
  get direction(): Direction {
    return directionOf(this.locale);
  }

  /** Whether the words of the language that was found are still on their way. */
  get pending(): boolean {
    return this.#wanted !== undefined;
  }

  /** Resolves when the words are there, or when it is clear that they will not come; never rejects. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The host page's own words; setting them shows them at the next update. */
  get messages(): OwnWords | undefined {
    return this.#own;
  }

  set messages(own: OwnWords | undefined) {
    this.#own = own;
    this.#use(this.locale);
    if (this.#unwatch) this.#resolve();
  }

  /** Runs the host's render with its words. */
  speak<T>(render: () => T): T {
    return speaking(this.#words, render);
  }

  hostConnected(): void {
    this.#unwatch = watchLanguage(this.#host, () => this.#resolve());
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#wanted = undefined;
  }

  #resolve(): void {
    const locale = negotiate(languagesOf(this.#host), [
      ...shippedLocales,
      pseudoLocale,
      ...localesOf(this.#own),
    ]);
    if (this.#loader.missing(locale)) {
      if (locale !== this.#wanted) this.#ready = this.#load(locale);
    } else {
      this.#wanted = undefined;
      if (locale !== this.locale) this.#use(locale);
    }
  }

  async #load(locale: string): Promise<void> {
    this.#wanted = locale;
    const templates = await this.#loader.load(locale);
    if (locale !== this.#wanted) return;
    this.#wanted = undefined;
    this.#use(templates ? locale : sourceLocale);
  }

  #use(locale: string): void {
    // In place: what a page has set before the class came is taken in the middle of the first render.
    Object.assign(this.#words, {
      locale,
      templates: this.#loader.loaded(locale),
      overrides: ownWordsFor(this.#own, locale),
    } satisfies Words);
    this.#host.requestUpdate();
  }
}
