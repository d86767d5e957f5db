// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are source texts and XLIFF placeholders

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { build } from '../../locales/build.js';
import { faultsOfProject } from '../../locales/check.js';
import { extract } from '../../locales/extract.js';
import { type Folders, projectFolders, targetLocales } from '../../locales/project.js';
import { pseudo } from '../../locales/pseudo.js';
import { pseudoLocale, shippedLocales } from '../../src/localization/locales.js';

const ours = fileURLToPath(new URL('../../src/localization/msg.js', import.meta.url));

/** A place for one test's files, gone after it. */
let place: string;

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

/** A project with one source file, which returns a list of messages from a function. */
function project(...messages: string[]): Folders {
  writeSource(`export const all = (a: string, b: string) => [\n${messages.join(',\n')}\n];`);
  return { xliff: place, generated: place, sources: [join(place, 'source.ts')] };
}

const writeSource = (code: string) =>
  writeFileSync(join(place, 'source.ts'), `import { msg, str } from '${ours}';\n${code}\n`);

/** Fills one unit's translation in, as a translator does. */
function translate(locale: string, id: string, target: string) {
  const file = join(place, `${locale}.xlf`);
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf(`id="${id}"`);
  const end = text.indexOf('</source>', start) + '</source>'.length;
  const rest = text.slice(end).replace(/^\s*<target[^>]*?(\/>|>[\s\S]*?<\/target>)/, '');
  writeFileSync(file, `${text.slice(0, end)}\n  <target>${target}</target>${rest}`);
}

/** What is said of a message "Tries left: {a}" with a desc, given its translations. */
async function faultsOfTries(
  german: string,
  arabic = 'المحاولات المتبقية: <x id="0" equiv-text="${a}"/>',
) {
  const folders = project("msg(str`Tries left: ${a}`, { id: 'reset.tries', desc: 'Count' })");
  await extract(folders);
  translate('de', 'reset.tries', german);
  translate('ar', 'reset.tries', arabic);
  return faultsOfProject(folders);
}

const a = '<x id="0" equiv-text="${a}"/>';

/** What is said of a message in the source alone. */
async function faultsOfSource(message: string) {
  const folders = project(message);
  await extract(folders);
  return faultsOfProject(folders).filter((fault) => !/^(de|ar|en-XA):/.test(fault));
}

