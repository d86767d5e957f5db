import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.js';
import type { EngineName } from './options.js';

/** Where each engine's programs stand on this machine. */
export interface Engine {
  readonly name: EngineName;
  readonly browser: string;
  /** WebKit alone is driven by a program of its own, on a display of its own. */
  readonly driver?: string;
  readonly display?: string;
}

interface Wanted {
  /** Program names on the PATH, or absolute paths, the first found wins. */
  readonly browser: readonly string[];
  readonly driver?: readonly string[];
  readonly display?: readonly string[];
  readonly packages: readonly string[];
  readonly hint: string;
}

const miniBrowsers = ['x86_64-linux-gnu', 'aarch64-linux-gnu', ''].flatMap((arch) =>
  ['lib', 'libexec'].map((folder) => join('/usr', folder, arch, 'webkit2gtk-4.1/MiniBrowser')),
);

const wanted: Record<EngineName, Wanted> = {
  chromium: {
    browser: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packages: ['chromium'],
    hint: 'install Chromium or Chrome',
  },
  firefox: {
    browser: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
    hint: 'install Firefox',
  },
  webkit: {
    browser: miniBrowsers,
    driver: ['WebKitWebDriver'],
    display: ['Xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
    hint: 'install WebKitGTK with its WebKitWebDriver, and Xvfb (Debian: webkit2gtk-driver, xvfb)',
  },
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => (name.startsWith('/') ? [name] : folders.map((at) => join(at, name))))
    .find(isProgram);
}

function findEngine(name: EngineName): Engine | undefined {
  const { browser, driver, display } = wanted[name];
  const found = {
    browser: findProgram(browser),
    driver: driver && findProgram(driver),
    display: display && findProgram(display),
  };
  if (!found.browser || (driver && !found.driver) || (display && !found.display)) return undefined;
  return {
    name,
    browser: found.browser,
    ...(found.driver && { driver: found.driver }),
    ...(found.display && { display: found.display }),
  };
}

async function installFromDebian(packages: string[]): Promise<void> {
  console.log(`installing ${packages.join(' ')} by apt-get`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '--yes', '--no-install-recommends', ...packages]];
  for (const args of steps) {
    const { ok, output } = await runCommand('apt-get', ['--quiet', ...args], { seconds: 900, env });
    if (!ok) console.log(`apt-get ${args[0]} failed:\n${output.slice(-2000)}`);
  }
}

export interface Search {
  readonly engines: Engine[];
  /** One line per engine that is not here, with what to install. */
  readonly missing: string[];
}

/** Finds the engines; on Debian, with the rights for it, installs those that are not there. */
export async function findEngines(names: readonly EngineName[]): Promise<Search> {
  const absent = names.filter((name) => !findEngine(name));
  if (absent.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await installFromDebian(absent.flatMap((name) => wanted[name].packages));
  }
  const engines: Engine[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const engine = findEngine(name);
    if (engine) engines.push(engine);
    else missing.push(`${name} is not installed: ${wanted[name].hint}`);
  }
  return { engines, missing };
}
