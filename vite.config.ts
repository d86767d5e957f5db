import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import pkg from './package.json' with { type: 'json' };

const root = fileURLToPath(new URL('.', import.meta.url));
const target = 'es2023';

/** The table of entries is `exports` and `bin` in package.json: each `dist/x.js` in it comes from `src/x.ts`. */
function libraryEntries(): Record<string, string> {
  const outputs = Object.values(pkg.exports).flatMap((entry) =>
    typeof entry === 'object' ? [entry.default] : [],
  );
  const names = [...outputs, ...Object.values(pkg.bin)].map((path) =>
    path.replace(/^\.\/dist\//, '').replace(/\.js$/, ''),
  );
  return Object.fromEntries(names.map((name) => [name, join(root, 'src', `${name}.ts`)]));
}

/** What the user's own package manager installs stays an import. */
function isExternal(id: string): boolean {
  const packages = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];
  return (
    id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`))
  );
}

/** Takes the white space out of html`` and css`` literals, which no JavaScript minifier may do. */
function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (!id.startsWith(join(root, 'src'))) return null;
      return await minifyHTMLLiterals(code, { fileName: id });
    },
  };
}

/** Takes the notes to translators out of the messages: the embed has no use for them. */
function dropTranslatorNotes(): Plugin {
  return {
    name: 'drop-translator-notes',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(root, 'src')) || !code.includes('desc:')) return null;
      // A message's options are the only objects with an id followed by a desc.
      return code.replace(/(id: '[\w.-]+'),\s*desc:\s*'(?:[^'\\]|\\.)*',?/g, '$1');
    },
  };
}

/** The file that package.json exports beside the modules. */
function copyOpenApi(): Plugin {
  return {
    name: 'copy-openapi',
    async generateBundle() {
      const source = await readFile(join(root, 'src/contract/openapi.json'));
      this.emitFile({ type: 'asset', fileName: 'contract/openapi.json', source });
    },
  };
}

/** MSW's worker script lies beside index.html, where its scope covers the whole demo. */
function mockServiceWorker(): Plugin {
  const read = () =>
    readFile(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
  return {
    name: 'mock-service-worker',
    configureServer(server) {
      server.middlewares.use('/mockServiceWorker.js', async (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(await read());
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source: await read() });
    },
  };
}

/** One module per source file, readable, every package left as an import. */
const library: UserConfig = {
  plugins: [copyOpenApi()],
  build: {
    target,
    outDir: 'dist',
    minify: false,
    lib: { entry: libraryEntries(), formats: ['es'] },
    rolldownOptions: {
      external: isExternal,
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's own helpers otherwise stand in a folder named after its version.
        entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, '_virtual/')}.js`,
      },
    },
  },
};

/**
 * Keeps the whole first view of one entry in one file: sspr-reset.js, so that a page has it after
 * one request. The other entries take from that file what they share with it, and a page with
 * several elements has one copy of Lit.
 */
function firstViewInOneFile(entry: string): Plugin {
  const firstView = new Set<string>();
  const collect = (id: string, imports: (id: string) => readonly string[]): void => {
    if (firstView.has(id)) return;
    firstView.add(id);
    for (const imported of imports(id)) collect(imported, imports);
  };
  return {
    name: 'first-view-in-one-file',
    enforce: 'pre',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: { groups: [{ name: entry, test: (id) => firstView.has(id) }] },
            // The bundler leaves a file that only imports the group: the group takes its name.
            entryFileNames: ({ name }) => (name === entry ? 'left-over.js' : '[name].js'),
            chunkFileNames: ({ name }) =>
              name === entry ? '[name].js' : 'chunks/[name]-[hash].js',
          },
        },
      },
    }),
    buildEnd() {
      const imports = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      collect(join(root, 'src/define', `${entry}.ts`), imports);
    },
    generateBundle(_options, bundle) {
      delete bundle['left-over.js'];
    },
  };
}

/** What comes with the elements in one file, and under which licences: their texts travel along. */
function licences(): Plugin {
  const packages = ['lit', 'uqr', 'libphonenumber-js'];
  return {
    name: 'licences',
    async generateBundle() {
      const texts = packages.map(
        async (name) =>
          `${name}\n\n${await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`,
      );
      const icons = 'Icons from Lucide, ISC licence, copyright (c) Lucide Contributors.\n';
      const source = [icons, ...(await Promise.all(texts))].join('\n----\n\n');
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source });
    },
  };
}

/** The elements for a plain <script type="module">: Lit inside, views and locales lazy. */
const embed: UserConfig = {
  plugins: [dropTranslatorNotes(), minifyTemplates(), firstViewInOneFile('sspr-reset'), licences()],
  build: {
    target,
    outDir: 'dist/embed',
    manifest: 'manifest.json',
    reportCompressedSize: false,
    // As a library, lazy imports stay plain ones, without the code that preloads an application's.
    lib: {
      formats: ['es'],
      entry: Object.fromEntries(
        [...globSync('src/define/*.ts', { cwd: root }), 'src/extensions.ts'].map((file) => [
          basename(file, '.ts'),
          join(root, file),
        ]),
      ),
    },
    rolldownOptions: { output: { minify: true } },
  },
};

/** The demo works from any static host and sub-path. */
const demo: UserConfig = {
  root: join(root, 'demo'),
  base: './',
  plugins: [mockServiceWorker()],
  server: { host: '127.0.0.1', fs: { allow: [root] } },
  preview: { host: '127.0.0.1' },
  build: {
    target,
    outDir: join(root, 'dist-demo'),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: globSync('demo/**/*.html', { cwd: root }).map((at) => join(root, at)),
    },
  },
};

const modes: Record<string, UserConfig> = { library, embed, demo };

export default defineConfig(({ mode }) => {
  const config = modes[mode];
  if (!config) throw new Error(`--mode takes ${Object.keys(modes).join(', ')}; not "${mode}"`);
  return { publicDir: false, ...config };
});
