import type { Adapter, FlowDriver } from '../contract/adapter.js';
import type { Answer, RegistrationIntent } from '../contract/answer.js';
import { mismatch } from '../contract/schema.js';
import {
  type RegistrationStep,
  type RegistrationStepKind,
  type RegistrationSteps,
  registrationStepSchema,
} from '../contract/step.js';
import { NotOffered, offered, require } from './expectation.js';
import { described } from './shape.js';
import { tokenOf, type Visitor } from './visitor.js';

/** A signed-in person at the registration, who holds every step against the contract. */
export class Registrant {
  readonly #visitor: Visitor;
  readonly #driver: FlowDriver<RegistrationIntent, RegistrationStep>;

  constructor(visitor: Visitor, adapter: Adapter | undefined, what = 'somebody who is signed in') {
    this.#visitor = visitor;
    this.#driver = offered(offered(adapter, what).register, 'a registration');
  }

  async start(mode?: RegistrationIntent['mode']): Promise<RegistrationStep> {
    return this.#checked(
      await this.#driver.start(mode === undefined ? {} : { mode }, this.#visitor.attempt()),
    );
  }

  async advance(
    step: RegistrationStep,
    answer: Answer,
    attempt = this.#visitor.attempt(),
  ): Promise<RegistrationStep> {
    return this.#checked(await this.#driver.advance(tokenOf(step), answer, attempt));
  }

  async manage(): Promise<RegistrationSteps['manage']> {
    return this.expect(await this.start('manage'), 'manage');
  }

  /** Gives the fresh proof that a change needs (rule REGISTER-6), where one is asked for. */
  async prove(step: RegistrationStep): Promise<RegistrationStep> {
    let next = step;
    for (let answers = 0; isFreshProof(next) && answers < 6; answers += 1) {
      if (next.kind === 'choose-method') {
        const method = next.methods.find(({ type }) => type === 'email' || type === 'app-code');
        if (!method) throw new NotOffered('a fresh proof by a code');
        next = await this.advance(next, { action: 'choose-method', method: method.id });
      } else if (next.kind === 'enter-code') {
        const code = await this.#visitor.code(next.method);
        next = await this.advance(next, { action: 'enter-code', code });
      } else break;
    }
    return next;
  }

  expect<K extends RegistrationStepKind>(step: RegistrationStep, kind: K): RegistrationSteps[K] {
    require(step.kind === kind, `the step ${kind}`, described(step));
    return step as RegistrationSteps[K];
  }

  #checked(step: RegistrationStep): RegistrationStep {
    const wrong = mismatch(registrationStepSchema, step);
    require(!wrong, `a step of the contract, but ${wrong}`);
    return step;
  }
}

/** Whether a step is about showing once more who one is (rule REGISTER-6). */
export const isFreshProof = (step: RegistrationStep): boolean => step.purpose === 'fresh-proof';
