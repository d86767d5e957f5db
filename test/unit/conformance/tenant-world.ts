import type { World } from '../../../src/conformance/index.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import {
  createTenant,
  manualClock,
  type Overrides,
  pbkdf2,
  person,
  policy,
  seededRandom,
  type Tenant,
  type TenantPolicy,
} from '../../../src/tenant/index.js';

const username = 'alex.park@fabrikam.example';

export const fabrikam = (settings: Overrides<TenantPolicy> = {}, methods: object = {}): Tenant =>
  createTenant({
    name: 'Fabrikam',
    people: [person({ username, email: 'alex@home.example', app: true, ...methods })],
    policy: policy({ scope: 'all', captcha: { kind: 'none' }, ...settings }),
    clock: manualClock(),
    random: seededRandom(1),
    hash: pbkdf2({ iterations: 1 }),
  });

/** A world whose one account is Alex's, reached directly or through `connect`. */
export const tenantWorld = (
  tenant: Tenant,
  connect: (adapter: Adapter) => Adapter = (adapter) => adapter,
): World => ({
  adapter: connect(tenant),
  username,
  unknownUsername: 'nobody.here@fabrikam.example',
  password: 'Quiet-Harbour-72',
  readCode({ type }) {
    const code =
      type === 'app-code'
        ? tenant.appCodeOf(username)?.code
        : tenant.outbox.list().findLast((message) => message.code !== undefined)?.code;
    if (code === undefined) throw new Error(`No code for ${type}.`);
    return code;
  },
});
