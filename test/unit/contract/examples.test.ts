import { expect } from 'chai';
import { discoverySchema } from '../../../src/contract/discovery.js';
import { type OperationName, operations } from '../../../src/contract/http.js';
import { exchanges } from '../../../src/contract/openapi.js';
import { mismatch } from '../../../src/contract/schema.js';
import { stepSchema } from '../../../src/contract/step.js';
import { createFetch, createRequestHandler } from '../../../src/mock/index.js';
import { fabrikam } from '../conformance/tenant-world.js';

describe('the example exchanges of the OpenAPI file', () => {
  for (const name of Object.keys(exchanges) as OperationName[]) {
    const { request, response } = exchanges[name];

    it(`of ${name} fit the schemas, to the letter`, () => {
      expect(mismatch(operations[name].request, request, true)).to.equal(undefined);
      const answer = name === 'discover' ? discoverySchema : stepSchema;
      if (response) expect(mismatch(answer, response, true)).to.equal(undefined);
    });

    it(`of ${name} are requests that a server takes`, async () => {
      const fetch = createFetch(createRequestHandler(fabrikam()));
      const answer = await fetch(`/api/sspr${operations[name].path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
        body: JSON.stringify(request),
      });
      // The token of the example is nobody's, which is no fault of the request.
      expect(answer.status).to.be.oneOf(name === 'watch' ? [404] : [200, 204]);
    });
  }
});
