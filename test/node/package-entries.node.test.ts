import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import pkg from '../../package.json' with { type: 'json' };
import { root, runCommand } from '../runner/command.js';

/** Every module that the package exports: its name, its file, and whether Node may have it by name. */
const entries = Object.entries(pkg.exports).flatMap(([key, entry]) =>
  typeof entry === 'object'
    ? [{ name: key.replace('.', pkg.name), file: entry.default, forNode: !('node' in entry) }]
    : [],
);

/** Imports one after the other in one Node and tells what came of each. */
const script = (specifiers: readonly string[]) => `
const outcome = {};
for (const specifier of ${JSON.stringify(specifiers)})
  outcome[specifier] = await import(specifier).then(
    (module) => Object.keys(module).length > 0 ? 'imported' : 'empty',
    (error) => error.code ?? String(error),
  );
console.log(JSON.stringify(outcome));
`;

describe('the built package in plain Node', function () {
  this.timeout(120_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = ['build', '--mode', 'library', '--outDir', join(folder, 'dist'), '--emptyOutDir'];
    const { ok, output } = await runCommand(process.execPath, [vite, ...build], { seconds: 60 });
    if (!ok) throw new Error(output);
    await cp(join(root, 'package.json'), join(folder, 'package.json'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const importing = async (specifiers: readonly string[]) => {
    await writeFile(join(folder, 'import.mjs'), script(specifiers));
    const run = await runCommand(process.execPath, [join(folder, 'import.mjs')], { seconds: 30 });
    if (!run.ok) throw new Error(run.output);
    return JSON.parse(run.output) as Record<string, string>;
  };

  it('has entries, some of them for browsers alone', () => {
    expect(entries.length).to.be.greaterThan(10);
    expect(entries.some(({ forNode }) => !forNode)).to.equal(true);
  });

  it('is imported by name, each entry, but for what only a browser has', async () => {
    const outcome = await importing(entries.map(({ name }) => name));
    for (const { name, forNode } of entries)
      expect(outcome[name], name).to.equal(forNode ? 'imported' : 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('is imported by file, each entry, so that a server may render a page that has it', async () => {
    const outcome = await importing(entries.map(({ file }) => file));
    for (const { file } of entries) expect(outcome[file], file).to.equal('imported');
  });

  it('is defined by two versions, the first of which stays', async () => {
    const defines = entries.filter(({ name }) => name.includes('/define/'));
    expect(defines.length).to.be.greaterThan(1);
    const versions = defines.flatMap(({ file }) => [`${file}?version=1`, `${file}?version=2`]);
    const outcome = await importing(versions);
    expect(Object.values(outcome)).to.deep.equal(versions.map(() => 'imported'));
  });
});
