interface Titled {
  readonly title: string;
  readonly start: number;
  /** Where its last line begins. */
  readonly end: number;
}

/** Calls that begin a line, as the formatter writes them, with the title that is written in place. */
function callsOf(name: 'it' | 'describe', source: string): readonly Titled[] {
  const call = new RegExp(
    `^([ ]*)${name}(?:\\.only)?\\(\\s*(['"\`])((?:\\\\.|(?!\\2).)*)\\2`,
    'gms',
  );
  return [...source.matchAll(call)].map(({ index, 0: found, 1: indent = '', 3: title = '' }) => {
    const from = index + found.length;
    const rest = source.slice(from);
    const [first = ''] = rest.split('\n', 1);
    const last = first.endsWith(');')
      ? first.length
      : rest.search(new RegExp(`^${indent}[}\\])]`, 'm'));
    const end = last < 0 ? source.length : from + last;
    return { title, start: index, end };
  });
}

/** The title of each test in a file, that of the groups around it before it. */
export function testTitles(source: string): readonly string[] {
  const groups = callsOf('describe', source);
  return callsOf('it', source).map(({ title, start }) =>
    [...groups.filter((group) => group.start < start && start < group.end), { title }]
      .map((one) => one.title)
      .join(' '),
  );
}

/** What looks like the id of a rule: `CODE-2`, `BANNED`. */
export const idsIn = (title: string): readonly string[] =>
  title.match(/\b[A-Z]{3,}(?:-\d+)?(?![-\w])/g) ?? [];
