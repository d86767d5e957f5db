export interface Failure {
  readonly file: string;
  readonly name: string;
  readonly message: string;
}

/** What one part of the run adds to the total. */
export interface Result {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

const longestMessage = 4000;

export function printFailure(where: string, { file, name, message }: Failure): void {
  const whole = message.trim();
  // An assertion on an element quotes the whole page: its beginning says enough.
  const text = whole.length > longestMessage ? `${whole.slice(0, longestMessage)} …` : whole;
  const indented = text.replaceAll('\n', '\n      ');
  console.log(`  ✗ [${where}] ${file}\n    ${name}\n      ${indented}`);
}

/** Counts every part of a run; the last line it prints is the verdict. */
export class Tally {
  #passed = 0;
  #skipped = 0;
  readonly #failures: { where: string; failure: Failure }[] = [];

  /** Adds a part and tells its figures at once, so that a long run shows where it stands. */
  add(where: string, result: Result, startedAt: number): void {
    this.#passed += result.passed;
    this.#skipped += result.skipped;
    for (const failure of result.failures) this.#failures.push({ where, failure });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    const mark = result.failures.length > 0 ? '✗' : '✓';
    console.log(
      `${mark} ${where}: ${result.passed} passed, ${result.failures.length} failed${skipped} (${seconds} s)`,
    );
  }

  /** Prints every failure again, then the verdict; returns the exit code. */
  finish(): number {
    if (this.#failures.length > 0) console.log('\nFailures:');
    for (const { where, failure } of this.#failures) printFailure(where, failure);
    if (this.#skipped > 0) console.log(`\n${this.#skipped} skipped`);
    console.log(`\n${this.#passed} passed, ${this.#failures.length} failed`);
    return this.#failures.length === 0 ? 0 : 1;
  }
}
