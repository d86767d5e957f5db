import { expect } from 'chai';
import {
  type Adapter,
  type Attempt,
  type Call,
  type Discovery,
  SsprError,
  type Step,
} from '../../../src/contract/index.js';
import { createResetFlow } from '../../../src/flow/index.js';
import {
  activityIn,
  chooseMethod,
  discovery,
  enterCode,
  offline,
  refused,
  username,
} from './builders.js';
import { handWound, resetOver, settled } from './world.js';

interface Asked {
  readonly what: 'discover' | 'start' | 'advance' | 'cancel';
  readonly input: unknown;
  readonly call: Call & Partial<Attempt>;
  readonly answer: (value: Discovery | Step) => void;
  readonly fail: (error: unknown) => void;
}

/** An adapter that answers when, and as, it is told. */
function byHand(contract: number = 1) {
  const calls: Asked[] = [];
  const ask =
    <Answered>(what: Asked['what']) =>
    (input: unknown, ...rest: readonly unknown[]) =>
      new Promise<Answered>((resolve, fail) => {
        const call = rest.at(-1) as Asked['call'];
        // The test says what comes back, and asks for what it says.
        const answer: Asked['answer'] = (value) => resolve(value as Answered);
        calls.push({ what, input, call, answer, fail });
      });
  const adapter: Adapter = {
    // A page without TypeScript may bring any number.
    contract: contract as 1,
    discover: ask('discover'),
    reset: { start: ask('start'), advance: ask('advance'), cancel: ask('cancel') },
  };
  const last = () => {
    const call = calls.at(-1);
    if (!call) throw new Error('Nothing was asked.');
    return call;
  };
  return {
    adapter,
    calls,
    last,
    get asked() {
      return calls.map(({ what }) => what);
    },
  };
}

/** Lets every promise that is settled be heard. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A flow at its first step of a backend that answers by hand. */
async function inFlow(step: Step = enterCode()) {
  const environment = handWound();
  const backend = byHand();
  const flow = resetOver(backend.adapter, environment, 'de-AT');
  flow.start({ username });
  backend.last().answer(discovery());
  await turn();
  backend.last().answer(step);
  await settled(flow);
  return { environment, backend, flow };
}

