import {
  type Answer,
  type Attempt,
  type RegistrationStep,
  SsprError,
  type Step,
} from '../../../../src/contract/index.js';
import { mismatch } from '../../../../src/contract/schema.js';
import { registrationStepSchema, stepSchema } from '../../../../src/contract/step.js';
import { readCode } from '../../../../src/policy/codes.js';
import { type Family, familyOf, normalizeAnswer } from '../../../../src/policy/index.js';
import type { World } from './world.js';

export type AnyStep = Step | RegistrationStep;
export type MethodName = keyof typeof familyOf;

/** A flow as somebody drives it, of either kind. */
export interface Line {
  start(attempt: Attempt): Promise<AnyStep>;
  advance(token: string, answer: Answer, attempt: Attempt): Promise<AnyStep>;
  watch(token: string, signal: AbortSignal): AsyncIterable<AnyStep>;
  cancel(token: string): Promise<void>;
}

/** What was right about an answer, known from outside of the tenant. */
export interface Truth {
  readonly family: Family;
  readonly at: number;
  /** Where the code or the call went, or the use of an app's code. */
  readonly to: string;
}

export const tokenOf = (step: AnyStep | undefined): string | undefined =>
  step && 'token' in step ? step.token : undefined;

export const methodOf = (step: AnyStep | undefined): MethodName | undefined => {
  const method = step && 'method' in step ? step.method : undefined;
  return method && method.type in familyOf ? (method.type as MethodName) : undefined;
};

/** One place at one widget, where one flow after the other is walked, and all that is true of it. */
export abstract class Seat {
  step: AnyStep | undefined;
  /** Which flow it is, counted from 1. */
  flow = 0;
  /** Tokens of this flow that were answered. */
  spent: string[] = [];
  cancelled = false;
  answers = 0;
  /** By family: what was answered elsewhere, and rightly, for the flow under way. */
  readonly elsewhere = new Map<Family, Truth>();
  /** By method: the code that was sent last. */
  readonly codes = new Map<string, { readonly code: string; readonly to: string }>();
  /** The secret of the app that is being set up. */
  appSecret = '';
  /** The answers to questions that are being registered, by text. */
  answered: ReadonlyMap<string, string> = new Map();
  protected policyAt = 0;
  readonly #tokens = new Set<string>();

  constructor(
    readonly world: World,
    readonly name: string,
    readonly username: string,
    readonly kind: 'reset' | 'register',
  ) {}

  protected abstract line(): Promise<Line>;
  /** Where the flow came to, and whether it might: throws where it might not. */
  protected abstract arrive(step: AnyStep, from: AnyStep, answer: Answer, truth?: Truth): void;
  protected abstract begin(step: AnyStep): void;

  get isOver(): boolean {
    return tokenOf(this.step) === undefined;
  }

  /** Begins another flow; the one before is given up. */
  async start(): Promise<void> {
    await this.cancel();
    const line = await this.line();
    const step = await this.call(() => line.start(this.world.attempt()));
    this.flow += 1;
    this.spent = [];
    this.cancelled = false;
    this.answers = 0;
    this.elsewhere.clear();
    this.codes.clear();
    this.policyAt = this.world.policyChanges;
    this.step = step;
    if (!step) return;
    this.show(step);
    this.begin(step);
  }

  /** Answers the step under way, and looks at what came of it. */
  async answer(answer: Answer): Promise<void> {
    const token = tokenOf(this.step);
    if (token === undefined) return this.start();
    const truth = this.truthOf(answer);
    const line = await this.line();
    const step = await this.call(() => line.advance(token, answer, this.world.attempt()));
    this.adopt(step, answer, truth);
  }

  /** Whatever is sent under whatever token; answers what came, and moves nothing here. */
  async send(token: string, answer: Answer, attempt = this.world.attempt()) {
    const line = await this.line();
    return this.call(() => line.advance(token, answer, attempt));
  }

  adopt(step: AnyStep | undefined, answer: Answer, truth: Truth | undefined): void {
    const from = this.step;
    const token = tokenOf(from);
    if (!from || token === undefined) return;
    this.spent.push(token);
    this.answers += 1;
    this.step = step;
    if (!step) return;
    this.show(step);
    this.arrive(step, from, answer, truth);
    this.policyAt = this.world.policyChanges;
  }

