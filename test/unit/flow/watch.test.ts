import { expect } from 'chai';
import type { Adapter, Call, Step, Steps } from '../../../src/contract/index.js';
import { createResetFlow, type FlowEvent } from '../../../src/flow/index.js';
import {
  activityIn,
  chooseMethod,
  discovery,
  enterCode,
  event,
  offline,
  play,
  state,
  username,
} from './builders.js';
import { handWound, settled, when } from './world.js';

const waiting = (values: Partial<Steps['wait']> = {}): Step => ({
  kind: 'wait',
  actions: [],
  problems: [],
  notices: [],
  token: 'token-w',
  username,
  for: 'notification',
  number: '47',
  waitExpiresInMs: 60_000,
  expiresInMs: 700_000,
  ...values,
});

const news = (token: string, step: Step): FlowEvent => ({ type: 'news', token, step, now: 2_000 });
const unwatched = (token = 'token-w'): FlowEvent => ({ type: 'unwatched', token, error: offline });
const watch = (token: string | undefined) => ({ type: 'watch', token });

const watches = (effects: readonly { readonly type: string }[]) =>
  effects.filter(({ type }) => type === 'watch');

/** Where an answer has led to a step that waits. */
const atWait = () =>
  play(
    state({ step: chooseMethod(), activity: { status: 'idle' } }),
    { type: 'answer', id: 'a', answer: { action: 'choose-method', method: 'app' } },
    event.stepped('a', waiting()),
  );

describe('a step that comes without an answer', () => {
  it('is watched for as soon as its screen is shown, under its token', () => {
    const { state: shown, effects } = atWait();
    expect(shown.step.kind).to.equal('wait');
    expect(watches(effects)).to.deep.equal([watch('token-w')]);
  });

  it('is shown, and ends the watch; one that waits again is watched again', () => {
    const { state: shown } = atWait();
    const on = play(shown, news('token-w', enterCode()));
    expect(on.state.step.kind).to.equal('enter-code');
    expect(on.state.since).to.equal(2_000);
    expect(watches(on.effects)).to.deep.equal([watch(undefined)]);
    const again = play(shown, news('token-w', waiting({ token: 'token-x' })));
    expect(watches(again.effects)).to.deep.equal([watch('token-x')]);
  });

  it('is dropped where it is for another step than the one that waits', () => {
    const { state: shown } = atWait();
    expect(play(shown, news('token-old', enterCode())).state).to.equal(shown);
    expect(play(shown, unwatched('token-old')).state).to.equal(shown);
  });

  it('is dropped while an answer is under way, whose own step tells where the flow stands', () => {
    const { state: shown } = atWait();
    const busy = play(shown, { type: 'answer', id: 'b', answer: { action: 'resend' } }).state;
    expect(play(busy, news('token-w', enterCode())).state).to.equal(busy);
    const resent = play(busy, event.stepped('b', waiting({ token: 'token-x' })));
    expect(watches(resent.effects)).to.deep.equal([watch('token-x')]);
  });

  it('is asked for again when that answer has failed', () => {
    const { state: shown } = atWait();
    const busy = play(shown, { type: 'answer', id: 'b', answer: { action: 'resend' } }).state;
    const { state: failed, effects } = play(busy, event.failed('b'));
    expect(watches(effects)).to.deep.equal([watch('token-w')]);
    expect(play(failed, news('token-w', enterCode())).state.step.kind).to.equal('enter-code');
  });

  it('that nobody can be asked for is told, and a retry asks for it once more', () => {
    const { state: lost } = play(atWait().state, unwatched());
    expect(lost.step.kind).to.equal('wait');
    expect(activityIn(lost, 'unwatched').error).to.equal(offline);
    const { state: retried, effects } = play(lost, event.retry);
    expect(retried.activity).to.deep.equal({ status: 'idle' });
    expect(effects).to.deep.equal([watch('token-w')]);
  });

  it('still comes through where the watch was lost, and an answer is still taken', () => {
    const { state: lost } = play(atWait().state, unwatched());
    const busy = play(lost, { type: 'answer', id: 'c', answer: { action: 'other-method' } }).state;
    expect(activityIn(busy, 'busy').attempt.id).to.equal('c');
  });

  it('SESSION-1: is not watched for any more when the flow runs out or is left', () => {
    for (const end of [event.expired(), event.left()]) {
      const { state: ended, effects } = play(atWait().state, end);
      expect(watches(effects), end.type).to.deep.equal([watch(undefined)]);
      expect(play(ended, news('token-w', enterCode())).state, end.type).to.equal(ended);
    }
  });
});

