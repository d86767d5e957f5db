/**
 * A figure, never a verdict: how long a page with `<sspr-reset>` takes until a person can type their
 * username, beside the same page with a bare Lit element that has one field. On a processor slowed down
 * four times, each load with an empty cache. Run it by `npm run build && npm run benchmark:first-view`.
 */
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { build } from 'vite';
import { createRequestHandler } from '../../src/mock/index.js';
import { type RunningServer, startServer } from '../../src/mock/server.js';
import { createTenant, policy } from '../../src/tenant/index.js';
import { root } from './command.js';
import { findEngines } from './engines.js';
import { chromiumArguments } from './puppeteer-launcher.js';

const loads = 25;
const slowdown = 4;

/** Lit and one field, in one minified file as the embed is. */
async function bundleBareElement(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'test/runner/bare-element.ts', formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : [];
  const [chunk] = output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('the bare element was not built');
  return chunk.code;
}

const pages = {
  'a bare Lit element':
    '<script type="module" src="/bare-element.js"></script><bare-element></bare-element>',
  '<sspr-reset>':
    '<script type="module" src="/sspr-reset.js"></script><sspr-reset endpoint="/api/sspr"></sspr-reset>',
} as const;
type Name = keyof typeof pages;
const names = Object.keys(pages) as Name[];

/** A page as people meet it: with text in the font of the platform before the element comes. */
const signInPage = (content: string): string => `<!doctype html>
<html lang="en">
<title>Sign in</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif }</style>
<h1>Sign in</h1>
<p>Your company's account.</p>
${content}
</html>`;

async function serve(): Promise<RunningServer> {
  const bare = await bundleBareElement();
  const tenant = createTenant({
    name: 'Contoso',
    people: [],
    policy: policy({ scope: 'all' }),
  });
  const backend = createRequestHandler(tenant);
  const respond = (body: string, type: string) =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
  return startServer(
    async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === '/bare-element.js') return respond(bare, 'text/javascript');
      if (pathname === '/page')
        return respond(signInPage(pages[searchParams.get('of') as Name]), 'text/html');
      return backend(request);
    },
    { static: join(root, 'dist', 'embed') },
  );
}

/** Milliseconds from the navigation until there is a field that is shown and takes what is typed. */
async function timeToFirstInput(browser: Browser, url: string, of: Name): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(() => {
      const observer = new MutationObserver(() => {
        const input = document.querySelector('input');
        if (!input?.getClientRects().length || input.disabled) return;
        observer.disconnect();
        performance.mark('usable');
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.goto(`${url}/page?of=${encodeURIComponent(of)}`);
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
    return await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? 0);
  } finally {
    await context.close();
  }
}

const quartile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;

const { engines, missing } = await findEngines(['chromium']);
const [chromium] = engines;
if (!chromium) throw new Error(missing.join('\n'));
const server = await serve();
const browser = await launch({ executablePath: chromium.browser, args: [...chromiumArguments] });
try {
  const times: Record<Name, number[]> = { 'a bare Lit element': [], '<sspr-reset>': [] };
  // In turn, so that what the machine does meanwhile meets both alike; the first ones warm up.
  for (let load = -3; load < loads; load += 1)
    for (const name of names) {
      const time = await timeToFirstInput(browser, server.url, name);
      if (load >= 0) times[name].push(time);
    }
  console.log(
    `milliseconds to the first field, ${loads} loads each, processor ${slowdown}× slower`,
  );
  for (const name of names) {
    const quartiles = [0.25, 0.5, 0.75].map((share) => quartile(times[name], share).toFixed(0));
    console.log(`${name.padEnd(24)}${quartiles.map((one) => one.padStart(6)).join('')}`);
  }
  const [bare, reset] = names.map((name) => quartile(times[name], 0.5));
  console.log(
    `of the medians: ${((reset ?? 0) / (bare ?? 1)).toFixed(2)} times, to be 1.5 at most`,
  );
} finally {
  await browser.close();
  await server.close();
}
