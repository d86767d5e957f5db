import type { Discovery, Step, Steps } from '../../../src/contract/index.js';
import { SsprError } from '../../../src/contract/index.js';
import {
  type Activity,
  type Effect,
  type FlowEvent,
  type FlowState,
  identify,
  initialState,
  transition,
} from '../../../src/flow/index.js';

export const username = 'adele.vance@contoso.example';

const plain = { actions: [], problems: [], notices: [] };

export const discovery = (values: Partial<Discovery> = {}): Discovery => ({
  contract: 1,
  captcha: { kind: 'none' },
  ...values,
});

export const chooseMethod = (values: Partial<Steps['choose-method']> = {}): Step => ({
  kind: 'choose-method',
  ...plain,
  token: 'token-1',
  username,
  methods: [{ id: 'mail', type: 'email' }],
  expiresInMs: 900_000,
  ...values,
});

export const enterCode = (values: Partial<Steps['enter-code']> = {}): Step => ({
  kind: 'enter-code',
  ...plain,
  token: 'token-2',
  username,
  method: { id: 'mail', type: 'email' },
  digits: 6,
  expiresInMs: 800_000,
  ...values,
});

export const form = (values: Partial<Steps['form']> = {}): Step => ({
  kind: 'form',
  ...plain,
  token: 'token-3',
  fields: [{ name: 'city', type: 'text', label: 'City', required: true }],
  ...values,
});

export const done = (values: Partial<Steps['done']> = {}): Step => ({
  kind: 'done',
  ...plain,
  username,
  outcome: 'password-reset',
  unlocked: false,
  told: [],
  ...values,
});

export const refused = (values: Partial<Steps['refused']> = {}): Step => ({
  kind: 'refused',
  ...plain,
  code: 'not-proven',
  ...values,
});

export const offline = new SsprError('offline', 'Nothing came back.');

/** A state as these values say, the backend having been asked what the first screen needs. */
export const state = (values: Partial<FlowState> = {}): FlowState => ({
  ...initialState(identify),
  discovery: discovery(),
  username,
  ...values,
});

/** All that these events, one after the other, make of a state. */
export function play(
  from: FlowState,
  ...events: readonly FlowEvent[]
): { readonly state: FlowState; readonly effects: readonly Effect[] } {
  return events.reduce(
    ({ state, effects }, event) => {
      const [next, more] = transition(state, event);
      return { state: next, effects: [...effects, ...more] };
    },
    { state: from, effects: [] as readonly Effect[] },
  );
}

/** The ids of the attempts that these effects ask the backend for. */
export const asked = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'call' ? [effect.attempt.id] : []));

/** The activity, which must be of this status. */
export function activityIn<S extends Activity['status']>(
  { activity }: FlowState,
  status: S,
): Extract<Activity, { status: S }> {
  if (activity.status !== status) throw new Error(`Expected ${status}; it is ${activity.status}.`);
  return activity as Extract<Activity, { status: S }>;
}

export const event = {
  discover: (id: string): FlowEvent => ({ type: 'discover', id, hint: {} }),
  start: (id: string, name = username): FlowEvent => ({
    type: 'start',
    id,
    intent: { username: name },
  }),
  code: (id: string, code: string): FlowEvent => ({
    type: 'answer',
    id,
    answer: { action: 'enter-code', code },
  }),
  retry: { type: 'retry' } as const satisfies FlowEvent,
  discovered: (id: string, found = discovery()): FlowEvent => ({
    type: 'discovered',
    id,
    discovery: found,
  }),
  stepped: (id: string, step: Step, now = 1_000): FlowEvent => ({ type: 'stepped', id, step, now }),
  failed: (id: string, error = offline): FlowEvent => ({ type: 'failed', id, error }),
  expired: (now = 5_000): FlowEvent => ({ type: 'expired', now }),
  left: (now = 5_000): FlowEvent => ({ type: 'left', now }),
};
