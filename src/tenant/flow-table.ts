import type { Answer, Attempt, Call, FlowDriver, Problem } from '../contract/index.js';
import { canonical } from './canonical.js';
import type { Core } from './core.js';
import type { Proof } from './proof.js';
import { randomToken } from './random.js';
import type { Remarks } from './remarks.js';
import { signedOut } from './sessions.js';
import { untilAborted } from './until-aborted.js';
import type { Client, Flow, Outcome, Walk } from './walk.js';

/** What was answered to an attempt, to be answered again when asked again. */
interface Stored<S> {
  /** Absent where the flow went on by itself, or in another page: then whoever asks next is answered. */
  readonly attemptId?: string;
  /** A keyed hash of the input: the input may be a secret. */
  readonly fingerprint?: Promise<string>;
  readonly answer: Promise<S>;
  /** Whether anybody was told where the flow went by itself. */
  told?: boolean;
  /** Whether another page has gone on from here: then this one ends nothing of it. */
  readonly elsewhere?: boolean;
}

/** One token: a place in one flow, to be used once. */
interface Slot<F, S> {
  readonly flow: F;
  readonly proof: Proof | undefined;
  /** Aborts when the flow goes on from here by itself. */
  readonly moved: AbortController;
  spent?: Stored<S>;
}

/** A flow that can be found again. */
interface Resumable<F> {
  readonly flow: F;
  /** One, but for a start whose answer was lost and that was sent again from a browser without a name. */
  readonly browsers: Set<string>;
}

