import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../../contract/parts.js';
import type { FlowEnvironment } from '../../flow/environment.js';

/** Milliseconds without a key until the backend is asked. */
const pause = 400;

/** What the backend says about a password while it is typed (rules BANNED-1 to 4); keeps the last one only. */
export class PasswordJudge {
  readonly #host: ReactiveControllerHost;
  readonly #environment: FlowEnvironment;
  readonly #check: (password: string) => Promise<readonly Problem[] | undefined>;
  #asked: string | undefined;
  #verdict: readonly Problem[] | undefined;
  #takeBack = () => {};

  constructor(
    host: ReactiveControllerHost,
    environment: FlowEnvironment,
    check: (password: string) => Promise<readonly Problem[] | undefined>,
  ) {
    this.#host = host;
    this.#environment = environment;
    this.#check = check;
  }

  /** What it said about this password; undefined while nobody has said, which is asked for by that. */
  verdictOn(password: string): readonly Problem[] | undefined {
    if (password !== this.#asked) {
      this.forget();
      this.#asked = password;
      this.#takeBack = this.#environment.after(pause, () => this.#ask(password));
    }
    return this.#verdict;
  }

  forget(): void {
    this.#takeBack();
    this.#asked = undefined;
    this.#verdict = undefined;
  }

  async #ask(password: string): Promise<void> {
    const verdict = await this.#check(password);
    if (password !== this.#asked) return;
    this.#verdict = verdict;
    this.#host.requestUpdate();
  }
}