  async cancel(): Promise<void> {
    const token = tokenOf(this.step);
    if (token === undefined) return;
    await (await this.line()).cancel(token);
    this.cancelled = true;
  }

  /** Watches in the background; answers when the watch has ended. */
  async watch(signal: AbortSignal): Promise<void> {
    const token = tokenOf(this.step);
    if (token === undefined) return;
    const line = await this.line();
    try {
      for await (const step of line.watch(token, signal)) this.look(step);
    } catch (error) {
      if (!signal.aborted && !isUnauthorized(error)) throw error;
    }
  }

  /** What of an answer to the step under way is right, as far as the outside knows. */
  truthOf(answer: Answer): Truth | undefined {
    const { step, world } = this;
    const type = methodOf(step);
    if (!step || type === undefined) return undefined;
    const family = familyOf[type];
    const at = world.clock.now();
    if (step.kind === 'enter-code' && answer.action === 'enter-code') {
      const code = readCode(answer.code);
      if (type === 'app-code') {
        const secrets = step.purpose === 'registration' ? [this.appSecret] : this.apps;
        const shown = secrets.flatMap((secret) => world.appCodes(secret));
        const use = shown.find((one) => one.code === code && !world.usedAppCodes.has(one.use))?.use;
        return use === undefined ? undefined : { family, at, to: use };
      }
      const sent = this.codes.get(step.method.id);
      return sent?.code === code ? { family, at, to: sent.to } : undefined;
    }
    if (step.kind === 'answer-questions' && answer.action === 'answer-questions') {
      const known = world.answers.get(this.username);
      const right = step.questions.every(
        ({ id, text }) =>
          known?.has(text) &&
          normalizeAnswer(answer.answers[id] ?? '') === normalizeAnswer(known.get(text) ?? ''),
      );
      return right ? { family, at, to: 'questions' } : undefined;
    }
    return undefined;
  }

  /** Whether a step was shown here before. */
  hasSeen(step: AnyStep): boolean {
    const token = tokenOf(step);
    return token !== undefined && this.#tokens.has(token);
  }

  get apps(): readonly string[] {
    return [...(this.world.apps.get(this.username) ?? [])];
  }

  /** Makes a call; undefined where nobody is signed in. Any other error is one too many. */
  protected async call(work: () => Promise<AnyStep>): Promise<AnyStep | undefined> {
    const { world } = this;
    const before = world.codes.length;
    world.by = this;
    try {
      const step = await work();
      world.count('steps');
      this.look(step);
      const sent = world.codes.slice(before).findLast(({ by }) => by === this)?.message;
      if (sent?.code !== undefined && 'method' in step && step.method)
        this.codes.set(step.method.id, { code: sent.code, to: sent.to });
      return step;
    } catch (error) {
      if (this.kind === 'register' && isUnauthorized(error)) return undefined;
      throw error;
    } finally {
      world.by = undefined;
    }
  }

  /** What holds for every step, whoever gets it: it fits the contract, and tells no secret. */
  protected look(step: AnyStep): void {
    const schema = this.kind === 'reset' ? stepSchema : registrationStepSchema;
    const wrong = mismatch(schema, step, true);
    if (wrong !== undefined) throw new Error(`${wrong} in ${step.kind}`);
    this.world.secrets.check(`a ${step.kind} step`, step);
  }

  /** What holds for every step that is new: its token is. */
  protected show(step: AnyStep): void {
    const token = tokenOf(step);
    if (token === undefined) return;
    const { tokens } = this.world.secrets;
    const bare = token.slice(token.indexOf('~') + 1);
    if (tokens.has(bare)) throw new Error(`SESSION-1: a token twice, at ${step.kind}`);
    this.#tokens.add(token);
    tokens.add(bare);
  }

  /** What answered rightly: typed now, or elsewhere before. It is used up by being taken. */
  protected take(from: AnyStep, typed: Truth | undefined): Truth | undefined {
    const type = methodOf(from);
    if (type === undefined) return undefined;
    const truth = typed ?? this.elsewhere.get(familyOf[type]);
    this.elsewhere.delete(familyOf[type]);
    if (type === 'app-code' && truth) this.world.usedAppCodes.add(truth.to);
    return truth;
  }
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof SsprError && error.code === 'unauthorized';
