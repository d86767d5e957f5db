#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { createHttpAdapter } from '../adapters/http.js';
import { runConformance } from '../conformance/index.js';
import { SsprError } from '../contract/index.js';
import { reportTable } from './report-table.js';
import { terminalWorlds, type WorldOptions } from './terminal-world.js';

const help = `Asks a backend whether it keeps the rules of the sspr-elements contract.

  sspr-conformance ENDPOINT --username NAME [--username NAME …] [options]

ENDPOINT is where the contract is served, such as http://localhost:8080/api/sspr.
Passwords are really reset and codes really sent: use test accounts only.

Whom to ask for
  --username NAME        an account that can reset its password; several are used by turns,
                         one for each check, so that none is asked too often
  --unknown NAME         a name that nobody has        (default: no.body.here@ the same domain)
  --ineligible NAME      somebody with an account who may not reset
  --number NUMBER        the complete telephone number of the accounts
  --address ADDRESS      an address that may be registered
  --header 'NAME: VALUE' sent for somebody who is signed in, such as a cookie; may be repeated
  --voice VOICE          uniform (default): unknown names look like known ones; or detailed
  --expendable           accounts may end up blocked: checks the limits too

Where codes come from (without either: they are asked for here)
  --codes-url URL        asked by GET with ?username, type (email, text, app-code …), do (code,
                         accept, decline) and number; answers the code as plain text
  --codes-command CMD    the same by a command that prints it; told by SSPR_USERNAME, SSPR_TYPE,
                         SSPR_DO, SSPR_NUMBER

Before each check
  --fresh-url URL        called by POST with ?username, to forget what was done to the account
  --fresh-command CMD    the same by a command; told by SSPR_USERNAME

How long an address or a command may take
  --patience SECONDS     (default: 60)

What comes out
  --json                 the report as JSON
  --timing               also how long starts take for known and unknown names
  --help                 this text

The password that is set is taken from SSPR_PASSWORD, else made up. No secret is ever printed.
Ends with 0 where every rule holds that could be asked about, 1 where one fails, 2 where
the backend could not be asked.
`;

const holds = 0;
const fails = 1;
const notAsked = 2;

/** Long, of all classes, of no word, and not known to anybody. */
const madeUp = (): string =>
  `Qv7-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36)).join('')}`;

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      username: texts,
      unknown: text,
      ineligible: text,
      number: text,
      address: text,
      header: texts,
      voice: { type: 'string', default: 'uniform' },
      expendable: flag,
      'codes-url': text,
      'codes-command': text,
      'fresh-url': text,
      'fresh-command': text,
      patience: { type: 'string', default: '60' },
      json: flag,
      timing: flag,
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = read(args);
  if (values.help) {
    process.stdout.write(help);
    return holds;
  }
  const [endpoint] = positionals;
  const usernames = values.username ?? [];
  const [first] = usernames;
  const { voice } = values;
  if (endpoint === undefined || positionals.length > 1) return refuse('Name one endpoint.');
  if (!URL.canParse(endpoint)) return refuse('The endpoint is no address.');
  if (first === undefined) return refuse('Name an account by --username.');
  if (voice !== 'uniform' && voice !== 'detailed') return refuse('--voice is uniform or detailed.');
  const patience = Number(values.patience);
  if (!(patience > 0)) return refuse('--patience is a number of seconds.');

  try {
    await createHttpAdapter({ endpoint }).discover({}, { locale: 'en' });
  } catch (error) {
    const why = error instanceof SsprError ? error.code : 'no answer';
    return refuse(`The backend cannot be asked: ${why}.`);
  }
  const options: WorldOptions = {
    endpoint,
    usernames,
    unknown: values.unknown ?? `no.body.here${first.slice(first.lastIndexOf('@'))}`,
    ineligible: values.ineligible,
    password: process.env.SSPR_PASSWORD || madeUp(),
    number: values.number,
    address: values.address,
    headers: values.header ?? [],
    expendable: values.expendable,
    codesUrl: values['codes-url'],
    codesCommand: values['codes-command'],
    freshUrl: values['fresh-url'],
    freshCommand: values['fresh-command'],
    patienceMs: patience * 1_000,
  };
  const report = await runConformance(terminalWorlds(options), {
    voice,
    ...(values.timing && { now: () => performance.now() }),
    onResult: ({ outcome }) => {
      if (process.stderr.isTTY) process.stderr.write(outcome === 'fails' ? '✗' : '·');
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const text = values.json ? JSON.stringify(report, null, 2) : reportTable(report);
  process.stdout.write(`${text}\n`);
  return report.holds ? holds : fails;
}

function refuse(why: string): number {
  process.stderr.write(`${why} --help says how.\n`);
  return notAsked;
}

/** What was typed may be a secret: of a wrong option only that it is wrong is told. */
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
  refuse(
    error instanceof TypeError && 'code' in error
      ? 'There is an option that does not exist, or one without its value.'
      : 'The run broke off.',
  ),
);
