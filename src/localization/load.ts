import type { Templates } from './msg.js';

/** One lazy module per locale; the source language needs none. */
export type LocaleModules = Readonly<
  Record<string, (() => Promise<{ templates: Templates }>) | undefined>
>;

/** What every element speaks with. */
export const modules: LocaleModules = {
  de: () => import('./generated/de.js'),
  ar: () => import('./generated/ar.js'),
  'en-XA': () => import('./generated/en-XA.js'),
};

/** Loads each locale once for all elements of the page. */
export class LocaleLoader {
  readonly #modules: LocaleModules;
  readonly #loaded = new Map<string, Templates>();
  readonly #loading = new Map<string, Promise<Templates | undefined>>();

  constructor(from: LocaleModules = modules) {
    this.#modules = from;
  }

  /** What is there already, so that a change to it shows no other language in between. */
  loaded(locale: string): Templates | undefined {
    return this.#loaded.get(locale);
  }

  /** Whether a locale has words of its own that are not there yet. */
  missing(locale: string): boolean {
    return !this.#loaded.has(locale) && Boolean(this.#modules[locale]);
  }

  /**
   * The texts of a locale. None, so the source language, for locales without a module and when loading
   * failed, which is tried again at the next call. Never rejects.
   */
  load(locale: string): Promise<Templates | undefined> {
    const pending = this.#loading.get(locale) ?? this.#fetch(locale);
    this.#loading.set(locale, pending);
    return pending;
  }

  async #fetch(locale: string): Promise<Templates | undefined> {
    try {
      const templates = (await this.#modules[locale]?.())?.templates;
      if (templates) this.#loaded.set(locale, templates);
      return templates;
    } catch {
      this.#loading.delete(locale);
      return undefined;
    }
  }
}

/** The page's loader: words are data without a language of their own, so one cache serves all elements. */
export const localeLoader: LocaleLoader = new LocaleLoader();
