import { posix } from 'node:path';

/** What each room of src may import: other rooms, or one module of them. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  policy: ['contract'],
  tenant: ['contract', 'policy'],
  mock: ['tenant', 'contract'],
  adapters: ['contract'],
  conformance: ['contract'],
  // The command lines.
  cli: ['conformance', 'contract', 'adapters/http'],
  testing: ['contract', 'tenant'],
  flow: ['contract', 'policy'],
  localization: ['contract'],
  elements: ['flow', 'localization', 'contract', 'adapters/http'],
  define: ['elements'],
  // src/index.ts: the headless core.
  index: ['flow', 'contract'],
  // src/extensions.ts: what a page brings along for the elements on it.
  extensions: ['elements'],
};

/** Packages that only some rooms may know. */
const packages: Readonly<Record<string, readonly string[]>> = {
  msw: ['mock'],
  // In mock: whoever scans the picture of a registration.
  otpauth: ['tenant', 'mock'],
  lit: ['elements', 'define', 'localization'],
  '@lit/localize': ['elements', 'localization'],
};

/** The only files, and the only room, that run in Node alone. */
const nodeFiles = ['mock/node.ts', 'mock/server.ts', 'contract/generate.ts'];
const nodeRooms = ['cli'];

const importedNames =
  /(?:\b(?:import|export)\b[^'"`;()]*?\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\1/g;

/** Comments may quote imports; a line of one starts with `//`, `/*` or `*`. */
function withoutComments(source: string): string {
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}

function importsOf(source: string): string[] {
  return [...withoutComments(source).matchAll(importedNames)].map((found) => found[2] ?? '');
}

const roomOf = (file: string) => file.split('/')[0]?.replace(/\.(?:d\.)?ts$/, '') ?? '';

const liesIn = (module: string, place: string) =>
  module === place || module.startsWith(`${place}/`) || module.startsWith(`${place}.`);

/** `@scope/name/path` and `name/path` belong to the package `@scope/name` or `name`. */
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

function isAllowed(file: string, name: string): boolean {
  const room = roomOf(file);
  if (name.startsWith('node:')) return nodeFiles.includes(file) || nodeRooms.includes(room);
  if (!name.startsWith('.')) return packages[packageOf(name)]?.includes(room) ?? true;
  const module = posix.join(posix.dirname(file), name);
  if (roomOf(module.replace(/\.js$/, '')) === room) return true;
  return arrows[room]?.some((place) => liesIn(module, place)) ?? false;
}

/** The imports of one file, named from src, that point where its room may not look. */
export function wrongArrows(file: string, source: string): string[] {
  return importsOf(source)
    .filter((name) => !isAllowed(file, name))
    .map((name) => `${file} imports ${name}`);
}
