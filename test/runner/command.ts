import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

interface Limits {
  readonly seconds: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs one program to its end, or stops it at its time limit, and keeps what it said. */
export function runCommand(program: string, args: string[], limits: Limits): Promise<Outcome> {
  const tools = join(root, 'node_modules', '.bin');
  // npm asks its scripts for colours, which are noise where the output is kept and quoted.
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      NO_COLOR: '1',
      ...limits.env,
      PATH: [tools, process.env.PATH].join(delimiter),
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  let late = '';
  const timer = setTimeout(() => {
    late = `\nstopped at its time limit of ${limits.seconds} s`;
    child.kill('SIGKILL');
  }, limits.seconds * 1000);

  return new Promise((resolve) => {
    const finish = (ok: boolean, last = '') => {
      clearTimeout(timer);
      resolve({ ok, output: Buffer.concat(chunks).toString() + late + last });
    };
    child.on('error', (error) => finish(false, String(error)));
    child.on('close', (code) => finish(code === 0));
  });
}
