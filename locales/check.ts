import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Folders,
  localizer,
  projectFolders,
  type SourceMessage,
  sourceMessages,
  type Translation,
  targetLocales,
} from './project.js';
import { staleUnits } from './xliff.js';

type Contents = SourceMessage['contents'];

const rooms =
  /^(reset|register|captcha|phone|common|picker|problem|refusal|notice|failure|method|tenant)(\.[a-z0-9_-]+)+$/i;

/** Texts that are rightly the same in another language. */
const sameEverywhere: Readonly<Record<string, readonly string[]>> = {
  de: ['WhatsApp', 'Passkey', 'Windows Hello'],
  ar: ['WhatsApp', 'Windows Hello'],
};

/** Words that the voice of the product leaves out, per language. */
const unkind: Readonly<Record<string, RegExp>> = {
  en: /!|\b(please|oops|sorry|invalid|illegal)\b/i,
  de: /!|\b(bitte|hoppla|leider|ungültig\w*|unzulässig\w*)\b|\b(du|dich|dir|dein\w*|euch|euer)\b/i,
  ar: /!|عذرا|عفوا|غير صالح/,
};

const textOf = (contents: Contents): string =>
  contents.map((part) => (typeof part === 'string' ? part : `{${part.index}}`)).join('');

const placeholdersOf = (contents: Contents): string =>
  contents
    .flatMap((part) => (typeof part === 'string' ? [] : part.index))
    .sort()
    .join();

/** Only text between the placeholders: a message such as "{0}: {1}" has no words to translate. */
const hasWords = (contents: Contents): boolean =>
  contents.some((part) => typeof part === 'string' && /\p{L}/u.test(part));

function faultsOfText(contents: Contents, locale: string): string[] {
  const text = textOf(contents);
  const faults: string[] = [];
  if (text.trim() !== text) faults.push('has space at an end');
  if (/ {2}|\n/.test(text)) faults.push('has a line break or two spaces in a row');
  if (unkind[locale]?.test(text)) faults.push(`has a word or mark that we do not use: ${text}`);
  return faults;
}

/** Whether the call stands in a function, so that it is made anew for each language. */
function isAskedWhileRendering(message: SourceMessage): boolean {
  for (let node = message.node.parent; node; node = node.parent)
    if ('body' in node && 'parameters' in node) return true;
  return false;
}

/** What is wrong with the messages in the source, each as a sentence with the message's id. */
export function faultsOfSources(messages: readonly SourceMessage[]): string[] {
  return messages.flatMap((message) => {
    const faults = faultsOfText(message.contents, 'en');
    if (!rooms.test(message.name)) faults.push('has no id, or one outside the known rooms');
    if (!message.desc?.trim()) faults.push('has no desc for translators');
    if (message.tag === 'html') faults.push('is an html template; only text can be looked up');
    if (!textOf(message.contents)) faults.push('is empty');
    if (
      message.contents.some(
        (part) => typeof part !== 'string' && /\}\s*\$\{/.test(part.untranslatable),
      )
    )
      faults.push(
        'has values side by side, whose order no translator could change: pass one value',
      );
    if (!isAskedWhileRendering(message))
      faults.push('is asked for when its module loads, so always in the source language');
    return faults.map((fault) => `${message.name} ${fault}`);
  });
}

/** What is wrong with one locale's translations, each as a sentence with the message's id. */
export function faultsOfTranslations(
  locale: string,
  messages: readonly SourceMessage[],
  translations: readonly Translation[],
  stale: readonly string[],
): string[] {
  const translated = new Map(translations.map(({ name, contents }) => [name, contents]));
  const known = new Set(messages.map(({ name }) => name));
  const faultsOf = ({ name, contents }: SourceMessage): string[] => {
    const target = translated.get(name);
    if (!target) return ['is missing'];
    if (!textOf(target).trim()) return ['is empty'];
    const faults = faultsOfText(target, locale);
    const same = sameEverywhere[locale]?.includes(textOf(contents));
    if (textOf(target) === textOf(contents) && hasWords(contents) && !same)
      faults.push(`is the same as its source: ${textOf(contents)}`);
    if (placeholdersOf(target) !== placeholdersOf(contents))
      faults.push(
        `has the placeholders ${placeholdersOf(target)}, not ${placeholdersOf(contents)}`,
      );
    if (stale.includes(name)) faults.push('is older than its source text');
    return faults;
  };
  const faults = messages.flatMap((message) =>
    faultsOf(message).map((fault) => `${locale}: ${message.name} ${fault}`),
  );
  for (const { name } of translations)
    if (!known.has(name)) faults.push(`${locale}: ${name} is a translation of nothing`);
  if (translated.size < translations.length) faults.push(`${locale}: an id occurs twice`);
  return faults;
}

/** Everything that is wrong with the messages and their translations: nothing, in a tree that may be released. */
export function faultsOfProject(folders: Folders = projectFolders): string[] {
  const tool = localizer(folders);
  const messages = sourceMessages(tool);
  const { translations } = tool.readTranslationsSync();
  const byLocale = new Map<string, readonly Translation[]>(translations);
  return [
    ...faultsOfSources(messages),
    ...targetLocales.flatMap((locale) =>
      faultsOfTranslations(
        locale,
        messages,
        byLocale.get(locale) ?? [],
        staleUnits(readFileSync(join(folders.xliff, `${locale}.xlf`), 'utf8')),
      ),
    ),
  ];
}
