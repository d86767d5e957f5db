import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect } from 'chai';
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core';
import { root, runCommand } from '../runner/command.js';
import { findEngines } from '../runner/engines.js';

const below = '/some/sub/path/';
const newPassword = 'Blue-Teapot-77';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A host that knows nothing but files, in a folder of its own. */
function serve(folder: string, missed: string[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(below) ? pathname.slice(below.length) || 'index.html' : '';
    const content = await readFile(join(folder, file)).catch(() => undefined);
    if (!content) missed.push(pathname);
    response.writeHead(content ? 200 : 404, { 'content-type': types[extname(file)] ?? '' });
    response.end(content);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** A person before the demo: the sign-in page in its frame, the mailbox and the phone beside it. */
class Visit {
  constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  static async open(browser: Browser, url: string): Promise<Visit> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(url);
    // Drawn once the tenant is on the wire.
    await page.waitForSelector('#phone .phone');
    const frame = await (await page.$('#page'))?.contentFrame();
    if (!frame) throw new Error('The demo has no frame.');
    return new Visit(page, frame);
  }

  async type(selector: string, text: string): Promise<void> {
    const field = await this.frame.waitForSelector(selector, { visible: true });
    await field?.click({ count: 3 });
    await field?.type(text);
  }

  /** Clicks where it stays: a dialog that opens moves what is in it. */
  async press(selector: string): Promise<void> {
    await this.frame.locator(selector).click();
  }

  /** Continues in the widget, and waits for its next screen. */
  async next(heading: RegExp): Promise<void> {
    await this.press('sspr-reset button[type=submit]');
    await this.shows('sspr-reset', heading);
  }

  async choose(method: RegExp): Promise<void> {
    const picker = await this.frame.waitForSelector('sspr-method-picker');
    await picker?.evaluate((element, source) => {
      const rows = [...(element.shadowRoot?.querySelectorAll('label') ?? [])];
      rows.find((row) => new RegExp(source).test(row.textContent ?? ''))?.click();
    }, method.source);
  }

  /** Waits until an element, its shadow included, shows such words. */
  async shows(selector: string, words: RegExp): Promise<void> {
    await this.frame.waitForFunction(
      (where, source) => {
        const element = document.querySelector(where);
        const text = `${element?.shadowRoot?.textContent ?? ''}${element?.textContent ?? ''}`;
        return new RegExp(source).test(text);
      },
      // The work in place of a puzzle takes long on a busy machine.
      { timeout: 40_000 },
      selector,
      words.source,
    );
  }

  /** The code that a mail or the app beside the page shows now. */
  async codeIn(place: '#mailbox' | '#phone'): Promise<string> {
    const code = await this.page.waitForSelector(`${place} [data-code]`);
    return (await code?.evaluate((element) => element.getAttribute('data-code'))) ?? '';
  }

  async signIn(password: string): Promise<void> {
    await this.type('#password', password);
    await this.press('#sign-in button');
  }

  textOf(selector: string): Promise<string> {
    return this.page.$eval(selector, (element) => element.textContent ?? '');
  }
}

describe('the built demo, below some path of a static host', function () {
  this.timeout(120_000);
  const missed: string[] = [];
  let folder = '';
  let server: Server;
  let browser: Browser;
  let url = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'));
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = ['build', '--mode', 'demo', '--outDir', folder, '--emptyOutDir'];
    const { ok, output } = await runCommand(process.execPath, [vite, ...build], { seconds: 60 });
    if (!ok) throw new Error(output);
    server = await serve(folder, missed);
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`;
    const { engines, missing } = await findEngines(['chromium']);
    const [engine] = engines;
    if (!engine) throw new Error(missing.join('\n'));
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await launch({
      executablePath: engine.browser,
      args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', ...asRoot],
    });
  });

  after(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('lets Jonas back in by a mailed code and an app code, and takes his new password', async () => {
    const visit = await Visit.open(browser, url);
    await visit.signIn('not-my-password');
    await visit.shows('#problem', /don’t belong together/);

    await visit.press('#cant-access');
    await visit.next(/Prove it’s you/);
    await visit.choose(/Email a code/);
    expect(await visit.textOf('#mailbox')).to.contain('Nothing has arrived yet.');
    await visit.next(/Enter the code/);
    await visit.type('sspr-reset input[name=code]', await visit.codeIn('#mailbox'));
    expect(await visit.textOf('#announcement')).to.contain('New message for Jonas');
    await visit.next(/Step 3 of 4/);
    if (await visit.frame.$('sspr-method-picker')) await visit.next(/Enter the code/);
    await visit.type('sspr-reset input[name=code]', await visit.codeIn('#phone'));
    await visit.next(/Choose a new password/);
    await visit.type('sspr-reset input[name=password]', newPassword);
    await visit.type('sspr-reset input[name=confirmation]', newPassword);
    await visit.next(/Your password is changed/);
    expect(await visit.textOf('#mailbox')).to.contain('was reset');

    await visit.press('sspr-reset .button');
    await visit.signIn(newPassword);
    await visit.shows('#signed-in h1', /Signed in as Jonas Weber/);
    await visit.shows('sspr-register', /Security info/);
    await visit.shows('sspr-register', /Authenticator app/);
    await visit.press('#sign-out');
    await visit.signIn('Old-Saucer-11');
    await visit.shows('#problem', /don’t belong together/);
    expect(missed).to.deep.equal([]);
  });

  it('starts the reset with the email that the sign-in page has', async () => {
    const visit = await Visit.open(browser, url);
    await visit.type('#email', 'amira.haddad@contoso.com');
    await visit.press('#cant-access');
    const field = await visit.frame.waitForSelector('sspr-reset input[name=username]');
    expect(await field?.evaluate((input) => input.value)).to.equal('amira.haddad@contoso.com');
  });

  it('keeps every choice in the address, and takes it from there', async () => {
    const visit = await Visit.open(browser, `${url}?person=one-method&language=ar&scheme=dark`);
    const page = visit.frame;
    const seen = await page.$eval('html', ({ lang, dir }) => ({ lang, dir }));
    expect(seen).to.deep.equal({ lang: 'ar', dir: 'rtl' });
    expect(await page.$eval('#email', (input) => (input as HTMLInputElement).value)).to.equal(
      'amira.haddad@contoso.com',
    );
    const scheme = () =>
      visit.page.$eval('html', (element) => getComputedStyle(element).colorScheme);
    expect(await scheme()).to.equal('dark');

    await visit.page.select('select[name=scheme]', 'auto');
    await visit.page.select('select[name=language]', 'de');
    await visit.shows('h1', /Anmelden/);
    expect(visit.page.url()).to.equal(`${url}?person=one-method&language=de`);
  });

  it('writes its mails in the language of the page', async () => {
    const visit = await Visit.open(browser, `${url}?person=not-registered&language=de`);
    await visit.press('#cant-access');
    await visit.next(/Schritt 2 von 3/);
    await visit.page.waitForSelector('#mailbox article');
    expect(await visit.textOf('#mailbox h3')).to.equal('Zu Ihrem Kennwort bei Contoso');
  });

  it('tells in the detailed voice that nobody has the name', async () => {
    const visit = await Visit.open(browser, `${url}?person=unknown&voice=detailed`);
    await visit.press('#cant-access');
    await visit.next(/We don’t know this account/);
    expect(await visit.textOf('#mailbox')).to.contain('Nothing has arrived yet.');
  });

  it('forgets everything when somebody else is chosen', async () => {
    const visit = await Visit.open(browser, `${url}?person=one-method`);
    await visit.press('#cant-access');
    await visit.next(/Step 2 of 3/);
    if (await visit.frame.$('sspr-method-picker')) await visit.next(/Enter the code/);
    await visit.codeIn('#mailbox');
    await visit.page.select('select[name=person]', 'two-methods');
    await visit.page.waitForFunction(() =>
      document.querySelector('#mailbox')?.textContent?.includes('Nothing has arrived yet.'),
    );
    expect(await visit.textOf('#mailbox-title')).to.equal('Jonas’s messages');
  });
});
