import { expect } from 'chai';
import fc from 'fast-check';
import { SsprError, type Step } from '../../../src/contract/index.js';
import {
  type Command,
  type FlowEvent,
  type FlowState,
  type FlowStep,
  identify,
  initialState,
  tokenOf,
  transition,
} from '../../../src/flow/index.js';
import {
  chooseMethod,
  discovery,
  done,
  enterCode,
  event,
  form,
  offline,
  refused,
  state,
} from './builders.js';

/** What may happen next; answers of the backend are for the call under way, or come too late. */
type Happening =
  | { readonly by: 'person'; readonly does: 'discover' | 'start' | 'retry' | 'leave' }
  | { readonly by: 'person'; readonly does: 'answer'; readonly code: string }
  | { readonly by: 'time' }
  | { readonly by: 'backend'; readonly says: 'failed' | 'rejected' | Step; readonly late: boolean };

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(chooseMethod, enterCode, enterCode, enterCode, form, form, done, refused),
    fc.integer({ min: 1, max: 99 }),
  )
  .map(([build, token]) =>
    build === done || build === refused ? build() : { ...build(), token: `token-${token}` },
  );

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('backend' as const),
      says: fc.oneof(
        fc.constantFrom('failed' as const, 'failed' as const, 'rejected' as const),
        step,
      ),
      late: fc.nat(4).map((n) => n === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('person' as const),
      does: fc.constant('answer' as const),
      code: fc.constantFrom('111111', '222222', '333333'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: fc.constant('person' as const),
      does: fc.constantFrom(
        'start' as const,
        'start' as const,
        'discover' as const,
        'retry' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Happening>({ by: 'person', does: 'leave' }, { by: 'time' }),
  },
);

interface Call {
  readonly id: string;
  readonly kind: Command['kind'];
}

/** Where a walk begins: most that is worth a look happens within a flow. */
const beginnings = [initialState<FlowStep>(identify), state({ step: enterCode() })];

/** Plays what happens, and calls `look` after each event with what it came from and led to. */
function wander(
  [beginning, happenings]: readonly [FlowState, readonly Happening[]],
  look: (seen: {
    readonly event: FlowEvent;
    readonly before: FlowState;
    readonly state: FlowState;
    readonly underWay: readonly Call[];
    readonly stale: boolean;
    readonly effects: ReturnType<typeof transition>[1];
  }) => void,
) {
  let state = beginning;
  let underWay: readonly Call[] = [];
  let gone: readonly Call[] = [{ id: 'never', kind: 'advance' }];
  happenings.forEach((one, index) => {
    const id = `id-${index}`;
    let happened: FlowEvent | undefined;
    let stale = false;
    if (one.by === 'time') happened = event.expired(index);
    else if (one.by === 'person') {
      if (one.does === 'answer') happened = event.code(id, one.code);
      else if (one.does === 'leave') happened = event.left(index);
      else if (one.does === 'retry') happened = event.retry;
      else happened = one.does === 'start' ? event.start(id) : event.discover(id);
    } else {
      // An attempt that is asked for once more under its id is not a late one.
      const late = gone.filter((call) => underWay.every((other) => other.id !== call.id));
      const call = (one.late ? late : underWay).at(-1);
      if (!call) return;
      stale = one.late;
      if (!stale) {
        underWay = underWay.filter((other) => other !== call);
        gone = [...gone, call];
      }
      if (one.says === 'failed') happened = event.failed(call.id, offline);
      else if (one.says === 'rejected')
        happened = event.failed(call.id, new SsprError('rejected', 'HTTP 400.'));
      else if (call.kind === 'discover') happened = event.discovered(call.id, discovery());
      else happened = event.stepped(call.id, one.says, index);
    }
    const before = state;
    const [next, effects] = transition(state, happened);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'abort') {
        gone = [...gone, ...underWay];
        underWay = [];
      }
      if (effect.type === 'call')
        underWay = [...underWay, { id: effect.attempt.id, kind: effect.attempt.command.kind }];
    }
    look({ event: happened, before, state, underWay, stale, effects });
  });
}

const walks = fc.tuple(
  fc.constantFrom(...beginnings),
  fc.array(happening, { minLength: 1, maxLength: 60, size: 'max' }),
);

const runs = { numRuns: 400, seed: 20261124 };

describe('whatever happens to a flow', () => {
  it('one call is under way where it is busy, and none where it is not', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ state, underWay }) => {
          expect(underWay).to.have.length(state.activity.status === 'busy' ? 1 : 0);
        });
      }),
      runs,
    );
  });

  it('exactly one step is shown, and the screen waits for its end if it has one', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ before, state, effects }) => {
          expect(state.step.kind).to.be.a('string');
          if (state.step === before.step) return;
          const wishes = effects.filter(({ type }) => type === 'expire');
          const { step } = state;
          const inMs = tokenOf(step) === undefined ? undefined : step.expiresInMs;
          expect(wishes).to.deep.equal([{ type: 'expire', inMs }]);
        });
      }),
      runs,
    );
  });

  it('an answer under an id that is not awaited changes nothing', () => {
    let late = 0;
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ before, state, effects, stale }) => {
          if (!stale) return;
          late += 1;
          expect(state).to.equal(before);
          expect(effects).to.deep.equal([]);
        });
      }),
      runs,
    );
    expect(late, 'late answers tried').to.be.above(50);
  });

  it('no token and no code is kept once it is left or has run out', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ event: { type }, state }) => {
          if (type === 'left' || type === 'expired')
            expect(JSON.stringify(state)).not.to.match(/token|111111|222222|333333/);
        });
      }),
      runs,
    );
  });

  it('no id stands for two commands', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        const commands = new Map<string, string>();
        wander(walk, ({ effects }) => {
          for (const effect of effects) {
            if (effect.type !== 'call') continue;
            const { id, command } = effect.attempt;
            const text = JSON.stringify(command);
            expect(commands.get(id) ?? text).to.equal(text);
            commands.set(id, text);
          }
        });
      }),
      runs,
    );
  });

  it('an answer of which nobody knows whether it was taken is asked for before any other', () => {
    let corrected = 0;
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ event: { type }, before: { activity }, effects }) => {
          if (type !== 'answer' || activity.status !== 'failed') return;
          if (!activity.error.retryable || activity.attempt.command.kind !== 'advance') return;
          corrected += 1;
          expect(effects).to.deep.equal([{ type: 'call', attempt: activity.attempt }]);
        });
      }),
      runs,
    );
    expect(corrected, 'corrections tried').to.be.above(20);
  });

  it('the username stays as it was typed, until the reset is done', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        wander(walk, ({ before, state, event: { type } }) => {
          const over = type === 'left' && before.step.kind === 'done';
          if (type !== 'start' && !over) expect(state.username).to.equal(before.username);
        });
      }),
      runs,
    );
  });
});
