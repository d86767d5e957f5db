import {
  type Adapter,
  type Attempt,
  type Call,
  contractVersion,
  type FlowDriver,
  SsprError,
} from '../contract/index.js';
import type { ClientFacts, SignIn, Tenant } from './tenant.js';

/** Several tenants side by side behind one address (rule TENANT-1). */
export interface Tenants extends Adapter {
  readonly list: readonly Tenant[];
  /** The tenant of a username or a domain; the first one where nobody has it. */
  tenantOf(usernameOrDomain: string): Tenant;
  /** All tenants for one client: its browser is the same to each, a session is of one. */
  forClient(client: string, known?: ClientFacts): Adapter;
  signIn(username: string, password: string): Promise<SignIn>;
}

/** Between the place of a tenant in the list and what that tenant calls something. */
const mark = '~';

/** What a tenant calls something, told apart from what others call the same. */
const named = (index: number, name: string): string => `${index}${mark}${name}`;

/** Puts tenants side by side; where none has the domain of a name, the first one answers. */
export function createTenants(first: Tenant, ...more: readonly Tenant[]): Tenants {
  const list = [first, ...more];
  const domainOf = (name: string): string => name.slice(name.lastIndexOf('@') + 1).toLowerCase();
  const indexOf = (name: string | undefined): number => {
    const domain = domainOf(name ?? '');
    return Math.max(
      0,
      list.findIndex(({ domains }) => domains.includes(domain)),
    );
  };
  const split = (name: string): { readonly index: number; readonly name: string } => {
    const [index = '', ...rest] = name.split(mark);
    return { index: Number(index), name: rest.join(mark) };
  };

  function forClient(client: string, { session, browser }: ClientFacts = {}): Adapter {
    const own = session === undefined ? undefined : split(session);
    const adapters = list.map((tenant, index) =>
      tenant.forClient(client, {
        browser,
        ...(own?.index === index && { session: own.name }),
      }),
    );
    return over(adapters, own?.index);
  }

  function over(adapters: readonly Adapter[], session?: number): Adapter {
    const at = (index: number): Adapter | undefined => adapters[index];
    return {
      contract: contractVersion,
      discover: async (hint, call) => {
        const adapter = at(indexOf(hint.username ?? hint.domain)) ?? first;
        return adapter.discover(hint, call);
      },
      reset: side(
        ({ username }) => indexOf(username),
        (index) => at(index)?.reset,
      ),
      register: side(
        () => session ?? 0,
        (index) => at(index)?.register,
      ),
    };
  }

  /** One driver over those of all tenants: a token tells whose it is. */
  function side<Intent, S extends { readonly resumable?: string | undefined }>(
    pick: (intent: Intent) => number,
    driverAt: (index: number) => FlowDriver<Intent, S> | undefined,
  ): FlowDriver<Intent, S> {
    const marked = (index: number, step: S): S => ({
      ...step,
      ...('token' in step && typeof step.token === 'string' && { token: named(index, step.token) }),
      ...(step.resumable !== undefined && { resumable: named(index, step.resumable) }),
    });
    const { resume, checkPassword } = driverAt(0) ?? {};
    // A token of nobody is answered by the first, as any token that it does not know.
    const whose = (token: string) => {
      const { index, name } = split(token);
      const driver = driverAt(index);
      if (driver) return { index, name, driver };
      const fallback = driverAt(0);
      if (!fallback) throw new SsprError('not-found', 'There is nothing of this kind.');
      return { index: 0, name: token, driver: fallback };
    };
    return {
      async start(intent, attempt) {
        const index = pick(intent);
        const driver = driverAt(index);
        if (!driver) throw new SsprError('not-found', 'There is nothing of this kind.');
        return marked(index, await driver.start(intent, attempt));
      },
      async advance(token, answer, attempt) {
        const { index, name, driver } = whose(token);
        return marked(index, await driver.advance(name, answer, attempt));
      },
      async *watch(token, call) {
        const { index, name, driver } = whose(token);
        for await (const step of driver.watch?.(name, call) ?? []) yield marked(index, step);
      },
      async cancel(token, call) {
        const { name, driver } = whose(token);
        await driver.cancel(name, call);
      },
      ...(checkPassword && {
        async checkPassword(token: string, password: string, call: Call) {
          const { name, driver } = whose(token);
          return driver.checkPassword?.(name, password, call) ?? [];
        },
      }),
      ...(resume && {
        async resume(at: string, attempt: Attempt) {
          const { index, name, driver } = whose(at);
          const step = await driver.resume?.(name, attempt);
          return step && marked(index, step);
        },
      }),
    };
  }

  return {
    ...over(list),
    list,
    tenantOf: (name) => list[indexOf(name)] ?? first,
    forClient,
    async signIn(username, password) {
      const index = indexOf(username);
      const signIn = await (list[index] ?? first).signIn(username, password);
      return signIn.outcome === 'signed-in'
        ? { ...signIn, session: named(index, signIn.session) }
        : signIn;
    },
  };
}
