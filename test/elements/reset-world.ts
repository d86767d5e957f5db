import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { Adapter } from '../../src/contract/index.js';
import { SsprReset } from '../../src/define/sspr-reset.js';
import type { FlowEnvironment } from '../../src/flow/index.js';
import {
  createTenant,
  type ManualClock,
  manualClock,
  type Overrides,
  pbkdf2,
  person,
  policy,
  seededRandom,
  type Tenant,
  type TenantOptions,
} from '../../src/tenant/index.js';
import { ResetPage } from '../../src/testing/index.js';

/** A mail address and an app. */
export const adele = 'adele.vance@contoso.example';
/** A mail address only. */
export const maria = 'maria.berg@contoso.example';
/** An administrator with both. */
export const nestor = 'nestor.wilke@contoso.example';
/** Nothing registered. */
export const lee = 'lee.gu@contoso.example';
export const disabled = 'henk.off@contoso.example';
export const guest = 'guest.of@fabrikam.example';
export const unlicensed = 'uma.free@contoso.example';
/** Nobody's. */
export const nobody = 'no.body@contoso.example';

export const addresses = {
  [adele]: 'adele.v@mail.example',
  [maria]: 'maria.private@post.example',
  [nestor]: 'nestor.home@mail.example',
};
export const oldPassword = 'Old-Saucer-11';
export const newPassword = 'Blue-Teapot-77';

const people = [
  person({ username: adele, email: addresses[adele], app: true, password: oldPassword }),
  person({ username: maria, email: addresses[maria], password: oldPassword }),
  person({
    username: nestor,
    email: addresses[nestor],
    app: true,
    password: oldPassword,
    roles: ['Global Administrator'],
  }),
  person({ username: lee, password: oldPassword }),
  person({ username: disabled, email: 'henk@mail.example', enabled: false }),
  person({ username: unlicensed, email: 'uma@mail.example', licence: 'none' }),
  person({
    username: guest,
    email: 'guest@mail.example',
    kind: 'guest',
    home: { name: 'Fabrikam', url: 'https://account.fabrikam.example/reset' },
  }),
];

export interface World {
  readonly tenant: Tenant;
  readonly clock: ManualClock;
  readonly environment: FlowEnvironment;
}

let attempts = 0;

/** The flow's clock and timers, wound by hand. */
export const environmentOf = (clock: ManualClock): FlowEnvironment => ({
  now: () => clock.now(),
  after(ms, callback) {
    const wish = new AbortController();
    clock.wait(ms, wish.signal).then(callback, () => {});
    return () => wish.abort();
  },
  newAttemptId: () => `attempt-${attempts++}`,
});

/** A tenant in which everybody may reset, unless said otherwise, and a clock that stands still. */
export function world(settings: Overrides = {}, options: Partial<TenantOptions> = {}): World {
  const clock = manualClock();
  const tenant = createTenant({
    name: 'Contoso',
    people,
    policy: policy({ scope: 'all', captcha: { kind: 'none' }, ...settings }),
    clock,
    random: seededRandom(7),
    hash: pbkdf2({ iterations: 1 }),
    ...options,
  });
  return { tenant, clock, environment: environmentOf(clock) };
}

/** A tenant's adapter with some calls answered otherwise. */
export const adapterOver = (
  { contract, discover, reset: driver }: Adapter,
  other: Partial<Adapter['reset']> & Partial<Pick<Adapter, 'discover'>>,
): Adapter => ({ contract, discover, ...other, reset: { ...driver, ...other } });

/**
 * How long all waits of a test may take, from its first screen on, before it fails in words: on a machine
 * that has much else to do, loading code takes seconds. Less than the time limit of a test.
 */
export const patienceMs = 18_000;

export const pageOf = (element: SsprReset): ResetPage =>
  new ResetPage(element, { signal: AbortSignal.timeout(patienceMs) });

export interface Look
  extends Partial<Pick<SsprReset, 'for' | 'username' | 'presentation' | 'open' | 'lang'>> {
  readonly adapter?: Adapter;
}

/** An element for a world that is not in a page yet. */
export function reset({ tenant, environment }: World, look: Look = {}): SsprReset {
  return Object.assign(new SsprReset(), { environment, adapter: tenant, lang: 'en', ...look });
}

/** An element for a world, in a page of its own. */
export async function open(where: World, look: Look = {}): Promise<ResetPage> {
  const element = reset(where, look);
  await fixture(html`<main>${element}</main>`);
  await element.updateComplete;
  return pageOf(element);
}

/** The element that has the focus, through every shadow root. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Lets everything that waits for nothing but its turn take it. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A tenant's adapter that answers no step before it is told to go on. */
export function holding({ tenant }: World): { readonly adapter: Adapter; readonly go: () => void } {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const advance: Adapter['reset']['advance'] = async (...call) => {
    await held;
    return tenant.reset.advance(...call);
  };
  return { adapter: adapterOver(tenant, { advance }), go: () => go() };
}
