import type { ReactiveControllerHost } from 'lit';
import type { Adapter } from '../../contract/adapter.js';
import type { Answer, DiscoveryHint } from '../../contract/answer.js';
import type { SsprErrorCode } from '../../contract/error.js';
import type { Problem } from '../../contract/parts.js';
import type { FlowEnvironment } from '../../flow/environment.js';
import type { Flow, FlowOptions } from '../../flow/flow.js';
import type { FlowState, FlowStep, Intent } from '../../flow/state.js';
import { captchaPart, later, loadCaptchaPart, loadView, viewOf } from '../views.js';

/** Any flow, once it is known that it is given only what its own steps ask for. */
type AnyFlow = Flow<FlowStep, Intent>;

/** What tells one kind of flow from another. */
export interface FlowKind {
  readonly name: 'reset' | 'register';
  /** What is shown before anything is known. */
  readonly first: FlowStep;
  readonly create: (
    code: typeof import('../../flow/flow.js'),
    adapter: Adapter,
    options: FlowOptions,
  ) => AnyFlow;
}

/** What kept the flow from going on. */
export interface Failure {
  readonly code: SsprErrorCode;
  readonly retryable: boolean;
  /** Milliseconds until the backend wants to be asked again. */
  readonly retryAfterMs?: number | undefined;
  /** For developers. */
  readonly message: string;
}

/** What is shown, and what is being done about it. */
export interface Shown
  extends Pick<FlowState, 'step' | 'since' | 'branding' | 'username' | 'puzzle'>,
    Partial<Pick<FlowState, 'discovery'>> {
  /** Whether what the person has sent is on its way. */
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

interface Options {
  readonly kind: FlowKind;
  /** The language to ask the backend for. */
  readonly locale: () => string;
  /** Called with what is shown from now on, before the host draws it. */
  readonly changed: (shown: Shown, before: Shown) => void;
}

/** One object, so that it is told once. */
const backendIsMissing: Failure = {
  code: 'not-found',
  retryable: false,
  message: 'It needs an `endpoint` or an `adapter`.',
};

const codeIsMissing = (cause: unknown): Failure => ({
  code: 'offline',
  retryable: true,
  message: `Code of the widget did not load: ${cause}`,
});

/**
 * Keeps one flow for an element. The flow's code is fetched when it is first needed, after the first
 * screen is drawn; and a step is shown only when the code to draw it is there: until then the screen
 * before stays, busy.
 */
export class FlowController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #shown: Shown;
  #open: (() => Promise<AnyFlow>) | undefined;
  /** One for all who wait: then they go on one right after the other, and nothing is drawn in between. */
  #opening: Promise<AnyFlow> | undefined;
  #flow: AnyFlow | undefined;
  #again: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#shown = this.#nothingYet;
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** Whether there is a backend to talk to. */
  get connected(): boolean {
    return this.#open !== undefined;
  }

  get #nothingYet(): Shown {
    return {
      step: this.#options.kind.first,
      since: 0,
      branding: undefined,
      username: '',
      puzzle: undefined,
      busy: false,
      failure: undefined,
    };
  }

  /** Talks to this adapter, or to the address of the reference HTTP contract, from now on; after `dispose`. */
  use(backend: Adapter | string, environment: FlowEnvironment | undefined): void {
    if (!backend) return;
    const { kind, locale } = this.#options;
    this.#open = async () => {
      const [code, adapter] = await Promise.all([
        import('../../flow/flow.js'),
        typeof backend === 'string'
          ? import('../../adapters/http.js').then((http) =>
              http.createHttpAdapter({ endpoint: backend }),
            )
          : backend,
      ]);
      return kind.create(code, adapter, { locale, environment });
    };
  }

  /** Ends the flow; nothing happens after it. */
  dispose(): void {
    this.#flow?.dispose();
    this.#flow = undefined;
    this.#open = undefined;
    this.#opening = undefined;
    this.#again = undefined;
    this.#shown = this.#nothingYet;
  }

  /** Behind the first screen: it keeps nobody from typing. */
  discover(hint?: DiscoveryHint): void {
    this.#do((flow) => flow.discover(hint));
  }

  /** Goes on with a flow that was begun before this page was loaded; where there is none, as `discover`. */
  resume(at: string, hint: DiscoveryHint): void {
    this.#do((flow) => flow.resume(at, hint));
  }

  start(intent: Intent): void {
    if (this.#ahead) {
      this.retry();
      return;
    }
    const failure = this.#open ? undefined : backendIsMissing;
    this.#show({ ...this.#shown, busy: !failure, failure });
    this.#do((flow) => flow.start(intent));
  }

  answer(answer: Answer): void {
    if (this.#ahead) this.retry();
    else this.#do((flow) => flow.answer(answer));
  }

  checkPassword(password: string): Promise<readonly Problem[] | undefined> {
    return this.#flow?.checkPassword(password) ?? Promise.resolve(undefined);
  }

  leave(): void {
    this.#do((flow) => flow.leave());
  }

  /** Whether the backend has gone on, and only the code for its next step is missing. */
  get #ahead(): boolean {
    return this.#flow !== undefined && this.#flow.state.step !== this.#shown.step;
  }

  /** Repeats what failed: a call, or fetching code. */
  retry(): void {
    const again = this.#again;
    this.#again = undefined;
    if (again) again();
    else this.#do((flow) => flow.retry());
  }

  async #do(act: (flow: AnyFlow) => void): Promise<void> {
    if (this.#flow) return act(this.#flow);
    const open = this.#open;
    if (!open) return;
    try {
      this.#opening ??= open();
      const flow = await this.#opening;
      if (open !== this.#open) return;
      this.#flow ??= this.#follow(flow);
      act(this.#flow);
    } catch (cause) {
      if (open !== this.#open) return;
      this.#opening = undefined;
      this.#failed(cause, () => this.#do(act));
    }
  }

  #follow(flow: AnyFlow): AnyFlow {
    flow.subscribe((state) => this.#receive(flow, state));
    return flow;
  }

  async #receive(flow: AnyFlow, state: FlowState): Promise<void> {
    // What was sent stays with the flow: an element can be looked into.
    const { activity, ...visible } = state;
    const { puzzle, step } = visible;
    // What is newer has been shown in the meantime, or will be in its turn.
    const isStale = () => flow !== this.#flow || state !== flow.state;
    try {
      if (!viewOf(step.kind) || (!later() && ('error' in activity || step.problems.length)))
        await loadView(step.kind);
      if (puzzle && !captchaPart()) await loadCaptchaPart();
    } catch (cause) {
      if (!isStale()) this.#failed(cause, () => this.#receive(flow, state));
      return;
    }
    if (isStale()) return;
    this.#show({
      ...visible,
      busy: activity.status === 'busy' && activity.attempt.command.kind !== 'discover',
      failure: 'error' in activity ? activity.error : undefined,
    });
  }

  #failed(cause: unknown, again: () => void): void {
    this.#again = again;
    this.#show({ ...this.#shown, busy: false, failure: codeIsMissing(cause) });
  }

  #show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    this.#options.changed(shown, before);
    this.#host.requestUpdate();
  }
}
