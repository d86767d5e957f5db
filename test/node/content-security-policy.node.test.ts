import { expect } from 'chai';
import type { Adapter } from '../../src/contract/adapter.js';
import type { Steps } from '../../src/contract/step.js';
import { createRequestHandler } from '../../src/mock/index.js';
import { type RunningServer, startServer } from '../../src/mock/server.js';
import { changedPolicy } from '../../src/policy/index.js';
import { createTenant, pbkdf2, person, policy } from '../../src/tenant/index.js';
import { appCode, codeFrom } from '../../src/testing/inbox.js';
import type { EngineName } from '../runner/options.js';
import { embeddedPages, policyHeader } from './embedded-page.js';
import { type OpenBrowser, openBrowser } from './open-browser.js';

const adele = 'adele.vance@contoso.example';
const lee = 'lee.gu@contoso.example';
const guest = 'guest.of@fabrikam.example';
const badge = 'badge@contoso.example';
const future = 'future@contoso.example';
const newPassword = 'Blue-Teapot-77';

const form: Steps['form'] & { kind: 'form' } = {
  kind: 'form',
  token: 't1',
  title: 'Badge number',
  actions: [{ name: 'cancel' }],
  problems: [],
  notices: [{ code: 'from-tomorrow', text: 'Badges change tomorrow.' }],
  fields: [
    { name: 'badge', type: 'numeric', label: 'Badge', required: true },
    { name: 'pin', type: 'password', label: 'PIN', required: true },
  ],
};
const unknown: Steps['unknown'] & { kind: 'unknown' } = {
  kind: 'unknown',
  received: 'scan-iris',
  token: 't1',
  actions: [],
  problems: [],
  notices: [],
};

/** Everybody who leads to a screen of their own, two of them to what no tenant answers. */
function backend() {
  const tenant = createTenant({
    name: 'Contoso',
    people: [
      person({
        username: adele,
        email: 'adele.v@mail.example',
        app: true,
        password: 'Old-Saucer-11',
      }),
      person({ username: lee, password: 'Old-Saucer-11' }),
      person({
        username: guest,
        email: 'guest@mail.example',
        kind: 'guest',
        home: { name: 'Fabrikam', url: '/fabrikam/reset' },
      }),
    ],
    policy: policy({
      scope: 'all',
      methodsRequired: 2,
      voice: 'detailed',
      helpdesk: { name: 'IT service desk', phone: '+49 30 1234567', email: 'help@contoso.example' },
    }),
    hash: pbkdf2({ iterations: 1 }),
  });
  const adapter: Adapter = {
    contract: tenant.contract,
    discover: tenant.discover,
    reset: {
      ...tenant.reset,
      start: async (intent, attempt) =>
        intent.username === badge
          ? form
          : intent.username === future
            ? unknown
            : await tenant.reset.start(intent, attempt),
    },
  };
  return { tenant, handler: createRequestHandler(adapter) };
}

/** A person in one engine, before one of the pages. */
class Visitor {
  readonly #browser: OpenBrowser;

  constructor(browser: OpenBrowser) {
    this.#browser = browser;
  }

  type = (name: string, text: string) => this.#do('type', name, text);
  press = (selector: string, words = '') => this.#do('press', selector, words);

  async sees(words: string): Promise<void> {
    await this.#until('sees', words);
  }

  async has(selector: string): Promise<void> {
    await this.#until('has', selector);
  }

  /** Types and sends the one thing that a screen asks for. */
  async sends(name: string, text: string): Promise<void> {
    await this.has(`input[name=${name}]`);
    await this.type(name, text);
    await this.press('button[type=submit]');
  }

  /** What has gone wrong so far, by what the page and the browser have heard. */
  async heard(): Promise<readonly string[]> {
    const heard = await this.#browser.evaluate<string[]>('window.heard');
    return [...heard, ...this.#browser.reported];
  }

  async #do(action: string, ...words: readonly string[]): Promise<void> {
    await this.#browser.evaluate(`window.person.${action}(...${JSON.stringify(words)})`);
  }

  async #until(question: string, words: string): Promise<void> {
    const expression = `window.person.${question}(${JSON.stringify(words)})`;
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      if (await this.#browser.evaluate<boolean>(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const text = await this.#browser.evaluate<string>(
      `document.querySelector('sspr-reset, sspr-register').shadowRoot?.textContent + document.body.textContent`,
    );
    throw new Error(`Not: ${question} ${words}. There is: ${text}; ${await this.heard()}`);
  }
}

const pages = {
  english: {},
  german: { attributes: 'lang="de" for="forgot"' },
  arabic: { attributes: 'lang="ar" for="forgot"' },
  twice: { embeds: ['embed', 'second'] },
  security: { element: 'sspr-register' as const, attributes: 'mode="manage"' },
  careless: { markup: '<p style="color: red">Red</p>' },
};

const engines: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

