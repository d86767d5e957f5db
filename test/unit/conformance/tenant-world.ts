import type { World } from '../../../src/conformance/index.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import type { Method } from '../../../src/contract/parts.js';
import {
  createTenant,
  type DescribedMethod,
  type ManualClock,
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
const newcomer = 'nell.stone@fabrikam.example';
const ineligible = 'dan.out@fabrikam.example';
const firstPassword = 'Old-Saucer-11';
const answerTo = (question: string): string => `answer to ${question}`;
const asked = ['One?', 'Two?', 'Three?', 'Four?', 'Five?'].map((rest) => `Question ${rest}`);

/** All methods: an app with notifications, an address, two numbers, questions. */
export const everyMethod = {
  app: undefined,
  apps: [{ notifications: true }],
  phone: '+49 15112345678',
  officePhone: '+49 3012345678',
  questions: asked.map((question) => ({ question, answer: answerTo(question) })),
};

/** The settings under which all of them are offered. */
export const everySetting: Overrides<TenantPolicy> = {
  methodsRequired: 2,
  methods: {
    whatsapp: { state: 'enabled' },
    'office-call': { state: 'enabled' },
    questions: { state: 'enabled' },
  },
  captcha: { kind: 'picture', maxNumber: 20 },
};

const badge: DescribedMethod = {
  type: 'badge',
  label: 'Badge',
  fields: [
    { name: 'number', type: 'numeric', label: 'Number' },
    { name: 'site', type: 'text', label: 'Site', required: false },
  ],
  verify: (_, { number }) => number === '4711',
};

const clocks = new WeakMap<Tenant, ManualClock>();

export const fabrikam = (settings: Overrides<TenantPolicy> = {}, methods: object = {}): Tenant => {
  const clock = manualClock();
  const tenant = createTenant({
    name: 'Fabrikam',
    // In the worlds that have all there is.
    ...('apps' in methods && { describedMethods: [badge] }),
    people: [
      person({
        username,
        email: 'alex@home.example',
        app: true,
        password: firstPassword,
        ...methods,
      }),
      person({ username: newcomer, password: firstPassword }),
      person({ username: ineligible, email: 'dan@home.example', app: true, enabled: false }),
    ],
    policy: policy({ scope: 'all', captcha: { kind: 'none' }, ...settings }),
    clock,
    random: seededRandom(1),
    hash: pbkdf2({ iterations: 1 }),
  });
  clocks.set(tenant, clock);
  return tenant;
};

/** The same tenant for somebody who is signed in. */
export async function sessionOf(tenant: Tenant, name = username): Promise<Adapter> {
  const signIn = await tenant.signIn(name, firstPassword);
  if (signIn.outcome !== 'signed-in') throw new Error(`Cannot sign in: ${signIn.outcome}.`);
  return tenant.forClient('local', { session: signIn.session });
}

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

/** The same with all that the suite can make use of. */
export const fullWorld = async (
  tenant: Tenant,
  connect: (adapter: Adapter) => Adapter = (adapter) => adapter,
): Promise<World> => ({
  ...tenantWorld(tenant, connect),
  ineligibleUsername: ineligible,
  expendable: true,
  fullNumber: ({ type }: Method) =>
    type === 'office-call' ? everyMethod.officePhone : everyMethod.phone,
  answersTo: (questions) =>
    Object.fromEntries(questions.map(({ id, text }) => [id, answerTo(text)])),
  valuesFor: () => ({ number: '4711' }),
  otherBrowser: connect(tenant.forClient('local', { browser: 'another' })),
  respond({ method, accept, number = '' }) {
    const phone = tenant.phoneOf(username);
    const app = tenant.appOf(username);
    if (method.type === 'app-notification') void (accept ? app.approve(number) : app.deny());
    else void (accept ? phone.press('#') : phone.hangUp());
  },
  advance: (milliseconds) => clocks.get(tenant)?.advance({ milliseconds }),
  signedIn: connect(await sessionOf(tenant)),
  newcomer: connect(await sessionOf(tenant, newcomer)),
  newAddress: 'alex.new@elsewhere.example',
});
