import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BrowserLauncher, SessionResult } from '@web/test-runner-core';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { Engine } from './engines.js';
import { freePort } from './free-port.js';
import { screen, setInnerSize } from './webkit-window.js';

/**
 * MiniBrowser's toolbar keeps its window at least 447 px wide. With a toolbar of next to no size
 * a page can be 320 px wide. This styles the window alone, no page.
 */
const toolbarStyle = `* {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0;
  font-size: 1px; -gtk-icon-source: none;
}`;

function writeSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-settings-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), toolbarStyle);
  return folder;
}

/** Starts a display that nobody sees; answers its name. It chooses a free number and writes it to a pipe. */
function startDisplay(program: string): { process: ChildProcess; name: Promise<string> } {
  const display = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const pipe = display.stdio[3] as Readable;
  const name = new Promise<string>((resolve, reject) => {
    let text = '';
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(`:${text.trim()}`);
    });
    display.on('error', reject);
    display.on('exit', () => reject(new Error('the display for WebKit ended at once')));
  });
  return { process: display, name };
}

async function untilReady(server: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const ready = await fetch(`${server}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
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
  readonly #processes: ChildProcess[] = [];
  readonly #settings = writeSettings();
  #server: Promise<string> | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async #startServer(): Promise<string> {
    const { driver, display } = this.#engine;
    if (!driver || !display) throw new Error('WebKit needs its driver and a display');
    const started = startDisplay(display);
    this.#processes.push(started.process);
    const port = await freePort();
    const server = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: await started.name,
        GDK_BACKEND: 'x11',
        XDG_CONFIG_HOME: this.#settings,
        // Its sandbox cannot be entered as root.
        ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
      },
    });
    this.#processes.push(server);
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url);
    return url;
  }

  async #openBrowser(): Promise<WebDriver> {
    this.#server ??= this.#startServer();
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: this.#engine.browser, args: ['--automation'] },
    });
    return new Builder()
      .usingServer(await this.#server)
      .withCapabilities(capabilities)
      .build();
  }

  getDriver(sessionId: string): WebDriver {
    const driver = this.#drivers.get(sessionId);
    if (!driver) throw new Error(`no browser for session ${sessionId}`);
    return driver;
  }

  async startSession(sessionId: string, url: string): Promise<void> {
    const driver = await this.#openBrowser();
    this.#drivers.set(sessionId, driver);
    await setInnerSize(driver, { width: 800, height: 600 });
    await driver.get(url);
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
    try {
      await driver?.getCurrentUrl();
      await driver?.quit();
      return {};
    } catch {
      return { errors: [{ message: 'the page crashed or hung, or its browser did' }] };
    }
  }

  async startDebugSession(): Promise<void> {
    throw new Error('not supported');
  }

  async stop(): Promise<void> {
    await Promise.allSettled([...this.#drivers.values()].map((driver) => driver.quit()));
    for (const child of this.#processes.reverse()) child.kill();
    rmSync(this.#settings, { recursive: true, force: true });
  }
}
