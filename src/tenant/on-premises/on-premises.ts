import type { DomainPasswordCode } from '../../policy/domain-password.js';
import { type Allowed, allow, type Denied, deny, type Verdict } from '../../policy/index.js';
import {
  checkWriteback,
  type EventCode,
  type WritebackCode,
  type WriteFailureCode,
  writebackEvents,
} from '../../policy/writeback.js';
import { type BannedWords, BannedWordsFeed } from './banned-agent.js';
import { type OnPremisesDefinition, type OnPremisesPerson, onPremisesFault } from './definition.js';
import {
  type DomainAnswer,
  DomainController,
  type DomainSignIn,
  type DomainWorld,
  type Line,
  lineCut,
} from './domain-controller.js';
import { type Operation, SyncAgent } from './sync-agent.js';

/** A write that did not happen, with what the agent noted of it. */
export type NotWritten =
  /** The domain does not take this password; another one may do. */
  | {
      readonly kind: 'refused';
      readonly event: EventCode;
      readonly verdict: Denied<DomainPasswordCode>;
    }
  /** No password would have helped. */
  | {
      readonly kind: 'failed';
      readonly event: EventCode;
      readonly verdict: Denied<WriteFailureCode>;
    };

/** What came of a password on its way on-premises (rules WRITEBACK-2, WRITEBACK-4, WRITEBACK-5). */
export type WriteBack =
  | { readonly kind: 'written'; readonly cloudCommit: 'now' }
  /** Written, and the cloud knows it from `cloudAt` on, milliseconds since 1970. */
  | { readonly kind: 'written'; readonly cloudCommit: 'late'; readonly cloudAt: number }
  | NotWritten;

export type Unlock = { readonly kind: 'unlocked' } | NotWritten;

export interface OnPremisesWorld extends Omit<DomainWorld, 'feed'> {
  /** Whether the tenant's policy lets passwords be written back; asked each time (rule GATE-5). */
  readonly enabled: () => boolean;
  /** The words that agents have at first; see `publish`. */
  readonly bannedWords: BannedWords;
}

/** The controller that a username leads to, or why it leads nowhere. */
type Reached = (Allowed & { readonly controller: DomainController }) | Denied<WritebackCode>;

const domainOf = (username: string): string =>
  username.slice(username.lastIndexOf('@') + 1).toLowerCase();

/** The on-premises side of a tenant: agents and controllers, side by side for different domains. */
export class OnPremises {
  readonly agents: readonly SyncAgent[];
  readonly controllers: readonly DomainController[];
  readonly #world: OnPremisesWorld;
  readonly #feed: BannedWordsFeed;
  readonly #cloudCommitAfterMs: number;
  /** How long a reset is on its way, in milliseconds; what is set counts from now on. */
  confirmAfterMs: number;
  /** By key, when the cloud knows a password that was written. */
  readonly #commits = new Map<string, number>();

  /**
   * @param people everybody of the tenant; those in the cloud are left out
   * @throws {TypeError} where the definition cannot be: `onPremisesFault` says why
   */
  constructor(
    definition: OnPremisesDefinition,
    people: readonly OnPremisesPerson[],
    world: OnPremisesWorld,
  ) {
    const fault = onPremisesFault(definition);
    if (fault !== undefined) throw new TypeError(fault);
    this.#world = world;
    const feed = new BannedWordsFeed(world.bannedWords, world.clock);
    this.#feed = feed;
    this.#cloudCommitAfterMs = definition.cloudCommitAfterMs;
    this.confirmAfterMs = definition.confirmAfterMs;
    this.agents = definition.agents.map((agent) => new SyncAgent(agent));
    const kept = people.filter(({ onPremises }) => onPremises !== undefined);
    this.controllers = definition.controllers.map((controller) => {
      const domain = controller.domain.toLowerCase();
      const members = kept.filter(({ username }) => domainOf(username) === domain);
      return new DomainController(controller, members, { ...world, feed });
    });
  }

  /** Whether an agent serves the domain of usernames. */
  serves(domain: string): boolean {
    return this.agent(domain) !== undefined;
  }

  agent(domain: string): SyncAgent | undefined {
    return this.agents.find(({ domains }) => domains.includes(domain.toLowerCase()));
  }

  controller(domain: string): DomainController | undefined {
    return this.controllers.find((controller) => controller.domain === domain.toLowerCase());
  }

  /** Makes other words known to the agents at their next download (rule WRITEBACK-2). */
  publish(words: BannedWords): void {
    this.#feed.publish(words);
  }

