import type { KnownMethodType } from '../contract/index.js';
import {
  day,
  enoughMethods,
  mayReset,
  methodOrder,
  type Subject,
  type TenantPolicy,
} from '../policy/index.js';
import type { AuditRow } from './audit.js';

/** How far back recent things are looked for, in milliseconds. */
const periods = { '24h': day, '7d': 7 * day, '30d': 30 * day };
export type UsagePeriod = keyof typeof periods;
export const usagePeriods = Object.keys(periods) as readonly UsagePeriod[];

type Method = NonNullable<AuditRow['method']>;

export interface Outcomes {
  readonly ok: number;
  readonly failed: number;
}

/** What happened in a period: in all, and by method. One reset may have been of two methods. */
export interface Recent extends Outcomes {
  readonly byMethod: Readonly<Partial<Record<Method, Outcomes>>>;
}

/** How a tenant's people use it (rule USAGE-1). */
export interface Usage {
  readonly people: {
    readonly all: number;
    /** With as many methods as a reset needs (rules GATE-1 to 4), theirs or the organisation's data. */
    readonly registered: number;
    /** Whom nothing but missing methods would keep from a reset (rule SCOPE-6). */
    readonly enabled: number;
    /** Registered and enabled. */
    readonly capable: number;
  };
  /** How many have data for each method, whether it is enabled or not. */
  readonly registeredByMethod: Readonly<Record<KnownMethodType, number>>;
  readonly registrations: Readonly<Record<UsagePeriod, Recent>>;
  readonly resets: Readonly<Record<UsagePeriod, Recent>>;
}

export interface UsageCase {
  readonly people: readonly Subject[];
  readonly rows: readonly AuditRow[];
  readonly policy: TenantPolicy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Something that ended, well or not, with the methods that it is put down to. */
interface Ending {
  readonly at: number;
  readonly outcome: keyof Outcomes;
  readonly methods: readonly Method[];
}

/** One row each: a person registers one method at a time (rule AUDIT-1). */
const registrations = (rows: readonly AuditRow[]): readonly Ending[] =>
  rows
    .filter(({ activity }) => activity === 'User registered for self-service password reset')
    .map(({ at, status, method }) => ({
      at,
      outcome: status === 'success' ? 'ok' : 'failed',
      methods: method ? [method] : [],
    }));

/** Ends of a flow that are none of a reset's (rule AUDIT-2). */
const badEnds: readonly AuditRow['reason'][] = ['Abandoned', 'Cancelled', 'Blocked', 'Failed'];

const isBadEnd = ({ activity, status, reason }: AuditRow): boolean =>
  status === 'failure' &&
  (activity === 'Blocked from self-service password reset' ||
    activity === 'Reset password (self-service)' ||
    (activity === 'Self-service password reset flow activity progress' &&
      badEnds.includes(reason)));

/**
 * One for each flow that ended. One that went well is put down to the methods that proved who the
 * person is; one that did not, to those that were begun and proved nothing.
 */
function resets(rows: readonly AuditRow[]): readonly Ending[] {
  const flows = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const flow = flows.get(row.correlationId);
    if (flow) flow.push(row);
    else flows.set(row.correlationId, [row]);
  }
  return [...flows.values()].flatMap((flow): readonly Ending[] => {
    const methodsThat = (reason: AuditRow['reason']): readonly Method[] => [
      ...new Set(flow.flatMap((row) => (row.reason === reason && row.method ? [row.method] : []))),
    ];
    const completed = methodsThat('Verification option completed');
    const done = flow.find(
      ({ activity, status }) =>
        activity === 'Reset password (self-service)' && status === 'success',
    );
    if (done) return [{ at: done.at, outcome: 'ok', methods: completed }];
    if (flow.some(({ activity }) => activity === 'Unlock user account (self-service)')) return [];
    const end = flow.find(isBadEnd);
    if (!end) return [];
    const methods = methodsThat('Verification option started').filter(
      (method) => !completed.includes(method),
    );
    return [{ at: end.at, outcome: 'failed', methods }];
  });
}

function outcomesOf(endings: readonly Ending[]): Outcomes {
  const ok = endings.filter(({ outcome }) => outcome === 'ok').length;
  return { ok, failed: endings.length - ok };
}

function recent(endings: readonly Ending[], now: number, period: UsagePeriod): Recent {
  const inPeriod = endings.filter(({ at }) => at <= now && now - at < periods[period]);
  const methods = new Set(inPeriod.flatMap((ending) => ending.methods));
  const byMethod: Partial<Record<Method, Outcomes>> = {};
  for (const method of methods)
    byMethod[method] = outcomesOf(inPeriod.filter((ending) => ending.methods.includes(method)));
  return { ...outcomesOf(inPeriod), byMethod };
}

const overPeriods = (
  endings: readonly Ending[],
  now: number,
): Readonly<Record<UsagePeriod, Recent>> => ({
  '24h': recent(endings, now, '24h'),
  '7d': recent(endings, now, '7d'),
  '30d': recent(endings, now, '30d'),
});

/** Counts how people use self-service password reset (rule USAGE-1), under a policy at a moment. */
export function usage({ people, rows, policy, now }: UsageCase): Usage {
  const isRegistered = (subject: Subject): boolean => enoughMethods(policy, subject, now).allowed;
  // GATE-3 is the check of methods, and those before it in SCOPE-6 have passed where it decides.
  const isEnabled = (subject: Subject): boolean => {
    const last = mayReset(policy, subject, now).at(-1);
    return last?.allowed === true || last?.rule === 'GATE-3';
  };
  const registered = people.filter(isRegistered);
  const having = (type: KnownMethodType): number =>
    people.filter(({ enrolled }) => enrolled.some((one) => one.type === type)).length;
  return {
    people: {
      all: people.length,
      registered: registered.length,
      enabled: people.filter(isEnabled).length,
      capable: registered.filter(isEnabled).length,
    },
    // fromEntries() forgets that its keys are all methods.
    registeredByMethod: Object.fromEntries(
      methodOrder.map((type) => [type, having(type)]),
    ) as Usage['registeredByMethod'],
    registrations: overPeriods(registrations(rows), now),
    resets: overPeriods(resets(rows), now),
  };
}
