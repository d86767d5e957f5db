import { isolated } from './isolated.js';

/** How many rows a log keeps, unless it is told otherwise. */
export const usualRows = 100_000;

/** Rows that are only ever added, for whoever wants to look back or listen. Of too many, the oldest go. */
export class Log<Row> {
  readonly #rows: Row[] = [];
  readonly #listeners = new Set<(row: Row) => void>();
  readonly #most: number;

  /** @param most how many rows are kept, 1 or more */
  constructor(most = usualRows) {
    this.#most = most;
  }

  /** All rows that are kept, oldest first; a copy. */
  list(): readonly Row[] {
    return this.#rows.slice(-this.#most);
  }

  /** Calls `listener` with each new row; what it throws is lost. What this returns ends that. */
  subscribe(listener: (row: Row) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  add(row: Row): void {
    this.#rows.push(row);
    // Not with each row, so that adding one costs the same however many there are.
    if (this.#rows.length >= 2 * this.#most) this.#rows.splice(0, this.#rows.length - this.#most);
    for (const listener of [...this.#listeners]) isolated(() => listener(row));
  }
}

/** A log as its readers see it. */
export type ReadableLog<Row> = Pick<Log<Row>, 'list' | 'subscribe'>;
