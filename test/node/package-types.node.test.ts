import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pkg from '../../package.json' with { type: 'json' };
import { root, runCommand } from '../runner/command.js';

const modules = Object.entries(pkg.exports).flatMap(([key, entry]) =>
  typeof entry === 'object' ? [key.replace('.', pkg.name)] : [],
);
const importing = (names: readonly string[]) =>
  names.map((name, at) => `import * as m${at} from '${name}';\nm${at};`).join('\n');

/** What a page is told by the one import that it needs. */
const page = `
import 'sspr-elements/define/sspr-reset.js';
import 'sspr-elements/define/sspr-register.js';
import 'sspr-elements/define/sspr-method-picker.js';

const [reset, register] = [document.createElement('sspr-reset'), document.createElement('sspr-register')];
reset.addEventListener('sspr-succeeded', ({ outcome }) => outcome === 'account-unlocked');
reset.addEventListener('sspr-return', ({ url }) => url.length);
reset.addEventListener('sspr-captcha', ({ use }) => use.solved('token'));
register.addEventListener('sspr-registered', ({ outcome }) => outcome === 'confirmed');
document.addEventListener('sspr-failed', ({ code }) => code === 'unauthorized');
document.createElement('sspr-method-picker').methods = [{ id: 'a', type: 'email' }];
// @ts-expect-error Nothing is carried that is not said.
reset.addEventListener('sspr-succeeded', ({ password }) => password);
`;

const frameworks = `
import type { JsxProps, SsprMethodPicker, SsprReset, VueProps } from 'sspr-elements/elements';

export const jsx: JsxProps<SsprReset> = {
  endpoint: '/api/sspr',
  headingLevel: 1,
  'onsspr-step': ({ kind }) => kind === 'done',
};
export const vue: VueProps<SsprReset> = { signInUrl: '/', onSsprReturn: (event) => event.preventDefault() };
export const picker: JsxProps<SsprMethodPicker> = { name: 'reach', required: true, methods: [] };
// @ts-expect-error A level is a number.
export const wrong: JsxProps<SsprReset> = { headingLevel: '1' };
// @ts-expect-error What an element does is not given to it.
export const method: VueProps<SsprReset> = { show: () => {} };
`;

/** What TypeScript is told by those who use the package; libraries are checked too. */
const settings = {
  noEmit: true,
  strict: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: ['node'],
};

describe('the types of the built package', function () {
  this.timeout(120_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-types-'));
    const declarations = ['-p', 'src/tsconfig.build.json', '--outDir', join(folder, 'dist')];
    const { ok, output } = await runCommand('tsc', declarations, { seconds: 100 });
    if (!ok) throw new Error(output);
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What TypeScript has against a program that imports the package by name; empty where nothing. */
  const complaints = async (program: string, options: object) => {
    await writeFile(join(folder, 'program.ts'), program);
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...settings, ...options }, files: ['program.ts'] }),
    );
    return (await runCommand('tsc', ['-p', folder], { seconds: 100 })).output;
  };

  for (const options of [
    { module: 'esnext', moduleResolution: 'bundler' },
    { module: 'node16', moduleResolution: 'node16' },
  ])
    it(`hold by themselves, those of each entry, as ${options.moduleResolution} finds them`, async () => {
      expect(modules.length).to.be.greaterThan(10);
      expect(await complaints(importing(modules), options)).to.equal('');
    });

  it('hold in Node without the types of a browser, but for what is drawn in one', async () => {
    const drawn = /[/](define[/].*|elements|extensions|localization|testing|mock[/]browser)$/;
    const forNode = modules.filter((name) => !drawn.test(name));
    expect(forNode.length).to.be.greaterThan(7);
    const node = { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2023'] };
    expect(await complaints(importing(forNode), node)).to.equal('');
  });

  const bundler = { module: 'esnext', moduleResolution: 'bundler' };

  it('come with the import that defines an element, those of its events too', async () => {
    expect(await complaints(page, bundler)).to.equal('');
  });

  it('tell frameworks what an element takes', async () => {
    expect(await complaints(frameworks, bundler)).to.equal('');
  });

  it('hold for the examples of the README, which are one program', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
    expect(examples.length).to.be.greaterThan(10);
    expect(await complaints(asProgram(examples), bundler)).to.equal('');
  });
});

/** The examples one after the other, with what they take from the page around them. */
function asProgram(examples: readonly string[]): string {
  const around = `
declare const session: { token(): Promise<string> };
declare const reader: { addEventListener(type: 'read', heard: (read: { badge: string }) => void, options: { signal: AbortSignal }): void };
declare function draw(...shown: readonly unknown[]): void;
interface Maker { render(container: HTMLElement, parameters: object): string; reset(id: string): void }
declare const turnstile: Maker & { remove(id: string): void };
declare const hcaptcha: Maker & { remove(id: string): void };
declare const grecaptcha: Maker & { ready(then: () => void): void };
`;
  // What the reader is to fill in.
  const filled = examples.map((code) =>
    code.replace(/=> …/g, '=> null!').replace(/\{ … \}/g, '{}'),
  );
  return [...filled, around].join('\n');
}
