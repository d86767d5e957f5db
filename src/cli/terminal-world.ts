import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { createHttpAdapter } from '../adapters/http.js';
import { Broken, type World } from '../conformance/index.js';
import type { Method } from '../contract/index.js';
import { cookieFetch } from './cookie-fetch.js';

/** What the command line says of a backend and its people. */
export interface WorldOptions {
  readonly endpoint: string;
  readonly usernames: readonly string[];
  readonly unknown: string;
  readonly ineligible?: string | undefined;
  readonly password: string;
  readonly number?: string | undefined;
  readonly address?: string | undefined;
  readonly headers: readonly string[];
  readonly expendable: boolean;
  readonly codesUrl?: string | undefined;
  readonly codesCommand?: string | undefined;
  readonly freshUrl?: string | undefined;
  readonly freshCommand?: string | undefined;
  /** How long an address or a command may take, in milliseconds. */
  readonly patienceMs: number;
}

/** What is asked of whoever has the telephone and the mailbox. */
type Question = { readonly username: string; readonly type: string; readonly do: string } & {
  readonly number?: string;
};

/** Opens worlds by turns: each check has the next account. */
export function terminalWorlds(options: WorldOptions): () => Promise<World> {
  let opened = 0;
  return async () => {
    const username = options.usernames[opened++ % options.usernames.length] ?? '';
    await makeFresh(options, username);
    return worldOf(options, username);
  };
}

function worldOf(options: WorldOptions, username: string): World {
  const { endpoint, unknown, ineligible, password, number, address } = options;
  const signedIn = headersOf(options.headers);
  const asks = (question: Omit<Question, 'username'>) => ask(options, { username, ...question });
  return {
    adapter: createHttpAdapter({ endpoint, fetch: cookieFetch() }),
    otherBrowser: createHttpAdapter({ endpoint, fetch: cookieFetch() }),
    username,
    unknownUsername: unknown,
    password,
    readCode: ({ type }: Method) => asks({ type, do: 'code' }),
    ineligibleUsername: ineligible,
    expendable: options.expendable,
    async respond({ method, accept, number: digits }) {
      const task = { type: method.type, do: accept ? 'accept' : 'decline' };
      await asks(digits === undefined ? task : { ...task, number: digits });
    },
    ...(number !== undefined && { fullNumber: () => number }),
    ...(options.headers.length > 0 && {
      signedIn: createHttpAdapter({ endpoint, headers: signedIn }),
    }),
    newAddress: address,
  };
}

const headersOf = (lines: readonly string[]): Headers => {
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return headers;
};

async function makeFresh(
  { freshUrl, freshCommand, patienceMs }: WorldOptions,
  username: string,
): Promise<void> {
  if (freshCommand !== undefined) await run(freshCommand, { SSPR_USERNAME: username }, patienceMs);
  if (freshUrl !== undefined)
    await called('--fresh-url', freshUrl, { username }, { method: 'POST' }, patienceMs);
}

/** What an address answers, as text. */
async function called(
  option: string,
  address: string,
  query: Readonly<Record<string, string>>,
  init: RequestInit,
  patienceMs: number,
): Promise<string> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  try {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
    if (answer.ok) return (await answer.text()).trim();
  } catch {
    // Told below, like a refusal: what went wrong may hold what was asked.
  }
  throw new Broken(`an answer from the address of ${option}`, 'none');
}

/** By an address, by a command, else by asking on the terminal. */
async function ask(
  { codesUrl, codesCommand, patienceMs }: WorldOptions,
  question: Question,
): Promise<string> {
  if (codesUrl !== undefined) return called('--codes-url', codesUrl, question, {}, patienceMs);
  if (codesCommand !== undefined)
    return run(
      codesCommand,
      {
        SSPR_USERNAME: question.username,
        SSPR_TYPE: question.type,
        SSPR_DO: question.do,
        ...(question.number !== undefined && { SSPR_NUMBER: question.number }),
      },
      patienceMs,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(words(question))).trim();
  } finally {
    terminal.close();
  }
}

function words({ username, type, do: task, number }: Question): string {
  if (task === 'code') return `Code by ${type} for ${username}: `;
  const typing = number === undefined ? '' : ` (type ${number})`;
  return `For ${username}, ${task} the ${type}${typing}, then press Enter. `;
}

/** What a command prints. What it was told travels in its environment, which no list of processes shows. */
const run = (
  command: string,
  environment: Readonly<Record<string, string>>,
  timeout: number,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const [shell, flag] = process.platform === 'win32' ? ['cmd', '/c'] : ['sh', '-c'];
    execFile(shell, [flag, command], { env, timeout }, (error, output) => {
      if (error) reject(new Broken('a command that succeeds', 'one that failed'));
      else resolve(output.trim());
    });
  });
