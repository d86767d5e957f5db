import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { CDPSession, Page } from 'puppeteer-core';
import { PuppeteerLauncher } from './puppeteer-launcher.js';

const features = ['prefers-color-scheme', 'prefers-reduced-motion', 'forced-colors'];

/** Emulated media last as long as the protocol session that asked for them: one per page. */
const protocols = new WeakMap<Page, Promise<CDPSession>>();

const protocolOf = (page: Page): Promise<CDPSession> => {
  const protocol = protocols.get(page) ?? page.createCDPSession();
  protocols.set(page, protocol);
  return protocol;
};

async function emulate(page: Page, wanted: Record<string, string>): Promise<void> {
  const session = await protocolOf(page);
  await session.send('Emulation.setEmulatedMedia', {
    media: '',
    features: features.map((name) => ({ name, value: wanted[name] ?? '' })),
  });
}

/** Counts what is alive after everything that nobody can reach any more was let go. */
async function countAlive(page: Page) {
  const session = await protocolOf(page);
  await session.send('HeapProfiler.collectGarbage');
  return session.send('Memory.getDOMCounters');
}

/** What only Chromium's own protocol can do: every medium at once, the accessibility tree, the heap. */
export const chromiumCommands: TestRunnerPlugin = {
  name: 'chromium-commands',
  async executeCommand({ command, payload, session }) {
    const { browser, id } = session;
    if (!(browser instanceof PuppeteerLauncher) || browser.name !== 'chromium') return undefined;
    const page = browser.getPage(id);
    switch (command) {
      case 'emulate-features':
        await emulate(page, payload as Record<string, string>);
        return true;
      case 'alive':
        return countAlive(page);
      case 'accessibility-tree':
        return (await page.accessibility.snapshot({ interestingOnly: payload !== 'all' })) ?? {};
      default:
        return undefined;
    }
  },
};
