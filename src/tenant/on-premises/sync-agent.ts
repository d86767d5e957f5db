import type { AgentStatus, EventCode, SyncTool } from '../../policy/writeback.js';
import { Log, type ReadableLog } from '../log.js';
import type { AgentDefinition } from './definition.js';

/** What an agent was asked to carry. */
export type Operation = 'reset' | 'change' | 'unlock';

/** A write that did not happen; never with the password (rule AUDIT-3). */
export interface WritebackEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly code: EventCode;
  readonly operation: Operation;
  readonly username: string;
}

/** Carries passwords from the tenant to the domains it serves (rule WRITEBACK-1). */
export class SyncAgent {
  readonly tool: SyncTool;
  /** In lower case. */
  readonly domains: readonly string[];
  /** How it is; what is set counts from now on, for writes under way too (rule WRITEBACK-4). */
  status: AgentStatus;
  readonly #events = new Log<WritebackEvent>();

  constructor({ tool, domains, status }: AgentDefinition) {
    this.tool = tool;
    this.domains = domains.map((domain) => domain.toLowerCase());
    this.status = status;
  }

  /** Its event log, for who looks after it. */
  get events(): ReadableLog<WritebackEvent> {
    return this.#events;
  }

  report(event: WritebackEvent): void {
    this.#events.add(event);
  }
}
