import { launch } from 'puppeteer-core';
import { findEngines } from '../runner/engines.js';
import type { EngineName } from '../runner/options.js';
import { WebKitLauncher } from '../runner/webkit-launcher.js';

/** A browser with one page: goes somewhere, evaluates an expression there. */
export interface OpenBrowser {
  goTo(url: string): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
  /** What the browser itself has reported as an error since the page was gone to, where it tells. */
  readonly reported: readonly string[];
  close(): Promise<void>;
}

async function openPuppeteer(name: 'chromium' | 'firefox', browserPath: string) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: browserPath,
    args:
      name === 'firefox'
        ? []
        : ['--disable-gpu', '--disable-quic', '--disable-background-networking', ...asRoot],
  });
  const page = await browser.newPage();
  const reported: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') reported.push(message.text());
  });
  page.on('pageerror', (error) => reported.push(String(error)));
  // A page asks before a started reset is left; whoever tests goes on.
  page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  return {
    reported,
    async goTo(url) {
      reported.length = 0;
      await page.goto(url);
    },
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    close: () => browser.close(),
  } satisfies OpenBrowser;
}

/** Opens an installed engine; one that is missing is an error that says what to install. */
export async function openBrowser(name: EngineName): Promise<OpenBrowser> {
  const { engines, missing } = await findEngines([name]);
  const [engine] = engines;
  if (!engine) throw new Error(missing.join('\n'));
  if (name !== 'webkit') return await openPuppeteer(name, engine.browser);
  const launcher = new WebKitLauncher(engine);
  await launcher.startSession('page', 'about:blank');
  const driver = launcher.getDriver('page');
  return {
    reported: [],
    goTo: (url) => driver.get(url),
    evaluate: <T>(expression: string) => driver.executeScript<T>(`return ${expression}`),
    close: () => launcher.stop(),
  };
}