describe('the reset flow', () => {
  it('asks nothing before it is told to', async () => {
    const { adapter, calls } = byHand();
    const flow = resetOver(adapter, handWound());
    await turn();
    expect(calls).to.deep.equal([]);
    expect(flow.state.step.kind).to.equal('identify');
  });

  it('hands the language, a signal and an attempt id to every call, and the intent on', async () => {
    const { backend } = await inFlow();
    const [discover, start] = backend.calls;
    expect(discover?.call).to.include({ locale: 'de-AT' });
    expect(start?.call).to.include({ locale: 'de-AT', attemptId: 'attempt-0' });
    expect(start?.call.signal).to.be.instanceOf(AbortSignal);
    expect(start?.input).to.deep.equal({ username });
  });

  it('asks in the language of the moment', async () => {
    let locale = 'de';
    const { adapter, last } = byHand();
    const flow = createResetFlow(adapter, { locale: () => locale, environment: handWound() });
    flow.discover();
    last().fail(offline);
    await settled(flow);
    locale = 'ar';
    flow.retry();
    expect(last().call.locale).to.equal('ar');
  });

  it('passes on what picks the organisation', () => {
    const { adapter, last } = byHand();
    resetOver(adapter, handWound()).discover({ domain: 'contoso.example' });
    expect(last().input).to.deep.equal({ domain: 'contoso.example' });
  });

  it('answers under the token of the step', async () => {
    const { backend, flow } = await inFlow();
    flow.answer({ action: 'enter-code', code: '123456' });
    expect(backend.last()).to.include({ what: 'advance', input: 'token-2' });
    expect(backend.last().call.attemptId).to.equal('attempt-1');
  });

  it('tells every listener of every change once, and none that has gone', async () => {
    const { backend, flow } = await inFlow();
    const heard: string[] = [];
    const end = flow.subscribe(({ activity }) => heard.push(`one ${activity.status}`));
    flow.subscribe(({ activity }) => heard.push(`two ${activity.status}`));
    flow.answer({ action: 'enter-code', code: '123456' });
    flow.answer({ action: 'enter-code', code: '123456' });
    expect(heard).to.deep.equal(['one busy', 'two busy']);
    end();
    backend.last().answer(enterCode());
    await settled(flow);
    expect(heard).to.deep.equal(['one busy', 'two busy', 'two idle']);
  });

  describe('where contracts differ', () => {
    for (const contract of [0, 2])
      it(`refuses an adapter of version ${contract} without asking it anything`, async () => {
        const { adapter, calls } = byHand(contract);
        const flow = resetOver(adapter, handWound());
        flow.discover();
        const { error } = activityIn(await settled(flow), 'failed');
        expect(error).to.include({ code: 'unsupported-contract', retryable: false });
        expect(error.message).to.contain(`version ${contract}`);
        flow.start({ username });
        await settled(flow);
        expect(calls).to.deep.equal([]);
      });

    it('refuses a backend of another version before it is told a username', async () => {
      const { adapter, last, calls } = byHand();
      const flow = resetOver(adapter, handWound());
      flow.start({ username });
      last().answer(discovery({ contract: 2 }));
      const { error } = activityIn(await settled(flow), 'failed');
      expect(error.code).to.equal('unsupported-contract');
      expect(calls.map(({ what }) => what)).to.deep.equal(['discover']);
    });
  });

  describe('where an adapter fails', () => {
    it('keeps what it says in the words of the contract', async () => {
      const { backend, flow } = await inFlow();
      flow.answer({ action: 'enter-code', code: '123456' });
      const slow = new SsprError('rate-limited', 'HTTP 429.', { retryAfterMs: 2_000 });
      backend.last().fail(slow);
      expect(activityIn(await settled(flow), 'failed').error).to.equal(slow);
    });

    it('knows an error of another copy of this package by its name', async () => {
      const { backend, flow } = await inFlow();
      flow.answer({ action: 'enter-code', code: '123456' });
      const foreign = Object.assign(new Error('HTTP 429.'), {
        name: 'SsprError',
        code: 'rate-limited',
        retryable: true,
      });
      backend.last().fail(foreign);
      expect(activityIn(await settled(flow), 'failed').error).to.equal(foreign);
    });

    for (const [what, thrown] of [
      ['another error', new TypeError('x is not a function')],
      ['no error at all', undefined],
      ['a string', 'no'],
    ] as const)
      it(`says that the server failed where it rejects with ${what}, and can be retried`, async () => {
        const { backend, flow } = await inFlow();
        flow.answer({ action: 'enter-code', code: '123456' });
        backend.last().fail(thrown);
        const { error } = activityIn(await settled(flow), 'failed');
        expect(error).to.be.instanceOf(SsprError);
        expect(error).to.include({ code: 'server', retryable: true });
        expect(error.message).not.to.contain('123456');
        flow.retry();
        expect(backend.last().call.attemptId).to.equal('attempt-1');
      });

    it('says that the server failed where it throws at once', async () => {
      const { adapter } = byHand();
      const flow = resetOver(
        {
          ...adapter,
          discover: () => {
            throw new Error('not written yet');
          },
        },
        handWound(),
      );
      flow.discover();
      expect(activityIn(await settled(flow), 'failed').error.code).to.equal('server');
    });

    const fitting = { kind: 'choose-goal', actions: [], problems: [], notices: [] };
    for (const [what, answer] of [
      ['nothing', undefined],
      ['a text', 'choose-goal'],
      ['a step without its lists', { kind: 'choose-goal' }],
      ['a step without a kind', { ...fitting, kind: undefined }],
      ['a step whose actions are none', { ...fitting, actions: ['back'] }],
      ['a step whose problems are none', { ...fitting, problems: [null] }],
      ['a step whose notices are none', { ...fitting, notices: {} }],
    ] as const)
      it(`says that the answer is malformed where it answers with ${what}, and can be retried`, async () => {
        const { backend, flow } = await inFlow();
        flow.answer({ action: 'enter-code', code: '123456' });
        backend.last().answer(answer as never);
        const { error } = activityIn(await settled(flow), 'failed');
        expect(error).to.include({ code: 'malformed-answer', retryable: true });
        expect(flow.state.step.kind).to.equal('enter-code');
        flow.retry();
        backend.last().answer(refused());
        await settled(flow);
        expect(flow.state.step.kind).to.equal('refused');
      });

    it('says so too where its discovery names no captcha', async () => {
      const { adapter, last } = byHand();
      const flow = resetOver(adapter, handWound());
      flow.discover();
      last().answer({ contract: 1 } as never);
      expect(activityIn(await settled(flow), 'failed').error.code).to.equal('malformed-answer');
    });

    it('has nothing against a password where it judges in no list', async () => {
      const { adapter, last } = byHand();
      const checkPassword = async () => 'too short' as never;
      const flow = resetOver(
        { ...adapter, reset: { ...adapter.reset, checkPassword } },
        handWound(),
      );
      flow.start({ username });
      last().answer(discovery());
      await turn();
      last().answer(enterCode());
      await settled(flow);
      expect(await flow.checkPassword('x')).to.equal(undefined);
    });

    for (const [how, cancel] of [
      ['rejects', () => Promise.reject(new Error('gone'))],
      [
        'throws at once',
        () => {
          throw new Error('not written yet');
        },
      ],
    ] as const)
      it(`lets a person leave although its cancel ${how}`, async () => {
        const { adapter, last } = byHand();
        const flow = resetOver({ ...adapter, reset: { ...adapter.reset, cancel } }, handWound());
        flow.start({ username });
        last().answer(discovery());
        await turn();
        last().answer(enterCode());
        await settled(flow);
        let told = 0;
        flow.subscribe(() => {
          told += 1;
        });
        flow.leave();
        await turn();
        expect(flow.state.step.kind).to.equal('identify');
        expect(told).to.equal(1);
      });
  });

  describe('when a person leaves', () => {
    it('aborts the call, drops its answer and cancels at the backend', async () => {
      const { backend, flow, environment } = await inFlow();
      flow.answer({ action: 'enter-code', code: '123456' });
      const { call, answer } = backend.last();
      flow.leave();
      expect(call.signal?.aborted).to.equal(true);
      expect(backend.last()).to.include({ what: 'cancel', input: 'token-2' });
      answer(chooseMethod());
      await turn();
      expect(flow.state.step.kind).to.equal('identify');
      expect(environment.waiting, 'timers').to.equal(0);
    });

    it('can start anew, under a signal that is not aborted', async () => {
      const { backend, flow } = await inFlow();
      flow.leave();
      flow.start({ username });
      expect(backend.last().what).to.equal('start');
      expect(backend.last().call.signal?.aborted).to.equal(false);
    });
  });

  describe('when its time is over', () => {
    it('aborts the call and drops its answer', async () => {
      const { backend, flow, environment } = await inFlow();
      flow.answer({ action: 'enter-code', code: '123456' });
      const { call, answer } = backend.last();
      environment.clock.advance({ milliseconds: 800_000 });
      await turn();
      expect(call.signal?.aborted).to.equal(true);
      answer(chooseMethod());
      await turn();
      expect(flow.state.step).to.include({ kind: 'refused', code: 'flow-expired' });
      expect(flow.state.since).to.equal(environment.now());
    });

    it('counts from the newest step only', async () => {
      const { backend, flow, environment } = await inFlow();
      environment.clock.advance({ milliseconds: 700_000 });
      flow.answer({ action: 'enter-code', code: '123456' });
      backend.last().answer(chooseMethod({ expiresInMs: 900_000 }));
      await settled(flow);
      expect(environment.waiting).to.equal(1);
      environment.clock.advance({ milliseconds: 899_999 });
      await turn();
      expect(flow.state.step.kind).to.equal('choose-method');
      environment.clock.advance({ milliseconds: 1 });
      await turn();
      expect(flow.state.step.kind).to.equal('refused');
    });

    it('waits for nothing at an end', async () => {
      const { environment } = await inFlow(refused());
      expect(environment.waiting).to.equal(0);
    });
  });

  describe('once it is disposed of', () => {
    it('aborts the call, tells nobody, waits for nothing and asks nothing', async () => {
      const { backend, flow, environment } = await inFlow();
      let told = 0;
      flow.subscribe(() => {
        told += 1;
      });
      flow.answer({ action: 'enter-code', code: '123456' });
      expect(told).to.equal(1);
      const { call, answer } = backend.last();
      const { length } = backend.calls;
      flow.dispose();
      expect(call.signal?.aborted).to.equal(true);
      expect(environment.waiting).to.equal(0);
      answer(chooseMethod());
      await turn();
      flow.retry();
      flow.leave();
      flow.start({ username });
      flow.discover();
      flow.answer({ action: 'enter-code', code: '123456' });
      environment.clock.advance({ hours: 1 });
      await turn();
      expect(told).to.equal(1);
      expect(backend.calls).to.have.length(length);
      expect(environment.waiting).to.equal(0);
      expect(flow.state.step.kind).to.equal('enter-code');
    });

    it('does not start a timer for an answer that comes in the same turn', async () => {
      const { backend, flow, environment } = await inFlow();
      flow.answer({ action: 'enter-code', code: '123456' });
      backend.last().answer(chooseMethod());
      flow.dispose();
      await turn();
      expect(environment.waiting).to.equal(0);
      expect(flow.state.step.kind).to.equal('enter-code');
    });

    it('may be disposed of by a listener, and again', async () => {
      const { flow } = await inFlow();
      flow.subscribe(() => flow.dispose());
      flow.answer({ action: 'enter-code', code: '123456' });
      flow.dispose();
      expect(flow.state.activity.status).to.equal('busy');
    });
  });
});