/** What was answered to an attempt that opened a flow, or found one again. */
interface Opened<S> {
  readonly answer: Promise<S>;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** More than anybody needs for one flow; every answer is kept until the flow is over. */
const mostAnswers = 120;
/** Milliseconds between two looks at what is over. */
const sweepEvery = 60_000;

/** What never runs out is looked at again now and then: timers hold no infinity. */
const longestWaitMs = 3_600_000;

/** Somebody is told where a flow went by itself. */
function told<S>(spent: Stored<S>): Promise<S> {
  spent.told = true;
  return spent.answer;
}

/** What every kind of flow can be asked. */
type Served<Intent, S> = FlowDriver<Intent, S> & Required<Pick<FlowDriver<Intent, S>, 'watch'>>;

/** The tokens and attempts of all flows of one kind (rule SESSION-1). */
export class FlowTable<
  F extends Flow,
  Intent,
  S extends {
    readonly kind: string;
    readonly token?: string | undefined;
    readonly resumable?: string | undefined;
  },
> {
  readonly #core: Core;
  readonly #walk: Walk<F, Intent, S>;
  readonly #slots = new Map<string, Slot<F, S>>();
  readonly #starts = new Map<string, Opened<S>>();
  readonly #resumes = new Map<string, Opened<S | undefined>>();
  readonly #resumables = new Map<string, Resumable<F>>();
  /** The token that a flow waits under. */
  readonly #newest = new WeakMap<F, Slot<F, S>>();
  #sweepAt = 0;

  constructor(core: Core, walk: Walk<F, Intent, S>) {
    this.#core = core;
    this.#walk = walk;
  }

  /** The driver for one client, whose calls for help are counted together (rule THROTTLE-6). */
  driverFor(client: Client): Served<Intent, S> {
    const { browser } = client;
    return {
      start: async (intent, attempt) => {
        attempt.signal?.throwIfAborted();
        return untilAborted(this.#start(intent, attempt, client), attempt.signal);
      },
      advance: async (token, answer, attempt) => {
        attempt.signal?.throwIfAborted();
        return untilAborted(this.#advance(token, answer, attempt, client), attempt.signal);
      },
      watch: (token, call) => this.#watch(token, call, client),
      cancel: async (token, call) => {
        call.signal?.throwIfAborted();
        this.#cancel(token, client);
      },
      ...(browser !== undefined &&
        this.#walk.mayResume && {
          resume: async (at: string, attempt: Attempt) => {
            attempt.signal?.throwIfAborted();
            return untilAborted(this.#resume(at, attempt, browser), attempt.signal);
          },
        }),
      ...(this.#walk.judge && {
        checkPassword: async (token: string, password: string, { signal }: Call) => {
          signal?.throwIfAborted();
          return this.#judge(token, password);
        },
      }),
    };
  }

  async #start(intent: Intent, attempt: Attempt, client: Client): Promise<S> {
    this.#sweep();
    const input = canonical([client.name, client.session, attempt.attemptId, intent]);
    const id = await this.#core.digest.text(`start ${input}`);
    const stored = this.#starts.get(id);
    if (stored) return this.#again(stored, client);
    const answer = this.#begin(intent, attempt, client);
    this.#starts.set(id, { answer, until: this.#lifetimeFromNow });
    // No flow: asked again it is answered again, and needs no keeping.
    const forget = () => this.#starts.delete(id);
    void answer.then(({ kind }) => kind === 'identify' && forget(), forget);
    return answer;
  }

  /** Who knows the attempt gets its token; so the browser that they now have a name for is as good. */
  async #again({ answer }: Opened<S>, client: Client): Promise<S> {
    const { browser } = client;
    const { resumable, token = '' } = await answer;
    const slot = this.#slots.get(token);
    if (slot && !this.#isOf(slot.flow, client)) throw signedOut();
    if (resumable !== undefined && browser !== undefined)
      this.#resumables.get(resumable)?.browsers.add(browser);
    return answer;
  }

  async #resume(at: string, attempt: Attempt, browser: string): Promise<S | undefined> {
    this.#sweep();
    const id = await this.#core.digest.text(
      `resume ${canonical([browser, attempt.attemptId, at])}`,
    );
    const stored = this.#resumes.get(id);
    if (stored) return stored.answer;
    const answer = this.#reopen(at, browser);
    this.#resumes.set(id, { answer, until: this.#lifetimeFromNow });
    const forget = () => this.#resumes.delete(id);
    void answer.then((step) => step ?? forget(), forget);
    return answer;
  }

  /** Shows where a flow stands under a new token; whoever has the old one is superseded. */
  async #reopen(at: string, browser: string): Promise<S | undefined> {
    const found = this.#resumables.get(at);
    if (!found?.browsers.has(browser)) return undefined;
    const { flow } = found;
    const slot = await this.#quiet(flow);
    // Where the flow went while nobody looked is told to whoever comes back, even if that was its end.
    if (slot?.spent && slot.spent.attemptId === undefined && !slot.spent.told)
      return told(slot.spent);
    if (this.#isOut(flow)) this.#abandon(flow);
    if (!this.#walk.isEnded(flow)) this.#walk.review?.(flow);
    if (this.#walk.isEnded(flow) || !this.#walk.mayResume?.(flow)) return undefined;
    if (flow.answers >= mostAnswers) return undefined;
    flow.answers += 1;
    if (slot && !slot.spent) {
      slot.spent = { answer: Promise.resolve(this.#walk.superseded(flow)), elsewhere: true };
      slot.moved.abort();
    }
    return this.#present(flow);
  }

  /** The newest token of a flow, once no answer is being worked on any more. */
  async #quiet(flow: F): Promise<Slot<F, S> | undefined> {
    for (;;) {
      const slot = this.#newest.get(flow);
      if (slot) this.#settle(slot);
      if (!slot?.spent) return slot;
      // What fails there is told to whoever asked for it.
      await slot.spent.answer.catch(() => undefined);
      if (this.#newest.get(flow) === slot) return slot;
    }
  }

  #isOf(flow: F, client: Client): boolean {
    return this.#walk.isOf?.(flow, client) ?? true;
  }

  #isOut(flow: F): boolean {
    return this.#core.clock.now() >= flow.expiresAt && !this.#walk.isBusy?.(flow);
  }

  get #lifetimeFromNow(): number {
    return this.#core.clock.now() + this.#core.policy().session.lifetimeMs;
  }

  async #begin(intent: Intent, attempt: Attempt, client: Client): Promise<S> {
    const started = await this.#walk.start(intent, attempt, client);
    if ('step' in started) return started.step;
    const { flow } = started;
    if (client.browser !== undefined && this.#walk.mayResume?.(flow)) {
      flow.resumable = randomToken(this.#core.random);
      this.#resumables.set(flow.resumable, { flow, browsers: new Set([client.browser]) });
    }
    return this.#present(flow);
  }

  async #advance(token: string, answer: Answer, attempt: Attempt, client: Client): Promise<S> {
    const slot = this.#slots.get(token);
    if (slot && !this.#isOf(slot.flow, client)) throw signedOut();
    if (!slot || this.#isOut(slot.flow)) return this.#expire(slot?.flow);
    const { flow } = slot;
    // Cancelled: what was done before stays answered, nothing new begins.
    if (this.#walk.isEnded(flow) && !slot.spent) return this.#walk.expired(flow);
    const { attemptId } = attempt;
    const fingerprint = this.#core.digest.text(`answer ${canonical(answer)}`);
    // Nothing is awaited before the token is spent: of many at once, the first one has it.
    if (!slot.spent) {
      if (flow.answers >= mostAnswers) return this.#expire(flow);
      flow.answers += 1;
      slot.spent = {
        attemptId,
        fingerprint,
        answer: this.#proceed(flow, () => this.#walk.answer(flow, answer)),
      };
      return slot.spent.answer;
    }
    const { spent } = slot;
    if (spent.attemptId === undefined) return told(spent);
    const asked = spent.attemptId === attemptId;
    if (asked && (await fingerprint) === (await spent.fingerprint)) return spent.answer;
    if (slot.proof) this.#walk.countLate(flow, slot.proof, answer);
    return this.#walk.superseded(flow);
  }

  async #proceed(flow: F, work: () => Promise<Outcome<S>>): Promise<S> {
    const outcome = await work();
    // Cancelled or run out while the answer was being worked on: it stays so.
    const over = flow.ended.signal.aborted;
    if (over || 'last' in outcome) this.#end(flow, 'finished');
    if ('last' in outcome) return outcome.last;
    return over ? this.#walk.expired(flow) : this.#present(flow, outcome);
  }

  #present(flow: F, remarks?: Remarks): S {
    const token = randomToken(this.#core.random);
    const slot = { flow, proof: this.#walk.proofOf(flow), moved: new AbortController() };
    this.#slots.set(token, slot);
    this.#newest.set(flow, slot);
    flow.onAnswered = () => this.#settle(slot);
    return this.#walk.step(flow, token, remarks);
  }

  /** Goes on without an answer, where something was answered elsewhere or ran out. */
  #settle(slot: Slot<F, S>): void {
    const { flow } = slot;
    if (slot.spent || this.#isOut(flow) || this.#walk.isEnded(flow)) return;
    const settled = this.#walk.settle(flow);
    if (!settled) return;
    const answer = this.#proceed(flow, () => settled);
    // Whoever asks next is told; should nobody ask, a rejection must not end the process.
    answer.catch(() => undefined);
    slot.spent = { answer };
    slot.moved.abort();
  }

  #end(flow: F, why: 'finished' | 'abandoned' | 'cancelled'): void {
    this.#walk.end(flow, why);
    flow.ended.abort();
  }

  #expire(flow: F | undefined): S {
    if (flow) this.#abandon(flow);
    return this.#walk.expired(flow);
  }

  #abandon(flow: F): void {
    if (!this.#walk.isEnded(flow)) this.#end(flow, 'abandoned');
  }

  /** Under the newest token only, which it does not spend. */
  #judge(token: string, password: string): readonly Problem[] {
    const slot = this.#slots.get(token);
    if (!slot || slot.spent || this.#isOut(slot.flow)) return [];
    return this.#walk.isEnded(slot.flow) ? [] : (this.#walk.judge?.(slot.flow, password) ?? []);
  }

  #cancel(token: string, client: Client): void {
    const { flow, spent } = this.#slots.get(token) ?? {};
    if (!flow || spent?.elsewhere || !this.#isOf(flow, client)) return;
    if (!this.#walk.isEnded(flow) && !this.#walk.isBusy?.(flow)) this.#end(flow, 'cancelled');
  }

  async *#watch(token: string, { signal }: Call, client: Client): AsyncGenerator<S, void, void> {
    const slot = this.#slots.get(token);
    if (!slot) return;
    const { flow, moved } = slot;
    if (!this.#isOf(flow, client)) throw signedOut();
    const { clock } = this.#core;
    const ends = AbortSignal.any([flow.ended.signal, moved.signal, ...(signal ? [signal] : [])]);
    for (;;) {
      // What came or ran out while nobody watched is told first.
      this.#settle(slot);
      if (slot.spent || this.#walk.isEnded(flow) || this.#isOut(flow)) break;
      const busy = this.#walk.isBusy?.(flow) ?? false;
      const left = Math.min(busy ? Infinity : flow.expiresAt - clock.now(), longestWaitMs);
      try {
        await clock.wait(Math.min(left, this.#walk.settlesInMs(flow) ?? left), ends);
      } catch {
        signal?.throwIfAborted();
      }
    }
    if (slot.spent) {
      // An answer that was given meanwhile has its own step.
      if (slot.spent.attemptId === undefined) yield await told(slot.spent);
      return;
    }
    // A refusal does not run out.
    if (!this.#walk.isRefused(flow)) yield this.#expire(flow);
  }

  /** Forgets what is long over. */
  #sweep(): void {
    const now = this.#core.clock.now();
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + sweepEvery;
    for (const [token, { flow }] of this.#slots) {
      if (!this.#isOut(flow)) continue;
      this.#abandon(flow);
      this.#slots.delete(token);
    }
    for (const [name, { flow }] of this.#resumables)
      if (this.#isOut(flow)) this.#resumables.delete(name);
    for (const opened of [this.#starts, this.#resumes])
      for (const [id, { until }] of opened) if (now >= until) opened.delete(id);
  }
}
