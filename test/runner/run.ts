// `npm test`: everything that can be checked, with one line of verdict at the end.
// --only=check,build,unit,browser  --engines=chromium,firefox,webkit  --files=<glob>

import { runBrowserTests } from './browser-tests.js';
import { buildSteps, runStep } from './build.js';
import { findEngines } from './engines.js';
import { runNodeTests } from './node-tests.js';
import { type Options, readOptions, type StageName } from './options.js';
import { checkSizes } from './size.js';
import { Tally } from './tally.js';

const checkSteps: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'lint and format': ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  'types of the browser code': ['tsc', '-p', '.'],
  'types of the pure rooms': ['tsc', '-p', 'src/tsconfig.pure.json'],
  'types of tests and Node code': ['tsc', '-p', 'test'],
};

const packageSteps: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'package exports': ['publint', '--strict', '.'],
  'types of the package': ['attw', '--pack', '.', '--profile', 'esm-only', '--no-emoji'],
};

async function runSteps(tally: Tally, steps: typeof checkSteps): Promise<void> {
  for (const [name, command] of Object.entries(steps)) {
    const startedAt = performance.now();
    tally.add(name, await runStep(name, command), startedAt);
  }
}

const stages: Record<StageName, (tally: Tally, options: Options) => Promise<void>> = {
  async check(tally, options) {
    await runSteps(tally, checkSteps);
    if (options.stages.includes('unit')) return;
    const startedAt = performance.now();
    tally.add('rooms', await runNodeTests(['test/node/rooms.test.ts']), startedAt);
  },

  async build(tally) {
    await runSteps(tally, buildSteps);
    await runSteps(tally, packageSteps);
    const startedAt = performance.now();
    tally.add('size', await checkSizes(), startedAt);
  },

  async unit(tally, { files }) {
    const startedAt = performance.now();
    tally.add('node', await runNodeTests(files), startedAt);
  },

  async browser(tally, options) {
    const { engines, missing } = await findEngines(options.engines);
    const startedAt = performance.now();
    for (const message of missing) {
      console.log(message);
      const failures = [{ file: '-', name: 'engine', message }];
      tally.add('engine', { passed: 0, skipped: 0, failures }, startedAt);
    }
    const results = await runBrowserTests(engines, options.files);
    for (const [browser, result] of results) tally.add(browser, result, startedAt);
  },
};

/** Whatever the runner itself trips over is a failure to report, not an end without a verdict. */
function broken(name: string, error: unknown) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, skipped: 0, failures: [{ file: '-', name, message }] };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const tally = new Tally();
  process.on('unhandledRejection', (error) => {
    tally.add('the runner', broken('unhandled rejection', error), performance.now());
  });
  for (const stage of options.stages) {
    console.log(`\n— ${stage}`);
    const startedAt = performance.now();
    try {
      await stages[stage](tally, options);
    } catch (error) {
      tally.add(stage, broken(stage, error), startedAt);
    }
  }
  return tally.finish();
}

// Told to stop, it still ends what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

// A browser that did not end, or a timer that is left, does not hold up the verdict.
process.exit(await main());
