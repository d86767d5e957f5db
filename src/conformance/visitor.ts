import type { Attempt } from '../contract/adapter.js';
import type { Answer, ResetIntent } from '../contract/answer.js';
import { methodTypes } from '../contract/codes.js';
import type { Captcha } from '../contract/discovery.js';
import type { Method } from '../contract/parts.js';
import { mismatch } from '../contract/schema.js';
import { type Step, type StepKind, type Steps, stepSchema } from '../contract/step.js';
import { NotOffered, offered, require } from './expectation.js';
import { solveWork } from './proof-of-work.js';
import { described } from './shape.js';
import type { World } from './world.js';

/** The token of a step that takes an answer. */
export const tokenOf = (step: { readonly kind: string; readonly token?: unknown }): string => {
  const { token } = step;
  require(typeof token === 'string', `a token on the step ${step.kind}`);
  return token;
};

/** The methods whose number a person types first (rule PHONE-3). */
const numbers = ['text', 'whatsapp', 'call', 'office-call'];
/** The methods that ask for a code. */
const sentOrShown = ['app-code', 'email', 'text', 'whatsapp'];
/** The methods that are answered elsewhere. */
const elsewhere = ['app-notification', 'call', 'office-call'];

/** How long somebody waits for a step that comes by itself. */
const patienceMs = 20_000;

/** A person at the widget, who answers and holds every step against the contract. */
export class Visitor {
  constructor(readonly world: World) {}

  /** A fresh attempt. */
  attempt(): Attempt {
    return { locale: 'en', attemptId: crypto.getRandomValues(new Uint32Array(4)).join('-') };
  }

  /** What starts a reset, with the captcha answered where there is one. */
  async intent(username = this.world.username): Promise<ResetIntent> {
    const { captcha } = await this.world.adapter.discover({}, this.attempt());
    return captcha.kind === 'none'
      ? { username }
      : { username, captcha: await this.solve(captcha) };
  }

  /** A right answer to a captcha. */
  async solve(captcha: Captcha): Promise<NonNullable<ResetIntent['captcha']>> {
    if (captcha.kind === 'proof-of-work' || captcha.kind === 'picture')
      return { answer: await solveWork(captcha.work) };
    if (!this.world.solveCaptcha) throw new NotOffered('a way to answer the captcha');
    return { answer: await this.world.solveCaptcha(captcha) };
  }

  async start(username = this.world.username, attempt = this.attempt()): Promise<Step> {
    return this.startWith(await this.intent(username), attempt);
  }

  async startWith(intent: ResetIntent, attempt = this.attempt()): Promise<Step> {
    return this.#checked(await this.world.adapter.reset.start(intent, attempt));
  }

  async advance(step: Step | string, answer: Answer, attempt = this.attempt()): Promise<Step> {
    const token = typeof step === 'string' ? step : tokenOf(step);
    return this.#checked(await this.world.adapter.reset.advance(token, answer, attempt));
  }

  /** Comes back to a flow, by its name. */
  async resume(at: string, attempt = this.attempt()): Promise<Step | undefined> {
    const step = await this.world.adapter.reset.resume?.(at, attempt);
    return step && this.#checked(step);
  }

  /** The step that comes without an answer. */
  async watch(step: Step): Promise<Step> {
    const { reset } = this.world.adapter;
    const signal = AbortSignal.timeout(patienceMs);
    const steps = reset.watch?.(tokenOf(step), { locale: 'en', signal });
    for await (const next of offered(steps, 'steps that come by themselves'))
      return this.#checked(next);
    require(false, `a step to follow ${step.kind} by itself`, 'none');
  }

  /** Winds the backend's clock on. */
  async wind(ms: number): Promise<void> {
    if (!this.world.advance) throw new NotOffered('a clock that can be wound');
    await this.world.advance(ms);
  }

  /** Whether this person can get through with a method. */
  canProve({ type }: Method): boolean {
    const { fullNumber, respond, answersTo, valuesFor } = this.world;
    if (!methodTypes.some((known) => known === type)) return valuesFor !== undefined;
    if (numbers.includes(type) && !fullNumber) return false;
    if (elsewhere.includes(type) && !respond) return false;
    return type !== 'questions' || answersTo !== undefined;
  }

  /** Chooses a method: the first of a type, else the first that this person can get through with. */
  async choose(step: Step, type?: string): Promise<Step> {
    const choices = this.expect(step, 'choose-method').methods.filter(
      ({ unavailable }) => unavailable === undefined,
    );
    const method =
      choices.find((one) => one.type === type) ??
      choices.find((one) => this.canProve(one) && !elsewhere.includes(one.type)) ??
      choices.find((one) => this.canProve(one));
    require(method !== undefined, 'a method that can be chosen', 'none');
    return this.advance(step, { action: 'choose-method', method: method.id });
  }

