/** The units of an XLIFF file as text, so that whatever a translator's tool put there stays. */
const unit = /[ \t]*<trans-unit id="([^"]*)"[^>]*>[\s\S]*?<\/trans-unit>\n?/g;

const sourceOf = (text: string): string | undefined =>
  /<source[^>]*>([\s\S]*?)<\/source>/.exec(text)?.[1];

const units = (xliff: string): Map<string, string> =>
  new Map(Array.from(xliff.matchAll(unit), ([text, id = '']) => [id, text]));

/** The state (XLIFF 1.2, appendix of `state`) of a translation whose source was changed after it. */
export const needsReview = 'state="needs-review-translation"';

/** The ids of translations that are older than their source text. */
export const staleUnits = (xliff: string): string[] =>
  [...units(xliff)].filter(([, text]) => text.includes(needsReview)).map(([id]) => id);

/**
 * What the tool does not do when it writes a file anew: marks each translation whose source text is
 * another than before (it would pass for a translation of the new text), and puts the units in the
 * order of their ids, so that two people adding messages seldom touch the same line.
 */
export function finishXliff(xliff: string, before: string): string {
  const old = units(before);
  const marked = [...units(xliff)].map(([id, text]): [string, string] => {
    const was = sourceOf(old.get(id) ?? text);
    return [
      id,
      was === sourceOf(text)
        ? text
        : text.replace(/<target\b[^>]*?(\/?)>/, `<target ${needsReview}$1>`),
    ];
  });
  const sorted = marked.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return xliff.replace(unit, () => sorted.shift() ?? '');
}
