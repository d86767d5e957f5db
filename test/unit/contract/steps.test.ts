import { expect } from 'chai';
import { type JsonSchema, mismatch } from '../../../src/contract/schema.js';
import {
  registrationStepSchema,
  registrationStepSchemas,
  stepSchema,
  stepSchemas,
} from '../../../src/contract/step.js';
import { registrationSteps, steps } from './step-examples.js';

type Examples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const flows: [flow: string, union: JsonSchema, kinds: object, examples: Examples][] = [
  ['reset', stepSchema, stepSchemas, steps],
  ['registration', registrationStepSchema, registrationStepSchemas, registrationSteps],
];

for (const [flow, union, kinds, examples] of flows) {
  describe(`a step of a ${flow}`, () => {
    for (const [kind, example] of Object.entries(examples)) {
      it(`of kind ${kind} fits its schema, to the letter`, () => {
        expect(example.kind).to.equal(kind);
        expect(mismatch(union, example, true)).to.equal(undefined);
      });

      it(`of kind ${kind} lacks nothing that is required, and has each of it in its form`, () => {
        const { required = [] } =
          union.oneOf?.find(({ properties }) => properties?.kind?.const === kind) ?? {};
        expect(required).to.include.members(['kind', 'actions', 'problems', 'notices']);
        for (const name of required.filter((one) => one !== 'kind')) {
          const { [name]: _, ...without } = example;
          expect(mismatch(union, without)).to.equal(`$.${name}: expected, but missing`);
          // A number where text is expected, and text where anything else is.
          const other = typeof example[name] === 'string' ? 7 : 'seven';
          expect(mismatch(union, { ...example, [name]: other })).to.match(
            new RegExp(`^\\$\\.${name}: expected `),
          );
        }
      });
    }

    it('is of a kind that it knows', () => {
      const wrong = { ...Object.values(examples)[0], kind: 'dance' };
      expect(mismatch(union, wrong)).to.equal(
        `$.kind: expected one of ${Object.keys(kinds).join(', ')}`,
      );
    });
  });
}

describe('what one flow has and the other has not', () => {
  it('are the username, the goal and the password of a reset', () => {
    const own = Object.values(steps).filter((step) => mismatch(registrationStepSchema, step));
    expect(own.map(({ kind }) => kind)).to.deep.equal(['identify', 'choose-goal', 'new-password']);
  });

  it('are the lists and the enrolments of a registration', () => {
    const own = Object.values(registrationSteps).filter((step) => mismatch(stepSchema, step));
    expect(own.map(({ kind }) => kind)).to.deep.equal([
      'registration-needed',
      'choose-registration',
      'manage',
      'confirm-removal',
      'reconfirm',
      'enrol-app',
      'enrol-phone',
      'enrol-email',
      'enrol-questions',
    ]);
  });
});
