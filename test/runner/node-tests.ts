import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runCommand } from './command.js';
import { type Failure, printFailure, type Result } from './tally.js';

const usualFiles = ['test/unit/**/*.test.ts', 'test/node/**/*.test.ts'];
const runsInNode = (file: string) =>
  /^test[\\/](unit|node)[\\/]/.test(file) || file.endsWith('.node.test.ts');

/** What mocha's own JSON reporter writes, as far as it is read here. */
interface Report {
  readonly stats: { readonly passes: number; readonly pending: number };
  readonly failures: readonly {
    readonly file: string | null;
    readonly fullTitle: string;
    readonly err: { readonly message?: string; readonly stack?: string };
  }[];
}

function readReport({ stats, failures }: Report): Result {
  return {
    passed: stats.passes,
    skipped: stats.pending,
    failures: failures.map(({ file, fullTitle, err }) => ({
      file: file ? relative(root, file) : '-',
      name: fullTitle,
      message: err.stack ?? err.message ?? 'failed without a message',
    })),
  };
}

/** Runs the files that need no browser by mocha in a Node of their own. */
export async function runNodeTests(chosenFiles: readonly string[]): Promise<Result> {
  const globs = chosenFiles.length > 0 ? chosenFiles : usualFiles;
  const files = globSync([...globs], { cwd: root })
    .filter(runsInNode)
    .sort();
  const broken = (message: string): Result => {
    const failure: Failure = { file: '-', name: 'all unit tests', message };
    printFailure('node', failure);
    return { passed: 0, skipped: 0, failures: [failure] };
  };
  if (files.length === 0) return broken('no test file was found');

  const folder = await mkdtemp(join(tmpdir(), 'unit-tests-'));
  try {
    const output = join(folder, 'report.json');
    const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
    const reporter = ['--reporter=json', `--reporter-option=output=${output}`];
    const { ok, output: said } = await runCommand(
      process.execPath,
      ['--import=tsx', mocha, '--timeout=10000', '--forbid-only', ...reporter, ...files],
      { seconds: 600 },
    );
    const report = await readFile(output, 'utf8').catch(() => undefined);
    if (report === undefined) return broken(said || 'mocha wrote no report');
    const result = readReport(JSON.parse(report) as Report);
    for (const failure of result.failures) printFailure('node', failure);
    if (result.failures.length > 0) return result;
    if (!ok) return broken(`mocha ended badly without a failed test\n${said}`);
    return result.passed > 0 ? result : broken('not one test ran');
  } finally {
    await rm(folder, { recursive: true });
  }
}
