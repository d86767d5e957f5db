import { expect } from '@open-wc/testing';
import type { Adapter, Answer, Step } from '../../src/contract/index.js';
import { enrolling } from './enrol-steps.js';
import { adapterOver, adele, open, turn, world } from './reset-world.js';

const always = { actions: [], problems: [], notices: [] };

/** An element before a backend that answers a start with this step, and what is answered to it. */
async function openAt(step: Step) {
  const where = world();
  const answered: Answer[] = [];
  const adapter: Adapter = adapterOver(where.tenant, {
    start: async () => step,
    advance: async (_token, answer) => {
      answered.push(answer);
      return { ...always, kind: 'refused', code: 'not-proven' };
    },
  });
  const page = await open(where, { adapter });
  await page.identify(adele);
  await page.step(step.kind === 'identify' ? 'identify' : step.kind);
  return { page, answered };
}

/** What a form, its parents and all objects are made of: a field that is called so stands in its place. */
const partsOfForms = [
  ...['elements', 'submit', 'requestSubmit', 'reset', 'action', 'method', 'name', 'length'],
  ...['lang', 'dir', 'slot', 'id', 'className', 'attributes', 'parentNode', 'parentElement'],
  ...['querySelector', 'querySelectorAll', 'closest', 'contains', 'getRootNode', 'isConnected'],
  ...[
    'addEventListener',
    'dispatchEvent',
    'append',
    'remove',
    'children',
    'firstChild',
    'nodeType',
  ],
  ...['ownerDocument', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'innerHTML'],
];

const formOf = (names: readonly string[]): Step => ({
  ...always,
  kind: 'form',
  token: 'token-1',
  fields: names.map((name) => ({ name, type: 'text', label: `About ${name}`, required: true })),
});

describe('fields that a backend calls like parts of a form', () => {
  it('are drawn, corrected, moved with the element and answered like any other', async () => {
    const loud: string[] = [];
    const hear = (event: ErrorEvent) => loud.push(event.message);
    addEventListener('error', hear);
    try {
      // A form holds no more than twenty (`fieldsSchema`).
      for (const names of [partsOfForms.slice(0, 20), partsOfForms.slice(20)]) {
        const { page, answered } = await openAt(formOf(names));
        const form = page.element.querySelector<HTMLFormElement>('form');
        const all = <E extends Element>(selector: string): E[] => [
          ...page.element.querySelectorAll<E>(selector),
        ];
        const inputs = all<HTMLInputElement>('form input');
        expect(inputs.map(({ name }) => name)).to.deep.equal(names);
        // The language of the page changes, and the element is moved.
        page.element.lang = 'de';
        const language = () => form && Element.prototype.getAttribute.call(form, 'lang');
        await page.until(() => language() === 'de', 'the form in German');
        page.element.parentElement?.prepend(page.element);
        await turn();
        expect(all('form')).to.have.length(1);
        // Each line of the summary leads to its field.
        all<HTMLButtonElement>('form [type=submit]')[0]?.click();
        await page.element.updateComplete;
        await turn();
        const links = all<HTMLAnchorElement>('.summary a');
        expect(links).to.have.length(names.length);
        for (const [index, link] of links.entries()) {
          link.click();
          expect(document.activeElement, `led to ${names[index]}`).to.equal(inputs[index]);
        }
        for (const input of inputs) input.value = `secret ${input.name}`;
        all<HTMLButtonElement>('form [type=submit]')[0]?.click();
        await page.step('refused');
        const [answer] = answered;
        if (answer?.action !== 'fill-form') throw new Error('Nothing was answered.');
        expect(Object.entries(answer.values)).to.deep.equal(
          names.map((name) => [name, `secret ${name}`]),
        );
        expect(Object.getPrototypeOf(answer.values)).to.equal(Object.prototype);
        expect(inputs.map(({ value }) => value)).to.deep.equal(names.map(() => ''));
      }
      expect(loud).to.deep.equal([]);
    } finally {
      removeEventListener('error', hear);
    }
  });

  it('are led to whatever signs their names have', async () => {
    const names = [
      'address.street',
      'user[email]',
      '1st',
      'a b',
      'größe',
      'x#y',
      "it's",
      'a:b',
      '*',
    ];
    const { page } = await openAt(formOf(names));
    await page.submit();
    const links = [...page.form.querySelectorAll<HTMLAnchorElement>('.summary a')];
    expect(links).to.have.length(names.length);
    for (const [index, link] of links.entries()) {
      link.click();
      expect((document.activeElement as HTMLInputElement).name).to.equal(names[index]);
    }
  });
});

/** Addresses that no page may be led to, in the disguises that browsers see through. */
const hostile = [
  'javascript:window.owned=true',
  ' \u0001javascript:window.owned=true',
  'java\nscript:window.owned=true',
  'JaVaScRiPt://contoso.example/%0Awindow.owned=true',
  'data:text/html,<script>window.owned=true</script>',
  'vbscript:msgbox(1)',
  'blob:https://contoso.example/0e2b',
  'file:///etc/passwd',
  'about:blank',
  'otpauth://totp/x?secret=A',
  'https://[evil',
];

describe('an address that a backend gives', () => {
  for (const url of hostile)
    it(`is no link and no picture where it is ${JSON.stringify(url)}`, async () => {
      const steps: readonly Step[] = [
        { ...always, kind: 'leave', url, name: 'Fabrikam' },
        {
          ...always,
          kind: 'refused',
          code: 'SSPR_0014',
          branding: { name: 'Contoso', logo: url, helpdesk: { url, phone: '1' } },
          ladder: [{ kind: 'helpdesk', url }],
        },
        {
          ...always,
          kind: 'done',
          username: adele,
          outcome: 'password-reset',
          unlocked: false,
          told: [],
          signInUrl: url,
        },
      ];
      for (const step of steps) {
        const { page } = await openAt(step);
        const trees = [page.element, page.element.shadowRoot as ShadowRoot];
        const addresses = trees.flatMap((tree) =>
          [...tree.querySelectorAll('[href], [src], [action], [formaction]')].flatMap((one) =>
            ['href', 'src', 'action', 'formaction'].flatMap((name) => one.getAttribute(name) ?? []),
          ),
        );
        expect(addresses, step.kind).to.deep.equal([]);
      }
      expect(Reflect.get(window, 'owned')).to.equal(undefined);
    });
});

describe('the secret of an authenticator app', () => {
  it('is hidden from recorders of sessions, in the picture and as a key', async () => {
    const { page, step } = await enrolling('app', 'enrol-app');
    await page.until(() => page.form.querySelector('.qr svg') !== null, 'the picture');
    const enrol = step();
    if (enrol.kind !== 'enrol-app') throw new Error(enrol.kind);
    const marks = ['data-private', 'data-hj-suppress'];
    for (const [selector, mark] of [
      ['.qr', 'data-sentry-block'],
      ['.key code', 'data-sentry-mask'],
    ] as const)
      expect(page.form.querySelector(selector)?.getAttributeNames(), selector).to.include.members([
        ...marks,
        mark,
      ]);
    // And it stands in no attribute in a form that can be read without taking the picture apart.
    const plain = enrol.key.replaceAll(' ', '');
    for (const element of page.form.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(value, name).not.to.contain(plain);
        expect(value, name).not.to.contain(enrol.key);
        expect(value, name).not.to.contain('otpauth');
      }
  });
});
