import { allow, deny, type Verdict } from './verdict.js';

/** A name shorter than this may occur in a password (rule BANNED-2). */
const shortestName = 4;

const lookAlikes: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', $: 's', '@': 'a' };

/** The form in which passwords and terms are compared (rule BANNED-1). */
export const normalised = (text: string): string =>
  text.toLowerCase().replace(/[01$@]/g, (character) => lookAlikes[character] ?? character);

/** Characters that no term has covered yet. */
type Run = readonly string[];

/** Finds the next stretch of `run` that a term covers: where it begins and how long it is. */
type Find = (run: Run, length: number) => number;

interface Scored {
  readonly points: number;
  readonly runs: readonly Run[];
}

/** One point for each stretch of `length` that `find` covers, left to right; what it leaves are runs. */
function cover(runs: readonly Run[], length: number, find: Find): Scored {
  let points = 0;
  const rest: Run[] = [];
  for (let run of runs) {
    for (let at = find(run, length); at >= 0; at = find(run, length)) {
      points += 1;
      if (at > 0) rest.push(run.slice(0, at));
      run = run.slice(at + length);
    }
    if (run.length > 0) rest.push(run);
  }
  return { points, runs: rest };
}

/** Whether at most one character was exchanged. */
function differsInOne(run: Run, at: number, term: Run): boolean {
  let differences = 0;
  for (let i = 0; i < term.length && differences < 2; i++)
    if (run[at + i] !== term[i]) differences += 1;
  return differences < 2;
}

/** Whether the two are at most one insertion, deletion or substitution apart. */
function isWithinOneEdit(a: Run, b: Run): boolean {
  if (a.length === b.length) return differsInOne(a, 0, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  const same = long.findIndex((character, i) => character !== short[i]);
  return long.slice(same + 1).every((character, i) => character === short[same + i]);
}

/**
 * The points of a password (rule BANNED-3). Exact terms are taken first, longest first over all runs;
 * only what they leave is compared fuzzily. Minimising over fuzzy windows everywhere would score the
 * documented `ContoS0Bl@nkf9!` 4 instead of 5.
 */
export function scorePassword(password: string, terms: Iterable<string>): number {
  const words = [...new Set(Array.from(terms, normalised))]
    .filter((term) => term !== '')
    .map((term) => [...term]);
  const lengths = [...new Set(words.map((word) => word.length))].toSorted((a, b) => b - a);
  const ofLength = (length: number) => words.filter((word) => word.length === length);

  let points = 0;
  let runs: readonly Run[] = [[...normalised(password)]].filter((run) => run.length > 0);
  const take = (length: number, find: Find): void => {
    const scored = cover(runs, length, find);
    points += scored.points;
    runs = scored.runs;
  };
  const firstWindow = (run: Run, length: number, fits: (at: number) => boolean): number => {
    for (let at = 0; at + length <= run.length; at++) if (fits(at)) return at;
    return -1;
  };

  for (const length of lengths) {
    const exact = new Set(ofLength(length).map((word) => word.join('')));
    take(length, (run) =>
      firstWindow(run, length, (at) => exact.has(run.slice(at, at + length).join(''))),
    );
  }
  const takeWholeRuns = (): void => {
    const left = runs.filter((run) => !words.some((word) => isWithinOneEdit(run, word)));
    points += runs.length - left.length;
    runs = left;
  };
  takeWholeRuns();
  for (const length of lengths) {
    const sameLength = ofLength(length);
    take(length, (run) =>
      firstWindow(run, length, (at) => sameLength.some((word) => differsInOne(run, at, word))),
    );
  }
  takeWholeRuns();
  return points + runs.reduce((sum, run) => sum + run.length, 0);
}

export interface BannedCase {
  readonly password: string;
  /** The well-known and the organisation's own words. */
  readonly terms: Iterable<string>;
  /** First name, last name, name of the tenant (rule BANNED-2). */
  readonly names: readonly string[];
  readonly minPoints: number;
}

/** Whether a password is too close to what attackers try first (rules BANNED-1 to 4). */
export function checkBanned({
  password,
  terms,
  names,
  minPoints,
}: BannedCase): Verdict<'password-has-name' | 'password-too-common'> {
  const plain = normalised(password);
  const named = names.some(
    (name) => [...name].length >= shortestName && plain.includes(normalised(name)),
  );
  if (named) return deny('BANNED-2', 'password-has-name');
  return scorePassword(password, terms) < minPoints
    ? deny('BANNED-4', 'password-too-common')
    : allow('BANNED-4');
}
