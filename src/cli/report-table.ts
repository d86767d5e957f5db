import type { Report } from '../conformance/index.js';

const marks = { holds: 'holds', fails: 'FAILS', 'not-offered': '–' } as const;

/** A report to read: a line for each rule, and below each that fails what was seen. */
export function reportTable({ rules, timing }: Report): string {
  const width = Math.max(...rules.map(({ rule }) => rule.length));
  const lines = rules.flatMap(({ rule, outcome, checks }) => {
    const failed = checks.filter((one) => one.outcome === 'fails');
    const missing = [
      ...new Set(checks.flatMap((one) => (one.outcome === 'not-offered' ? [one.because] : []))),
    ];
    const made = checks.filter((one) => one.outcome !== 'not-offered').length;
    const count = `${made} of ${checks.length}`;
    const needs = missing.length > 0 ? `   without ${missing.join('; ')}` : '';
    return [
      `${rule.padEnd(width)}  ${marks[outcome].padEnd(5)}  ${count}${needs}`,
      ...failed.map(({ title, expected, seen }) => {
        const instead = seen === undefined ? '' : `; seen: ${seen}`;
        return `${' '.repeat(width)}  – ${title}\n${' '.repeat(width)}    expected: ${expected}${instead}`;
      }),
    ];
  });
  const times = timing
    ? [
        `Known names took ${ms(timing.knownMs)}, unknown ones ${ms(timing.unknownMs)}: a figure, no verdict.`,
      ]
    : [];
  const tally = (['holds', 'fails', 'not-offered'] as const)
    .map((one) => `${rules.filter(({ outcome }) => outcome === one).length} ${one}`)
    .join(', ');
  const hint = rules.some(({ checks }) =>
    checks.some((one) => one.outcome === 'fails' && one.seen?.includes('blocked-until')),
  )
    ? ['An account was blocked: give more by --username, or make each fresh by --fresh-command.']
    : [];
  return [...lines, '', ...times, ...hint, `Rules: ${tally}.`].join('\n');
}

const ms = (time: number): string => `${Math.round(time)} ms`;
