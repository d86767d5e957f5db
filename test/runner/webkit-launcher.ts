import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { Engine } from './engines.js';
import { startWebKitServer, type WebKitServer } from './webkit-server.js';
import { setInnerSize } from './webkit-window.js';

const startAttempts = 3;
const startSeconds = 25;
const stopSeconds = 10;

async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`${what} took longer than ${seconds} s`);
    timer = setTimeout(() => reject(error), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * WebKitGTK's MiniBrowser through its WebDriver. Every test file is a browser session of its own
 * and the top-level page in it, so that focus, window size and storage are its own.
 */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'webkit';
  readonly type = 'webdriver-page';
  readonly concurrency = 1;
  readonly #engine: Engine;
  readonly #drivers = new Map<string, WebDriver>();
  #server: WebKitServer | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async #openBrowser(): Promise<WebDriver> {
    this.#server ??= await startWebKitServer(this.#engine);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: this.#engine.browser, args: ['--automation'] },
    });
    const driver = await new Builder()
      .usingServer(this.#server.url)
      .withCapabilities(capabilities)
      .build();
    await setInnerSize(driver, { width: 800, height: 600 });
    return driver;
  }

  #stopServer(): void {
    this.#server?.stop();
    this.#server = undefined;
  }

  getDriver(sessionId: string): WebDriver {
    const driver = this.#drivers.get(sessionId);
    if (!driver) throw new Error(`no browser for session ${sessionId}`);
    return driver;
  }

  /** Now and then MiniBrowser does not come up. No test has run by then: a fresh one is started. */
  async startSession(sessionId: string, url: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const driver = await within(startSeconds, 'starting WebKit', this.#openBrowser());
        this.#drivers.set(sessionId, driver);
        await driver.get(url);
        return;
      } catch (error) {
        if (attempt === startAttempts || this.isActive(sessionId)) throw error;
        console.log(`  webkit did not start, attempt ${attempt}: ${String(error)}`);
        this.#stopServer();
      }
    }
  }

  isActive(sessionId: string): boolean {
    return this.#drivers.has(sessionId);
  }

  /** Unknown when the page has crashed, which takes its session along. */
  getBrowserUrl(sessionId: string): Promise<string | undefined> {
    return this.getDriver(sessionId)
      .getCurrentUrl()
      .catch(() => undefined);
  }

  async stopSession(sessionId: string): Promise<SessionResult> {
    const driver = this.#drivers.get(sessionId);
    this.#drivers.delete(sessionId);
    const quit = async () => {
      await driver?.getCurrentUrl();
      await driver?.quit();
    };
    try {
      await within(stopSeconds, 'closing WebKit', quit());
      return {};
    } catch {
      this.#stopServer();
      return { errors: [{ message: 'the page crashed or hung, or its browser did' }] };
    }
  }

  async startDebugSession(): Promise<void> {
    throw new Error('not supported');
  }

  async stop(): Promise<void> {
    this.#stopServer();
  }
}
