import type { Answer, Attempt, Call, FlowDriver, ResetIntent, Step } from '../contract/index.js';
import type { Core } from './core.js';
import type { Proof } from './proof.js';
import { randomToken } from './random.js';
import type { ResetFlow } from './reset-flow.js';
import { startReset } from './reset-start.js';
import { ResetWalk } from './reset-walk.js';
import { flowExpired, flowSuperseded, type Remarks, stepOf } from './steps.js';

/** What was answered to an attempt, to be answered again when asked again. */
interface Stored {
  readonly attemptId: string;
  /** A keyed hash of the input: the input may be a secret. */
  readonly fingerprint: Promise<string>;
  readonly answer: Promise<Step>;
}

/** One token: a place in one flow, to be used once. */
interface Slot {
  readonly flow: ResetFlow;
  /** The proof that an answer under this token tries. */
  readonly proof: Proof | undefined;
  spent?: Stored;
}

/** More than anybody needs for one reset; every answer is kept until the flow is over. */
const mostAnswers = 120;
/** Milliseconds between two looks at what is over. */
const sweepEvery = 60_000;

/** Keys in order, so that the same input has the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Rejects with the signal's reason when that aborts first; the work itself goes on. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The tokens and attempts of all resets of a tenant (rule SESSION-1). */
export class ResetFlows {
  readonly #core: Core;
  readonly #walk: ResetWalk;
  readonly #slots = new Map<string, Slot>();
  readonly #starts = new Map<string, { readonly answer: Promise<Step>; readonly until: number }>();
  #sweepAt = 0;

  constructor(core: Core) {
    this.#core = core;
    this.#walk = new ResetWalk(core);
  }

  /** The driver for one client, whose calls for help are counted together (rule THROTTLE-6). */
  driverFor(client: string): Required<FlowDriver<ResetIntent>> {
    return {
      start: async (intent, attempt) => {
        attempt.signal?.throwIfAborted();
        return untilAborted(this.#start(intent, attempt, client), attempt.signal);
      },
      advance: async (token, answer, attempt) => {
        attempt.signal?.throwIfAborted();
        return untilAborted(this.#advance(token, answer, attempt), attempt.signal);
      },
      watch: (token, call) => this.#watch(token, call),
      cancel: async (token, call) => {
        call.signal?.throwIfAborted();
        this.#cancel(token);
      },
    };
  }

  async #start(intent: ResetIntent, attempt: Attempt, client: string): Promise<Step> {
    this.#sweep();
    const input = canonical([client, attempt.attemptId, intent]);
    const id = await this.#core.digest.text(`start ${input}`);
    const stored = this.#starts.get(id);
    if (stored) return stored.answer;
    const answer = this.#begin(intent, attempt, client);
    const until = this.#core.clock.now() + this.#core.policy().session.lifetimeMs;
    this.#starts.set(id, { answer, until });
    // No flow: asked again it is answered again, and needs no keeping.
    const forget = () => this.#starts.delete(id);
    void answer.then(({ kind }) => kind === 'identify' && forget(), forget);
    return answer;
  }

  async #begin(intent: ResetIntent, { locale }: Attempt, client: string): Promise<Step> {
    const started = await startReset(this.#core, this.#walk, intent, { client, locale });
    return 'step' in started ? started.step : this.#present(started.flow);
  }

  async #advance(token: string, answer: Answer, attempt: Attempt): Promise<Step> {
    const slot = this.#slots.get(token);
    if (!slot || this.#core.clock.now() >= slot.flow.expiresAt) return this.#expire(slot?.flow);
    // Cancelled: what was done before stays answered, nothing new begins.
    if (slot.flow.stage.at === 'ended' && !slot.spent) return flowExpired(slot.flow);
    const { attemptId } = attempt;
    const fingerprint = this.#core.digest.text(`answer ${canonical(answer)}`);
    // Nothing is awaited before the token is spent: of many at once, the first one has it.
    if (!slot.spent) {
      if (slot.flow.answers >= mostAnswers) return this.#expire(slot.flow);
      slot.flow.answers += 1;
      slot.spent = { attemptId, fingerprint, answer: this.#answer(slot.flow, answer) };
      return slot.spent.answer;
    }
    const { spent } = slot;
    const asked = spent.attemptId === attemptId;
    if (asked && (await fingerprint) === (await spent.fingerprint)) return spent.answer;
    this.#countLateProof(slot, answer);
    return flowSuperseded(slot.flow);
  }

  async #answer(flow: ResetFlow, answer: Answer): Promise<Step> {
    const outcome = await this.#walk.answer(flow, answer);
    // Cancelled or run out while the answer was being worked on: it stays so.
    const over = flow.ended.signal.aborted;
    if (over || 'last' in outcome) this.#end(flow);
    if ('last' in outcome) return outcome.last;
    return over ? flowExpired(flow) : this.#present(flow, outcome);
  }

  /** A guess under a spent token is a guess: it wears the code down, and is never compared. */
  #countLateProof({ flow, proof }: Slot, { action }: Answer): void {
    const current = flow.stage.at === 'enter-code' && flow.stage.proof === proof;
    if (action !== 'enter-code' || !proof || !current || proof.passed) return;
    const blocked = !this.#core.throttles.checkAccount(flow.key).allowed;
    if (proof.life().allowed && !blocked) proof.raise();
  }

  #present(flow: ResetFlow, remarks?: Remarks): Step {
    const token = randomToken(this.#core.random);
    const proof = flow.stage.at === 'enter-code' ? flow.stage.proof : undefined;
    this.#slots.set(token, { flow, proof });
    return stepOf(this.#core, flow, token, remarks);
  }

  #end(flow: ResetFlow): void {
    flow.stage = { at: 'ended' };
    flow.ended.abort();
  }

  #expire(flow: ResetFlow | undefined): Step {
    if (flow) this.#abandon(flow);
    return flowExpired(flow);
  }

  #abandon(flow: ResetFlow): void {
    if (flow.stage.at === 'ended') return;
    if (flow.stage.at !== 'refused')
      this.#core.journal.progress(flow, 'Abandoned', { status: 'failure', rule: 'SESSION-1' });
    this.#end(flow);
  }

  #cancel(token: string): void {
    const flow = this.#slots.get(token)?.flow;
    if (!flow || flow.stage.at === 'ended') return;
    this.#core.journal.progress(flow, 'Cancelled', { status: 'failure' });
    this.#end(flow);
  }

  async *#watch(token: string, { signal }: Call): AsyncGenerator<Step, void, void> {
    const slot = this.#slots.get(token);
    if (!slot) return;
    const { flow } = slot;
    const ends = signal ? AbortSignal.any([signal, flow.ended.signal]) : flow.ended.signal;
    try {
      await this.#core.clock.wait(flow.expiresAt - this.#core.clock.now(), ends);
    } catch {
      signal?.throwIfAborted();
    }
    // An answer that was given meanwhile has its own step, and a refusal does not run out.
    if (!slot.spent && flow.stage.at !== 'refused') yield this.#expire(flow);
  }

  /** Forgets what is long over. */
  #sweep(): void {
    const now = this.#core.clock.now();
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + sweepEvery;
    for (const [token, { flow }] of this.#slots) {
      if (now < flow.expiresAt) continue;
      this.#abandon(flow);
      this.#slots.delete(token);
    }
    for (const [id, { until }] of this.#starts) if (now >= until) this.#starts.delete(id);
  }
}
