import { rules } from './rules.js';

/** A default that is longer is not worth a cell: its path says where it stands. */
const longestDefault = 120;

/** Code in a cell: a fence longer than any run of backticks in it, and no bar that ends the cell. */
function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const pad = runs.length > 0 ? ' ' : '';
  return `${fence}${pad}${text.replaceAll('|', '\\|')}${pad}${fence}`;
}

function parameter([path, value]: readonly [string, unknown]): string {
  const text = JSON.stringify(value) ?? 'none';
  return code(text.length > longestDefault ? path : `${path}: ${text}`);
}

/** All rules as a table in Markdown: id, sentence, parameters with their defaults, source. */
export const ruleSheet = (): string =>
  [
    '| id | rule | parameters | source |',
    '|---|---|---|---|',
    ...Object.entries(rules).map(([id, { says, defaults = {}, source, decided }]) => {
      const parameters = Object.entries(defaults).map(parameter).join('<br>');
      const from = source === 'decision' ? source : `<${source}>`;
      return `| ${id} | ${says} | ${parameters} | ${from}${decided ? `; decided: ${decided}` : ''} |`;
    }),
    '',
  ].join('\n');
