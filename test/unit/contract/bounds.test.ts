import { expect } from 'chai';
import { answerSchema } from '../../../src/contract/answer.js';
import { discoverySchema } from '../../../src/contract/discovery.js';
import { advanceRequestSchema } from '../../../src/contract/http.js';
import { countSchema } from '../../../src/contract/parts.js';
import { passwordCheckSchema } from '../../../src/contract/password-check.js';
import { type JsonSchema, mismatch } from '../../../src/contract/schema.js';
import { registrationStepSchema, stepSchema } from '../../../src/contract/step.js';

/** The places in a schema where there may be as much as somebody likes. */
function boundless(schema: JsonSchema, path: string): readonly string[] {
  const { type, items, properties = {}, additionalProperties, oneOf = [] } = schema;
  const types = [type].flat();
  const isText = types.includes('string') && schema.enum === undefined;
  return [
    ...(isText && schema.maxLength === undefined ? [path] : []),
    ...(types.includes('array') && schema.maxItems === undefined ? [path] : []),
    ...(items ? boundless(items, `${path}[]`) : []),
    ...Object.entries(properties).flatMap(([key, one]) => boundless(one, `${path}.${key}`)),
    ...(additionalProperties ? boundless(additionalProperties, `${path}.*`) : []),
    ...oneOf.flatMap((one, index) => boundless(one, `${path}(${index})`)),
  ];
}

describe('what crosses the boundary', () => {
  for (const [name, schema] of Object.entries({
    stepSchema,
    registrationStepSchema,
    discoverySchema,
    answerSchema,
    passwordCheckSchema,
  }))
    it(`is of bounded length in ${name}`, () => {
      expect(boundless(schema, '$')).to.deep.equal([]);
      expect(
        boundless({ type: 'object', properties: { a: { type: 'string' } } }, '$'),
      ).to.deep.equal(['$.a']);
    });

  it('does not have so many steps drawn that a page stands still', () => {
    expect(mismatch(countSchema, { index: 2, total: 5 })).to.equal(undefined);
    expect(mismatch(countSchema, { index: 2, total: 1e9 })).to.contain('$.total: expected at most');
    expect(mismatch(countSchema, { index: 1e9 })).to.contain('$.index: expected at most');
  });

  it('does not keep a page at work for good, before anybody has typed anything', () => {
    const work = { algorithm: 'SHA-256', challenge: 'c', salt: 's', signature: 's' };
    const asking = (maxNumber: number) =>
      mismatch(discoverySchema, {
        contract: 1,
        captcha: { kind: 'proof-of-work', work: { ...work, maxNumber }, expiresInMs: 1 },
      });
    expect(asking(50_000)).to.equal(undefined);
    expect(asking(1e15)).to.contain('$.captcha.work.maxNumber: expected at most');
  });

  it('does not have so many questions asked either', () => {
    const step = {
      kind: 'enrol-questions',
      token: 't',
      username: 'a@b.example',
      questions: [],
      answerLength: { min: 3, max: 40 },
      actions: [],
      problems: [],
      notices: [],
    };
    expect(mismatch(registrationStepSchema, { ...step, count: 5 })).to.equal(undefined);
    expect(mismatch(registrationStepSchema, { ...step, count: 1e9 })).to.contain('$.count');
  });

  it('is not repeated in what is told of it: no value, and of a key its beginning only', () => {
    const secret = 'Blue-Teapot-77';
    const told = (values: object) =>
      mismatch(advanceRequestSchema, { token: 't', answer: { action: 'fill-form', values } }, true);
    expect(told({ pin: [secret] })).to.equal('$.answer.values.pin: expected string');
    expect(told({ ['k'.repeat(9_000)]: 5 })).to.have.length.below(100);
  });
});
