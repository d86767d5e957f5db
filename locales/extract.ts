import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { pseudoLocale } from '../src/localization/locales.js';
import {
  type Folders,
  localizer,
  projectFolders,
  sourceMessages,
  type Translation,
  targetLocales,
} from './project.js';
import { pseudo } from './pseudo.js';
import { finishXliff } from './xliff.js';

/** Brings the XLIFF files in step with the sources: new units without a target, gone ones removed, the pseudo-locale made. */
export async function extract(folders: Folders = projectFolders): Promise<void> {
  const fileOf = (locale: string) => join(folders.xliff, `${locale}.xlf`);
  rmSync(fileOf(pseudoLocale), { force: true });
  const before = new Map(
    targetLocales.map((locale) => [
      locale,
      existsSync(fileOf(locale)) ? readFileSync(fileOf(locale), 'utf8') : '',
    ]),
  );

  const tool = localizer(folders);
  const messages = sourceMessages(tool);
  // What is set here is what gets written: the tool reads its files once.
  const { translations } = tool.readTranslationsSync();
  translations.set(
    pseudoLocale as string as Locale,
    messages.map(({ name, contents }): Translation => ({ name, contents: pseudo(contents) })),
  );
  await tool.writeInterchangeFiles();

  for (const [locale, text] of before)
    writeFileSync(fileOf(locale), finishXliff(readFileSync(fileOf(locale), 'utf8'), text));
}

if (import.meta.filename === process.argv[1]) await extract();
