import type { Attempt } from '../contract/adapter.js';
import type { Answer } from '../contract/answer.js';
import type { Method } from '../contract/parts.js';
import { mismatch } from '../contract/schema.js';
import { type Step, type StepKind, type Steps, stepSchema } from '../contract/step.js';
import type { World } from './world.js';

/** Throws what was expected, in a sentence. */
export function require(holds: boolean, expectation: string): asserts holds {
  if (!holds) throw new Error(`Expected ${expectation}.`);
}

/** The token of a step that takes an answer. */
export const tokenOf = (step: Step): string => {
  const token = 'token' in step ? step.token : undefined;
  require(token !== undefined, `a token on the step ${step.kind}`);
  return token;
};

/** A person at the widget, who answers and holds every step against the contract. */
export class Visitor {
  constructor(readonly world: World) {}

  /** A fresh attempt. */
  attempt(): Attempt {
    return { locale: 'en', attemptId: crypto.getRandomValues(new Uint32Array(4)).join('-') };
  }

  async start(username = this.world.username, attempt = this.attempt()): Promise<Step> {
    return this.#checked(await this.world.adapter.reset.start({ username }, attempt));
  }

  async advance(step: Step | string, answer: Answer, attempt = this.attempt()): Promise<Step> {
    const token = typeof step === 'string' ? step : tokenOf(step);
    return this.#checked(await this.world.adapter.reset.advance(token, answer, attempt));
  }

  /** Goes on from a choice of methods to the first that can be chosen, or to the first of a type. */
  async choose(step: Step, type?: string): Promise<Step> {
    const offered = this.expect(step, 'choose-method').methods.filter(
      (method) => method.unavailable === undefined,
    );
    const method = offered.find((one) => one.type === type) ?? offered[0];
    require(method !== undefined, 'a method that can be chosen');
    return this.advance(step, { action: 'choose-method', method: method.id });
  }

  /** Starts and goes on as far as the first code. */
  async reachCode(username?: string): Promise<Steps['enter-code']> {
    const step = await this.start(username);
    return this.expect(
      step.kind === 'choose-method' ? await this.choose(step) : step,
      'enter-code',
    );
  }

  /** Answers everything rightly until there is a step of this kind. */
  async reach<K extends StepKind>(kind: K): Promise<Steps[K]> {
    let step = await this.start();
    for (let answers = 0; step.kind !== kind && answers < 20; answers += 1) {
      if (step.kind === 'choose-method') step = await this.choose(step);
      else if (step.kind === 'enter-code')
        step = await this.advance(step, {
          action: 'enter-code',
          code: await this.world.readCode(step.method),
        });
      else if (step.kind === 'new-password') step = await this.setPassword(step);
      else break;
    }
    return this.expect(step, kind);
  }

  setPassword(step: Step, confirmation = this.world.password): Promise<Step> {
    const { password } = this.world;
    return this.advance(step, { action: 'set-password', password, confirmation });
  }

  /** A code that is not the one asked for. */
  async wrongCode(method: Method): Promise<string> {
    return (await this.world.readCode(method)).replace(/\d/g, (digit) => `${(+digit + 5) % 10}`);
  }

  expect<K extends StepKind>(step: Step, kind: K): Steps[K] {
    require(step.kind === kind, `the step ${kind}, not ${step.kind}${codesOf(step)}`);
    return step as Steps[K];
  }

  #checked(step: Step): Step {
    const wrong = mismatch(stepSchema, step);
    require(!wrong, `a step of the contract, but ${wrong}`);
    return step;
  }
}

const codesOf = (step: Step) => {
  const codes = [
    step.kind === 'refused' ? step.code : '',
    ...step.problems.map(({ code }) => code),
  ];
  return codes.some(Boolean) ? ` (${codes.filter(Boolean).join(', ')})` : '';
};
