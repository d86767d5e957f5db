import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Server } from 'node:net';
import { join, relative } from 'node:path';
import { nodeResolvePlugin } from '@web/dev-server';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import {
  sendKeysPlugin,
  sendMousePlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import {
  type BrowserLauncher,
  type Logger,
  TestRunner,
  type TestRunnerCoreConfig,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner-core';
import { chromiumCommands } from './chromium-commands.js';
import { root } from './command.js';
import type { Engine } from './engines.js';
import { freePort } from './free-port.js';
import { type Medium, media, PuppeteerLauncher } from './puppeteer-launcher.js';
import { serviceWorker } from './service-worker.js';
import { type Failure, printFailure, type Result } from './tally.js';
import { webKitCommands } from './webkit-commands.js';
import { WebKitLauncher } from './webkit-launcher.js';

const usualFiles = ['unit', 'elements', 'mock'].map((room) => `test/${room}/**/*.test.ts`);
const timeLimitMinutes = 35;

const testPage = (framework: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Tests</title>
  </head>
  <body><script type="module" src="${framework}"></script></body>
</html>`;

const quiet: Logger = {
  log: () => {},
  debug: () => {},
  warn: () => {},
  group: () => {},
  groupEnd: () => {},
  error: (...messages) => console.error(...messages),
  logSyntaxError: (error) => console.error(error),
};

function launcherOf(engine: Engine): BrowserLauncher {
  return engine.name === 'webkit' ? new WebKitLauncher(engine) : new PuppeteerLauncher(engine);
}

/** The groups that repeat `*.media.test.ts` in a Firefox started in each medium. */
function mediaGroups(engines: readonly Engine[], files: readonly string[]) {
  const firefox = engines.find(({ name }) => name === 'firefox');
  const mediaFiles = files.filter((file) => file.endsWith('.media.test.ts'));
  if (!firefox || mediaFiles.length === 0) return [];
  return (Object.keys(media) as Medium[]).map((medium) => ({
    name: medium,
    files: mediaFiles,
    browsers: [new PuppeteerLauncher(firefox, medium)],
  }));
}

/**
 * The runner's server takes "localhost" to mean every interface of the machine. Tests are nobody
 * else's business: a server that names no host listens on the loopback interface.
 */
async function onLoopback<T>(start: () => Promise<T>): Promise<T> {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [options] = args;
    const loopback =
      typeof options === 'object' ? [{ ...options, host: '127.0.0.1' }, ...args.slice(1)] : args;
    return Reflect.apply(listen, this, loopback) as Server;
  };
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/** Counts one file's tests, and turns what went wrong outside of a test into a failure too. */
function resultOf(session: TestSession): Result {
  const file = relative(root, session.testFile);
  const failures: Failure[] = session.errors.map(({ message, stack }) => ({
    file,
    name: '(the file itself)',
    message: stack ?? message,
  }));
  let passed = 0;
  let skipped = 0;
  const visit = (suite: TestSuiteResult, above: string) => {
    const path = `${above} ${suite.name}`.trim();
    for (const test of suite.tests) {
      if (test.skipped) skipped += 1;
      else if (test.passed) passed += 1;
      else {
        const { message = 'failed without a message', stack = '' } = test.error ?? {};
        const text = stack.includes(message) ? stack : `${message}\n${stack}`;
        failures.push({ file, name: `${path} ${test.name}`.trim(), message: text });
      }
    }
    for (const inner of suite.suites) visit(inner, path);
  };
  if (session.testResults) visit(session.testResults, '');
  if (session.passed === false && failures.length === 0) {
    failures.push({ file, name: '(the file itself)', message: 'did not finish' });
  }
  if (failures.length > 0 && session.request404s.length > 0) {
    const message = `not found: ${session.request404s.join(', ')}`;
    failures.push({ file, name: '(requests)', message });
  }
  return { passed, skipped, failures };
}

function sum(results: readonly Result[]): Result {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    skipped: results.reduce((total, { skipped }) => total + skipped, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}

function report(session: TestSession, done: number, all: number): void {
  const { passed, failures } = resultOf(session);
  const file = relative(root, session.testFile);
  const { name } = session.browser;
  const mark = failures.length > 0 ? '✗' : '✓';
  console.log(
    `${mark} [${done}/${all}] ${name} ${file}: ${passed} passed, ${failures.length} failed`,
  );
  if (failures.length === 0) return;
  for (const failure of failures) printFailure(name, failure);
  for (const log of session.logs) console.log('    console:', ...log);
}

async function finished(runner: TestRunner): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const inTime = await Promise.race([
    new Promise<boolean>((resolve) => runner.on('finished', () => resolve(true))),
    new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), timeLimitMinutes * 60_000);
    }),
  ]);
  clearTimeout(timer);
  return inTime;
}

/** Runs the test files in every engine given; the key of each result is the browser's name. */
export async function runBrowserTests(
  engines: readonly Engine[],
  chosenFiles: readonly string[],
): Promise<Map<string, Result>> {
  const globs = chosenFiles.length > 0 ? chosenFiles : usualFiles;
  const files = globSync([...globs], { cwd: root })
    .filter((file) => !file.endsWith('.node.test.ts') && !file.startsWith('test/node/'))
    .sort()
    .map((file) => join(root, file));
  const results = new Map(engines.map(({ name }) => [name as string, [] as Result[]]));
  if (files.length > 0 && engines.length > 0) await run(engines, files, results);

  for (const { name } of engines) {
    const { passed, skipped, failures } = sum(results.get(name) ?? []);
    if (passed + skipped + failures.length > 0) continue;
    const message = `not one test ran in ${name}`;
    results.set(name, [{ passed, skipped, failures: [{ file: '-', name: 'all', message }] }]);
  }
  return new Map([...results].map(([name, parts]) => [name, sum(parts)]));
}

async function run(
  engines: readonly Engine[],
  files: string[],
  results: Map<string, Result[]>,
): Promise<void> {
  const config: TestRunnerCoreConfig = {
    rootDir: root,
    files,
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: await freePort(),
    browsers: engines.map(launcherOf),
    // One page at a time in each browser, or the focus is not where a test put it.
    concurrency: 1,
    concurrentBrowsers: 2,
    browserStartTimeout: 120_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    testFramework: {
      path: createRequire(import.meta.url).resolve('@web/test-runner-mocha/dist/autorun.js'),
      config: { ui: 'bdd', timeout: 20_000 },
    },
    testRunnerHtml: testPage,
    watch: false,
    browserLogs: true,
    coverageConfig: {},
    logger: quiet,
    reporters: [],
    plugins: [
      esbuildPlugin({ ts: true, target: 'esnext', tsconfig: join(root, 'tsconfig.json') }),
      serviceWorker,
      webKitCommands,
      chromiumCommands,
      setViewportPlugin(),
      sendKeysPlugin(),
      sendMousePlugin(),
      // Lit in its development form, which warns of more mistakes; msw in its browser form.
      nodeResolvePlugin(root, false, { exportConditions: ['browser', 'development'] }),
    ],
  };
  const runner = new TestRunner(config, mediaGroups(engines, files));
  const sessions = [...runner.sessions.all()];
  let done = 0;
  runner.sessions.on('session-status-updated', (session) => {
    if (session.status !== 'FINISHED') return;
    done += 1;
    report(session, done, sessions.length);
  });
  const end = finished(runner);
  await onLoopback(() => runner.start());
  const inTime = await end;
  await runner.stop();

  for (const session of runner.sessions.all()) {
    const { name } = session.browser;
    const parts = results.get(name) ?? [];
    results.set(name, [...parts, resultOf(session)]);
  }
  if (!inTime) {
    const message = `stopped at the time limit of ${timeLimitMinutes} minutes`;
    const failure = { file: '-', name: 'all browser tests', message };
    results.set('browsers', [{ passed: 0, skipped: 0, failures: [failure] }]);
  }
}