interface Watched {
  readonly token: string;
  readonly signal: AbortSignal | undefined;
  come(step: Step): void;
  fail(error: unknown): void;
  end(): void;
}

/** A backend whose first answer waits, and whose news come by hand. */
function byHand({ watchable = true } = {}) {
  const watched: Watched[] = [];
  let next: Step = waiting();
  const reset: Adapter['reset'] = {
    start: async () => next,
    advance: async () => next,
    cancel: async () => {},
    ...(watchable && {
      watch(token: string, { signal }: Call) {
        const { promise, resolve, reject } = Promise.withResolvers<Step | undefined>();
        const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>();
        signal?.addEventListener('abort', () => stop(undefined));
        watched.push({
          token,
          signal,
          come: resolve,
          fail: reject,
          end: () => resolve(undefined),
        });
        return (async function* () {
          const step = await Promise.race([promise, stopped]);
          if (step) yield step;
        })();
      },
    }),
  };
  const adapter: Adapter = { contract: 1, discover: async () => discovery(), reset };
  const last = (): Watched => {
    const newest = watched.at(-1);
    if (!newest) throw new Error('Nothing is watched.');
    return newest;
  };
  return {
    adapter,
    watched,
    last,
    answers: (step: Step) => {
      next = step;
    },
  };
}

async function inWait(options?: { watchable: boolean }) {
  const environment = handWound();
  const backend = byHand(options);
  const flow = createResetFlow(backend.adapter, { environment });
  flow.start({ username });
  await settled(flow);
  return { environment, backend, flow };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the reset flow, while it waits,', () => {
  it('shows what comes, and watches no longer', async () => {
    const { flow, backend } = await inWait();
    expect(backend.last().token).to.equal('token-w');
    backend.last().come(enterCode());
    await when(flow, ({ step }) => step.kind === 'enter-code');
    expect(backend.watched).to.have.length(1);
    expect(backend.last().signal?.aborted).to.equal(true);
  });

  it('tells when the watch breaks, and watches again on a retry', async () => {
    const { flow, backend } = await inWait();
    backend.last().fail(offline);
    await when(flow, ({ activity }) => activity.status === 'unwatched');
    expect(activityIn(flow.state, 'unwatched').error).to.equal(offline);
    flow.retry();
    expect(backend.watched.map(({ token }) => token)).to.deep.equal(['token-w', 'token-w']);
    backend.last().come(enterCode());
    await when(flow, ({ step }) => step.kind === 'enter-code');
  });

  it('tells where nothing can come: a watch that ends empty, and a backend that has none', async () => {
    const ended = await inWait();
    ended.backend.last().end();
    await when(ended.flow, ({ activity }) => activity.status === 'unwatched');
    const { flow } = await inWait({ watchable: false });
    await when(flow, ({ activity }) => activity.status === 'unwatched');
    expect(activityIn(flow.state, 'unwatched').error.code).to.equal('server');
  });

  it('watches one step at a time', async () => {
    const { flow, backend } = await inWait();
    const [first] = backend.watched;
    backend.answers(waiting({ token: 'token-x' }));
    flow.answer({ action: 'resend' });
    await when(flow, () => backend.watched.length === 2);
    expect(first?.signal?.aborted).to.equal(true);
    first?.come(enterCode());
    await turn();
    expect(flow.state.step.kind).to.equal('wait');
    expect(backend.last().signal?.aborted).to.equal(false);
  });

  for (const [end, act] of [
    ['is left', ({ flow }) => flow.leave()],
    ['runs out', ({ environment }) => environment.clock.advance({ minutes: 12 })],
    ['is disposed of', ({ flow }) => flow.dispose()],
  ] satisfies [string, (open: Awaited<ReturnType<typeof inWait>>) => void][])
    it(`SESSION-1: stops watching when it ${end}, and what comes then is not shown`, async () => {
      const open = await inWait();
      act(open);
      await turn();
      const { step } = open.flow.state;
      expect(open.backend.last().signal?.aborted).to.equal(true);
      expect(open.environment.waiting).to.equal(0);
      open.backend.last().come(enterCode());
      await turn();
      expect(open.flow.state.step).to.equal(step);
      expect(open.flow.state.activity.status).to.equal('idle');
    });
});
