import type { msg as stockMsg, str as stockStr } from '@lit/localize';

/** A `str` tagged template: what was written around the values, and the values. */
type StrResult = ReturnType<typeof stockStr>;

/** A locale's texts by message id, as `lit-localize build` writes them. */
export type Templates = Readonly<Record<string, string | StrResult>>;

/** All that one element needs to speak one language. */
export interface Words {
  /** The language of the texts, as a BCP 47 tag. */
  readonly locale: string;
  /** Absent for the source language and while a locale is not loaded. */
  readonly templates?: Templates | undefined;
  /** The host page's own words by message id; `{0}`, `{1}`… stand for the values, in the order of the source text. */
  readonly overrides?: Readonly<Record<string, unknown>> | undefined;
}

let current: Words | undefined;

/**
 * Runs `render` with these words current, and puts back what was current before, also when it throws.
 * There is no page-wide locale, so that two elements speak two languages: an element wraps its
 * `performUpdate`, which is synchronous. What runs later (a timer, a resolved promise) is outside.
 */
export function speaking<T>(words: Words, render: () => T): T {
  const before = current;
  current = words;
  try {
    return render();
  } finally {
    current = before;
  }
}

const join = (strings: readonly string[], values: readonly unknown[]): string =>
  strings.reduce((text, next, i) => text + String(values[i - 1]) + next);

/**
 * The text of a message in the words that are current: the host's own, else the locale's, else the
 * source text. Its type is @lit/localize's, by which `lit-localize extract` recognises the calls;
 * its runtime is not used, because that sets one locale for the page and throws when set up twice.
 *
 * Always give `id` (also the host's key for own words) and `desc` (what a translator reads).
 * Text only: `html` templates are refused by the tests.
 */
export const msg = ((source: string | StrResult, options?: { id?: string }): string => {
  const id = options?.id ?? '';
  const values = typeof source === 'string' ? [] : source.values;
  const own = current?.overrides?.[id];
  // A page may set anything: what is no text is passed over.
  if (typeof own === 'string') {
    return own.replace(/\{(\d+)\}/g, (gap, index) =>
      index in values ? String(values[index]) : gap,
    );
  }
  const text = current?.templates?.[id];
  if (text === undefined) return typeof source === 'string' ? source : join(source.strings, values);
  // A translation's values are the places of the source's values: languages order them differently.
  return typeof text === 'string'
    ? text
    : join(
        text.strings,
        text.values.map((place) => values[Number(place)]),
      );
  // The stock type has an overload for `html` templates, which are not ours to answer.
}) as typeof stockMsg;

/** Tags a message with values: msg(str`Tries left: ${n}`, …). The stock tag, without the runtime behind its import. */
export const str: typeof stockStr = (strings, ...values) => ({ strTag: true, strings, values });
