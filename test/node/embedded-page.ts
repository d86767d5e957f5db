import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand } from '../runner/command.js';

/** The policy that the README promises, to the letter. */
export const policyHeader = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Hears of everything that goes wrong in the page, before any other script runs in it. */
const watch = `
window.heard = [];
const hear = (what) => window.heard.push(what);
document.addEventListener('securitypolicyviolation', (event) =>
  hear('violation of ' + event.effectiveDirective + ': ' + event.blockedURI + ' ' + event.sample));
addEventListener('error', (event) => hear('error: ' + event.message));
addEventListener('unhandledrejection', (event) => hear('rejection: ' + event.reason));
for (const level of ['error', 'warn'])
  console[level] = (...words) => hear(level + ': ' + words.join(' '));
`;

/** What a person does, from a script of the page: the policy lets no test evaluate text there. */
const person = `
const host = () => document.querySelector('sspr-reset, sspr-register');
const all = (selector) => [host(), host().shadowRoot, document.querySelector('sspr-method-picker')?.shadowRoot]
  .flatMap((tree) => [...(tree?.querySelectorAll(selector) ?? [])]);
window.person = {
  sees: (words) => all('.frame, form, dialog, .list').some((part) => part.checkVisibility() &&
    part.textContent.replace(/[\\u2066-\\u2069]/g, '').replace(/\\s+/g, ' ').includes(words)),
  has: (selector) => all(selector).length > 0,
  type(name, text) {
    const [field] = all('input[name=' + name + ']');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
  press(selector, words = '') {
    const control = all(selector).find((one) => one.textContent.includes(words));
    if (!control) throw new Error('nothing to press: ' + selector + ' ' + words);
    control.click();
  },
};
`;

interface Page {
  /** Default: `sspr-reset`. */
  readonly element?: 'sspr-reset' | 'sspr-register';
  /** Attributes of that element. */
  readonly attributes?: string;
  /** More of the page's own. */
  readonly markup?: string;
  /** Where the embed lies; more than once for several copies. */
  readonly embeds?: readonly string[];
}

const pageWith = ({
  element = 'sspr-reset',
  attributes = '',
  markup = '',
  embeds = ['embed'],
}: Page) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Contoso</title>
    <link rel="icon" href="data:,">
    <script src="watch.js"></script>
    <script src="person.js"></script>
    ${embeds
      .flatMap((folder) => [
        `<script type="module" src="${folder}/${element}.js"></script>`,
        `<script type="module" src="${folder}/sspr-method-picker.js"></script>`,
      ])
      .join('\n    ')}
  </head>
  <body>
    <main>
      <a id="forgot" href="#forgot">Can’t access your account?</a>
      <${element} endpoint="/api/sspr" ${attributes}></${element}>
      ${markup}
    </main>
  </body>
</html>`;

/** A folder with the built embed and pages that have it, as a static host serves them. */
export async function embeddedPages(pages: Readonly<Record<string, Page>>) {
  const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const build = ['build', '--mode', 'embed', '--outDir', join(folder, 'embed'), '--emptyOutDir'];
  const { ok, output } = await runCommand(process.execPath, [vite, ...build], { seconds: 60 });
  if (!ok) throw new Error(output);
  const copies = new Set(Object.values(pages).flatMap(({ embeds = [] }) => embeds));
  copies.delete('embed');
  for (const copy of copies)
    await cp(join(folder, 'embed'), join(folder, copy), { recursive: true });
  await writeFile(join(folder, 'watch.js'), watch);
  await writeFile(join(folder, 'person.js'), person);
  for (const [name, page] of Object.entries(pages))
    await writeFile(join(folder, `${name}.html`), pageWith(page));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
