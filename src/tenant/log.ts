import { isolated } from './isolated.js';

/** Rows that are only ever added, for whoever wants to look back or listen. */
export class Log<Row> {
  readonly #rows: Row[] = [];
  readonly #listeners = new Set<(row: Row) => void>();

  /** All rows, oldest first; a copy. */
  list(): readonly Row[] {
    return [...this.#rows];
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
    for (const listener of [...this.#listeners]) isolated(() => listener(row));
  }
}

/** A log as its readers see it. */
export type ReadableLog<Row> = Pick<Log<Row>, 'list' | 'subscribe'>;