  /**
   * Whether a password could be written to the domain of the username now: asked before verification
   * starts (rule WRITEBACK-1). It is true of the whole domain and says nothing of the account.
   */
  checkReachable(username: string): Verdict<WritebackCode> {
    const reached = this.#reach(username);
    return reached.allowed ? allow(reached.rule) : reached;
  }

  /**
   * Whether the account could be reset now. What is true of the domain comes before what is true of
   * the account, so that a trouble of the domain reads the same for hidden accounts (rule REFUSAL-2).
   */
  checkReset(username: string): Verdict<WritebackCode | 'protected-admin'> {
    const reached = this.#reach(username);
    if (!reached.allowed) return reached;
    const verdict = reached.controller.checkProtected(username);
    return verdict.allowed ? allow(reached.rule) : verdict;
  }

  /**
   * Sets another password where it is kept, and unlocks (rules WRITEBACK-2, WRITEBACK-3), once it is
   * there: what happens to the line meanwhile counts.
   */
  async writeBack(username: string, password: string): Promise<WriteBack> {
    if (this.confirmAfterMs > 0) await this.#world.clock.wait(this.confirmAfterMs);
    return this.#write('reset', username, (controller, line) =>
      controller.reset(username, password, line),
    );
  }

  /** The same for somebody who is signed in and knows the password in use (rule PASSWORD-5). */
  change(username: string, current: string, password: string): Promise<WriteBack> {
    return this.#write('change', username, (controller, line) =>
      controller.change(username, current, password, line),
    );
  }

  /** Opens the lock of the domain, and nothing else (rules WRITEBACK-3, LOCK-1). */
  async unlock(username: string): Promise<Unlock> {
    const answer = await this.#ask('unlock', username, (controller, line) =>
      controller.unlock(username, line),
    );
    return answer ?? { kind: 'unlocked' };
  }

  /** For pass-through and federation, where the domain decides who signs in (rule WRITEBACK-1). */
  async signIn(username: string, password: string): Promise<DomainSignIn | 'unreachable'> {
    const controller = this.controller(domainOf(username));
    return controller?.reachable ? controller.signIn(username, password) : 'unreachable';
  }

  /** When the cloud knows the last password written, milliseconds since 1970; undefined: it does. */
  cloudCommitAt(username: string): number | undefined {
    const at = this.#commits.get(username.toLowerCase());
    return at !== undefined && at > this.#world.clock.now() ? at : undefined;
  }

  async #write(
    operation: Operation,
    username: string,
    work: (controller: DomainController, line: Line) => Promise<DomainAnswer>,
  ): Promise<WriteBack> {
    const notWritten = await this.#ask(operation, username, work);
    if (notWritten) return notWritten;
    const by = this.controller(domainOf(username))?.view(username)?.by;
    // Only a synchronised hash can be late: elsewhere the domain itself decides who signs in.
    if (by !== 'password-hash-sync' || this.#cloudCommitAfterMs === 0)
      return { kind: 'written', cloudCommit: 'now' };
    const cloudAt = this.#world.clock.now() + this.#cloudCommitAfterMs;
    this.#commits.set(username.toLowerCase(), cloudAt);
    return { kind: 'written', cloudCommit: 'late', cloudAt };
  }

  /** Has the agent of the account carry something, and note what went wrong; undefined: nothing did. */
  async #ask(
    operation: Operation,
    username: string,
    work: (controller: DomainController, line: Line) => Promise<DomainAnswer>,
  ): Promise<NotWritten | undefined> {
    const reached = this.#reach(username);
    const answer = reached.allowed
      ? await work(reached.controller, () => this.checkReachable(username))
      : lineCut(reached);
    if (answer.kind === 'done') return undefined;
    const meaning = answer.kind === 'refused' ? 'policy' : answer.meaning;
    const event = writebackEvents[meaning];
    const { clock } = this.#world;
    this.agent(domainOf(username))?.report({ at: clock.now(), code: event, operation, username });
    // Written out by kind, because that is what tells the codes of one from those of the other.
    return answer.kind === 'refused'
      ? { kind: 'refused', event, verdict: answer.verdict }
      : { kind: 'failed', event, verdict: answer.verdict };
  }

  #reach(username: string): Reached {
    const domain = domainOf(username);
    const enabled = this.#world.enabled();
    const verdict = checkWriteback({ enabled, agent: this.agent(domain)?.status });
    if (!verdict.allowed) return verdict;
    const controller = this.controller(domain);
    if (!controller) return deny('WRITEBACK-4', 'SSPR_0029');
    return controller.reachable ? { ...verdict, controller } : deny('WRITEBACK-4', 'SSPR_0030');
  }
}
