import { allow, type Denied, deny, type Verdict } from './verdict.js';

/** Who checks the password of an on-premises account at sign-in (rule WRITEBACK-1). */
export type PasswordCheckedBy = 'password-hash-sync' | 'pass-through' | 'federation';

/** What carries passwords back on-premises; both may serve one tenant, each its own domains. */
export type SyncTool = 'entra-connect' | 'cloud-sync';

/** Codes of everything that on-premises services can be missing (REFUSAL). */
export type WritebackCode = 'SSPR_0010' | 'SSPR_0029' | 'SSPR_0030';

/** What a status of the agent means: for the person, and for who looks after the agent. */
interface StatusMeaning {
  /** Why nobody of its domains can reset; undefined: they can. */
  readonly refusal?: 'SSPR_0029' | 'SSPR_0030';
  /** What administrators are told besides. */
  readonly remark?: string;
}

const statuses = {
  up: {},
  outdated: { remark: 'The agent works, but a newer version is there. Update it.' },
  // The agent is too old to be asked, and waiting makes it no younger: somebody has to update it.
  // Since it is not known to be up, it does not count as up (rule WRITEBACK-1).
  'cannot-check': {
    refusal: 'SSPR_0029',
    remark: 'The agent is too old to be asked for its state. Update it.',
  },
  'cannot-connect': {
    refusal: 'SSPR_0030',
    remark: 'The agent does not answer. Check that it runs and reaches the internet.',
  },
  'not-configured': {
    refusal: 'SSPR_0029',
    remark: 'The agent is not set up for password writeback. Configure it.',
  },
  'temporary-trouble': {
    refusal: 'SSPR_0030',
    remark: 'The agent cannot be reached for the moment. If that lasts, check its connection.',
  },
} as const satisfies Readonly<Record<string, StatusMeaning>>;

/** How the agent of a domain is (rule WRITEBACK-4). */
export type AgentStatus = keyof typeof statuses;

/** Every status, the best first. */
export const agentStatuses = Object.keys(statuses) as readonly AgentStatus[];

/** What administrators are told about an agent of this status; undefined: all is well. */
export const agentRemark = (status: AgentStatus): string | undefined => {
  const { remark }: StatusMeaning = statuses[status];
  return remark;
};

/**
 * Whether passwords can be written back, asked before verification starts and again at the write
 * (rules WRITEBACK-1, WRITEBACK-4).
 * @param agent how the agent of the account's domain is; undefined: there is none
 */
export function checkWriteback({
  enabled,
  agent,
}: {
  readonly enabled: boolean;
  readonly agent: AgentStatus | undefined;
}): Verdict<WritebackCode> {
  if (!enabled || agent === undefined) return deny('WRITEBACK-1', 'SSPR_0010');
  const { refusal }: StatusMeaning = statuses[agent];
  return refusal === undefined ? allow('WRITEBACK-1') : deny('WRITEBACK-4', refusal);
}

/**
 * Whether writeback may touch an on-premises account (rule ADMIN-3).
 * @param adminCount 1: the directory protects the account as an administrator's
 */
export const checkProtected = (adminCount: 0 | 1): Verdict<'protected-admin'> =>
  adminCount === 1 ? deny('ADMIN-3', 'protected-admin') : allow('ADMIN-3');

/** What the agent writes into its event log when a write did not happen (rule WRITEBACK-4). */
export const writebackEvents = {
  unknown: 33001,
  'user-not-found': 33002,
  'several-matches': 33003,
  permissions: 33004,
  disabled: 33005,
  locked: 33006,
  'wrong-current-password': 33007,
  policy: 33008,
  configuration: 33009,
} as const;

export type EventMeaning = keyof typeof writebackEvents;
export type EventCode = (typeof writebackEvents)[EventMeaning];

/** What a person is told when a write failed for no fault of the new password. */
export type WriteFailureCode =
  | WritebackCode
  | 'account-disabled'
  | 'protected-admin'
  | 'blocked-until'
  | 'not-proven';

/** What is told of a failure of this meaning; that of a policy is a refusal of the password instead. */
export const writeFailure: Readonly<
  Record<Exclude<EventMeaning, 'policy'>, Denied<WriteFailureCode>>
> = {
  unknown: deny('WRITEBACK-4', 'SSPR_0029'),
  'user-not-found': deny('WRITEBACK-4', 'SSPR_0029'),
  'several-matches': deny('WRITEBACK-4', 'SSPR_0029'),
  permissions: deny('WRITEBACK-4', 'SSPR_0029'),
  disabled: deny('SCOPE-5', 'account-disabled'),
  locked: deny('LOCK-1', 'blocked-until'),
  'wrong-current-password': deny('PASSWORD-5', 'not-proven'),
  configuration: deny('WRITEBACK-4', 'SSPR_0029'),
};
