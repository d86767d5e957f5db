import { checkBanned, hour, type Verdict } from '../../policy/index.js';
import type { Clock } from '../clock.js';

/** What of a tenant's policy the agents download (BANNED). */
export interface BannedWords {
  /** The well-known and the organisation's own words. */
  readonly terms: readonly string[];
  /** Banned like the names of the person (rule BANNED-2). */
  readonly tenantName: string;
  readonly minPoints: number;
}

/** The versions of a tenant's banned words, for agents that come for them later. */
export class BannedWordsFeed {
  readonly #clock: Clock;
  readonly #versions: { readonly at: number; readonly words: BannedWords }[];

  constructor(first: BannedWords, clock: Clock) {
    this.#clock = clock;
    this.#versions = [{ at: Number.NEGATIVE_INFINITY, words: first }];
  }

  publish(words: BannedWords): void {
    this.#versions.push({ at: this.#clock.now(), words });
  }

  get latest(): BannedWords {
    return this.before(Number.POSITIVE_INFINITY);
  }

  /** The version that was there just before `time`, milliseconds since 1970. */
  before(time: number): BannedWords {
    const version = this.#versions.findLast(({ at }) => at < time) ?? this.#versions[0];
    if (!version) throw new Error('a feed begins with a version');
    return version.words;
  }
}

/** How often an agent comes for the banned words. */
const everyMs = hour;

/**
 * The agent at a domain controller that knows the banned words. It judges by its copy, which is as
 * old as its last download (rule WRITEBACK-2).
 */
export class BannedAgent {
  readonly #feed: BannedWordsFeed;
  readonly #clock: Clock;
  #copy: BannedWords;
  #downloadedAt: number;

  constructor(feed: BannedWordsFeed, clock: Clock) {
    this.#feed = feed;
    this.#clock = clock;
    this.#copy = feed.latest;
    this.#downloadedAt = clock.now();
  }

  /** When the copy was made, milliseconds since 1970. */
  get downloadedAt(): number {
    this.#catchUp();
    return this.#downloadedAt;
  }

  /** Comes for the words at once, as when the agent is started again. */
  download(): void {
    this.#copy = this.#feed.latest;
    this.#downloadedAt = this.#clock.now();
  }

  check(
    password: string,
    names: readonly string[],
  ): Verdict<'password-has-name' | 'password-too-common'> {
    this.#catchUp();
    const { terms, tenantName, minPoints } = this.#copy;
    return checkBanned({ password, terms, names: [...names, tenantName], minPoints });
  }

  /**
   * Makes the downloads that were due since. No timer runs, so that a tenant keeps no process alive;
   * the copy is nevertheless the one that was there at the hour, not at the time of asking.
   */
  #catchUp(): void {
    const missed = Math.floor((this.#clock.now() - this.#downloadedAt) / everyMs);
    if (missed < 1) return;
    this.#downloadedAt += missed * everyMs;
    this.#copy = this.#feed.before(this.#downloadedAt);
  }
}