  /** Starts, and goes on to where a method can be chosen. */
  async reachChoice(username?: string): Promise<Step> {
    const step = await this.start(username);
    return step.kind === 'choose-goal'
      ? this.advance(step, { action: 'choose-goal', goal: 'reset-password' })
      : step;
  }

  /** Starts and goes on as far as the first code, by the first type of these that is offered. */
  async reachCode(username?: string, types?: readonly string[]): Promise<Steps['enter-code']> {
    const choice = await this.reachChoice(username);
    const step = choice.kind === 'choose-method' ? await this.#chooseCode(choice, types) : choice;
    return this.expect(await this.confirm(step), 'enter-code');
  }

  /** Types the complete number where a step asks for it. */
  async confirm(step: Step): Promise<Step> {
    if (step.kind !== 'confirm-target') return step;
    if (!this.world.fullNumber) throw new NotOffered('the complete number of a method');
    const target = await this.world.fullNumber(step.method);
    return this.advance(step, { action: 'confirm-target', target });
  }

  /** Starts and goes on until a method of a type was chosen, gate by gate. */
  async reachMethod(type: string): Promise<Step> {
    let step = await this.reachChoice();
    for (let gates = 0; step.kind === 'choose-method' && gates < 4; gates += 1) {
      if (step.methods.some((one) => one.type === type && one.unavailable === undefined))
        return this.choose(step, type);
      step = await this.pass(await this.choose(step));
    }
    throw new NotOffered(`the method ${type}`);
  }

  /** Gets through what was chosen. */
  async pass(step: Step): Promise<Step> {
    const asked = await this.confirm(step);
    switch (asked.kind) {
      case 'enter-code':
        return this.advance(asked, { action: 'enter-code', code: await this.code(asked.method) });
      case 'answer-questions': {
        if (!this.world.answersTo) throw new NotOffered('the answers to questions');
        const answers = await this.world.answersTo(asked.questions);
        return this.advance(asked, { action: 'answer-questions', answers });
      }
      case 'form': {
        if (!this.world.valuesFor) throw new NotOffered('what proves a method of its own');
        const values = await this.world.valuesFor(asked);
        return this.advance(asked, { action: 'fill-form', values });
      }
      case 'wait':
        if (asked.for === 'writeback') return this.watch(asked);
        await this.respond(asked, true);
        return this.watch(asked);
      default:
        return asked;
    }
  }

  /** Answers the telephone or the app. */
  async respond(step: Steps['wait'], accept: boolean, number = step.number): Promise<void> {
    if (!this.world.respond) throw new NotOffered('somebody who answers calls and notifications');
    const { method } = step;
    require(method !== undefined, 'a wait to say for which method');
    await this.world.respond({ method, accept, number });
  }

  /** Answers everything rightly until there is a step of this kind. */
  async reach<K extends StepKind>(kind: K): Promise<Steps[K]> {
    let step = await this.start();
    for (let answers = 0; step.kind !== kind && answers < 20; answers += 1) {
      const before: Step = step;
      if (step.kind === 'choose-goal')
        step = await this.advance(step, { action: 'choose-goal', goal: 'reset-password' });
      else if (step.kind === 'choose-method') step = await this.choose(step);
      else if (step.kind === 'new-password') step = await this.setPassword(step);
      else step = await this.pass(step);
      if (step === before) break;
    }
    return this.expect(step, kind);
  }

  setPassword(step: Step, password = this.world.password, confirmation = password): Promise<Step> {
    return this.advance(step, { action: 'set-password', password, confirmation });
  }

  /** The code that was sent last, or that the app shows. */
  async code(method: Method): Promise<string> {
    const read = async () => this.world.readCode(method);
    const code = await read().catch(() => undefined);
    require(code !== undefined && code !== '', `a code for ${method.type} to read`, 'none');
    return code;
  }

  /** A code that is not the one asked for. */
  async wrongCode(method: Method): Promise<string> {
    return (await this.code(method)).replace(/\d/g, (digit) => `${(+digit + 5) % 10}`);
  }

  expect<K extends StepKind>(step: Step, kind: K): Steps[K] {
    require(step.kind === kind, `the step ${kind}`, described(step));
    return step as Steps[K];
  }

  async #chooseCode(choice: Steps['choose-method'], types: readonly string[] | undefined) {
    const usable = choice.methods.filter(
      (one) =>
        one.unavailable === undefined &&
        this.canProve(one) &&
        (types ? types.includes(one.type) : sentOrShown.includes(one.type)),
    );
    const method = usable[0];
    if (!method) throw new NotOffered(`a code by ${types?.join(' or ') ?? 'any method'}`);
    return this.advance(choice, { action: 'choose-method', method: method.id });
  }

  #checked(step: Step): Step {
    const wrong = mismatch(stepSchema, step);
    require(!wrong, `a step of the contract, but ${wrong}`);
    return step;
  }
}
