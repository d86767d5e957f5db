import type { AuditRow } from './audit.js';
import { type Outcomes, type Recent, type Usage, usagePeriods } from './usage.js';

type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula (OWASP ASVS 5.0, 1.2.10); full-width signs too. */
const isFormula = (text: string): boolean =>
  text.startsWith('\0') || /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text);

/** A cell of RFC 4180. A number is no formula, whatever its sign. */
function cell(value: Cell = ''): string {
  // The apostrophe is how a spreadsheet is told that text follows.
  const text = typeof value === 'string' && isFormula(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as RFC 4180 has it: a header, lines that end with CR LF, quotes where they are needed. */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const isoTime = (at: number): string => new Date(at).toISOString();

/** The audit log for machines: a list of its rows, their times as ISO 8601 in UTC (rule AUDIT-1). */
export const auditAsJson = (rows: readonly AuditRow[]): string =>
  JSON.stringify(
    rows.map(({ at, ...row }) => ({ time: isoTime(at), ...row })),
    null,
    2,
  );

/** The audit log for spreadsheets, times as ISO 8601 in UTC (rule AUDIT-1). */
export const auditAsCsv = (rows: readonly AuditRow[]): string =>
  csv(
    [
      'time',
      'service',
      'category',
      'activity',
      'actor',
      'target',
      'client',
      'correlationId',
      'status',
      'reason',
      'method',
      'rule',
      'setting',
      'old',
      'new',
    ],
    rows.map((row) => [
      isoTime(row.at),
      row.service,
      row.category,
      row.activity,
      row.actor,
      row.target,
      row.client,
      row.correlationId,
      row.status,
      row.reason,
      row.method,
      row.rule,
      row.change?.setting,
      row.change?.old,
      row.change?.new,
    ]),
  );

/** The counts for machines (rule USAGE-1). */
export const usageAsJson = (usage: Usage): string => JSON.stringify(usage, null, 2);

const outcomeRows = (
  what: string,
  period: string,
  method: string,
  { ok, failed }: Outcomes,
): readonly (readonly Cell[])[] => [
  [what, period, method, 'ok', ok],
  [what, period, method, 'failed', failed],
];

const recentRows = (what: string, period: string, recent: Recent): readonly (readonly Cell[])[] => [
  ...outcomeRows(what, period, '', recent),
  ...Object.entries(recent.byMethod).flatMap(([method, outcomes]) =>
    outcomes ? outcomeRows(what, period, method, outcomes) : [],
  ),
];

/** The counts for spreadsheets: one to a line, each with what it is of (rule USAGE-1). */
export const usageAsCsv = (usage: Usage): string =>
  csv(
    ['what', 'period', 'method', 'outcome', 'count'],
    [
      ...Object.entries(usage.people).map(([what, count]) => [
        what === 'all' ? 'people' : what,
        '',
        '',
        '',
        count,
      ]),
      ...Object.entries(usage.registeredByMethod).map(([method, count]) => [
        'registered',
        '',
        method,
        '',
        count,
      ]),
      ...usagePeriods.flatMap((period) => [
        ...recentRows('registrations', period, usage.registrations[period]),
        ...recentRows('resets', period, usage.resets[period]),
      ]),
    ],
  );
