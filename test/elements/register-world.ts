import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { RegistrationIntent } from '../../src/contract/index.js';
import { SsprRegister } from '../../src/define/sspr-register.js';
import { type Overrides, type Person, person } from '../../src/tenant/index.js';
import { RegisterPage } from '../../src/testing/index.js';
import { oldPassword, patienceMs, type World, world } from './reset-world.js';

/** Whose registration it is. */
export const amira = 'amira.haddad@contoso.example';

/** A world with the adapter of somebody who is signed in. */
export type SignedIn = World & { readonly adapter: NonNullable<SsprRegister['adapter']> };

interface Setting {
  readonly person?: Partial<Person>;
  readonly policy?: Overrides;
}

/** A tenant in which Amira has what the test says, and has signed in so many days later. */
export async function signedIn(
  { person: known, policy: settings }: Setting = {},
  daysLater = 0,
): Promise<SignedIn> {
  const where = world(
    { domains: ['contoso.example'], ...settings },
    { people: [person({ username: amira, password: oldPassword, ...known })] },
  );
  const { tenant, clock } = where;
  clock.advance({ hours: 24 * daysLater });
  const signIn = await tenant.signIn(amira, oldPassword);
  if (signIn.outcome !== 'signed-in') throw new Error(`The sign-in ended as ${signIn.outcome}.`);
  return { ...where, adapter: tenant.forClient('local', { session: signIn.session }) };
}

interface Look extends Partial<Pick<SsprRegister, 'lang' | 'presentation' | 'open'>> {
  readonly mode?: RegistrationIntent['mode'];
}

/** An element for a person who is signed in, in a page of its own, with something to focus around it. */
export async function register(
  { adapter, environment }: SignedIn,
  look: Look = {},
): Promise<RegisterPage> {
  const element = Object.assign(new SsprRegister(), { adapter, environment, lang: 'en', ...look });
  await fixture(html`<main><button>Before</button>${element}<button>After</button></main>`);
  await element.updateComplete;
  return new RegisterPage(element, { signal: AbortSignal.timeout(patienceMs) });
}

/** Amira’s security info. */
export async function manage(
  setting: Setting = {},
  look: Look = {},
): Promise<{
  readonly where: SignedIn;
  readonly page: RegisterPage;
}> {
  const where = await signedIn(setting);
  const page = await register(where, { mode: 'manage', ...look });
  await page.step('manage');
  return { where, page };
}
