import { createHttpAdapter } from '../../../src/adapters/http.js';
import type { Adapter, Step, StepKind, Steps } from '../../../src/contract/index.js';
import {
  createResetFlow,
  type FlowEnvironment,
  type FlowState,
  type ResetFlow,
} from '../../../src/flow/index.js';
import {
  createFaults,
  createFetch,
  createRequestHandler,
  withFaults,
} from '../../../src/mock/index.js';
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
} from '../../../src/tenant/index.js';
import { username } from './builders.js';

export const newPassword = 'Blue-Teapot-77';

/** The clock wound by hand, the timers that wait in it, and attempts by number. */
export interface HandWound extends FlowEnvironment {
  readonly clock: ManualClock;
  /** How many wishes to be called back are neither fulfilled nor taken back. */
  readonly waiting: number;
}

export function handWound(): HandWound {
  const clock = manualClock();
  const wishes = new Set<object>();
  let attempts = 0;
  return {
    clock,
    get waiting() {
      return wishes.size;
    },
    now: () => clock.now(),
    after(ms, callback) {
      const wish = new AbortController();
      wishes.add(wish);
      const over = () => wishes.delete(wish);
      clock.wait(ms, wish.signal).then(
        () => over() && callback(),
        () => {},
      );
      return () => {
        over();
        wish.abort();
      };
    },
    newAttemptId: () => `attempt-${attempts++}`,
  };
}

/** Adele with a mail address and an app, in a tenant that asks for both. */
export function contoso(settings: Overrides = {}) {
  const environment = handWound();
  const tenant = createTenant({
    name: 'Contoso',
    people: [
      person({ username, email: 'adele.v@mail.example', app: true, password: 'Old-Saucer-11' }),
    ],
    policy: policy({ scope: 'all', methodsRequired: 2, captcha: { kind: 'none' }, ...settings }),
    clock: environment.clock,
    random: seededRandom(7),
    hash: pbkdf2({ iterations: 1 }),
  });
  return { environment, tenant };
}

/** The same tenant behind a network, and what goes wrong there. */
export function overNetwork(tenant: Tenant, { now, after }: FlowEnvironment) {
  const faults = createFaults();
  let requests = 0;
  const send = createFetch(withFaults(createRequestHandler(tenant), faults, after));
  const adapter = createHttpAdapter({
    endpoint: '/api/sspr',
    clock: { now, after },
    fetch: (...request) => {
      requests += 1;
      return send(...request);
    },
  });
  return {
    adapter,
    faults,
    get requests() {
      return requests;
    },
  };
}

/** Resolves with the first state, from now on, that is so. */
export const when = (flow: ResetFlow, isSo: (state: FlowState) => boolean): Promise<FlowState> =>
  new Promise((resolve) => {
    if (isSo(flow.state)) {
      resolve(flow.state);
      return;
    }
    const end = flow.subscribe((state) => {
      if (!isSo(state)) return;
      end();
      resolve(state);
    });
  });

/** Resolves when nothing is under way. */
export const settled = (flow: ResetFlow): Promise<FlowState> =>
  when(flow, ({ activity }) => activity.status !== 'busy');

/** The step that is shown, which must be of this kind. */
export function at<K extends StepKind>({ state }: ResetFlow, kind: K): Steps[K] {
  const step: Step = state.step;
  if (step.kind !== kind) throw new Error(`Expected ${kind}, got ${JSON.stringify(step)}`);
  return step as Steps[K];
}

/** What a person does at each step of a reset with two proofs, the mail first. */
export function moves(flow: ResetFlow, tenant: Tenant) {
  const choose = (type: string) => {
    const method = at(flow, 'choose-method').methods.find((one) => one.type === type);
    flow.answer({ action: 'choose-method', method: method?.id ?? '' });
  };
  return {
    start: () => flow.start({ username }),
    'choose the mail': () => choose('email'),
    'enter its code': () => {
      const code = tenant.outbox.mails().findLast((mail) => mail.code !== undefined)?.code ?? '';
      flow.answer({ action: 'enter-code', code });
    },
    'choose the app': () => choose('app-code'),
    'enter what it shows': () =>
      flow.answer({ action: 'enter-code', code: tenant.appCodeOf(username)?.code ?? '' }),
    'set the password': () =>
      flow.answer({ action: 'set-password', password: newPassword, confirmation: newPassword }),
  };
}

/** A reset of Adele's over an adapter. */
export const resetOver = (adapter: Adapter, environment: FlowEnvironment, locale = 'en') =>
  createResetFlow(adapter, { environment, locale: () => locale });

/** What happened at a tenant, in the order of its audit log. */
export const traceOf = ({ audit, outbox }: Tenant): readonly string[] => [
  ...audit.list().map(({ activity, reason, status }) => `${activity}: ${reason}, ${status}`),
  ...outbox.mails().map(({ purpose, to }) => `mail ${purpose} to ${to}`),
];

/** What an undisturbed reset leaves behind. */
export async function smoothTrace(): Promise<readonly string[]> {
  const { tenant, environment } = contoso();
  const flow = resetOver(tenant, environment);
  for (const move of Object.values(moves(flow, tenant))) {
    move();
    await settled(flow);
  }
  flow.dispose();
  return traceOf(tenant);
}