describe('the built files under a strict content security policy with Trusted Types', function () {
  this.timeout(120_000);
  let site: Awaited<ReturnType<typeof embeddedPages>>;

  before(async () => {
    site = await embeddedPages(pages);
  });
  after(() => site?.remove());

  for (const engine of engines)
    describe(`in ${engine}`, () => {
      let browser: OpenBrowser;
      let server: RunningServer;
      let tenant: ReturnType<typeof backend>['tenant'];

      before(async () => {
        browser = await openBrowser(engine);
      });
      after(() => browser?.close());

      beforeEach(async () => {
        const { handler, tenant: its } = backend();
        tenant = its;
        server = await startServer(handler, {
          static: site.folder,
          headers: { 'content-security-policy': policyHeader },
        });
      });
      afterEach(async () => {
        // A page that still loads would tell the next test of a server that is gone.
        await browser.goTo('about:blank');
        await server?.close();
      });

      const visit = async (page: keyof typeof pages) => {
        await browser.goTo(`${server.url}/${page}.html`);
        return new Visitor(browser);
      };

      it('reset a password by two proofs', async () => {
        const visitor = await visit('english');
        await visitor.sends('username', adele);
        await visitor.sees('Prove it’s you');
        await visitor.press('label', 'Email');
        await visitor.press('button[type=submit]');
        await visitor.sends('code', '12');
        await visitor.sees('six digits');
        await visitor.sends('code', await codeFrom(tenant, adele));
        await visitor.sees('Step 3 of 4');
        await visitor.press('button[type=submit]');
        await visitor.sends('code', appCode(tenant, adele));
        await visitor.sends('password', 'short');
        await visitor.sees('To correct before you go on');
        await visitor.type('password', newPassword);
        await visitor.press('.show');
        await visitor.sends('confirmation', newPassword);
        await visitor.sees('Your password is changed');
        expect(await visitor.heard()).to.deep.equal([]);
        expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
      });

      it('ask in a dialog, in German, before a reset is left', async () => {
        const visitor = await visit('german');
        await browser.evaluate(`document.querySelector('#forgot').click()`);
        await visitor.sends('username', adele);
        await visitor.sees('Weisen Sie sich aus');
        // From here on a code that was sent would be lost.
        await visitor.press('label', 'E-Mail');
        await visitor.press('button[type=submit]');
        await visitor.has('input[name=code]');
        await visitor.press('.close');
        await visitor.has('.question .stay');
        await visitor.press('.question .stay');
        await visitor.press('.close');
        await visitor.has('.question .stay');
        await visitor.press('.question button:not(.stay)');
        expect(await visitor.heard()).to.deep.equal([]);
      });

      for (const [username, screen] of [
        [lee, '.panel'],
        [guest, 'a.button'],
        [badge, 'input[name=pin]'],
        [future, 'button[type=submit]'],
      ] as const)
        it(`show ${username} their screen, in Arabic`, async () => {
          const visitor = await visit('arabic');
          await browser.evaluate(`document.querySelector('#forgot').click()`);
          await visitor.sends('username', username);
          await visitor.has(`.card:not([data-step=identify])`);
          await visitor.has(screen);
          expect(await visitor.heard()).to.deep.equal([]);
        });

      it('show a picture, have its recording, and check without a puzzle', async () => {
        tenant.setPolicy(changedPolicy(tenant.policy, { captcha: { kind: 'picture' } }));
        const visitor = await visit('english');
        await visitor.has('.captcha img');
        await visitor.press('.tool', 'Listen instead');
        await visitor.has('audio');
        await visitor.press('.tool', 'Check without a puzzle');
        await visitor.sends('username', adele);
        await visitor.sees('Prove it’s you');
        expect(await visitor.heard()).to.deep.equal([]);
      });

      for (const [what, name, screen] of [
        ['an app by a picture and its key', 'Authenticator app', '.qr svg path'],
        ['a number by the list of all countries', 'Mobile phone', '.phone select'],
        ['an address', 'Email', 'input[name=address]'],
        ['questions', 'Security questions', 'input[name=answer-3]'],
      ] as const)
        it(`register ${what}`, async () => {
          await server.close();
          tenant.setPolicy(
            changedPolicy(tenant.policy, { methods: { questions: { state: 'enabled' } } }),
          );
          const signIn = await tenant.signIn(lee, 'Old-Saucer-11');
          if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
          const { session } = signIn;
          server = await startServer(
            createRequestHandler(() => tenant.forClient('local', { session })),
            { static: site.folder, headers: { 'content-security-policy': policyHeader } },
          );
          const visitor = await visit('security');
          await visitor.has('.pick');
          await visitor.press('.pick', name);
          await visitor.has(screen);
          await visitor.press('button[type=submit]');
          await visitor.has(name === 'Authenticator app' ? '.elsewhere .number' : '.error');
          expect(await visitor.heard()).to.deep.equal([]);
          // Or the browser would ask before the page is left.
          await browser.evaluate(`document.querySelector('sspr-register').remove()`);
        });

      it('stand beside another copy of themselves where the policy allows for it', async () => {
        await server.close();
        const { handler, tenant: its } = backend();
        const allowing = `${policyHeader} 'allow-duplicates'`;
        server = await startServer(handler, {
          static: site.folder,
          headers: { 'content-security-policy': allowing },
        });
        const visitor = await visit('twice');
        await visitor.sends('username', adele);
        await visitor.sees('Prove it’s you');
        expect(await visitor.heard()).to.deep.equal([]);
        expect(its.people.length).to.equal(3);
      });

      it('would be caught in the act', async () => {
        const visitor = await visit('careless');
        await visitor.has('input[name=username]');
        const [violation, ...others] = await browser.evaluate<string[]>('window.heard');
        expect(violation).to.match(/^violation of style-src(-attr)?: inline/);
        expect(others).to.deep.equal([]);
      });

      it('are held to Trusted Types', async () => {
        await visit('english');
        await browser.evaluate(
          `(() => { try { document.createElement('p').innerHTML = '<b>b</b>' } catch {} })()`,
        );
        const heard = await browser.evaluate<string[]>('window.heard');
        expect(heard.join()).to.match(/^violation of require-trusted-types-for/);
      });
    });
});
