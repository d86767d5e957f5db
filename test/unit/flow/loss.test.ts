import { expect } from 'chai';
import { type FlowStep, identify, wouldLose } from '../../../src/flow/index.js';
import { chooseMethod, done, enterCode, form } from './builders.js';

describe('leaving a flow', () => {
  const gate = (index: number) => ({ gate: { index, total: 2 } });
  const steps: readonly [what: string, step: FlowStep, loses: boolean][] = [
    ['nothing before it began', identify, false],
    ['nothing before the first proof', chooseMethod(), false],
    ['nothing at the first of two gates', chooseMethod(gate(1)), false],
    ['a proof at the second gate', chooseMethod(gate(2)), true],
    ['a code that was sent', enterCode(), true],
    ['what is typed into a form', form(), true],
    ['nothing when it is done', done(), false],
  ];
  for (const [what, step, loses] of steps)
    it(`loses ${what}`, () => {
      expect(wouldLose(step)).to.equal(loses);
    });
});
