import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import { type Browser, type BrowserContext, launch, type Page } from 'puppeteer-core';
import type { Engine } from './engines.js';

// Chromium as root has no sandbox to enter; the rest keeps it from calling its maker's hosts.
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Firefox takes a medium from its preferences when it starts, and cannot change it later. */
export const media = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
  'forced-colors': { 'browser.display.document_color_use': 2 },
} as const;
export type Medium = keyof typeof media;

/**
 * Chromium over CDP and Firefox over BiDi. Every test file gets a page in a browser context of its
 * own, so that storage, service workers and emulated media end with the file.
 */
export class PuppeteerLauncher implements BrowserLauncher {
  readonly name: string;
  readonly type = 'puppeteer';
  readonly concurrency = 1;
  readonly #engine: Engine;
  readonly #medium: Medium | undefined;
  readonly #pages = new Map<string, { context: BrowserContext; page: Page }>();
  #browser: Promise<Browser> | undefined;

  constructor(engine: Engine, medium?: Medium) {
    this.#engine = engine;
    this.#medium = medium;
    this.name = medium ? `${engine.name} ${medium}` : engine.name;
  }

  #launch(): Promise<Browser> {
    const firefox = this.#engine.name === 'firefox';
    this.#browser ??= launch({
      browser: firefox ? 'firefox' : 'chrome',
      executablePath: this.#engine.browser,
      headless: true,
      args: firefox ? [] : chromiumArguments,
      ...(this.#medium && { extraPrefsFirefox: media[this.#medium] }),
    });
    return this.#browser;
  }

  /** The name and signature under which the runner's own command plugins look for the page. */
  getPage(sessionId: string): Page {
    const session = this.#pages.get(sessionId);
    if (!session) throw new Error(`no page for session ${sessionId}`);
    return session.page;
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    const browser = await this.#launch();
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    this.#pages.set(sessionId, { context, page });
    await page.setViewport({ width: 800, height: 600 });
    await page.goto(url);
  }

  isActive(sessionId: string): boolean {
    return this.#pages.has(sessionId);
  }

  getBrowserUrl(sessionId: string): string {
    return this.getPage(sessionId).url();
  }

  async stopSession(sessionId: string): Promise<SessionResult> {
    const session = this.#pages.get(sessionId);
    this.#pages.delete(sessionId);
    await session?.context.close();
    return {};
  }

  async startDebugSession(): Promise<void> {
    throw new Error('not supported');
  }

  async stop(): Promise<void> {
    const browser = await this.#browser;
    await browser?.close();
  }
}
