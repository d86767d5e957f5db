export type { BannedAgent, BannedWords } from './banned-agent.js';
export {
  type AgentDefinition,
  type ControllerDefinition,
  type OnPremisesDefinition,
  type OnPremisesFacts,
  type OnPremisesOverrides,
  type OnPremisesPerson,
  onPremises,
  onPremisesFault,
} from './definition.js';
export type {
  BannedFinding,
  DomainAccountView,
  DomainController,
  DomainSignIn,
} from './domain-controller.js';
export {
  type NotWritten,
  OnPremises,
  type OnPremisesWorld,
  type Unlock,
  type WriteBack,
} from './on-premises.js';
export type { Operation, SyncAgent, WritebackEvent } from './sync-agent.js';
