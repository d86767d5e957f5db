import { fileURLToPath } from 'node:url';
import { runCommand } from './command.js';
import { printFailure, type Result } from './tally.js';

/** The parts of a build in their order: the first empties dist, the others add to it. */
export const buildSteps: Readonly<Record<string, readonly [string, ...string[]]>> = {
  library: ['vite', 'build', '--mode', 'library', '--logLevel', 'warn'],
  declarations: ['tsc', '-p', 'src/tsconfig.build.json'],
  manifest: ['cem', 'analyze', '--config', 'test/runner/manifest.config.js'],
  embed: ['vite', 'build', '--mode', 'embed', '--logLevel', 'warn'],
  demo: ['vite', 'build', '--mode', 'demo', '--logLevel', 'warn'],
};

export async function runStep(name: string, command: readonly [string, ...string[]]) {
  const [program, ...args] = command;
  const { ok, output } = await runCommand(program, args, { seconds: 300 });
  if (ok) return { passed: 1, skipped: 0, failures: [] } satisfies Result;
  const failure = { file: command.join(' '), name, message: output };
  printFailure(name, failure);
  return { passed: 0, skipped: 0, failures: [failure] } satisfies Result;
}

/** `npm run build`: stops at the first part that fails. */
async function build(): Promise<void> {
  for (const [name, command] of Object.entries(buildSteps)) {
    const { failures } = await runStep(name, command);
    if (failures.length > 0) {
      process.exitCode = 1;
      return;
    }
    console.log(`✓ ${name}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
