import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine } from './engines.js';
import { freePort } from './free-port.js';
import { screen } from './webkit-window.js';

/**
 * MiniBrowser's toolbar keeps its window at least 447 px wide. With a toolbar of next to no size
 * a page can be 320 px wide. This styles the window alone, no page.
 */
const toolbarStyle = `* {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0;
  font-size: 1px; -gtk-icon-source: none;
}`;

function writeSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-settings-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), toolbarStyle);
  return folder;
}

interface Started {
  stop(): void;
}

/** Starts a program as the head of a group, so that its end is the end of all that it started. */
function startGroup(program: string, args: string[], env: NodeJS.ProcessEnv, pipe: boolean) {
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', pipe ? 'pipe' : 'ignore'],
    env: { ...process.env, ...env },
  });
  const stop = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  return { child, stop };
}

/** A display that nobody sees. It chooses a free number and writes it to a pipe. */
async function startDisplay(program: string): Promise<Started & { name: string }> {
  const size = `${screen.width}x${screen.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
  const { child, stop } = startGroup(program, args, {}, true);
  const pipe = child.stdio[3] as Readable;
  const name = await new Promise<string>((resolve, reject) => {
    let text = '';
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(`:${text.trim()}`);
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error('the display for WebKit ended at once')));
  });
  return { name, stop };
}

async function untilReady(server: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const ready = await fetch(`${server}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}

export interface WebKitServer extends Started {
  readonly url: string;
}

/** WebKit's WebDriver on a display and with settings of its own; its end takes all of them along. */
export async function startWebKitServer({ driver, display }: Engine): Promise<WebKitServer> {
  if (!driver || !display) throw new Error('WebKit needs its driver and a display');
  const settings = writeSettings();
  const shown = await startDisplay(display);
  const port = await freePort();
  const env = {
    DISPLAY: shown.name,
    GDK_BACKEND: 'x11',
    XDG_CONFIG_HOME: settings,
    // Its sandbox cannot be entered as root.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  };
  const server = startGroup(driver, ['--host=127.0.0.1', `--port=${port}`], env, false);
  const url = `http://127.0.0.1:${port}`;
  const stop = () => {
    process.off('exit', stop);
    server.stop();
    shown.stop();
    rmSync(settings, { recursive: true, force: true });
  };
  process.on('exit', stop);
  try {
    await untilReady(url);
  } catch (error) {
    stop();
    throw error;
  }
  return { url, stop };
}
