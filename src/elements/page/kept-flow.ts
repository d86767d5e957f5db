/** What keeps a text for a tab, as `sessionStorage` does. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the name of a flow is kept, for the time after a reload. */
export interface KeptFlow {
  readonly key: string;
  /** Default: the tab's `sessionStorage`. */
  readonly keeper: Keeper | undefined;
}

/** A page may forbid storage, and a full one keeps nothing: the flow then ends with the page. */
function using<T>({ keeper }: KeptFlow, use: (keeper: Keeper) => T): T | undefined {
  try {
    return use(keeper ?? sessionStorage);
  } catch {
    return undefined;
  }
}

/** The name of the flow that was under way before this page was loaded. */
export const nameOf = (kept: KeptFlow): string | undefined =>
  using(kept, (keeper) => keeper.getItem(kept.key)) ?? undefined;

/** Keeps the name of the flow that is under way; undefined: there is none any more. */
export const keep = (kept: KeptFlow, name: string | undefined): void =>
  using(kept, (keeper) =>
    name === undefined ? keeper.removeItem(kept.key) : keeper.setItem(kept.key, name),
  );
