import { allow, drawQuestions, normalizeAnswer } from '../policy/index.js';
import type { CandidateMethod } from './candidate.js';
import type { Core } from './core.js';
import type { AskedQuestion, Compared, QuestionsProof } from './proof.js';
import { randomBelow, randomText } from './random.js';
import type { StoredQuestion } from './registrations.js';

export interface QuestionsProofParts {
  readonly core: Core;
  readonly method: CandidateMethod;
  readonly stored: readonly StoredQuestion[];
  /** Whether there is an account: for a decoy no answer is right. */
  readonly real: boolean;
  /** What failures are counted under. */
  readonly key: string;
}

type Drawn = AskedQuestion & { readonly stored: StoredQuestion };

/** Security questions: limited by THROTTLE-1 and THROTTLE-2, drawn anew after each try (rule QUESTION-5). */
export class StoredQuestionsProof implements QuestionsProof {
  readonly kind = 'questions';
  passed = false;
  readonly #parts: QuestionsProofParts;
  #drawn: readonly Drawn[];

  constructor(parts: QuestionsProofParts) {
    this.#parts = parts;
    this.#drawn = this.#draw();
  }

  get method(): CandidateMethod {
    return this.#parts.method;
  }

  get asked(): readonly AskedQuestion[] {
    return this.#drawn.map(({ id, question }) => ({ id, question }));
  }

  triesLeft(): number {
    const { core, key } = this.#parts;
    const { throttles } = core;
    return Math.min(throttles.left('wrongProofs', key), throttles.left('questionPages', key));
  }

  life() {
    return allow('QUESTION-5');
  }

  raise(): () => void {
    const { core, key } = this.#parts;
    // Answered pages count right or wrong (rule THROTTLE-2): only the failure can be taken back.
    core.throttles.add('questionPages', key);
    return core.throttles.add('wrongProofs', key);
  }

  served() {
    const { core, key } = this.#parts;
    return core.throttles.check('questionPages', key);
  }

  async compare(answers: Readonly<Record<string, string>>): Promise<Compared> {
    const { core, real } = this.#parts;
    const drawn = this.#drawn;
    this.#drawn = this.#draw();
    // All are compared, so that the time tells nothing of which one was wrong.
    const right = await Promise.all(
      drawn.map(async ({ id, stored }) => {
        const hash = await core.hash(normalizeAnswer(answers[id] ?? ''), stored.salt);
        return hash === (await stored.hash);
      }),
    );
    // Of two pages at once the first wins.
    this.passed = real && right.every(Boolean) && !this.passed;
    return this.passed ? 'right' : 'answers-wrong';
  }

  #draw(): readonly Drawn[] {
    const { core, stored } = this.#parts;
    const below = (limit: number) => randomBelow(core.random, limit);
    return drawQuestions(below, stored, core.policy().questions.toReset).map((one) => ({
      id: randomText(core.random, 'abcdefghijkmnpqrstuvwxyz23456789', 8),
      question: one.question,
      stored: one,
    }));
  }
}
