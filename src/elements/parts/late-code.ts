/** Code that comes while its place on the screen is already there; one copy for all screens. */
export class LateCode<Code> {
  readonly #fetch: () => Promise<Code>;
  #code: Code | undefined;
  #coming: Promise<void> | undefined;
  #missing = false;

  /** @param fetch may reject, offline perhaps, and is then called again for the next screen */
  constructor(fetch: () => Promise<Code>) {
    this.#fetch = fetch;
  }

  /** Where it is there. */
  get code(): Code | undefined {
    return this.#code;
  }

  /** Whether it could not be had. */
  get missing(): boolean {
    return this.#missing;
  }

  /** Fetches it, where it is neither there nor on its way, and tells when it is clear what came of that. */
  want(decided: () => void): void {
    if (this.#code) return;
    this.#missing = false;
    this.#coming ??= this.#fetch()
      .then(
        (code) => {
          this.#code = code;
        },
        () => {
          this.#missing = true;
        },
      )
      .finally(() => {
        this.#coming = undefined;
      });
    this.#coming.then(decided);
  }
}
