import { createHttpAdapter } from '../../../src/adapters/http.js';
import { conformance } from '../../../src/conformance/index.js';
import { createFetch, createRequestHandler } from '../../../src/mock/index.js';
import type { Overrides, TenantPolicy } from '../../../src/tenant/index.js';
import { fabrikam, tenantWorld } from './tenant-world.js';

const tenants: [what: string, settings: Overrides<TenantPolicy>, methods: object][] = [
  ['one gate, a mail address and an app', { methodsRequired: 1 }, {}],
  ['one gate and a mail address', { methodsRequired: 1 }, { app: undefined }],
  ['two gates', { methodsRequired: 2 }, {}],
];

for (const [what, settings, methods] of tenants) {
  describe(`the simulated tenant, with ${what}`, () => {
    const open = () => tenantWorld(fabrikam(settings, methods));
    for (const { rule, title, run } of conformance(open)) it(`${title} (${rule})`, run);
  });

  describe(`the simulated tenant over the HTTP contract, with ${what}`, () => {
    const open = () =>
      tenantWorld(fabrikam(settings, methods), (adapter) =>
        createHttpAdapter({
          endpoint: 'http://localhost/api/sspr',
          fetch: createFetch(createRequestHandler(adapter)),
        }),
      );
    for (const { rule, title, run } of conformance(open)) it(`${title} (${rule})`, run);
  });
}

describe('the simulated tenant in the detailed voice', () => {
  const open = () => tenantWorld(fabrikam({ voice: 'detailed' }));
  for (const { rule, title, run } of conformance(open, 'detailed')) it(`${title} (${rule})`, run);
});