describe('localization', function () {
  // Each test runs the compiler over its sources.
  this.timeout(30_000);

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'localization-'));
  });

  afterEach(() => {
    rmSync(place, { recursive: true });
  });

  describe('the project’s localization', () => {
    it('has every message in every language, well formed', () => {
      expect(faultsOfProject()).to.deep.equal([]);
    });

    it('has committed XLIFF files and modules that are those of the sources', async () => {
      const folders: Folders = { xliff: join(place, 'xliff'), generated: join(place, 'generated') };
      for (const locale of targetLocales)
        cpSync(join(projectFolders.xliff, `${locale}.xlf`), join(folders.xliff, `${locale}.xlf`));
      await extract(folders);
      await build(folders);
      for (const kind of ['xliff', 'generated'] as const)
        for (const file of readdirSync(folders[kind]))
          expect(
            read(folders[kind], file) === read(projectFolders[kind], file),
            `${file} is as npm run localize:build makes it`,
          ).to.equal(true);
      expect(readdirSync(folders.generated)).to.deep.equal(readdirSync(projectFolders.generated));
    });

    it('makes what the elements offer: all shipped languages and the pseudo-locale', () => {
      expect(['en', ...targetLocales].sort()).to.deep.equal(
        [...shippedLocales, pseudoLocale].sort(),
      );
    });

    it('keeps each language within 6 kB on the wire', () => {
      for (const locale of targetLocales) {
        const bytes = brotliCompressSync(read(projectFolders.generated, `${locale}.ts`)).length;
        expect(bytes, locale).to.be.below(6_000);
      }
    });
  });

  describe('a translation is refused that', () => {
    it('is missing', async () => {
      const folders = project("msg('Cancel', { id: 'common.cancel', desc: 'Button' })");
      await extract(folders);
      expect(faultsOfProject(folders)).to.deep.equal([
        'de: common.cancel is missing',
        'ar: common.cancel is missing',
      ]);
    });

    it('is empty', async () => {
      expect(await faultsOfTries('')).to.deep.equal(['de: reset.tries is empty']);
      expect(await faultsOfTries(' ')).to.deep.equal(['de: reset.tries is empty']);
    });

    it('is still the source text', async () => {
      expect(await faultsOfTries(`Tries left: ${a}`)).to.deep.equal([
        'de: reset.tries is the same as its source: Tries left: {0}',
      ]);
    });

    it('lost, doubled or renumbered a placeholder', async () => {
      for (const broken of [
        'Versuche',
        `Versuche ${a} ${a}`,
        'Versuche <x id="1" equiv-text="${a}"/>',
      ])
        expect((await faultsOfTries(broken)).join(), broken).to.match(
          /^de: reset.tries has the placeholders/,
        );
    });

    it('has space at an end, or a word or mark that we do not use', async () => {
      expect((await faultsOfTries(`Versuche: ${a} `)).join()).to.contain('space at an end');
      for (const german of ['Noch', 'Bitte', 'Noch für dich', 'Ungültig'])
        expect(await faultsOfTries(`${german}! ${a}`), german).to.have.length(1);
      expect((await faultsOfTries(`Versuche: ${a}`, `المحاولات ${a}!`)).join()).to.match(
        /^ar: .*do not use/,
      );
    });

    it('is older than its source text, until it is reviewed', async () => {
      expect(await faultsOfTries(`Verbleibende Versuche: ${a}`)).to.deep.equal([]);
      const folders = project("msg(str`Tries used: ${a}`, { id: 'reset.tries', desc: 'Count' })");
      await extract(folders);
      await extract(folders);
      expect(faultsOfProject(folders)).to.deep.equal([
        'de: reset.tries is older than its source text',
        'ar: reset.tries is older than its source text',
      ]);
      translate('de', 'reset.tries', `Verbrauchte Versuche: ${a}`);
      translate('ar', 'reset.tries', `المحاولات المستخدمة: ${a}`);
      expect(faultsOfProject(folders)).to.deep.equal([]);
    });

    it('is of a message that is gone, or of one that stands there twice', async () => {
      const folders = project("msg('Cancel', { id: 'common.cancel', desc: 'Button' })");
      await extract(folders);
      translate('de', 'common.cancel', 'Abbrechen');
      translate('ar', 'common.cancel', 'إلغاء');
      const file = join(place, 'de.xlf');
      const twice = read(file).replace(/<trans-unit[\s\S]*<\/trans-unit>/, (unit) => unit + unit);
      writeFileSync(file, twice);
      expect(faultsOfProject(folders)).to.deep.equal(['de: an id occurs twice']);
      writeFileSync(file, twice.replace('common.cancel', 'common.gone'));
      expect(faultsOfProject(folders)).to.deep.equal([
        'de: common.gone is a translation of nothing',
      ]);
    });
  });

  it('a right translation is not refused', async () => {
    expect(await faultsOfTries(`Verbleibende Versuche: ${a}`)).to.deep.equal([]);
  });

  describe('a message is refused that', () => {
    const cases: Readonly<Record<string, [message: string, fault: RegExp]>> = {
      'has no id': ["msg('Cancel', { desc: 'Button' })", /has no id/],
      'has an id outside the known rooms': [
        "msg('Cancel', { id: 'button.cancel', desc: 'Button' })",
        /^button.cancel has no id, or one outside/,
      ],
      'has nothing to say to translators': [
        "msg('Cancel', { id: 'common.cancel' })",
        /has no desc/,
      ],
      'has space at an end': [
        "msg('Cancel ', { id: 'common.cancel', desc: 'Button' })",
        /space at an end/,
      ],
      'begs or shouts': ["msg('Please wait', { id: 'common.wait', desc: 'Wait' })", /do not use/],
      'is empty': ["msg('', { id: 'common.cancel', desc: 'Button' })", /is empty/],
      'has values side by side': [
        "msg(str`Until ${a} ${b}`, { id: 'common.until', desc: 'Time' })",
        /side by side/,
      ],
    };
    for (const [name, [message, fault]] of Object.entries(cases))
      it(name, async () => {
        const faults = await faultsOfSource(message);
        expect(faults).to.have.length(1);
        expect(faults[0]).to.match(fault);
      });

    it('shares its id with another text', async () => {
      const folders = project(
        "msg('Cancel', { id: 'common.cancel', desc: 'Button' })",
        "msg('Stop', { id: 'common.cancel', desc: 'Button' })",
      );
      expect(String(await extract(folders).catch((error: unknown) => error))).to.contain(
        'ID common.cancel was defined in 2 places',
      );
    });

    it('is asked for when its module loads', async () => {
      project();
      writeSource("export const cancel = msg('Cancel', { id: 'common.cancel', desc: 'Button' });");
      const folders: Folders = {
        xliff: place,
        generated: place,
        sources: [join(place, 'source.ts')],
      };
      await extract(folders);
      expect(faultsOfProject(folders)[0]).to.contain('asked for when its module loads');
    });
  });

  describe('a built locale', () => {
    it('speaks text as text, with its values in its own order', async () => {
      const folders = project(
        "msg(str`${a} <b> & ${b}`, { id: 'reset.pair', desc: 'Two values' })",
        "msg('Back\\'s `here` ${x} \\\\', { id: 'reset.odd', desc: 'Odd characters' })",
      );
      await extract(folders);
      translate('de', 'reset.pair', `<x id="1" equiv-text="\${b}"/> &lt;i&gt; &amp; ${a}`);
      translate('de', 'reset.odd', "Zurück's `hier` ${y} \\");
      await build(folders);
      const module = join(place, 'de.ts');
      writeFileSync(module, read(module).replace("'../msg.js'", `'${ours}'`));
      const { templates } = await import(module);
      const { msg, speaking, str } = await import(ours);
      const words = { locale: 'de', templates };
      const pair = () => msg(str`${'one'} <b> & ${'two'}`, { id: 'reset.pair' });
      expect(speaking(words, pair)).to.equal('two <i> & one');
      expect(speaking(words, () => msg('', { id: 'reset.odd' }))).to.equal(
        "Zurück's `hier` ${y} \\",
      );
    });

    it('keeps what a tenant says in a file of its own, and out of the words of a page', async () => {
      const folders = project(
        "msg('Cancel', { id: 'common.cancel', desc: 'Button' })",
        "msg(str`This is ${a}`, { id: 'tenant.call', desc: 'Spoken' })",
      );
      await extract(folders);
      translate('de', 'common.cancel', 'Abbrechen');
      translate('de', 'tenant.call', `Hier ist ${a}`);
      await build(folders);
      expect(read(place, 'de.ts')).to.contain("'common.cancel': `Abbrechen`");
      expect(read(place, 'de.ts')).not.to.match(/tenant|Hier|str/);
      expect(read(place, 'tenant-de.ts')).to.contain("'tenant.call': str`Hier ist ${0}`");
      expect(read(place, 'tenant-de.ts')).not.to.contain('common');
      expect(read(place, 'message-texts.ts')).not.to.contain('tenant');
    });

    it('tells a page which words it may replace', async () => {
      const folders = project(
        "msg(str`Tries left: ${a}`, { id: 'reset.tries', desc: 'Below the code' })",
      );
      await extract(folders);
      await build(folders);
      const types = read(place, 'message-texts.ts');
      expect(types).to.contain('/** Below the code: “Tries left: {0}” */');
      expect(types).to.contain("readonly 'reset.tries'?: string;");
    });
  });

  describe('the pseudo-locale', () => {
    it('accents every letter, in brackets, and leaves placeholders alone', () => {
      const placeholder = { untranslatable: '${name}', index: 0 };
      const text = pseudo(['Get back, ', placeholder, ': 6 digits']);
      expect(text[2]).to.equal(placeholder);
      expect(text.filter((part) => typeof part === 'string').join('')).to.match(/^\[[^A-Za-z]*\]$/);
    });

    it('is longer by two to five tenths, as German may be', () => {
      const sentences = [
        'Get back into your account',
        'Contoso asks for two different proofs. Choose the first.',
        'That code is not the one we sent last. Check the newest email.',
      ];
      for (const sentence of sentences)
        expect(pseudo([sentence]).join('').length / sentence.length).to.be.within(1.2, 1.5);
    });
  });
});
