import { expect } from 'chai';
import { discoverySchema } from '../../../src/contract/discovery.js';
import { exchanges } from '../../../src/contract/exchanges.js';
import { type OperationName, operations } from '../../../src/contract/http.js';
import { passwordCheckSchema } from '../../../src/contract/password-check.js';
import { mismatch } from '../../../src/contract/schema.js';
import { registrationStepSchema, stepSchema } from '../../../src/contract/step.js';
import { createFetch, createRequestHandler } from '../../../src/mock/index.js';
import { fabrikam } from '../conformance/tenant-world.js';

const answerOf = (name: OperationName) =>
  name === 'discover'
    ? discoverySchema
    : name === 'checkPassword'
      ? passwordCheckSchema
      : name.startsWith('register')
        ? registrationStepSchema
        : stepSchema;

/** The token of an example is nobody's, and nobody is signed in: no fault of the request. */
const servedAs: { readonly [N in OperationName]: readonly number[] } = {
  discover: [200],
  start: [200],
  advance: [200],
  watch: [404],
  cancel: [204],
  resume: [204],
  checkPassword: [200, 404],
  registerStart: [401],
  registerAdvance: [200, 401],
  registerWatch: [401, 404],
  registerCancel: [204, 401],
};

describe('the example exchanges of the OpenAPI file', () => {
  for (const name of Object.keys(exchanges) as OperationName[]) {
    const { request, response } = exchanges[name];

    it(`of ${name} fit the schemas, to the letter`, () => {
      expect(mismatch(operations[name].request, request, true)).to.equal(undefined);
      if (response) expect(mismatch(answerOf(name), response, true)).to.equal(undefined);
    });

    it(`of ${name} are requests that a server takes`, async () => {
      const fetch = createFetch(createRequestHandler(fabrikam()));
      const answer = await fetch(`/api/sspr${operations[name].path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
        body: JSON.stringify(request),
      });
      expect(answer.status).to.be.oneOf([...servedAs[name]]);
    });
  }
});
