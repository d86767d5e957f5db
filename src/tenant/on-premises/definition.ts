import {
  type DomainPasswordPolicy,
  defaultDomainPolicy,
  domainPolicyFault,
} from '../../policy/domain-password.js';
import type { AgentStatus, PasswordCheckedBy, SyncTool } from '../../policy/writeback.js';

/** An agent that carries passwords to the domains of its tool. */
export interface AgentDefinition {
  readonly tool: SyncTool;
  /** Domains of usernames; each is served by one agent at most (rule WRITEBACK-1). */
  readonly domains: readonly string[];
  readonly status: AgentStatus;
}

/** The domain controller of a domain. */
export interface ControllerDefinition {
  readonly domain: string;
  readonly policy: DomainPasswordPolicy;
  /** Whether its agent reaches it. */
  readonly reachable: boolean;
}

/** What an organisation has on-premises, as data. */
export interface OnPremisesDefinition {
  readonly agents: readonly AgentDefinition[];
  /** An agent whose domain has none is configured wrongly. */
  readonly controllers: readonly ControllerDefinition[];
  /** How long the cloud is behind a password that was written; 0: not at all (rule WRITEBACK-5). */
  readonly cloudCommitAfterMs: number;
  /**
   * How long a reset is on its way to the domain and back; 0: no time at all. Meanwhile the person
   * waits (rule WRITEBACK-2).
   */
  readonly confirmAfterMs: number;
}

/** What is so of an account that is kept on-premises. All of it can be left out. */
export interface OnPremisesFacts {
  /** Who checks the password at sign-in (rule WRITEBACK-1). Default `password-hash-sync`. */
  readonly by?: PasswordCheckedBy;
  /** When the password in use was set, milliseconds since 1970. Default: long ago. */
  readonly passwordSetAt?: number;
  /** 1: protected as an administrator's (rule ADMIN-3). Default 0. */
  readonly adminCount?: 0 | 1;
  /** Locked until somebody unlocks. Default false. */
  readonly locked?: boolean;
  /** Default false. */
  readonly disabled?: boolean;
  /** How many accounts of the domain answer to the person; 0: it was deleted there. Default 1. */
  readonly matches?: number;
  /** Whether the agent has the right to set this password. Default true. */
  readonly writable?: boolean;
}

/** What a domain is told of a person. */
export interface OnPremisesPerson {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The password in use. */
  readonly password?: string | undefined;
  /** Absent: the account is in the cloud, and no domain knows it. */
  readonly onPremises?: OnPremisesFacts | undefined;
}

/** A controller: reachable, with what a new domain asks, unless said otherwise. */
const controller = ({
  domain,
  policy = {},
  reachable = true,
}: ControllerOverrides): ControllerDefinition => ({
  domain,
  policy: {
    ...defaultDomainPolicy,
    ...policy,
    lockout: { ...defaultDomainPolicy.lockout, ...policy.lockout },
  },
  reachable,
});

interface ControllerOverrides {
  readonly domain: string;
  readonly policy?: Partial<Omit<DomainPasswordPolicy, 'lockout'>> & {
    readonly lockout?: Partial<DomainPasswordPolicy['lockout']>;
  };
  readonly reachable?: boolean;
}

export interface OnPremisesOverrides {
  readonly agents?: readonly (Pick<AgentDefinition, 'domains'> & Partial<AgentDefinition>)[];
  /** Default: one for each domain of each agent. */
  readonly controllers?: readonly ControllerOverrides[];
  readonly cloudCommitAfterMs?: number;
  readonly confirmAfterMs?: number;
}

/** What is on-premises: Entra Connect, up, with a controller per domain, unless said otherwise. */
export function onPremises({
  agents = [],
  controllers = agents.flatMap(({ domains }) => domains.map((domain) => ({ domain }))),
  cloudCommitAfterMs = 0,
  confirmAfterMs = 0,
}: OnPremisesOverrides): OnPremisesDefinition {
  return {
    agents: agents.map((agent) => ({ tool: 'entra-connect', status: 'up', ...agent })),
    controllers: controllers.map(controller),
    cloudCommitAfterMs,
    confirmAfterMs,
  };
}

/** Why nothing can be built from a definition, in words for its author. */
export function onPremisesFault(definition: OnPremisesDefinition): string | undefined {
  const { agents, controllers, cloudCommitAfterMs, confirmAfterMs } = definition;
  const twice = (domains: readonly string[]): string | undefined => {
    const keys = domains.map((domain) => domain.toLowerCase());
    return keys.find((domain, at) => keys.indexOf(domain) !== at);
  };
  const servedTwice = twice(agents.flatMap(({ domains }) => domains));
  if (servedTwice !== undefined) return `'${servedTwice}' is served by two agents`;
  const controlledTwice = twice(controllers.map(({ domain }) => domain));
  if (controlledTwice !== undefined) return `'${controlledTwice}' has two controllers`;
  if (!(cloudCommitAfterMs >= 0))
    return `cloudCommitAfterMs is 0 or more, not ${cloudCommitAfterMs}`;
  if (!(confirmAfterMs >= 0)) return `confirmAfterMs is 0 or more, not ${confirmAfterMs}`;
  for (const { domain, policy } of controllers) {
    const fault = domainPolicyFault(policy);
    if (fault !== undefined) return `'${domain}' has ${fault}`;
  }
  return undefined;
}
