import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import type { ConfigFile } from '@lit/localize-tools/lib/types/config.js';

const home = fileURLToPath(new URL('.', import.meta.url));
const file: ConfigFile = JSON.parse(readFileSync(`${home}lit-localize.json`, 'utf8'));
if (file.interchange.format !== 'xliff' || file.output.mode !== 'runtime')
  throw new Error('lit-localize.json: these scripts are for XLIFF and runtime mode');

/** Where the project keeps its translations and its generated modules; tests put both elsewhere. */
export interface Folders {
  /** Has one `<locale>.xlf` for each target locale. */
  readonly xliff: string;
  /** Has one `<locale>.ts` for each target locale, and the types of all messages. */
  readonly generated: string;
  /** Patterns of the files that are searched for messages; the project's where absent. */
  readonly sources?: readonly string[];
}

export const projectFolders: Folders = {
  xliff: resolve(home, file.interchange.xliffDir),
  generated: resolve(home, file.output.outputDir),
};

export const targetLocales: readonly string[] = file.targetLocales;

/** The stock tool on this project, reading the sources as they are now. */
export function localizer({
  xliff,
  generated,
  sources,
}: Folders = projectFolders): RuntimeLitLocalizer {
  return new RuntimeLitLocalizer({
    ...file,
    ...(sources && { inputFiles: [...sources] }),
    interchange: { format: 'xliff', xliffDir: xliff },
    output: { mode: 'runtime', language: 'ts', outputDir: generated },
    baseDir: home,
    resolve: (path) => resolve(home, path),
  });
}

export type Localizer = ReturnType<typeof localizer>;
export type SourceMessage = ReturnType<Localizer['extractSourceMessages']>['messages'][number];
export type Translation = { readonly name: string; readonly contents: SourceMessage['contents'] };

/** All messages by id; throws what the tool could not read, such as one id with two texts. */
export function sourceMessages(from: Localizer): SourceMessage[] {
  const { messages, errors } = from.extractSourceMessages();
  if (errors.length)
    throw new Error(
      errors.map(({ file, messageText }) => `${file?.fileName}: ${String(messageText)}`).join('\n'),
    );
  return messages.sort((a, b) => (a.name < b.name ? -1 : 1));
}
