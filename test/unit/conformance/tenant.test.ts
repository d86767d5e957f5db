import { expect } from 'chai';
import { createHttpAdapter } from '../../../src/adapters/http.js';
import { conformance } from '../../../src/conformance/index.js';
import { createFetch, createRequestHandler } from '../../../src/mock/index.js';
import {
  createTenant,
  manualClock,
  type Overrides,
  onPremises,
  pbkdf2,
  person,
  policy,
  type TenantPolicy,
} from '../../../src/tenant/index.js';
import { everyMethod, everySetting, fabrikam, fullWorld, tenantWorld } from './tenant-world.js';

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

describe('the simulated tenant with every method', () => {
  const open = () => fullWorld(fabrikam(everySetting, everyMethod));
  for (const { rule, title, run } of conformance(open))
    it(`${title} (${rule})`, async () => {
      const result = await run();
      const missing = result.outcome === 'not-offered' ? result.because : '';
      expect(missing).to.equal(rule === 'WRITEBACK-3' ? 'to unlock without a reset' : '');
    });
});

describe('the simulated tenant with every method, over the HTTP contract', () => {
  const open = () =>
    fullWorld(fabrikam(everySetting, everyMethod), (adapter) =>
      createHttpAdapter({
        endpoint: 'http://localhost/api/sspr',
        fetch: createFetch(createRequestHandler(adapter)),
      }),
    );
  for (const { rule, title, run } of conformance(open))
    it(`${title} (${rule})`, async () => {
      await run();
    });
});

describe('the simulated tenant with every method, in the detailed voice', () => {
  const open = () => fullWorld(fabrikam({ ...everySetting, voice: 'detailed' }, everyMethod));
  for (const { rule, title, run } of conformance(open, 'detailed'))
    it(`${title} (${rule})`, async () => {
      await run();
    });
});

describe('the simulated tenant with an account on-premises', () => {
  it('WRITEBACK-3: opens it without a new password', async () => {
    const open = () =>
      tenantWorld(
        createTenant({
          name: 'Fabrikam',
          people: [
            person({
              username: 'alex.park@fabrikam.example',
              app: true,
              onPremises: { locked: true },
            }),
          ],
          policy: policy({
            scope: 'all',
            captcha: { kind: 'none' },
            writeback: { enabled: true, unlockWithoutReset: true },
          }),
          onPremises: onPremises({ agents: [{ domains: ['fabrikam.example'] }] }),
          clock: manualClock(),
          hash: pbkdf2({ iterations: 1 }),
        }),
      );
    const check = conformance(open).find(({ rule }) => rule === 'WRITEBACK-3');
    expect(await check?.run()).to.deep.equal({ outcome: 'holds' });
  });
});
